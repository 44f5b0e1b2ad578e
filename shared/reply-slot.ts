import { type Bytes, concat, equalBytes, type RandomBytes, readU16, slice, u16, u32, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { hmacSha256 } from './hash.ts';
import { deskOf, type Keyring, memberOf } from './keyring.ts';
import { kidOf } from './kid.ts';
import type { ReplyKeys } from './message.ts';
import type { ReplySecret } from './receipt.ts';
import { decodeReply, encodeReply, REPLY_TYPES, type Reply } from './reply.ts';
import { openSealed, seal } from './sealed-box.ts';
import { isSigned, type SigningKeyPair, sign } from './signing.ts';
import { KID, MAGIC, REPLY, REPLY_SLOT, REPLY_TAG, REPLY_TEXT, SIGNATURE } from './sizes.ts';

/*
 * REPLY_SLOT = tag(16) ‖ SB(reply key, REPLY)
 * REPLY      = "CDr1" ‖ type(1) ‖ kid of the member(4) ‖ signature(64) ‖ length(2) ‖ text(885, zero padded)
 *
 * The signature covers "candor reply 1" ‖ length(2) ‖ organisation ‖ desk(1) ‖ reply key(32) ‖ tag(16) ‖ type(1) ‖
 * length(2) ‖ text: a reply that is moved to another receipt, desk or place in the thread does not verify.
 */

const REPLY_MAGIC = utf8('CDr1');
const SIGNATURE_LABEL = utf8('candor reply 1');
const TAG_LABEL = utf8('candor tag 1');

/**
 * A reader stops when so many tags in a row are not there: packs that are too old or have not come yet leave gaps, and
 * so do places in a thread that were given out and never used.
 */
export const REPLY_GAP = 64;

/** Which receipt a reply is for, and which place it takes among that receipt's replies. */
export interface ReplyPlace {
  /** Id of the organisation. */
  readonly organisation: string;
  readonly desk: number;
  readonly index: number;
}

/** A reply that opened and verified. */
export interface OpenedReply {
  readonly reply: Reply;
  /** Kid of the member who signed it. */
  readonly by: Bytes;
}

/** The name under which the reply number `index` of a receipt lies in the packs, 16 bytes. */
export function replyTag(tagKey: Uint8Array, index: number): Bytes {
  return slice(hmacSha256(tagKey, TAG_LABEL, u32(index)), 0, REPLY_TAG);
}

export function tagOfSlot(slot: Uint8Array): Bytes {
  return slice(slot, 0, REPLY_TAG);
}

/** Bytes left in a slot that holds this reply; negative when it does not fit. Throws `bad-request` like `encodeReply`. */
export function replyRoom(reply: Reply): number {
  return REPLY_TEXT - encodeReply(reply).length;
}

/**
 * Seals a reply to a receipt: always 1,024 bytes. Throws `too-long` when it does not fit, `bad-request` for a reply that
 * nobody could read, `unknown-key` for a reply key that cannot be sealed to.
 */
export function sealReplySlot(
  reply: Reply,
  to: ReplyPlace & { readonly reply: ReplyKeys },
  author: SigningKeyPair,
  random: RandomBytes,
): Bytes {
  const text = encodeReply(reply);
  if (text.length > REPLY_TEXT) throw new CandorError('too-long');
  const tag = replyTag(to.reply.tagKey, to.index);
  const type = REPLY_TYPES.indexOf(reply.type);
  const signature = sign(author.seed, signedPart(to, to.reply.publicKey, tag, type, text));
  const header = concat(
    REPLY_MAGIC,
    new Uint8Array([type]),
    kidOf(author.publicKey),
    signature,
    u16(text.length),
  );
  const inside = new Uint8Array(REPLY);
  inside.set(header);
  inside.set(text, header.length);
  return concat(tag, seal(to.reply.publicKey, inside, random));
}

/**
 * Opens a slot with a receipt's secret for one desk. `null` when it is not for this place. When it is, throws
 * `could-not-read` for one that is broken, `not-yours` or `bad-signature` for one that no member of the desk has signed.
 */
export async function openReplySlot(
  slot: Uint8Array,
  at: ReplyPlace & { readonly secret: ReplySecret },
  keyring: Keyring,
): Promise<OpenedReply | null> {
  const { keyPair, tagKey } = at.secret;
  const tag = replyTag(tagKey, at.index);
  if (slot.length !== REPLY_SLOT || !equalBytes(slot.subarray(0, REPLY_TAG), tag)) return null;
  const inside = openSealed(keyPair, slot.subarray(REPLY_TAG));
  if (inside === null) return null;
  const { type, by, signature, text } = fieldsOf(inside);
  const member = memberOf(keyring, by);
  const onDesk = deskOf(keyring, at.desk)?.members.some((kid) => equalBytes(kid, by)) === true;
  if (member === undefined || !onDesk) throw new CandorError('not-yours');
  const signed = signedPart(at, keyPair.publicKey, tag, type, text);
  if (!(await isSigned(member.sign, signed, signature))) throw new CandorError('bad-signature');
  const name = REPLY_TYPES[type];
  if (name === undefined) throw new CandorError('could-not-read');
  return { reply: decodeReply(name, text), by };
}

function fieldsOf(inside: Uint8Array): { type: number; by: Bytes; signature: Bytes; text: Bytes } {
  const kidAt = MAGIC + 1;
  const signatureAt = kidAt + KID;
  const lengthAt = signatureAt + SIGNATURE;
  const textAt = lengthAt + 2;
  const length = readU16(inside, lengthAt);
  const wellFormed =
    inside.length === REPLY &&
    equalBytes(inside.subarray(0, MAGIC), REPLY_MAGIC) &&
    length <= REPLY_TEXT &&
    inside.subarray(textAt + length).every((byte) => byte === 0);
  if (!wellFormed) throw new CandorError('could-not-read');
  return {
    type: inside[MAGIC] ?? REPLY_TYPES.length,
    by: slice(inside, kidAt, signatureAt),
    signature: slice(inside, signatureAt, lengthAt),
    text: slice(inside, textAt, textAt + length),
  };
}

/** A length stands before whatever has no fixed one, so that no two replies are signed as the same bytes. */
function signedPart(
  { organisation, desk }: Pick<ReplyPlace, 'organisation' | 'desk'>,
  replyKey: Uint8Array,
  tag: Uint8Array,
  type: number,
  text: Uint8Array,
): Bytes {
  const name = utf8(organisation);
  return concat(
    SIGNATURE_LABEL,
    u16(name.length),
    name,
    new Uint8Array([desk]),
    replyKey,
    tag,
    new Uint8Array([type]),
    u16(text.length),
    text,
  );
}
