import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/bytes.ts';
import {
  newReceiptSeed,
  RECEIPT_WORDS,
  receiptOfWords,
  replyKeysOf,
  replySecretFor,
  stretchReceipt,
  wordsOfReceipt,
} from '../../../shared/receipt.ts';
import { openSealed, seal } from '../../../shared/sealed-box.ts';
import { WORDLISTS } from '../../vectors/kinds-desk.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('receipts');

function isRead(words: readonly string[], list: readonly string[] = english): boolean {
  return codeOf(() => receiptOfWords(words, list)) === 'no error';
}

describe('a receipt', { timeout: 60_000 }, () => {
  it.each(Object.entries(WORDLISTS))('in %s is seven words that read back to the same seed', (_, list) => {
    for (let i = 0; i < 50; i++) {
      const seed = newReceiptSeed(random);
      const words = wordsOfReceipt(seed, list);
      expect(words).toHaveLength(RECEIPT_WORDS);
      expect(words.every((word) => list.includes(word))).toBe(true);
      expect(receiptOfWords(words, list)).toEqual(seed);
    }
  });

  it('uses every one of its 70 bits', () => {
    const none = newReceiptSeed(() => new Uint8Array(9));
    expect([...newReceiptSeed(() => new Uint8Array(9).fill(0xff))]).toEqual([...Array(8).fill(0xff), 0xfc]);
    const seen = new Set([wordsOfReceipt(none, english).join(' ')]);
    for (let bit = 0; bit < 70; bit++) {
      const seed = new Uint8Array(9);
      seed[bit >> 3] = 0x80 >> (bit & 7);
      const words = wordsOfReceipt(seed, english);
      expect(receiptOfWords(words, english)).toEqual(seed);
      seen.add(words.join(' '));
    }
    expect(seen.size).toBe(71);
  });

  it('spreads evenly over the list', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 4000; i++) {
      for (const word of wordsOfReceipt(newReceiptSeed(random), english)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    // 28,000 words over a list of 2,048: each about 13.7 times, so one that came 45 times would be no accident.
    expect(counts.size).toBe(2048);
    expect(Math.max(...counts.values())).toBeLessThan(45);
  });

  it('is read however it is typed: capitals, spaces, other forms of Unicode, accents left out', () => {
    for (const [language, list] of Object.entries(WORDLISTS)) {
      const seed = newReceiptSeed(random);
      const words = wordsOfReceipt(seed, list);
      const typed = [
        words.map((word) => ` ${word.toUpperCase()}\t`),
        words.map((word) => word.normalize('NFC')),
        words.map((word) => word.normalize('NFD')),
        words.map((word) => word.normalize('NFD').replace(/[\u0300-\u036f]/gu, '')),
        ['', ...words, ' '],
      ];
      for (const form of typed) expect(receiptOfWords(form, list), language).toEqual(seed);
    }
  });

  it('can leave accents out because no list has two words that differ in them only', () => {
    for (const [language, list] of Object.entries(WORDLISTS)) {
      const bare = list.map((word) => word.normalize('NFKD').replace(/[\u0300-\u036f]/gu, ''));
      expect(new Set(bare).size, language).toBe(2048);
    }
  });

  it('notices one wrong word in 127 of 128 cases, wherever it stands', () => {
    let unnoticed = 0;
    let tried = 0;
    for (let i = 0; i < 3; i++) {
      const words = wordsOfReceipt(newReceiptSeed(random), english);
      for (let place = 0; place < RECEIPT_WORDS; place++) {
        for (const wrong of english) {
          if (wrong === words[place]) continue;
          tried++;
          if (isRead(words.with(place, wrong))) unnoticed++;
        }
      }
    }
    expect(tried).toBe(3 * 7 * 2047);
    // Binomial with p = 1/128: 336 expected, standard deviation 18.
    expect(unnoticed / tried).toBeGreaterThan(1 / 128 - 0.0022);
    expect(unnoticed / tried).toBeLessThan(1 / 128 + 0.0022);
  });

  it('always notices a wrong check, and two words changed round nearly always', () => {
    let swaps = 0;
    let unnoticed = 0;
    for (let i = 0; i < 200; i++) {
      const words = wordsOfReceipt(newReceiptSeed(random), english);
      const last = english.indexOf(words[6] ?? '');
      for (let check = 1; check < 128; check *= 2) {
        expect(isRead(words.with(6, english[last ^ check] ?? ''))).toBe(false);
      }
      for (let at = 0; at < 6; at++) {
        const [a = '', b = ''] = [words[at], words[at + 1]];
        if (a === b) continue;
        swaps++;
        if (isRead(words.with(at, b).with(at + 1, a))) unnoticed++;
      }
    }
    expect(unnoticed / swaps).toBeLessThan(0.03);
  });

  it.each([
    ['six words', (words: string[]) => words.slice(1)],
    ['eight words', (words: string[]) => [...words, words[0] ?? '']],
    ['a word of no list', (words: string[]) => words.with(3, 'candour')],
    ['a word of another list', (words: string[]) => words.with(3, 'abaisser')],
    ['no word', () => []],
  ])('of %s is none', (_, change) => {
    const words = wordsOfReceipt(newReceiptSeed(random), english);
    expect(codeOf(() => receiptOfWords(change(words), english))).toBe('bad-receipt');
  });

  it('reads or refuses anything a person may type', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...english)), { maxLength: 9 }),
        (words) => {
          expect(['no error', 'bad-receipt']).toContain(codeOf(() => receiptOfWords(words, english)));
        },
      ),
    );
  });
});

describe('what a receipt yields', { timeout: 60_000 }, () => {
  it('is the same from any language, and another for another desk or organisation', async () => {
    const seed = newReceiptSeed(random);
    const again = receiptOfWords(wordsOfReceipt(seed, WORDLISTS.japanese ?? []), WORDLISTS.japanese ?? []);
    const stretched = await stretchReceipt(seed, 'st-elsewhere');
    expect(await stretchReceipt(again, 'st-elsewhere')).toEqual(stretched);
    expect(await stretchReceipt(seed, 'st-elsewher')).not.toEqual(stretched);
    const [first, second] = [replySecretFor(stretched, 1), replySecretFor(stretched, 2)];
    expect(first).toEqual(replySecretFor(stretched, 1));
    expect(first.tagKey).not.toEqual(second.tagKey);
    expect(first.keyPair.secretKey).not.toEqual(second.keyPair.secretKey);
    expect(first.tagKey).not.toEqual(first.keyPair.secretKey);
  });

  it('opens an answer sealed to the half that travels', async () => {
    const secret = replySecretFor(await stretchReceipt(newReceiptSeed(random), 'st-elsewhere'), 1);
    const keys = replyKeysOf(secret);
    expect(Object.keys(keys).sort()).toEqual(['publicKey', 'tagKey']);
    expect(openSealed(secret.keyPair, seal(keys.publicKey, utf8('thank you'), random))).toEqual(
      utf8('thank you'),
    );
  });
});
