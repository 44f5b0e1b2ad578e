import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../../shared/bytes.ts';
import { encodeConcern } from '../../../shared/concern.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { Desk } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { CLOSING_REASONS } from '../../../shared/reply.ts';
import { seal } from '../../../shared/sealed-box.ts';
import { type SigningKeyPair, signBlob } from '../../../shared/signing.ts';
import { HARM_GRADES } from '../../../shared/taxonomy.ts';
import {
  MOST_ACKNOWLEDGED_TOGETHER,
  NOTE_LIMIT,
  ROUTES,
  type TeamAction,
} from '../../../shared/team-actions.ts';
import { EVENT_PADDING, eventKidOf, openTeamEvent, sealTeamEvent } from '../../../shared/team-log.ts';
import {
  amal,
  berit,
  chidi,
  keyring,
  peopleKey,
  SAFETY,
  safetyKey,
  stranger,
  TODAY,
} from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { anyReply } from './any-reply.ts';
import { laterCodeOf } from './code-of.ts';

const random = seededRandom('events');
const [safety, people] = keyring.desks as [Desk, Desk];
const concern = sha256(utf8('an envelope'));

function sealed(
  what: TeamAction = { type: 'in-review' },
  author: SigningKeyPair = amal.signing,
  desk = SAFETY,
) {
  return sealTeamEvent({ desk, heads: [], day: TODAY, concern, what }, author, safetyKey.publicKey, random);
}

const opened = (event: Uint8Array) => openTeamEvent(event, safetyKey, safety, keyring);

/** An event around any JSON, sealed and signed for real by a member. */
function around(json: Uint8Array, marker = 'CDe1'): Uint8Array {
  const author = amal.signing;
  const inside = concat(
    utf8(marker),
    kidOf(author.publicKey),
    signBlob('candor team event 1', author.seed, json),
  );
  return concat(kidOf(safetyKey.publicKey), seal(safetyKey.publicKey, inside, random));
}

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes));
const actions: fc.Arbitrary<TeamAction> = fc.oneof(
  fc.record({ type: fc.constant('acknowledged' as const) }),
  fc.record({
    type: fc.constant('acknowledged' as const),
    also: fc.array(hash, { maxLength: MOST_ACKNOWLEDGED_TOGETHER }),
  }),
  fc.record({
    type: fc.constant('assigned' as const),
    to: fc.constantFrom(null, kidOf(amal.signing.publicKey), kidOf(berit.signing.publicKey)),
  }),
  fc.record({
    type: fc.constant('noted' as const),
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: NOTE_LIMIT }),
  }),
  fc.record({ type: fc.constant('in-review' as const) }),
  fc.record({
    type: fc.constant('closed' as const),
    reason: fc.constantFrom(...CLOSING_REASONS),
    line: fc.string({ unit: 'grapheme', maxLength: 200 }),
  }),
  fc.record({
    type: fc.constant('replied' as const),
    index: fc.integer({ min: 0, max: 0xffffffff }),
    reply: anyReply,
  }),
  fc.record({ type: fc.constant('graded' as const), harm: fc.constantFrom(null, ...HARM_GRADES) }),
  fc.record({
    type: fc.constant('tagged' as const),
    tag: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
    on: fc.boolean(),
  }),
  fc.record({ type: fc.constant('merged' as const), into: fc.option(hash) }),
  fc.constant<TeamAction>({ type: 'recused' }),
  fc.record({ type: fc.constant('readmitted' as const), who: fc.constant(kidOf(amal.signing.publicKey)) }),
  fc.record({
    type: fc.constant('moved' as const),
    route: fc.constantFrom(...ROUTES),
    name: fc.constant('LFPSE'),
    reference: fc.string({ minLength: 1, maxLength: 20 }),
  }),
  fc.record({ type: fc.constantFrom('confirmed' as const, 'withdrawn' as const), event: hash }),
  fc.constant<TeamAction>({
    type: 'kept',
    copy: encodeConcern({ kind: 'hazard', t: { what: 'The rail is loose.' } }),
    released: TODAY,
    reason: 'inquest',
  }),
);

