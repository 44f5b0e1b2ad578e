import { type Bytes, concat, equalBytes, readU32, slice, u32, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { sha256 } from './hash.ts';
import { isSigned, sign } from './signing.ts';
import { HASH, HOP_RECORD, KEY, MAGIC, MANIFEST, MANIFEST_HASH, SIGNATURE } from './sizes.ts';

/*
 * MANIFEST = "CDm1" ‖ number(4) ‖ time(4) ‖ crowd(4) ‖ current hop record(40) ‖ next hop record(40)
 *            ‖ hash of keys(32) ‖ hash of bulletin(32) ‖ hash of index(32) ‖ relay's signature(64)
 * hop record = public key(32) ‖ from(4) ‖ until(4); times in seconds since 1970.
 */

const MANIFEST_MAGIC = utf8('CDm1');
const CONTEXT = utf8('candor manifest 1');

export interface HopRecord {
  readonly publicKey: Bytes;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** The relay's word on what everyone has: one for all installs at a time, and the only clock they go by. */
export interface Manifest {
  /** Never falls. */
  readonly number: number;
  readonly timeSeconds: number;
  /** Machines in the last packs. */
  readonly crowd: number;
  readonly hop: HopRecord;
  readonly nextHop: HopRecord;
  /** SHA-256 of each public file. */
  readonly files: { readonly keys: Bytes; readonly bulletin: Bytes; readonly index: Bytes };
}

/** Throws `bad-length` for a key or hash of a wrong length, or a number that does not fit its four bytes. */
export function signManifest(manifest: Manifest, relaySeed: Uint8Array): Bytes {
  const payload = concat(
    MANIFEST_MAGIC,
    u32(manifest.number),
    u32(manifest.timeSeconds),
    u32(manifest.crowd),
    hopRecordBytes(manifest.hop),
    hopRecordBytes(manifest.nextHop),
    manifest.files.keys,
    manifest.files.bulletin,
    manifest.files.index,
  );
  if (payload.length !== MANIFEST - SIGNATURE) throw new CandorError('bad-length');
  return concat(payload, sign(relaySeed, concat(CONTEXT, payload)));
}

/** Reads and verifies a manifest. Throws `bad-length`, `bad-signature` or `bad-public-file`. */
export async function verifyManifest(bytes: Uint8Array, relayPublicKey: Uint8Array): Promise<Manifest> {
  if (bytes.length !== MANIFEST) throw new CandorError('bad-length', `a manifest has ${MANIFEST} bytes`);
  const payload = slice(bytes, 0, MANIFEST - SIGNATURE);
  if (!(await isSigned(relayPublicKey, concat(CONTEXT, payload), bytes.subarray(MANIFEST - SIGNATURE)))) {
    throw new CandorError('bad-signature', 'the manifest is not signed by the pinned relay identity');
  }
  if (!equalBytes(payload.subarray(0, MAGIC), MANIFEST_MAGIC)) throw new CandorError('bad-public-file');
  const hopAt = MAGIC + 3 * 4;
  const keysAt = hopAt + 2 * HOP_RECORD;
  return {
    number: readU32(payload, MAGIC),
    timeSeconds: readU32(payload, MAGIC + 4),
    crowd: readU32(payload, MAGIC + 8),
    hop: hopRecordAt(payload, hopAt),
    nextHop: hopRecordAt(payload, hopAt + HOP_RECORD),
    files: {
      keys: slice(payload, keysAt, keysAt + HASH),
      bulletin: slice(payload, keysAt + HASH, keysAt + 2 * HASH),
      index: slice(payload, keysAt + 2 * HASH, keysAt + 3 * HASH),
    },
  };
}

/** The 8 bytes by which a cell tells the relay which manifest its sender has. */
export function manifestHashOf(manifestBytes: Uint8Array): Bytes {
  return slice(sha256(manifestBytes), 0, MANIFEST_HASH);
}

function hopRecordBytes(record: HopRecord): Bytes {
  return concat(record.publicKey, u32(record.fromSeconds), u32(record.untilSeconds));
}

function hopRecordAt(bytes: Uint8Array, at: number): HopRecord {
  return {
    publicKey: slice(bytes, at, at + KEY),
    fromSeconds: readU32(bytes, at + KEY),
    untilSeconds: readU32(bytes, at + KEY + 4),
  };
}
