import { describe, expect, it } from 'vitest';
import { concat, slice, utf8 } from '../../../shared/bytes.ts';
import { CELL_SUITE, CELL_VERSION, hopKidOf, openCell, sealCell, staffTagOf } from '../../../shared/cell.ts';
import { kidOf } from '../../../shared/kid.ts';
import { seal } from '../../../shared/sealed-box.ts';
import { CELL, HOP, INTAKE } from '../../../shared/sizes.ts';
import { hop, nextHop, staffKey } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('cells');
const manifestHash = random(8);
const intake = random(INTAKE);
const to = { publicKey: hop.publicKey, staffKey, manifestHash };

describe('a cell', () => {
  it('is 4,096 bytes and opens to what went in', () => {
    const cell = sealCell(intake, to, random);
    expect(cell).toHaveLength(CELL);
    expect([...cell.subarray(0, 2)]).toEqual([CELL_VERSION, CELL_SUITE]);
    expect(hopKidOf(cell)).toEqual(kidOf(hop.publicKey));
    expect(openCell(cell, hop)).toEqual({
      staffTag: staffTagOf(staffKey, hop.publicKey, manifestHash, intake),
      manifestHash,
      intake,
    });
  });

  it('does not open with another hop key', () => {
    expect(openCell(sealCell(intake, to, random), nextHop)).toBeNull();
  });

  it('looks new each time the same INTAKE is sent', () => {
    const [first, second] = [sealCell(intake, to, random), sealCell(intake, to, random)];
    expect(first.subarray(6)).not.toEqual(second.subarray(6));
    expect(openCell(first, hop)?.intake).toEqual(openCell(second, hop)?.intake);
  });

  it.each([0, 1, CELL - 1, CELL + 1, 2 * CELL])('of %i bytes is none', (length) => {
    const bytes = concat(sealCell(intake, to, random), new Uint8Array(CELL)).subarray(0, length);
    expect(hopKidOf(bytes)).toBeNull();
    expect(openCell(bytes, hop)).toBeNull();
  });

  it.each([
    ['version', 0],
    ['suite', 1],
    ['kid', 2],
  ])('with another %s in its header is none, though the header is not sealed', (_, at) => {
    const cell = sealCell(intake, to, random);
    cell[at] = (cell[at] ?? 0) ^ 2;
    expect(openCell(cell, hop)).toBeNull();
  });

  it('with another marker under the hop layer is none', () => {
    const inside = concat(utf8('CDi1'), random(HOP - 4));
    const cell = concat(new Uint8Array([1, 1]), kidOf(hop.publicKey), seal(hop.publicKey, inside, random));
    expect(cell).toHaveLength(CELL);
    expect(openCell(cell, hop)).toBeNull();
  });

  it('is not made of an INTAKE or manifest hash of another length', () => {
    expect(codeOf(() => sealCell(slice(intake, 1), to, random))).toBe('bad-length');
    expect(codeOf(() => sealCell(intake, { ...to, manifestHash: random(9) }, random))).toBe('bad-length');
  });

  it('has a staff tag that any change of key, hop, manifest or INTAKE changes', () => {
    const tag = (
      parts: Partial<{ staff: Uint8Array; hopKey: Uint8Array; manifest: Uint8Array; inside: Uint8Array }>,
    ): string =>
      Buffer.from(
        staffTagOf(
          parts.staff ?? staffKey,
          parts.hopKey ?? hop.publicKey,
          parts.manifest ?? manifestHash,
          parts.inside ?? intake,
        ),
      ).toString('hex');
    const tags = [
      tag({}),
      tag({ staff: random(32) }),
      tag({ hopKey: nextHop.publicKey }),
      tag({ manifest: random(8) }),
      tag({ inside: random(INTAKE) }),
    ];
    expect(new Set(tags).size).toBe(5);
  });
});
