import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  askingAfter,
  askingFrom,
  type Picked,
  questionAt,
  questionsOf,
} from '../../../extension/compose/asking.ts';
import { askedPulses, namedGroups, pulseOfTheDay } from '../../../extension/conversations/asked-pulse.ts';
import { sealPulseAnswer } from '../../../extension/conversations/pulse-answer.ts';
import { openConcern } from '../../../extension/inbox/opening.ts';
import { BURNOUT, type ReadyMade, SPEAK_UP } from '../../../extension/inbox/pulse/ready-made.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { sha256 } from '../../../shared/hash.ts';
import { encodeKeysFile, verifyKeysFile } from '../../../shared/key-records.ts';
import type { PublishedPulse } from '../../../shared/published-pulse.ts';
import { answersPulse, approvePulse, encodePulse, type Pulse } from '../../../shared/pulse.ts';
import { REASONS } from '../../../shared/pulse-scales.ts';
import {
  amal,
  berit,
  chidi,
  keyring,
  keyringBlob,
  NOW,
  root,
  SAFETY,
  safetyKey,
  signedRecords,
  TODAY,
} from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from '../shared/code-of.ts';

const GROUPS = [
  { code: 'MED', label: 'Medicine' },
  { code: 'SUR', label: 'Surgery' },
];

function pulseOf({ name: _, ...survey }: ReadyMade, more: Partial<Pulse> = {}): Pulse {
  return { v: 1, id: 'k3Jd_8a-', desk: SAFETY, from: '2026-11-23', until: '2026-12-06', ...survey, ...more };
}

const PULSE = pulseOf(SPEAK_UP);
const step = (n: number): Picked => ({ pick: 'step', step: n });
const having = (...picked: Picked[]) => picked.reduce(askingAfter, askingFrom(PULSE, GROUPS));

describe('answering', () => {
  it('asks each item, what would stop people, and where they work', () => {
    expect(questionsOf(having()).map(({ asks }) => asks)).toEqual([
      'item',
      'item',
      'item',
      'reasons',
      'group',
    ]);
    expect(questionsOf(askingFrom(pulseOf(BURNOUT), [])).length).toBe(1);
  });

  it('takes one tap a question, and several reasons', () => {
    const done = having(
      step(4),
      step(5),
      step(1),
      { pick: 'reason', reason: 'career' },
      { pick: 'reason', reason: 'time' },
      { pick: 'reason', reason: 'career' },
      { pick: 'reason', reason: 'colleagues' },
      { pick: 'next' },
      { pick: 'group', group: 'MED' },
    );
    expect(questionAt(done)).toBeNull();
    expect(answerOf(done)).toEqual({
      pulse: PULSE.id,
      answers: [4, 5, 1],
      reasons: ['colleagues', 'time'],
      group: 'MED',
    });
  });

  it('says nothing of who skipped everything, wherever they work', () => {
    const next: Picked = { pick: 'next' };
    expect(answerOf(having(next, next, next, next, { pick: 'group', group: 'MED' }))).toBeNull();
    expect(answerOf(having(next, step(2), next, next, next))).toEqual({
      pulse: PULSE.id,
      answers: [0, 2, 0],
    });
  });

  it('goes back and changes an answer', () => {
    const done = having(
      step(4),
      { pick: 'back' },
      step(2),
      step(3),
      step(3),
      { pick: 'next' },
      { pick: 'next' },
    );
    expect(answerOf(done)?.answers).toEqual([2, 3, 3]);
    expect(having({ pick: 'back' }).at).toBe(0);
  });

  it('fits the pulse whatever is pressed', () => {
    const any = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map(step),
      fc.constantFrom(...REASONS).map((reason): Picked => ({ pick: 'reason', reason })),
      fc.constantFrom<Picked>({ pick: 'next' }, { pick: 'back' }, { pick: 'group', group: 'SUR' }),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (picked) => {
        const answer = answerOf(having(...picked));
        expect(answer === null || answersPulse({ v: 1, ...answer }, PULSE)).toBe(true);
      }),
    );
  });
});

describe('the pulse on the first screen', () => {
  const published = (pulse: Pulse, other = berit): PublishedPulse => {
    const payload = encodePulse(pulse);
    return {
      pulse: toBase64url(payload),
      approvals: [approvePulse(payload, amal.signing), approvePulse(payload, other.signing)],
    };
  };
  const ids = async (pulses: readonly PublishedPulse[], support: readonly unknown[] = []) =>
    (await askedPulses(pulses, keyring, TODAY, support)).map(({ id }) => id);

  it('is one that two members of its desk have signed, within its days, with help at hand', async () => {
    const wrong = [
      published(pulseOf(SPEAK_UP, { id: 'tooearly', from: '2026-11-30' })),
      published(pulseOf(SPEAK_UP, { id: 'overalready', from: '2026-11-02', until: '2026-11-15' })),
      published(pulseOf(SPEAK_UP, { id: 'foreignhand' }), chidi),
      { ...published(PULSE), pulse: toBase64url(new Uint8Array([1])) },
    ];
    const worn = published(pulseOf(BURNOUT, { id: 'wornout1', until: '2026-11-29' }));
    expect(await ids([...wrong, published(PULSE), worn])).toEqual([PULSE.id]);
    expect(await ids([...wrong, published(PULSE), worn], [{}])).toEqual(['wornout1', PULSE.id]);
  });

  it('is the same for everybody on one day, and another one the next', () => {
    const two = [PULSE, pulseOf(SPEAK_UP, { id: 'another1' })];
    const on = (day: string) => pulseOfTheDay(two, day)?.id;
    expect(new Set([on('2026-11-25'), on('2026-11-26')])).toEqual(new Set(two.map(({ id }) => id)));
    expect(on('2026-11-25')).toBe(on('2026-11-27'));
    expect(pulseOfTheDay([], '2026-11-25')).toBeNull();
  });

  it('names groups of eleven or more, and none where there is one only', () => {
    const places = [
      { code: 'MED', label: 'Medicine', staff: 120 },
      { code: 'W7', label: 'Ward 7', parent: 'MED', staff: 38 },
      { code: 'LAB', label: 'Laboratory', staff: 10 },
      { code: 'SUR', label: 'Surgery', parent: 'GONE', staff: 11 },
    ];
    expect(namedGroups(places).map(({ code }) => code)).toEqual(['MED', 'SUR']);
    expect(namedGroups(places.slice(0, 3))).toEqual([]);
  });
});

describe('a sealed answer', () => {
  it('is opened by the desk that asked, and by nobody who is not a desk', async () => {
    const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
    const random = seededRandom('pulse answer');
    const to = { keys, atSeconds: NOW };
    const given = { pulse: PULSE.id, answers: [4, 0, 2] };
    const seal = () => sealPulseAnswer(given, SAFETY, to, random);
    const opened = [seal(), seal()].map(({ envelope, deskKid }) =>
      openConcern(
        {
          id: toBase64url(sha256(envelope)),
          desk: SAFETY,
          deskKid: toBase64url(deskKid),
          releaseDay: TODAY,
          envelope: toBase64url(envelope),
        },
        safetyKey,
      ),
    );
    for (const one of opened) expect(one).toMatchObject({ state: 'pulse', answer: { v: 1, ...given } });
    const threads = opened.map((one) => (one.state === 'pulse' ? one.thread : ''));
    expect(new Set(threads).size).toBe(2);
    expect(codeOf(() => sealPulseAnswer(given, 99, to, random))).toBe('unknown-key');
  });
});
