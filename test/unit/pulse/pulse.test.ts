import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ReadyMade } from '../../../extension/inbox/pulse/ready-made.ts';
import { BURNOUT, readyMade, SPEAK_UP, TEAM_SAFETY } from '../../../extension/inbox/pulse/ready-made.ts';
import { pulseResults, pulseScore } from '../../../extension/inbox/pulse/results.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { encodeBody } from '../../../shared/body.ts';
import { sealCell } from '../../../shared/cell.ts';
import { encodeConcern } from '../../../shared/concern.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { kidOf } from '../../../shared/kid.ts';
import { openEnvelope, replyKeysOfNobody, sealEnvelope } from '../../../shared/message.ts';
import { type PublishedPulse, publishedPulseSchema } from '../../../shared/published-pulse.ts';
import {
  approvePulse,
  decodePulseAnswer,
  encodePulse,
  encodePulseAnswer,
  isAsked,
  type Pulse,
  type PulseAnswer,
  verifyPulse,
} from '../../../shared/pulse.ts';
import { FEARS, MOST_ITEMS, REASONS, SCALE_STEPS } from '../../../shared/pulse-scales.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import type { SigningKeyPair } from '../../../shared/signing.ts';
import { decodeSurveyAnswer } from '../../../shared/survey-answer.ts';
import { amal, berit, keyring, stranger } from '../../vectors/cast.ts';
import { codeOf, laterCodeOf } from '../shared/code-of.ts';

/** Without its name in the list, which is nobody's business but the inbox's. */
const asked = ({ name: _, ...survey }: ReadyMade) => survey;
const PULSE: Pulse = {
  v: 1,
  id: 'k3Jd_8a-',
  desk: 1,
  from: '2026-11-01',
  until: '2026-11-30',
  ...asked(SPEAK_UP),
};

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

function published(
  pulse: Pulse,
  one: SigningKeyPair = amal.signing,
  other: SigningKeyPair = berit.signing,
): PublishedPulse {
  const payload = encodePulse(pulse);
  return {
    pulse: toBase64url(payload),
    approvals: [approvePulse(payload, one), approvePulse(payload, other)],
  };
}

function answer(...answers: number[]): PulseAnswer {
  return { v: 1, pulse: PULSE.id, answers };
}

describe('a pulse', () => {
  it('stands with the words of two members of its desk', async () => {
    expect(await verifyPulse(published(PULSE), keyring)).toEqual(PULSE);
  });

  it.each([
    ['one member twice', () => published(PULSE, amal.signing, amal.signing)],
    ['a stranger', () => published(PULSE, amal.signing, stranger.signing)],
    ['members of another desk', () => published({ ...PULSE, desk: 200 })],
    ['a member who is not on its desk', () => published({ ...PULSE, desk: 2 })],
  ])('does not with %s', async (_, made) => {
    expect(await laterCodeOf(verifyPulse(made(), keyring))).toBe('not-yours');
  });

  it('does not when a word of it was changed after it was signed', async () => {
    const other = toBase64url(encodePulse({ ...PULSE, title: 'Another' }));
    const changed = { ...published(PULSE), pulse: other };
    expect(await laterCodeOf(verifyPulse(changed, keyring))).toBe('bad-signature');
  });

  it.each<[string, object]>([
    ['no item', { items: [] }],
    ['eight items', { items: Array(MOST_ITEMS + 1).fill(SPEAK_UP.items[0]) }],
    ['an unknown scale', { items: [{ text: 'a', scale: 'agree9' }] }],
    ['room for words', { items: [{ text: 'a', scale: 'agree5', open: true }] }],
    ['a short id', { id: 'abc' }],
    ['no such day', { from: '2026-02-30' }],
    ['its end before its beginning', { until: '2026-10-31' }],
  ])('with %s is not signed', (_, wrong) => {
    const payload = jsonBytes({ ...PULSE, ...wrong });
    expect(codeOf(() => approvePulse(payload, amal.signing))).toBe('bad-public-file');
    expect(codeOf(() => encodePulse({ ...PULSE, ...wrong } as Pulse))).toBe('bad-public-file');
  });

  it('fits into a bulletin at its longest, in a script of two bytes a letter', () => {
    const line = 'ش'.repeat(200);
    const items = Array.from({ length: MOST_ITEMS }, () => ({ text: line, scale: 'agree7' as const }));
    const pulse = published({ ...PULSE, title: line, source: line, items });
    expect(v.is(publishedPulseSchema, pulse)).toBe(true);
    const three = Array.from({ length: 4 }, () => ({ text: '€'.repeat(200), scale: 'agree7' as const }));
    expect(codeOf(() => encodePulse({ ...PULSE, items: [...three, ...three].slice(0, 7) }))).toBe('too-long');
  });

  it('is asked within its days, and about wellbeing only with support at hand', () => {
    expect(isAsked(PULSE, '2026-10-31', [])).toBe(false);
    expect(isAsked(PULSE, '2026-11-30', [])).toBe(true);
    expect(isAsked(PULSE, '2026-12-01', [])).toBe(false);
    const worn: Pulse = { ...PULSE, ...asked(BURNOUT) };
    expect(isAsked(worn, '2026-11-02', [])).toBe(false);
    expect(isAsked(worn, '2026-11-02', [{ kind: 'phone' }])).toBe(true);
  });
});

