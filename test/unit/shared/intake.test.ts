import { describe, expect, it } from 'vitest';
import { concat, slice, utf8 } from '../../../shared/bytes.ts';
import { intakeKidOf, openIntake, sealIntake } from '../../../shared/intake.ts';
import { kidOf } from '../../../shared/kid.ts';
import { seal } from '../../../shared/sealed-box.ts';
import { ENVELOPE, INNER, INTAKE } from '../../../shared/sizes.ts';
import { hop, intake as key, SAFETY, safetyKey } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('intakes');
const content = { desk: SAFETY, deskKid: kidOf(safetyKey.publicKey), envelope: random(ENVELOPE) };

/** An INTAKE around any INNER, as only somebody with the intake key's public half can make it. */
function around(inner: Uint8Array): Uint8Array {
  return concat(new Uint8Array([1]), kidOf(key.publicKey), seal(key.publicKey, inner, random));
}

describe('an INTAKE', () => {
  it('opens to the envelope and its desk', () => {
    const sealed = sealIntake(key.publicKey, content, random);
    expect(sealed).toHaveLength(INTAKE);
    expect(intakeKidOf(sealed)).toEqual(kidOf(key.publicKey));
    expect(openIntake(sealed, key)).toEqual(content);
  });

  it('of cover has the same length and opens to cover', () => {
    const sealed = sealIntake(key.publicKey, null, random);
    expect(sealed).toHaveLength(INTAKE);
    expect(openIntake(sealed, key)).toBe('cover');
  });

  it('takes as much randomness for cover as for an envelope, in the same order', () => {
    const asked = (content_: typeof content | null): number[] => {
      const lengths: number[] = [];
      sealIntake(key.publicKey, content_, (length) => {
        lengths.push(length);
        return random(length);
      });
      return lengths;
    };
    expect(asked(null)).toEqual(asked(content));
  });

  it.each([1, 255])('reaches desk %i', (desk) => {
    const sealed = sealIntake(key.publicKey, { ...content, desk }, random);
    expect(openIntake(sealed, key)).toMatchObject({ desk });
  });

  it.each([0, -1, 256, 1.5])('is not made for a desk numbered %d', (desk) => {
    expect(codeOf(() => sealIntake(key.publicKey, { ...content, desk }, random))).toBe('bad-request');
  });

  it('is not made of an envelope or kid of another length', () => {
    expect(codeOf(() => sealIntake(key.publicKey, { ...content, envelope: random(10) }, random))).toBe(
      'bad-length',
    );
    expect(codeOf(() => sealIntake(key.publicKey, { ...content, deskKid: random(5) }, random))).toBe(
      'bad-length',
    );
  });

  it('does not open with another key, nor with another kid in front', () => {
    const sealed = sealIntake(key.publicKey, content, random);
    expect(openIntake(sealed, hop)).toBeNull();
    sealed[1] = (sealed[1] ?? 0) ^ 1;
    expect(openIntake(sealed, key)).toBeNull();
  });

  it.each([
    [
      'another version',
      () => concat(new Uint8Array([2]), sealIntake(key.publicKey, content, random).subarray(1)),
    ],
    ['a byte too few', () => slice(sealIntake(key.publicKey, content, random), 0, INTAKE - 1)],
    ['a byte too many', () => concat(sealIntake(key.publicKey, content, random), new Uint8Array(1))],
    ['another marker inside', () => around(concat(utf8('CDh1'), random(INNER - 4)))],
    [
      'a kind that does not exist',
      () => around(concat(utf8('CDi1'), new Uint8Array([2, 1]), random(INNER - 6))),
    ],
    ['an envelope for desk 0', () => around(concat(utf8('CDi1'), new Uint8Array([1, 0]), random(INNER - 6)))],
    ['a short INNER', () => around(concat(utf8('CDi1'), new Uint8Array([1, 1])))],
  ])('with %s is none', (_, made) => {
    expect(openIntake(made(), key)).toBeNull();
  });
});
