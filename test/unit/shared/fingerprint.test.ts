import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { keyringBlob, relay, root } from '../../vectors/cast.ts';

describe('the fingerprint', () => {
  it('is four words of the list', () => {
    const words = fingerprint(root.publicKey, relay.publicKey, keyringBlob).split(' ');
    expect(words).toHaveLength(4);
    for (const word of words) expect(wordlist).toContain(word);
  });

  it('changes with root, relay identity and keyring, and with which is which', () => {
    const other = Uint8Array.from(keyringBlob);
    other[100] = (other[100] ?? 0) ^ 1;
    const all = [
      fingerprint(root.publicKey, relay.publicKey, keyringBlob),
      fingerprint(relay.publicKey, relay.publicKey, keyringBlob),
      fingerprint(root.publicKey, root.publicKey, keyringBlob),
      fingerprint(relay.publicKey, root.publicKey, keyringBlob),
      fingerprint(root.publicKey, relay.publicKey, other),
    ];
    expect(new Set(all).size).toBe(5);
  });
});
