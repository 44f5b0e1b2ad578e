import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeReceipt,
  openReceipt,
  receiptSeedOf,
  receiptWords,
  replyKeysFor,
} from '../../../extension/conversations/receipt.ts';
import { wordlistFor, wordlistsFrom } from '../../../extension/conversations/wordlists.ts';
import { RECEIPT_WORDS } from '../../../shared/receipt.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf, laterCodeOf } from '../shared/code-of.ts';

const LANGUAGES = ['en', 'de', 'ar', 'fr', 'es', 'it', 'pt-BR', 'cs', 'ja', 'ko', 'xx', ''];
const random = seededRandom('receipts');

describe('seven words', { timeout: 60_000 }, () => {
  it('are of the language where there is a list for it, else English', () => {
    expect(wordlistFor('fr-CH')).toBe(french);
    for (const language of ['de', 'ar', 'en-GB', 'zh', 'xx', '']) expect(wordlistFor(language)).toBe(english);
    for (const list of wordlistsFrom('de')) expect(list.length).toBe(2048);
    expect(wordlistsFrom('fr')[0]).toBe(french);
    expect(new Set(wordlistsFrom('de')).size).toBe(wordlistsFrom('de').length);
  });

  it('open the same receipt on a workstation in any language, however they were typed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 9, maxLength: 9 }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...LANGUAGES),
        (bytes, shown, typed) => {
          const seed = Uint8Array.from(bytes);
          seed[8] = (seed[8] ?? 0) & 0xfc;
          const words = receiptWords({ seed }, shown);
          expect(words.length).toBe(RECEIPT_WORDS);
          const hurried = words.map((word) => ` ${word.toUpperCase().normalize('NFD')}`);
          expect(receiptSeedOf(hurried, typed)).toEqual(seed);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that are none are refused, without saying which is wrong', () => {
    const words = receiptWords({ seed: new Uint8Array(9) }, 'en');
    for (const wrong of [
      [],
      words.slice(1),
      [...words, 'abandon'],
      ['nurse', ...words.slice(1)],
      [...words.slice(0, 6), 'zoo'],
    ]) {
      expect(codeOf(() => receiptSeedOf(wrong, 'en'))).toBe('bad-receipt');
    }
  });

  it('lead to the keys that the concern carried, for that desk and organisation only', async () => {
    const receipt = await makeReceipt('st-elsewhere', random);
    const words = receiptWords(receipt, 'de');
    const opened = await openReceipt(words, 'ar', 'st-elsewhere');
    expect(opened).toEqual(receipt);
    expect(replyKeysFor(opened, 2)).toEqual(replyKeysFor(receipt, 2));
    expect(replyKeysFor(opened, 1)).not.toEqual(replyKeysFor(receipt, 2));
    expect((await openReceipt(words, 'en', 'northgate')).stretched).not.toEqual(receipt.stretched);
    expect(await laterCodeOf(openReceipt(words.slice(1), 'en', 'st-elsewhere'))).toBe('bad-receipt');
  });
});
