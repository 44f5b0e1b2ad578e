import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { sha256 } from './hash.ts';
import { dayField, hashField, jsonBytes, parseJson } from './json-fields.ts';
import { type Desk, formerMemberOf, type Keyring, memberOf } from './keyring.ts';
import { kidOf } from './kid.ts';
import { type BoxKeyPair, openSealed, seal } from './sealed-box.ts';
import { openSignedBlob, type SigningKeyPair, signBlob } from './signing.ts';
import { KID, MAGIC, SIGNATURE } from './sizes.ts';
import { actionAsJson, actionSchema } from './team-actions.ts';
import type { OpenBox } from './x25519.ts';

/*
 * EVENT = kid of the desk's weekly key(4) ‖ SB(that key, "CDe1" ‖ member kid(4) ‖ signature(64) ‖ JSON)
 *
 * Its id is SHA-256(EVENT). The kid stands in front so that nobody ever tries several keys on one event. The JSON is
 * padded with spaces to a multiple of 512 bytes: by its size the mailroom cannot tell a note from an acknowledgement.
 */

const EVENT_MAGIC = utf8('CDe1');
const CONTEXT = 'candor team event 1';
export const EVENT_PADDING = 512;

const eventSchema = v.strictObject({
  v: v.literal(1),
  desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  /** Ids of the events that nobody had followed up when the author wrote: gaps and rollbacks show. */
  heads: v.array(hashField),
  day: dayField,
  /** Id of the concern, SHA-256(ENVELOPE); `null` for what is about the desk and not about one concern. */
  concern: v.nullable(hashField),
  what: actionSchema,
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
  const payload = padded(
    jsonBytes({
      v: 1,
      ...event,
      heads: event.heads.map(toBase64url),
      concern: event.concern === null ? null : toBase64url(event.concern),
      what: actionAsJson(event.what),
    }),
  );
  const inside = concat(EVENT_MAGIC, kidOf(author.publicKey), signBlob(CONTEXT, author.seed, payload));
  return concat(kidOf(deskPublicKey), seal(deskPublicKey, inside, random));
}

/** The kid of the weekly key an event is sealed to, or `null` for what is too short to be one. */
export function eventKidOf(event: Uint8Array): Bytes | null {
  return event.length > KID + SIGNATURE ? slice(event, 0, KID) : null;
}

/**
 * Opens an event with the key that `eventKidOf` named, by `open` where many are opened. `null` when it was not sealed to this key; throws
 * `bad-signature` or `not-yours` when it does not come from a member of the desk, `could-not-read` when it is broken.
 */
export async function openTeamEvent(
  sealed: Uint8Array,
  deskKey: BoxKeyPair,
  desk: Desk,
  keyring: Keyring,
  open: OpenBox = async (keyPair, box) => openSealed(keyPair, box),
): Promise<OpenedTeamEvent | null> {
  if (!equalBytes(sealed.subarray(0, KID), kidOf(deskKey.publicKey))) return null;
  const inside = await open(deskKey, sealed.subarray(KID));
  if (inside === null) return null;
  if (!equalBytes(inside.subarray(0, MAGIC), EVENT_MAGIC)) throw new CandorError('could-not-read');
  const by = slice(inside, MAGIC, MAGIC + KID);
  const isMember = desk.members.some((kid) => equalBytes(kid, by));
  const gone = isMember ? undefined : formerMemberOf(keyring, by, desk);
  const author = isMember ? memberOf(keyring, by) : gone;
  if (author === undefined) throw new CandorError('not-yours');
  const payload = await openSignedBlob(CONTEXT, author.sign, inside.subarray(MAGIC + KID));
  const event = parseJson(eventSchema, unpadded(payload), 'team event', 'could-not-read');
  if (event.desk !== desk.id) throw new CandorError('not-yours');
  // What somebody did before leaving was done; what comes afterwards did not come from the desk.
  if (gone !== undefined && event.day > gone.left) throw new CandorError('not-yours');
  return { ...event, id: sha256(sealed), by };
}

/** JSON ends in a brace, so padding with spaces needs no length of its own. */
function padded(json: Uint8Array): Bytes {
  const whole = new Uint8Array(Math.ceil(json.length / EVENT_PADDING) * EVENT_PADDING).fill(0x20);
  whole.set(json);
  return whole;
}

/** Throws `could-not-read` for any length but the one that `padded` gives, so that padding cannot carry anything. */
function unpadded(payload: Uint8Array): Bytes {
  let end = payload.length;
  while (end > 0 && payload[end - 1] === 0x20) end--;
  const json = slice(payload, 0, end);
  if (padded(json).length !== payload.length) throw new CandorError('could-not-read');
  return json;
}