describe('a team event', { timeout: 60_000 }, () => {
  it('reads back with its id and author, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(actions, fc.array(hash, { maxLength: 5 }), async (what, heads) => {
        const event = { desk: SAFETY, heads, day: TODAY, concern, what };
        const bytes = sealTeamEvent(event, berit.signing, safetyKey.publicKey, random);
        expect(await opened(bytes)).toEqual({
          v: 1,
          ...event,
          id: sha256(bytes),
          by: kidOf(berit.signing.publicKey),
        });
      }),
      { numRuns: 40 },
    );
  });

  it('names the weekly key it is sealed to', () => {
    expect(eventKidOf(sealed())).toEqual(kidOf(safetyKey.publicKey));
    expect(eventKidOf(new Uint8Array(40))).toBeNull();
  });

  it('has one length for an acknowledgement, an assignment and a short note', () => {
    const lengths = [
      sealed(),
      sealed({ type: 'acknowledged' }),
      sealed({ type: 'assigned', to: null }),
      sealed({ type: 'noted', text: 'Asked the ward.' }),
      sealed({ type: 'closed', reason: 'resolved', line: 'Labels.' }),
    ].map(({ length }) => length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('is nothing to another key, or under another kid', async () => {
    expect(await openTeamEvent(sealed(), peopleKey, people, keyring)).toBeNull();
    const renamed = sealed();
    renamed.set(kidOf(peopleKey.publicKey));
    expect(await opened(renamed)).toBeNull();
    expect(await opened(new Uint8Array(0))).toBeNull();
    expect(await opened(sealed().subarray(0, 60))).toBeNull();
  });

  it.each([
    ['a stranger', stranger.signing],
    ['a member of another desk', chidi.signing],
  ])('by %s is not theirs to write', async (_, author) => {
    expect(await laterCodeOf(opened(sealed({ type: 'in-review' }, author)))).toBe('not-yours');
  });

  it('by somebody who has left counts up to their last day, on the desks they were on', async () => {
    const left = (day: string, desks = [SAFETY]) => ({
      ...keyring,
      former: [{ label: 'Gone', sign: stranger.signing.publicKey, desks, left: day }],
    });
    const event = sealed({ type: 'in-review' }, stranger.signing);
    const by = (others: typeof keyring) => openTeamEvent(event, safetyKey, safety, others);
    expect((await by(left(TODAY)))?.by).toEqual(kidOf(stranger.signing.publicKey));
    expect(await laterCodeOf(by(left('2020-01-01')))).toBe('not-yours');
    expect(await laterCodeOf(by(left(TODAY, [people.id])))).toBe('not-yours');
  });

  it('for another desk does not pass here', async () => {
    expect(await laterCodeOf(opened(sealed({ type: 'in-review' }, amal.signing, people.id)))).toBe(
      'not-yours',
    );
  });

  it('in the name of a colleague has a bad signature', async () => {
    const author = amal.signing;
    const blob = signBlob('candor team event 1', author.seed, utf8('{}'));
    const inside = concat(utf8('CDe1'), kidOf(berit.signing.publicKey), blob);
    const event = concat(kidOf(safetyKey.publicKey), seal(safetyKey.publicKey, inside, random));
    expect(await laterCodeOf(opened(event))).toBe('bad-signature');
  });

  const json = JSON.stringify({
    v: 1,
    desk: SAFETY,
    heads: [],
    day: TODAY,
    concern: Buffer.from(concern).toString('base64url'),
    what: { type: 'in-review' },
  });
  const pad = (text: string, to = EVENT_PADDING): Uint8Array => utf8(text.padEnd(to));

  it('made by hand passes, so that what follows fails for its own reason', async () => {
    expect(await laterCodeOf(opened(around(pad(json))))).toBe('no error');
  });

  it.each([
    ['no padding', utf8(json)],
    ['a byte of padding too few', pad(json, EVENT_PADDING - 1)],
    ['a whole block of padding too many', pad(json, 2 * EVENT_PADDING)],
    ['padding that says something', utf8(`${json.padEnd(EVENT_PADDING - 1)}x`)],
    ['padding in front', utf8(json.padStart(EVENT_PADDING))],
    ['padding alone', pad('')],
    ['nothing', new Uint8Array(0)],
    ['an unknown field', pad(json.replace('{', '{"more":1,'))],
    ['an unknown action', pad(json.replace('in-review', 'forgotten'))],
    ['an empty note', pad(json.replace('"in-review"', '"noted","text":""'))],
    ['a day that does not exist', pad(json.replace(TODAY, '2026-02-30'))],
  ])('with %s cannot be read', async (_, payload) => {
    expect(await laterCodeOf(opened(around(payload)))).toBe('could-not-read');
  });

  it('with another marker cannot be read', async () => {
    expect(await laterCodeOf(opened(around(pad(json), 'CDd1')))).toBe('could-not-read');
  });
});
