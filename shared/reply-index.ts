import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { blobField, dayField, hashField, jsonBytes, parseJson } from './json-fields.ts';
import { openSignedBlob, signBlob } from './signing.ts';

const CONTEXT = 'candor reply index 1';
export const MOST_INDEX_DAYS = 400;

const indexSchema = v.strictObject({
  v: v.literal(1),
  /** Never falls. */
  serial: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The reply packs of each day, newest day first, by SHA-256. */
  days: v.pipe(
    v.array(v.strictObject({ day: dayField, packs: v.array(hashField) })),
    v.maxLength(MOST_INDEX_DAYS),
  ),
});

/** Which reply packs there are: the same list for every install, signed by the mailroom. */
export type ReplyIndex = v.InferOutput<typeof indexSchema>;

const fileSchema = v.strictObject({ v: v.literal(1), blob: blobField });

export function signReplyIndex(index: Omit<ReplyIndex, 'v'>, mailroomSeed: Uint8Array): Bytes {
  const payload = jsonBytes({
    v: 1,
    serial: index.serial,
    days: index.days.map(({ day, packs }) => ({ day, packs: packs.map(toBase64url) })),
  });
  return jsonBytes({ v: 1, blob: toBase64url(signBlob(CONTEXT, mailroomSeed, payload)) });
}

/** Reads and verifies the public file `index`. Throws `bad-signature` or `bad-public-file`. */
export async function verifyReplyIndex(
  bytes: Uint8Array,
  mailroomPublicKey: Uint8Array,
): Promise<ReplyIndex> {
  const file = parseJson(fileSchema, bytes, 'reply index');
  return parseJson(indexSchema, await openSignedBlob(CONTEXT, mailroomPublicKey, file.blob), 'reply index');
}
