import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { fromBase64url, toBase64url } from '../shared/base64url.ts';
import type { Bytes } from '../shared/bytes.ts';
import { CandorError } from '../shared/errors.ts';
import { signingKeyPairOf } from '../shared/signing.ts';
import { KEY } from '../shared/sizes.ts';

const OTHERS_MAY_READ = 0o077;

/** Fresh random bytes from the operating system: the one random source of everything that runs on Node. */
export function systemRandom(length: number): Bytes {
  return new Uint8Array(randomBytes(length));
}

/**
 * Reads a 32-byte secret from a file of one line of base64url. Throws `bad-settings`, saying which file and what to
 * do, when it is missing, malformed, or readable by others than its owner.
 */
export function readKeyFile(path: string): Bytes {
  const text = readSecretLine(path);
  try {
    const key = fromBase64url(text);
    if (key.length === KEY) return key;
  } catch {
    // Falls through to the same message: a malformed key is never quoted.
  }
  throw new CandorError('bad-settings', `${path} does not hold a key of ${KEY} bytes in base64url`);
}

/** Reads a secret, such as a password, from a file of one line. Throws like `readKeyFile`. */
export function readSecretLine(path: string): string {
  try {
    refuseReadable(path);
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof CandorError) throw error;
    throw new CandorError('bad-settings', `${path} cannot be read: restore it from where its copy is kept`);
  }
}

/** Throws `bad-settings` where others than its owner may read a secret. */
export function refuseReadable(path: string): void {
  // Windows has no such mode bits; there the folder's permissions count.
  if (process.platform === 'win32' || (statSync(path).mode & OTHERS_MAY_READ) === 0) return;
  throw new CandorError('bad-settings', `${path} can be read by other users: run "chmod 600 ${path}"`);
}

/** The public half of the Ed25519 identity that a key file holds. */
export function publicKeyFile(path: string): Bytes {
  return signingKeyPairOf(readKeyFile(path)).publicKey;
}

/** Writes a secret readable by its owner only. Refuses to overwrite. */
export function writeKeyFile(path: string, key: Uint8Array): void {
  writeFileSync(path, `${toBase64url(key)}\n`, { mode: 0o600, flag: 'wx' });
}
