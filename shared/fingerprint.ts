import { wordlist } from '@scure/bip39/wordlists/english.js';
import { utf8 } from './bytes.ts';
import { blake2bHash } from './hash.ts';

const WORDS = 4;
const BITS_PER_WORD = 11;

/**
 * Four words that stand for root, relay identity and keyring (44 bits), to be compared with a poster by eye:
 * BLAKE2b("candor fingerprint 1" ‖ root ‖ relay identity ‖ signed keyring), first 44 bits as BIP39 words.
 */
export function fingerprint(
  rootPublicKey: Uint8Array,
  relayPublicKey: Uint8Array,
  keyringBlob: Uint8Array,
): string {
  const hash = blake2bHash(8, utf8('candor fingerprint 1'), rootPublicKey, relayPublicKey, keyringBlob);
  let bits =
    hash.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) >> BigInt(64 - WORDS * BITS_PER_WORD);
  const words: string[] = [];
  for (let i = 0; i < WORDS; i++) {
    words.unshift(wordlist[Number(bits & 0x7ffn)] ?? '');
    bits >>= BigInt(BITS_PER_WORD);
  }
  return words.join(' ');
}