describe('an answer', () => {
  const any = fc.record(
    {
      pulse: fc.constant(PULSE.id),
      answers: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: MOST_ITEMS }),
      reasons: fc.subarray([...REASONS], { minLength: 1 }),
      group: fc.constantFrom('MED', 'SUR.2'),
    },
    { requiredKeys: ['pulse', 'answers'] },
  );

  it('reads back, and is none to the question that is asked on return', () => {
    fc.assert(
      fc.property(any, (given) => {
        const body = encodePulseAnswer(given);
        expect(decodePulseAnswer(body)).toEqual({ v: 1, ...given });
        expect(codeOf(() => decodeSurveyAnswer(body))).toBe('could-not-read');
      }),
      { numRuns: 100 },
    );
  });

  it('is as long as a concern in every layer, whatever it says', () => {
    const desk = newBoxKeyPair(random);
    const intake = newBoxKeyPair(random);
    const hop = newBoxKeyPair(random);
    const layers = (type: 'answer' | 'concern', body: Uint8Array<ArrayBuffer>) => {
      const envelope = sealEnvelope(desk.publicKey, { type, reply: replyKeysOfNobody(random), body }, random);
      const inside = sealIntake(
        intake.publicKey,
        { desk: 1, deskKid: kidOf(desk.publicKey), envelope },
        random,
      );
      const cell = sealCell(
        inside,
        { publicKey: hop.publicKey, staffKey: random(32), manifestHash: random(8) },
        random,
      );
      return [envelope.length, inside.length, cell.length];
    };
    const concern = layers('concern', encodeConcern({ kind: 'incident', t: { what: 'words '.repeat(300) } }));
    const cover = sealIntake(intake.publicKey, null, random).length;
    fc.assert(
      fc.property(any, (given) => {
        expect(layers('answer', encodePulseAnswer(given))).toEqual(concern);
      }),
      { numRuns: 10 },
    );
    expect(concern[1]).toBe(cover);
  });

  it('carries reply keys that nobody holds, new ones each time', () => {
    const desk = newBoxKeyPair(random);
    const sealed = () =>
      sealEnvelope(
        desk.publicKey,
        { type: 'answer', reply: replyKeysOfNobody(random), body: encodePulseAnswer(answer(1, 2, 3)) },
        random,
      );
    const [one, two] = [openEnvelope(sealed(), desk), openEnvelope(sealed(), desk)];
    expect(one?.type).toBe('answer');
    expect(toBase64url(one?.reply.publicKey ?? random(1))).not.toBe(
      toBase64url(two?.reply.publicKey ?? random(1)),
    );
    expect(toBase64url(one?.reply.tagKey ?? random(1))).not.toBe(toBase64url(two?.reply.tagKey ?? random(1)));
  });

  it('with a name, a time or a number beyond the scales is refused', () => {
    for (const wrong of [
      { name: 'x' },
      { at: 1 },
      { answers: [8] },
      { reasons: ['time', 'time'] },
      { v: 2 },
    ]) {
      expect(codeOf(() => decodePulseAnswer(encodeBody({ ...answer(1), ...wrong })))).toBe('could-not-read');
    }
    expect(codeOf(() => encodePulseAnswer(answer(8)))).toBe('bad-request');
  });
});

