import nacl from 'tweetnacl';
import { type Bytes, concat, type RandomBytes, slice } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';

const NONCE = nacl.secretbox.nonceLength;

/** Puts secrets under a key that is kept outside the database: nonce(24) ‖ NaCl secretbox. */
export interface Wrapping {
  wrap(secret: Bytes): Bytes;
  /** Throws `bad-settings` when it was wrapped under another key. */
  unwrap(wrapped: Bytes): Bytes;
}

/** Throws `bad-settings` for a key that is not 32 bytes. */
export function wrappingUnder(wrapKey: Bytes, random: RandomBytes): Wrapping {
  if (wrapKey.length !== nacl.secretbox.keyLength) {
    throw new CandorError('bad-settings', 'the wrapping key of the drop is not 32 bytes');
  }
  return {
    wrap(secret) {
      const nonce = random(NONCE);
      return concat(nonce, nacl.secretbox(secret, nonce, wrapKey));
    },
    unwrap(wrapped) {
      const secret = nacl.secretbox.open(wrapped.subarray(NONCE), wrapped.subarray(0, NONCE), wrapKey);
      if (secret === null) {
        throw new CandorError('bad-settings', 'the drop was made under another wrapping key');
      }
      return slice(secret, 0);
    },
  };
}
