import { wordlist } from '@scure/bip39/wordlists/english.js';
import { utf8 } from './bytes.ts';
import { blake2bHash } from './hash.ts';

const WORDS = 4;
const BITS_PER_WORD = 11;
const HASH_BYTES = 8;

/**
 * Four words that stand for root, relay identity and keyring (44 bits), to be compared with a poster by eye:
 * BLAKE2b("candor fingerprint 1" ‖ root ‖ relay identity ‖ signed keyring), first 44 bits as BIP39 words.
 */
export function fingerprint(
  rootPublicKey: Uint8Array,
  relayPublicKey: Uint8Array,
  keyringBlob: Uint8Array,
): string {
  const hash = blake2bHash(
    HASH_BYTES,
    utf8('candor fingerprint 1'),
    rootPublicKey,
    relayPublicKey,
    keyringBlob,
  );
  return Array.from({ length: WORDS }, (_, word) => wordlist[elevenBitsAt(hash, word * BITS_PER_WORD)]).join(
    ' ',
  );
}

/** The eleven bits of a byte string that start at a bit, most significant first. */
function elevenBitsAt(bytes: Uint8Array, bit: number): number {
  const at = bit >>> 3;
  const threeBytes = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (threeBytes >>> (24 - BITS_PER_WORD - (bit & 7))) & ((1 << BITS_PER_WORD) - 1);
}
