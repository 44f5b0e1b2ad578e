import { toBase64url } from '../../shared/base64url.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { kidOf } from '../../shared/kid.ts';
import { REQUEST_WINDOW_SECONDS, verifyRequest } from '../../shared/request-signature.ts';
import type { HopDeps } from './deps.ts';

/** Nonces are kept until the end of an hour, so that they say nothing finer. */
const HOUR_SECONDS = 3600;

/**
 * Makes sure that a request is signed by one of the mailroom keys, for this relay, now, and for the first time. Throws
 * `bad-signature` whatever is wrong.
 */
export async function checkMailroomRequest(
  request: Request,
  body: Bytes,
  mailroomKeys: readonly Bytes[],
  { drop, clock }: HopDeps,
): Promise<void> {
  const nowSeconds = Math.floor(clock());
  const { kid, nonce } = await verifyRequest(
    {
      method: request.method,
      url: request.url,
      body,
      header: (name) => request.headers.get(name) ?? undefined,
    },
    (named) => mailroomKeys.find((key) => equalBytes(kidOf(key), named)),
    { audience: 'candor-relay', nowSeconds },
  );
  // A clock that is ahead may sign for the future, so a request can pass for twice the window.
  const passesUntil = nowSeconds + 2 * REQUEST_WINDOW_SECONDS;
  const until = Math.ceil(passesUntil / HOUR_SECONDS) * HOUR_SECONDS;
  if (!(await drop.rememberNonce(`${toBase64url(kid)} ${nonce}`, until))) {
    throw new CandorError('bad-signature', 'the request was made before');
  }
}
