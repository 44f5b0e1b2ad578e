import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, utf8 } from '../../../shared/bytes.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type MemberKeys, newMemberKeys } from '../../../shared/member-keys.ts';
import { makeRecovery, parseRecovery, partFor, recoverKeys } from '../../../shared/member-recovery.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { laterCodeOf } from './code-of.ts';

const random = seededRandom('recovery');
const owner = newMemberKeys(random);
const helpers = ['Ada', 'Ben', 'Cat'].map((label) => ({ label, keys: newMemberKeys(random) }));
const asMember = ({ label, keys }: { label: string; keys: MemberKeys }) => ({
  label,
  sign: keys.signing.publicKey,
  box: keys.box.publicKey,
  until: '2027-01-01',
});
const helper = (keys: MemberKeys) => ({ signing: keys.signing.publicKey, box: keys.box });
const file = await makeRecovery(owner, 'Partner', helpers.map(asMember), random);
const recovery = parseRecovery(file);
const words = helpers.map(({ keys }) => partFor(recovery, helper(keys)) ?? '');

describe('a forgotten passphrase', () => {
  it.each([
    [0, 1],
    [0, 2],
    [2, 1],
  ])('is got over with colleagues %i and %i', async (one, other) => {
    const keys = await recoverKeys(recovery, [words[one] ?? '', ` ${words[other]}\n`]);
    expect(keys.signing.seed).toEqual(owner.signing.seed);
    expect(keys.box.secretKey).toEqual(owner.box.secretKey);
  });

  it('is not got over with one colleague, however often', async () => {
    expect(await laterCodeOf(recoverKeys(recovery, [words[0] ?? '']))).toBe('could-not-read');
    expect(await laterCodeOf(recoverKeys(recovery, [words[0] ?? '', words[0] ?? '']))).toBe('could-not-read');
  });

  it('is not got over with any other word, or one letter wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(47), fc.constantFrom('A', 'b', '7', '_'), async (at, letter) => {
        const good = words[1] ?? '';
        const wrong = good.slice(0, at) + letter + good.slice(at + 1);
        if (wrong === good) return;
        expect(await laterCodeOf(recoverKeys(recovery, [words[0] ?? '', wrong]))).toBe('could-not-read');
      }),
      { numRuns: 60 },
    );
    const others = parseRecovery(
      await makeRecovery(newMemberKeys(random), 'X', helpers.map(asMember), random),
    );
    const foreign = partFor(others, helper(helpers[1]?.keys as MemberKeys)) ?? '';
    expect(await laterCodeOf(recoverKeys(recovery, [words[0] ?? '', foreign]))).toBe('could-not-read');
  });

  it('gives nobody else a part, and no part of another file under this name', async () => {
    expect(partFor(recovery, helper(owner))).toBeNull();
    const [ada] = helpers as [(typeof helpers)[0]];
    const others = parseRecovery(
      await makeRecovery(newMemberKeys(random), 'X', helpers.map(asMember), random),
    );
    const swapped = { ...recovery, parts: others.parts };
    expect(() => partFor(swapped, helper(ada.keys))).toThrow('could-not-read');
  });

  it('shows neither the keys nor what closes them in the file', () => {
    const text = textOf(file);
    for (const secret of [owner.signing.seed, owner.box.secretKey]) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64url').slice(0, 20));
    }
    for (const word of words) expect(text).not.toContain(word.slice(0, 20));
    expect(recovery.kid).toEqual(kidOf(owner.signing.publicKey));
  });

  it('asks for two to five colleagues, and reads nothing but its own files', async () => {
    const [ada] = helpers.map(asMember);
    expect(await laterCodeOf(makeRecovery(owner, 'P', ada ? [ada] : [], random))).toBe('bad-request');
    expect(() => parseRecovery(utf8('{}'))).toThrow(expect.objectContaining({ code: 'bad-public-file' }));
  });
});
