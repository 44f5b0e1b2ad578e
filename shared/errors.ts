/** The closed list of what can go wrong. UI text and exit codes are chosen by code, never by message. */
export type ErrorCode =
  | 'bad-length'
  | 'bad-public-file'
  | 'bad-receipt'
  | 'bad-request'
  | 'bad-settings'
  | 'bad-signature'
  | 'could-not-read'
  | 'not-found'
  | 'not-yours'
  | 'pin-mismatch'
  | 'replayed-request'
  | 'stale'
  | 'tag-used'
  | 'too-long'
  | 'unknown-key'
  | 'unreachable'
  | 'wrong-passphrase';

/**
 * The one error class of the product. `message` is for developers and admins; it never holds words of a
 * concern, key bytes, tags, addresses or user agents. Decryption failures carry no detail at all.
 */
export class CandorError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = code) {
    super(message);
    this.name = 'CandorError';
    this.code = code;
  }
}
