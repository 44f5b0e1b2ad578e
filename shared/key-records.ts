import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, compareBytes, equalBytes } from './bytes.ts';
import { CandorError } from './errors.ts';
import { blobField, jsonBytes, keyField, kidField, parseJson, secondsField } from './json-fields.ts';
import type { Keyring } from './keyring.ts';
import { deskOf, formerMemberOf, memberOf, verifyKeyring } from './keyring.ts';
import { kidOf } from './kid.ts';
import { openSignedBlob, signBlob } from './signing.ts';

const CONTEXT = 'candor key record 1';

const recordSchema = v.strictObject({
  v: v.literal(1),
  /** 0 for the mailroom's intake key, else the number of a desk. */
  desk: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
  key: keyField,
  /** In use from, and until: seconds since 1970. */
  from: secondsField,
  until: secondsField,
});

/** A weekly public key: the mailroom's (desk 0, signed by the mailroom) or a desk's (signed by a member). */
export type KeyRecord = v.InferOutput<typeof recordSchema>;

/** A record with who signed it: the kid of the mailroom's or a member's signing key. */
export interface SignedKeyRecord {
  readonly by: Bytes;
  readonly blob: Bytes;
}

const fileSchema = v.strictObject({
  v: v.literal(1),
  keyring: blobField,
  records: v.array(v.strictObject({ by: kidField, blob: blobField })),
});

/** What the public file `keys` says once everything in it has been verified. */
export interface Keys {
  readonly keyring: Keyring;
  readonly keyringBlob: Bytes;
  readonly records: readonly KeyRecord[];
}

export function signKeyRecord(
  record: Omit<KeyRecord, 'v'>,
  signer: { publicKey: Uint8Array; seed: Uint8Array },
): SignedKeyRecord {
  const payload = jsonBytes({ v: 1, ...record, key: toBase64url(record.key) });
  return { by: kidOf(signer.publicKey), blob: signBlob(CONTEXT, signer.seed, payload) };
}

/** Verifies one record against the keyring. Throws `bad-signature`, `not-yours` or `bad-public-file`. */
export async function verifyKeyRecord(record: SignedKeyRecord, keyring: Keyring): Promise<KeyRecord> {
  const byMailroom = equalBytes(record.by, kidOf(keyring.mailroom));
  const signer = byMailroom ? keyring.mailroom : memberOf(keyring, record.by)?.sign;
  const parsed = await openedRecord(record, signer);
  const maySign =
    parsed.desk === 0
      ? byMailroom
      : deskOf(keyring, parsed.desk)?.members.some((kid) => equalBytes(kid, record.by)) === true;
  if (!maySign) throw new CandorError('not-yours', 'a key record is signed by somebody who may not');
  return parsed;
}

/**
 * The same for a desk's week that has begun and is only sealed again, to colleagues who came later: whoever signed it may
 * have left since, and then it must have begun while they were there. Nobody seals anything new to such a key.
 */
export async function verifyPastKeyRecord(record: SignedKeyRecord, keyring: Keyring): Promise<KeyRecord> {
  const gone = memberOf(keyring, record.by) === undefined ? formerMemberOf(keyring, record.by) : undefined;
  if (gone === undefined) return verifyKeyRecord(record, keyring);
  const parsed = await openedRecord(record, gone.sign);
  const began = new Date(parsed.from * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length);
  if (!gone.desks.includes(parsed.desk) || began > gone.left) {
    throw new CandorError('not-yours', 'a key record is signed by somebody who had left');
  }
  return parsed;
}

async function openedRecord(record: SignedKeyRecord, signer: Uint8Array | undefined): Promise<KeyRecord> {
  if (signer === undefined)
    throw new CandorError('not-yours', 'a key record is signed by nobody in the keyring');
  const parsed = parseJson(recordSchema, await openSignedBlob(CONTEXT, signer, record.blob), 'key record');
  if (parsed.until <= parsed.from)
    throw new CandorError('bad-public-file', 'a key record ends before it starts');
  return parsed;
}

export function encodeKeysFile(keyringBlob: Uint8Array, records: readonly SignedKeyRecord[]): Bytes {
  return jsonBytes({
    v: 1,
    keyring: toBase64url(keyringBlob),
    records: records.map((record) => ({ by: toBase64url(record.by), blob: toBase64url(record.blob) })),
  });
}

/** Splits the public file `keys` without verifying anything. Throws `bad-public-file`. */
export function splitKeysFile(bytes: Uint8Array): { keyringBlob: Bytes; records: SignedKeyRecord[] } {
  const file = parseJson(fileSchema, bytes, 'keys');
  return { keyringBlob: file.keyring, records: file.records };
}

/** Reads and verifies the public file `keys` down to every record. Throws on the first thing that is not right. */
export async function verifyKeysFile(bytes: Uint8Array, rootPublicKey: Uint8Array): Promise<Keys> {
  const { keyringBlob, records } = splitKeysFile(bytes);
  const keyring = await verifyKeyring(keyringBlob, rootPublicKey);
  return {
    keyring,
    keyringBlob,
    records: await Promise.all(records.map((record) => verifyKeyRecord(record, keyring))),
  };
}

/**
 * The key to seal to at a moment, or `undefined` when there is none. Two members may have made one for the same week:
 * the lowest kid wins, for everyone.
 */
export function keyInUse(
  records: readonly KeyRecord[],
  desk: number,
  atSeconds: number,
): KeyRecord | undefined {
  return records
    .filter((record) => record.desk === desk && record.from <= atSeconds && atSeconds < record.until)
    .sort((a, b) => b.from - a.from || compareBytes(kidOf(a.key), kidOf(b.key)))[0];
}
