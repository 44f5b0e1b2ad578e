import { scryptAsync } from '@noble/hashes/scrypt.js';
import { type Bytes, concat, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { hkdfSha256, sha256 } from './hash.ts';
import type { ReplyKeys } from './message.ts';
import { type BoxKeyPair, boxKeyPairOf } from './sealed-box.ts';
import { KEY } from './sizes.ts';

/*
 * A receipt is 70 random bits, left-aligned in 9 bytes, and a check of 7 bits (the first bits of their SHA-256): seven
 * words of 11 bits. scrypt over the 9 bytes, HKDF with the desk in `info`, gives the reply key pair and the tag key.
 */

export const RECEIPT_WORDS = 7;
const SEED_BYTES = 9;
const CHECK_BITS = 7n;
const BITS_PER_WORD = 11n;
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 };

/** The 9 bytes behind seven words. Whoever has them can read the answers; nothing else can. */
export type ReceiptSeed = Bytes & { readonly brand?: 'ReceiptSeed' };

/** What a receipt yields for one desk. */
export interface ReplySecret {
  readonly keyPair: BoxKeyPair;
  readonly tagKey: Bytes;
}

export function newReceiptSeed(random: RandomBytes): ReceiptSeed {
  const seed = random(SEED_BYTES);
  seed[SEED_BYTES - 1] = (seed[SEED_BYTES - 1] ?? 0) & 0b1111_1100;
  return seed;
}

/** The seven words of a seed, from one of BIP39's lists of 2,048 words. */
export function wordsOfReceipt(seed: ReceiptSeed, wordlist: readonly string[]): string[] {
  let bits = ((bigintOf(seed) >> 2n) << CHECK_BITS) | checkOf(seed);
  const words: string[] = [];
  for (let i = 0; i < RECEIPT_WORDS; i++) {
    words.unshift(wordlist[Number(bits & 0x7ffn)] ?? '');
    bits >>= BITS_PER_WORD;
  }
  return words;
}

/** The seed of seven words as a person types them. Throws `bad-receipt` for unknown words or a check that fails. */
export function receiptOfWords(words: readonly string[], wordlist: readonly string[]): ReceiptSeed {
  const typed = words.map(asTyped).filter((word) => word !== '');
  const known = numbersOf(wordlist);
  const numbers = typed.map((word) => known.get(word) ?? -1);
  if (numbers.length !== RECEIPT_WORDS || numbers.includes(-1)) throw new CandorError('bad-receipt');
  const bits = numbers.reduce((sum, number) => (sum << BITS_PER_WORD) | BigInt(number), 0n);
  const seed = new Uint8Array(SEED_BYTES);
  let rest = (bits >> CHECK_BITS) << 2n;
  for (let i = SEED_BYTES - 1; i >= 0; i--) {
    seed[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  if ((bits & 0x7fn) !== checkOf(seed)) throw new CandorError('bad-receipt');
  return seed;
}

/**
 * Stretches a seed with scrypt (N = 2^15, r = 8, p = 1; about 0.2 s) for an organisation: 32 bytes from which
 * `replySecretFor` derives each desk's keys. `tickMs` is how long it may hold the thread at a time.
 */
export async function stretchReceipt(seed: ReceiptSeed, organisation: string, tickMs = 10): Promise<Bytes> {
  const salt = concat(utf8('candor receipt 1'), utf8(organisation));
  return slice(await scryptAsync(seed, salt, { ...SCRYPT, asyncTick: tickMs }), 0);
}

/** The reply key pair and tag key of a stretched receipt for one desk. */
export function replySecretFor(stretched: Uint8Array, desk: number): ReplySecret {
  const okm = hkdfSha256(stretched, concat(utf8('candor reply keys 1'), new Uint8Array([desk])), 2 * KEY);
  return { keyPair: boxKeyPairOf(okm.subarray(0, KEY)), tagKey: slice(okm, KEY) };
}

/** What of a reply secret travels inside a message. */
export function replyKeysOf(secret: ReplySecret): ReplyKeys {
  return { publicKey: secret.keyPair.publicKey, tagKey: secret.tagKey };
}

const READY = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The words of a list as they may be typed, with their numbers; made once for each list. */
function numbersOf(wordlist: readonly string[]): ReadonlyMap<string, number> {
  const numbers = READY.get(wordlist) ?? new Map(wordlist.map((word, number) => [asTyped(word), number]));
  READY.set(wordlist, numbers);
  return numbers;
}

/** BIP39 lets accents be left out of a word, and a hurried hand does; no list has two words that differ in them only. */
function asTyped(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .trim()
    .toLowerCase();
}

function bigintOf(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function checkOf(seed: Uint8Array): bigint {
  return BigInt(sha256(seed)[0] ?? 0) >> 1n;
}
