import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { sha256 } from './hash.ts';
import { dayField, hashField, jsonBytes, parseJson } from './json-fields.ts';
import { type Desk, type Keyring, memberOf } from './keyring.ts';
import { kidOf } from './kid.ts';
import { type BoxKeyPair, openSealed, seal } from './sealed-box.ts';
import { openSignedBlob, type SigningKeyPair, signBlob } from './signing.ts';
import { KID, MAGIC } from './sizes.ts';

/*
 * EVENT = SB(desk's weekly key, "CDe1" ‖ member kid(4) ‖ signature(64) ‖ JSON). Its id is SHA-256(EVENT).
 */

const EVENT_MAGIC = utf8('CDe1');
const CONTEXT = 'candor team event 1';

const eventSchema = v.strictObject({
  v: v.literal(1),
  desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  /** Ids of the events that nobody had followed up when the author wrote: gaps and rollbacks show. */
  heads: v.array(hashField),
  day: dayField,
  /** Id of the concern: SHA-256(ENVELOPE). */
  concern: hashField,
  what: v.variant('type', [v.strictObject({ type: v.literal('acknowledged') })]),
});

/** One thing a member did, as all colleagues on the desk read it. */
export type TeamEvent = v.InferOutput<typeof eventSchema>;

/** An event with its id and its author's kid. */
export interface OpenedTeamEvent extends TeamEvent {
  readonly id: Bytes;
  readonly by: Bytes;
}

export function sealTeamEvent(
  event: Omit<TeamEvent, 'v'>,
  author: SigningKeyPair,
  deskPublicKey: Uint8Array,
  random: RandomBytes,
): Bytes {
  const payload = jsonBytes({
    v: 1,
    ...event,
    heads: event.heads.map(toBase64url),
    concern: toBase64url(event.concern),
  });
  return seal(
    deskPublicKey,
    concat(EVENT_MAGIC, kidOf(author.publicKey), signBlob(CONTEXT, author.seed, payload)),
    random,
  );
}

/**
 * Opens an event. `null` when it was not sealed to this key; throws `bad-signature` or `not-yours` when it does not
 * come from a member of the desk, `could-not-read` when it is broken.
 */
export async function openTeamEvent(
  sealed: Uint8Array,
  deskKey: BoxKeyPair,
  desk: Desk,
  keyring: Keyring,
): Promise<OpenedTeamEvent | null> {
  const inside = openSealed(deskKey, sealed);
  if (inside === null) return null;
  if (!equalBytes(inside.subarray(0, MAGIC), EVENT_MAGIC)) throw new CandorError('could-not-read');
  const by = slice(inside, MAGIC, MAGIC + KID);
  const member = memberOf(keyring, by);
  if (member === undefined || !desk.members.some((kid) => equalBytes(kid, by)))
    throw new CandorError('not-yours');
  const payload = await openSignedBlob(CONTEXT, member.sign, inside.subarray(MAGIC + KID));
  const event = parseJson(eventSchema, payload, 'team event');
  if (event.desk !== desk.id) throw new CandorError('not-yours');
  return { ...event, id: sha256(sealed), by };
}
