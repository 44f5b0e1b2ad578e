import { type Bulletin, verifyBulletin } from '../../shared/bulletin.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { type KeyRecord, type Keys, keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { checkSuccession } from '../../shared/keyring.ts';
import { type Manifest, verifyManifest } from '../../shared/manifest.ts';
import { type ReplyIndex, verifyReplyIndex } from '../../shared/reply-index.ts';

/*
 * The public files as an install has them. They lie on disk as the relay gave them and are verified again whenever
 * they are read: the pins may have changed, and nothing that is not signed is ever used.
 */

export const FILE_NAMES = ['keys', 'bulletin', 'index'] as const;
export type FileName = (typeof FILE_NAMES)[number];
export type PublicName = FileName | 'manifest';

/** As stored; `null` for what never came. */
export type PublicBytes = Readonly<Record<PublicName, Bytes | null>>;

/** As verified; `null` for what is not there or does not hold under these pins. */
export interface PublicFiles {
  readonly manifest: Manifest | null;
  readonly manifestBytes: Bytes | null;
  readonly keys: Keys | null;
  readonly bulletin: Bulletin | null;
  readonly index: ReplyIndex | null;
}

export interface Pins {
  readonly rootKey: Bytes;
  readonly relayKey: Bytes;
}

export const NO_FILES: PublicBytes = { manifest: null, keys: null, bulletin: null, index: null };

export async function readPublicFiles(stored: PublicBytes, pins: Pins): Promise<PublicFiles> {
  const manifest = await whole(stored.manifest, (bytes) => verifyManifest(bytes, pins.relayKey));
  const keys = await whole(stored.keys, (bytes) => verifyKeysFile(bytes, pins.rootKey));
  const keyring = keys?.keyring;
  return {
    manifest,
    manifestBytes: manifest === null ? null : stored.manifest,
    keys,
    bulletin: keyring ? await whole(stored.bulletin, (bytes) => verifyBulletin(bytes, keyring)) : null,
    index: keyring ? await whole(stored.index, (bytes) => verifyReplyIndex(bytes, keyring.mailroom)) : null,
  };
}

/** The files that the manifest names and the install does not have; the keys alone while they are among them. */
export function lackingFiles(manifest: Manifest, stored: PublicBytes): readonly FileName[] {
  const lacking = FILE_NAMES.filter((name) => {
    const hash = manifest.files[name];
    const bytes = stored[name];
    return !isNothing(hash) && (bytes === null || !equalBytes(sha256(bytes), hash));
  });
  // Everything else is signed by somebody whom the keys name, so they come first.
  return lacking.includes('keys') ? ['keys'] : lacking;
}

/**
 * Verifies a file that was just fetched and that has the hash which the manifest names. Throws what makes an install
 * stop: a signature that does not hold, a serial that fell, a keyring that does not continue the known one.
 */
export async function checkNewFile(
  name: FileName,
  bytes: Bytes,
  known: PublicFiles,
  pins: Pins,
): Promise<void> {
  if (name === 'keys') {
    const next = await verifyKeysFile(bytes, pins.rootKey);
    if (known.keys === null) return;
    checkSuccession(
      { keyring: known.keys.keyring, blob: known.keys.keyringBlob },
      { keyring: next.keyring, blob: next.keyringBlob },
    );
    return;
  }
  if (known.keys === null) throw new CandorError('unknown-key', `no keys to verify the ${name} with`);
  const { keyring } = known.keys;
  const serial =
    name === 'bulletin'
      ? (await verifyBulletin(bytes, keyring)).serial
      : (await verifyReplyIndex(bytes, keyring.mailroom)).serial;
  if (serial < (known[name]?.serial ?? 0))
    throw new CandorError('stale', `the ${name} is older than the known one`);
}

/** The mailroom's key to seal to, by the manifest's clock. */
export function intakeKeyOf(files: PublicFiles): KeyRecord | undefined {
  return files.manifest === null || files.keys === null
    ? undefined
    : keyInUse(files.keys.records, 0, files.manifest.timeSeconds);
}

async function whole<T>(bytes: Bytes | null, verify: (bytes: Bytes) => Promise<T>): Promise<T | null> {
  if (bytes === null) return null;
  try {
    return await verify(bytes);
  } catch (error) {
    if (error instanceof CandorError) return null;
    throw error;
  }
}

/** How a manifest names a file that nobody has made yet: zeros, or the hash of no bytes. */
function isNothing(hash: Bytes): boolean {
  return hash.every((byte) => byte === 0) || equalBytes(hash, sha256());
}
