import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, equalBytes } from './bytes.ts';
import { caseFields } from './case-card.ts';
import { CandorError } from './errors.ts';
import { blobField, dayField, jsonBytes, kidField, parseJson, shortText } from './json-fields.ts';
import { formerMemberOf, type Keyring, memberOf } from './keyring.ts';
import { kidOf } from './kid.ts';
import { MOST_PULSES, publishedPulseSchema, supportRequestsSchema } from './published-pulse.ts';
import { openSignedBlob, signBlob } from './signing.ts';

const CONTEXT = 'candor bulletin 1';
/** Places with fewer staff are named by their parent: a smaller group would identify the person. */
export const SMALLEST_PLACE = 11;
/** Cards from other hospitals that a bulletin holds. */
export const MOST_CASES = 8;

const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,32}$/));

const placeSchema = v.strictObject({
  code,
  label: shortText,
  parent: v.optional(code),
  /** How many people work there. */
  staff: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const contactSchema = v.strictObject({
  kind: v.picklist(['phone', 'quiet-space', 'link', 'offer']),
  label: shortText,
  detail: v.optional(shortText),
  hours: v.optional(shortText),
});

const isoWeek = v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/));
/** Whose word it is, as a desk writes it, and the day by which the first answers will be there. */
export const pledgeFields = {
  name: shortText,
  role: shortText,
  answersBy: dayField,
  /** Words of their own. */
  words: v.optional(shortText),
};
const share = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100), v.multipleOf(5));

/** What a bulletin may say. */
export const bulletinSchema = v.strictObject({
  v: v.literal(1),
  /** Never falls. */
  serial: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  issued: dayField,
  /** Language of the site, for the hint that another one can identify. BCP 47. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  emergency: v.strictObject({ label: shortText, number: shortText }),
  /** What to do while nothing leaves this computer. */
  fallback: v.strictObject({ phone: shortText, paper: shortText }),
  incidentSystem: v.optional(
    v.strictObject({ label: shortText, url: v.pipe(v.string(), v.url(), v.startsWith('https://')) }),
  ),
  places: v.pipe(v.array(placeSchema), v.maxLength(2000)),
  support: v.pipe(v.array(contactSchema), v.maxLength(50)),
  stories: v.pipe(
    v.array(
      v.strictObject({
        said: shortText,
        did: shortText,
        week: isoWeek,
      }),
    ),
    v.maxLength(50),
  ),
  /** How often each desk kept its word over the last half year, in steps of 5 %, and only of 11 concerns or more. */
  promises: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
          /** The week it was counted in. */
          week: isoWeek,
          /** Of a hundred, how many a person acknowledged within 7 days. */
          acknowledged: v.optional(share),
          /** Of a hundred, how many were answered within 3 months. */
          answered: v.optional(share),
        }),
      ),
      v.maxLength(32),
    ),
  ),
  /** What somebody who leads here promises to whoever speaks up; every language has its own words for the promise. */
  pledge: v.optional(
    v.strictObject({
      /** The desk that tells it. */
      desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
      ...pledgeFields,
    }),
  ),
  /** What desks ask everybody at the moment. */
  pulses: v.optional(v.pipe(v.array(publishedPulseSchema), v.maxLength(MOST_PULSES))),
  /** How many asked each desk for support in a whole quarter, from 11 on. */
  supportRequests: v.optional(v.pipe(v.array(supportRequestsSchema), v.maxLength(32))),
  /** What other hospitals learned, where two members here agreed to tell it. */
  cases: v.optional(
    v.pipe(
      v.array(v.strictObject({ from: shortText, ...caseFields, week: isoWeek })),
      v.maxLength(MOST_CASES),
    ),
  ),
  notices: v.pipe(
    v.array(v.strictObject({ title: shortText, text: v.pipe(v.string(), v.maxLength(1000)) })),
    v.maxLength(20),
  ),
});

/** What desks tell everyone: places, support contacts, stories, notices. The same bytes for every install. */
export type Bulletin = v.InferOutput<typeof bulletinSchema>;
export type Pledge = NonNullable<Bulletin['pledge']>;
export type Place = v.InferOutput<typeof placeSchema>;

const fileSchema = v.strictObject({ v: v.literal(1), by: kidField, blob: blobField });

export function signBulletin(bulletin: Bulletin, member: { publicKey: Uint8Array; seed: Uint8Array }): Bytes {
  const payload = jsonBytes(bulletin);
  parseJson(bulletinSchema, payload, 'bulletin');
  return jsonBytes({
    v: 1,
    by: toBase64url(kidOf(member.publicKey)),
    blob: toBase64url(signBlob(CONTEXT, member.seed, payload)),
  });
}

/** Reads and verifies the public file `bulletin`: signed by a member of any desk. Throws like `verifyKeyring`. */
export async function verifyBulletin(bytes: Uint8Array, keyring: Keyring): Promise<Bulletin> {
  const file = parseJson(fileSchema, bytes, 'bulletin');
  const onADesk = keyring.desks.some((desk) => desk.members.some((kid) => equalBytes(kid, file.by)));
  const gone = onADesk ? undefined : formerMemberOf(keyring, file.by);
  const member = onADesk ? memberOf(keyring, file.by) : gone;
  if (member === undefined) {
    throw new CandorError('not-yours', 'the bulletin is signed by nobody on a desk');
  }
  const payload = await openSignedBlob(CONTEXT, member.sign, file.blob);
  const bulletin = parseJson(bulletinSchema, payload, 'bulletin');
  // Removing a member must not take away what they had told everybody; they tell nothing new.
  if (gone !== undefined && bulletin.issued > gone.left) {
    throw new CandorError('not-yours', 'the bulletin is signed by somebody who had left');
  }
  return bulletin;
}

/** The place to send for the one a person picked: itself, or its nearest ancestor with enough staff, or none. */
export function rolledUp(
  places: readonly Place[],
  picked: string,
): { code: string | null; rolledUp: boolean } {
  let place = places.find((candidate) => candidate.code === picked);
  const seen = new Set<string>();
  while (place !== undefined && place.staff < SMALLEST_PLACE && !seen.has(place.code)) {
    seen.add(place.code);
    const parent: string | undefined = place.parent;
    place = places.find((candidate) => candidate.code === parent);
  }
  const found = place !== undefined && place.staff >= SMALLEST_PLACE ? place.code : null;
  return { code: found, rolledUp: found !== picked };
}
