import nacl from 'tweetnacl';
import { type Bytes, concat, type RandomBytes, slice } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';

const NONCE = nacl.secretbox.nonceLength;

/** Takes secrets out from under a key that is kept outside the database. */
export interface Unwrapping {
  /** Throws `bad-settings` when it was wrapped under another key. */
  unwrap(wrapped: Bytes): Bytes;
}

/** And puts them under it: nonce(24) ‖ NaCl secretbox. */
export interface Wrapping extends Unwrapping {
  wrap(secret: Bytes): Bytes;
}

/** Throws `bad-settings` for a key that is not 32 bytes. */
export function wrappingUnder(wrapKey: Bytes, random: RandomBytes): Wrapping {
  return {
    ...unwrappingUnder(wrapKey),
    wrap(secret) {
      const nonce = random(NONCE);
      return concat(nonce, nacl.secretbox(secret, nonce, wrapKey));
    },
  };
}

export function unwrappingUnder(wrapKey: Bytes): Unwrapping {
  if (wrapKey.length !== nacl.secretbox.keyLength) {
    throw new CandorError('bad-settings', 'the wrapping key of the drop is not 32 bytes');
  }
  return {
    unwrap(wrapped) {
      const secret = nacl.secretbox.open(wrapped.subarray(NONCE), wrapped.subarray(0, NONCE), wrapKey);
      if (secret === null) {
        throw new CandorError('bad-settings', 'the drop was made under another wrapping key');
      }
      return slice(secret, 0);
    },
  };
}
