import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeAnswer } from '../../../shared/answer.ts';
import { concat, slice } from '../../../shared/bytes.ts';
import { ACK, ANSWER, INTAKE, MANIFEST } from '../../../shared/sizes.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('answers');
const intake = random(INTAKE);
const manifest = random(MANIFEST);

describe('an answer', () => {
  it.each(['stored', 'stale', 'refused'] as const)(
    'says "%s" so that only the sender can tell it is true',
    (status) => {
      const answer = encodeAnswer(status, intake, manifest, random);
      expect(answer).toHaveLength(ANSWER);
      expect(decodeAnswer(answer, intake)).toEqual({ status, manifest, authentic: true });
      expect(decodeAnswer(answer, random(INTAKE)).authentic).toBe(false);
    },
  );

  it('to a cell that could not be opened has the same length and is never authentic', () => {
    const answer = encodeAnswer('refused', null, manifest, random);
    expect(answer).toHaveLength(ANSWER);
    expect(decodeAnswer(answer, intake).authentic).toBe(false);
  });

  it('draws the same randomness whether or not the cell could be opened', () => {
    const asked: number[] = [];
    const counting = (length: number): ReturnType<typeof random> => {
      asked.push(length);
      return random(length);
    };
    encodeAnswer('refused', null, manifest, counting);
    encodeAnswer('stored', intake, manifest, counting);
    expect(asked).toEqual([ACK, ACK]);
  });

  it('turned from "stale" into "stored" on the way is not authentic', () => {
    const answer = encodeAnswer('stale', intake, manifest, random);
    answer[0] = 0;
    expect(decodeAnswer(answer, intake)).toMatchObject({ status: 'stored', authentic: false });
  });

  it('with another manifest put in is not authentic', () => {
    const answer = encodeAnswer('stored', intake, manifest, random);
    const swapped = concat(slice(answer, 0, ANSWER - MANIFEST), random(MANIFEST));
    expect(decodeAnswer(swapped, intake).authentic).toBe(false);
  });

  it.each([0, 1, ANSWER - 1, ANSWER + 1])('of %i bytes is none', (length) => {
    expect(codeOf(() => decodeAnswer(new Uint8Array(length), intake))).toBe('bad-length');
  });

  it('with a status that does not exist is none', () => {
    const answer = encodeAnswer('stored', intake, manifest, random);
    answer[0] = 3;
    expect(codeOf(() => decodeAnswer(answer, intake))).toBe('bad-length');
  });

  it('is not made around a manifest of another length', () => {
    expect(codeOf(() => encodeAnswer('stored', intake, random(MANIFEST - 1), random))).toBe('bad-length');
  });
});
