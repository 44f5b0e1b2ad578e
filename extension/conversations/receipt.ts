import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import type { ReplyKeys } from '../../shared/message.ts';
import {
  newReceiptSeed,
  type ReceiptSeed,
  receiptOfWords,
  replyKeysOf,
  replySecretFor,
  stretchReceipt,
  wordsOfReceipt,
} from '../../shared/receipt.ts';
import { wordlistFor, wordlistsFrom } from './wordlists.ts';

/*
 * The way back to one concern. Every concern has a receipt of its own, whether or not anybody asks for its words, so that
 * nobody can tell who means to come back. It lives in memory only.
 */

/** A receipt with what scrypt makes of it for one organisation, 32 bytes: from there each desk's keys come at once. */
export interface Receipt {
  readonly seed: ReceiptSeed;
  readonly stretched: Bytes;
}

/** Makes a receipt, in about 0.2 s of work; `tickMs` is how long it may hold the thread at a time. */
export async function makeReceipt(
  organisation: string,
  random: RandomBytes,
  tickMs?: number,
): Promise<Receipt> {
  const seed = newReceiptSeed(random);
  return { seed, stretched: await stretchReceipt(seed, organisation, tickMs) };
}

/** What a concern for a desk carries of its receipt. */
export function replyKeysFor({ stretched }: Pick<Receipt, 'stretched'>, desk: number): ReplyKeys {
  return replyKeysOf(replySecretFor(stretched, desk));
}

/** The seven words, in the panel's language (BCP 47) where there is a list of words for it, else in English. */
export function receiptWords({ seed }: Pick<Receipt, 'seed'>, language: string): string[] {
  return wordsOfReceipt(seed, wordlistFor(language));
}

/**
 * The receipt of seven words as somebody typed them, whatever language they were shown in; `language` is tried first.
 * Throws `bad-receipt` when they are none.
 */
export function receiptSeedOf(words: readonly string[], language: string): ReceiptSeed {
  for (const wordlist of wordlistsFrom(language)) {
    try {
      return receiptOfWords(words, wordlist);
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
    }
  }
  throw new CandorError('bad-receipt');
}

/** Opens seven words: `receiptSeedOf`, then the same 0.2 s of work as in making. Throws `bad-receipt`. */
export async function openReceipt(
  words: readonly string[],
  language: string,
  organisation: string,
  tickMs?: number,
): Promise<Receipt> {
  const seed = receiptSeedOf(words, language);
  return { seed, stretched: await stretchReceipt(seed, organisation, tickMs) };
}
