import nacl from 'tweetnacl';
import { type Bytes, concat, type RandomBytes, slice } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';

const NONCE = nacl.secretbox.nonceLength;

/** Wraps a secret under a key that is kept outside the database: nonce(24) ‖ NaCl secretbox. */
export function wrap(wrapKey: Uint8Array, secret: Uint8Array, random: RandomBytes): Bytes {
  const nonce = random(NONCE);
  return concat(nonce, nacl.secretbox(secret, nonce, wrapKey));
}

/** Throws `bad-settings` when the secret was wrapped under another key, or is damaged. */
export function unwrap(wrapKey: Uint8Array, wrapped: Uint8Array): Bytes {
  const secret = nacl.secretbox.open(wrapped.subarray(NONCE), wrapped.subarray(0, NONCE), wrapKey);
  if (secret === null) {
    throw new CandorError('bad-settings', 'the mailroom’s store was made under another wrapping key');
  }
  return slice(secret, 0);
}
