import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, equalBytes } from './bytes.ts';
import { CandorError } from './errors.ts';
import { blobField, jsonBytes, keyField, parseJson, shortText, tidied } from './json-fields.ts';
import type { MemberKeys } from './member-keys.ts';
import { openSignedBlob, signBlob } from './signing.ts';

const CONTEXT = 'candor member card 1';

const insideSchema = v.strictObject({ label: shortText, sign: keyField, box: keyField });
const cardSchema = v.strictObject({
  v: v.literal(1),
  what: v.literal('candor member card'),
  sign: keyField,
  blob: blobField,
});

/** What a member hands over to be put on a desk: public keys and the label that colleagues will know. */
export interface MemberCard {
  readonly label: string;
  /** Ed25519. */
  readonly sign: Bytes;
  /** X25519. */
  readonly box: Bytes;
}

/** A card as the inbox writes it: signed with the member's own key, so that nobody can hand over another's box key. */
export function encodeMemberCard(label: string, keys: MemberKeys): Bytes {
  const sign = toBase64url(keys.signing.publicKey);
  const inside = jsonBytes({ label, sign, box: toBase64url(keys.box.publicKey) });
  return jsonBytes({
    v: 1,
    what: 'candor member card',
    sign,
    blob: toBase64url(signBlob(CONTEXT, keys.signing.seed, inside)),
  });
}

/** Reads and verifies a card. Throws `bad-public-file` or `bad-signature`. */
export async function verifyMemberCard(bytes: Uint8Array): Promise<MemberCard> {
  const card = parseJson(cardSchema, tidied(bytes, 'member card'), 'member card');
  const inside = parseJson(insideSchema, await openSignedBlob(CONTEXT, card.sign, card.blob), 'member card');
  if (!equalBytes(inside.sign, card.sign)) throw new CandorError('bad-signature', 'the card is not its own');
  return inside;
}