describe('results', () => {
  const eleven = Array.from({ length: 11 }, (_, at) => answer(1 + (at % 5), 5, at < 10 ? 4 : 0));

  it('appear from eleven answers on', () => {
    expect(pulseResults(PULSE, eleven.slice(1))).toBeNull();
    expect(pulseResults(PULSE, eleven)?.answers).toBe(11);
  });

  it('leave out an item that fewer than eleven answered', () => {
    const results = pulseResults(PULSE, eleven);
    expect(results?.items[1]).toEqual({ answered: 11, mean: 5, shares: [0, 0, 0, 0, 100] });
    expect(results?.items[2]).toBeNull();
    expect(pulseScore(PULSE, results?.items ?? [])).toBeNull();
  });

  it('leave out what belongs to another pulse, or does not fit this one', () => {
    const foreign = [
      { ...answer(1, 1, 1), pulse: 'another-one' },
      answer(1, 1),
      answer(1, 1, 6),
      ...eleven.slice(1),
    ];
    expect(pulseResults(PULSE, foreign)).toBeNull();
  });

  it('turn round the items that ask the opposite: Edmondson 1, 3 and 5', () => {
    const team: Pulse = { ...PULSE, ...asked(TEAM_SAFETY) };
    expect(team.items.map(({ reversed }) => reversed === true)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
    const safest = Array.from({ length: 11 }, () => answer(1, 7, 1, 7, 1, 7, 7));
    const results = pulseResults(team, safest);
    expect(pulseScore(team, results?.items ?? [])).toBe(7);
    expect(results?.items[0]?.shares).toEqual([100, 0, 0, 0, 0, 0, 0]);
    // Whoever ticks one side all the way down has said nothing of a safe team: (1 × 4 + 7 × 3) / 7.
    const oneSided = pulseResults(
      team,
      Array.from({ length: 11 }, () => answer(1, 1, 1, 1, 1, 1, 1)),
    );
    expect(pulseScore(team, oneSided?.items ?? [])).toBeCloseTo(25 / 7);
  });

  it('say how many name a fear, from eleven who were asked', () => {
    const asked = eleven.map((given, at) => ({
      ...given,
      reasons: at < 4 ? (['career', 'time'] as const) : (['time'] as const),
    })) as unknown as PulseAnswer[];
    const results = pulseResults(PULSE, asked);
    expect(results?.fear).toBe(36);
    expect(results?.reasons.find(({ reason }) => reason === 'time')?.share).toBe(100);
    expect(pulseResults(PULSE, eleven)?.fear).toBeNull();
    expect(FEARS).toHaveLength(4);
  });

  it('give no interval and no share finer than whole per cent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 11, maxLength: 60 }), (given) => {
        const results = pulseResults(
          PULSE,
          given.map((step) => answer(step, step, step)),
        );
        const shares = results?.items.flatMap((item) => item?.shares ?? []) ?? [];
        expect(shares.every(Number.isInteger)).toBe(true);
        expect(JSON.stringify(results)).not.toMatch(/interval|margin|error/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('ready-made surveys', () => {
  it.each(['en', 'de', 'ar', 'fr'])('can be signed as they stand, seen from %s', (locale) => {
    const surveys = readyMade(locale);
    expect(surveys).toHaveLength(5);
    for (const survey of surveys) {
      expect(() => encodePulse({ ...PULSE, ...asked(survey) })).not.toThrow();
      expect(survey.items.every(({ scale }) => SCALE_STEPS[scale] >= 5)).toBe(true);
      // Somebody else's words are named as theirs, and stay in their language.
      expect(survey.source !== undefined).toBe(['team-safety', 'burnout'].includes(survey.name));
      if (survey.source !== undefined) expect(survey.language).toBe('en');
    }
  });

  it('ours has three items and asks what would stop people', () => {
    expect(SPEAK_UP.items).toHaveLength(3);
    expect(SPEAK_UP.reasons).toBe(true);
  });
});
