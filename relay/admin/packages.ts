/// <reference path="./crx3.d.ts" />
/// <reference path="./crx3.d.ts" />
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import crx3 from 'crx3';
import { zipSync } from 'fflate';

/*
 * From a built folder to a package, the same bytes each time: files sorted by name, one fixed time, a deterministic
 * signature (RSASSA-PKCS1-v1_5).
 */

/** Zip times have no zone; noon keeps the day whatever zone the machine is in. */
const FIXED_TIME = new Date(2026, 0, 1, 12);

/** Signs a folder into a CRX3 file with an RSA key in PEM. */
export async function writeCrx(folder: string, keyFile: string, target: string): Promise<void> {
  await crx3(
    filesIn(folder).map((file) => join(folder, file)),
    { keyPath: keyFile, crxPath: target, forceDateTime: FIXED_TIME.getTime() / 1000 },
  );
}

/** Writes a folder as an XPI, which is a plain zip. Signing it is Mozilla's part. */
export function writeXpi(folder: string, target: string): void {
  const files = Object.fromEntries(
    filesIn(folder).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]),
  );
  writeFileSync(target, zipSync(files, { level: 9, mtime: FIXED_TIME }));
}

/** Chromium's id of a key: the first 32 hex digits of SHA-256(DER SPKI), written with the letters a to p. */
export function chromiumIdOf(keyFile: string): string {
  const publicKey = createPublicKey(createPrivateKey(readFileSync(keyFile)));
  const digest = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return digest
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}

export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
