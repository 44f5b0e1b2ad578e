import { type Bytes, concat, equalBytes, type RandomBytes, readU16, slice, u16, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { type BoxKeyPair, newBoxKeyPair, openSealed, seal } from './sealed-box.ts';
import { BODY, ENVELOPE, KEY, MAGIC, MESSAGE } from './sizes.ts';

/*
 * ENVELOPE = SB(desk, MESSAGE)
 * MESSAGE  = "CDd1" ‖ type(1) ‖ flags(1) ‖ reply public key(32) ‖ reply tag key(32) ‖ length(2) ‖ body(3,831, zero padded)
 */

const MESSAGE_MAGIC = utf8('CDd1');
const TYPES = ['concern', 'follow-up', 'answer'] as const;
export type MessageType = (typeof TYPES)[number];

/** What a desk finds in an envelope. */
export interface Message {
  readonly type: MessageType;
  /** Where an answer can be sealed to; every message carries one, whether or not anybody means to come back. */
  readonly reply: ReplyKeys;
  /** Deflated JSON, at most `BODY` bytes. See body.ts. */
  readonly body: Bytes;
}

/** The public half of a receipt: an X25519 public key and the key that names its reply slots, 32 bytes each. */
export interface ReplyKeys {
  readonly publicKey: Bytes;
  readonly tagKey: Bytes;
}

/** Reply keys to which nobody holds the secret: what every message carries whose sender has no receipt. */
export function replyKeysOfNobody(random: RandomBytes): ReplyKeys {
  return { publicKey: newBoxKeyPair(random).publicKey, tagKey: random(KEY) };
}

/** Seals a message to a desk's weekly key: always 3,951 bytes. Throws `too-long` when the body does not fit. */
export function sealEnvelope(deskPublicKey: Uint8Array, message: Message, random: RandomBytes): Bytes {
  return seal(deskPublicKey, encodeMessage(message), random);
}

/**
 * Opens an envelope. `null` when it was not sealed to this key; throws `could-not-read` when it was and is broken,
 * so that a desk can say so instead of losing it.
 */
export function openEnvelope(envelope: Uint8Array, deskKey: BoxKeyPair): Message | null {
  if (envelope.length !== ENVELOPE) return null;
  const message = openSealed(deskKey, envelope);
  return message === null ? null : decodeMessage(message);
}

export function encodeMessage(message: Message): Bytes {
  const { publicKey, tagKey } = message.reply;
  if (publicKey.length !== KEY || tagKey.length !== KEY) throw new CandorError('bad-length');
  if (message.body.length > BODY) throw new CandorError('too-long');
  const header = concat(
    MESSAGE_MAGIC,
    new Uint8Array([TYPES.indexOf(message.type) + 1, 0]),
    publicKey,
    tagKey,
  );
  const encoded = new Uint8Array(MESSAGE);
  encoded.set(header);
  encoded.set(u16(message.body.length), header.length);
  encoded.set(message.body, header.length + 2);
  return encoded;
}

export function decodeMessage(bytes: Uint8Array): Message {
  const replyAt = MAGIC + 2;
  const tagAt = replyAt + KEY;
  const lengthAt = tagAt + KEY;
  const bodyAt = lengthAt + 2;
  const type = TYPES[(bytes[MAGIC] ?? 0) - 1];
  const length = readU16(bytes, lengthAt);
  const wellFormed =
    bytes.length === MESSAGE &&
    equalBytes(bytes.subarray(0, MAGIC), MESSAGE_MAGIC) &&
    type !== undefined &&
    bytes[MAGIC + 1] === 0 &&
    length <= BODY &&
    bytes.subarray(bodyAt + length).every((byte) => byte === 0);
  if (!wellFormed) throw new CandorError('could-not-read');
  return {
    type,
    reply: { publicKey: slice(bytes, replyAt, tagAt), tagKey: slice(bytes, tagAt, lengthAt) },
    body: slice(bytes, bodyAt, bodyAt + length),
  };
}
