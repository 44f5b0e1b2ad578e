import { describe, expect, it } from 'vitest';
import { comeBack, type Here } from '../../../extension/conversations/coming-back.ts';
import { makeReceipt, receiptWords } from '../../../extension/conversations/receipt.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { CandorError } from '../../../shared/errors.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { amal, berit, keyring } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { packWith, slotFor } from './packs.ts';

const random = seededRandom('coming back');
const receipt = await makeReceipt(keyring.org.id, random);
const published = [
  packWith([slotFor(receipt.stretched, 1, { type: 'question', text: 'Which pump?' })], '2026-11-26'),
  packWith([slotFor(receipt.stretched, 0, { type: 'opened' }, berit.signing)], '2026-11-25'),
];
const index = {
  v: 1 as const,
  serial: 2,
  days: published.map(({ day, bytes }) => ({ day, packs: [sha256(bytes)] })),
};
const here = (changes: Partial<Here> = {}): Here => ({
  index,
  packs: new Map(published.map(({ bytes }) => [toBase64url(sha256(bytes)), new Uint8Array(bytes)])),
  keyrings: [keyring],
  ...changes,
});
const words = receiptWords(receipt, 'fr');

describe('coming back with seven words', () => {
  it('finds the same on every computer with the packs, in whatever language either of them is', async () => {
    for (const language of ['en', 'fr', 'ar']) {
      const back = await comeBack(words, language, here());
      expect(back.receipt).toEqual(receipt);
      expect(back.found.map((one) => one.state === 'read' && [one.day, one.reply.type])).toEqual([
        ['2026-11-25', 'opened'],
        ['2026-11-26', 'question'],
      ]);
      expect(back.reach).toEqual({ added: '2026-11-26', since: '2026-11-25', missing: 0, missingDays: 0 });
    }
  });

  it('finds nothing without the right words, and says when words are none', async () => {
    const other = await makeReceipt(keyring.org.id, random);
    expect((await comeBack(receiptWords(other, 'en'), 'en', here())).found).toEqual([]);
    const wrong = await comeBack([...words.slice(1), 'zebra'], 'en', here()).catch((error) => error);
    expect(wrong instanceof CandorError && wrong.code).toBe('bad-receipt');
  });

  it('finds what is there and counts what is not', async () => {
    const [newest] = here().packs;
    const back = await comeBack(words, 'en', here({ packs: new Map(newest ? [newest] : []) }));
    expect(back.found.map(({ index: number }) => number)).toEqual([1]);
    expect(back.reach).toMatchObject({ since: '2026-11-26', missing: 1, missingDays: 1 });
    const fresh = await comeBack(words, 'en', here({ index: null, packs: new Map() }));
    expect([fresh.found, fresh.reach.added]).toEqual([[], null]);
  });

  it('still believes who has left the desk, where an earlier keyring is kept, and says so where none is', async () => {
    const withoutBerit: Keyring = {
      ...keyring,
      serial: 2,
      desks: keyring.desks.map((desk) => ({ ...desk, members: [kidOf(amal.signing.publicKey)] })),
    };
    const states = async (...keyrings: Here['keyrings']) =>
      (await comeBack(words, 'en', here({ keyrings }))).found.map(({ state }) => state);
    expect(await states(withoutBerit, keyring)).toEqual(['read', 'read']);
    expect(await states(withoutBerit)).toEqual(['unverified', 'read']);
  });
});
