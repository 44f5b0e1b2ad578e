import type { MiddlewareHandler } from 'hono';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { type Desk, deskOf, type Member, memberOf } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { REQUEST_WINDOW_SECONDS, verifyRequest } from '../../shared/request-signature.ts';
import { dayAt } from '../../shared/weeks.ts';
import type { MailroomDeps } from './deps.ts';
import { type KnownKeyring, keyringReader } from './keyring.ts';

/** What a route may rely on once a request was let in. */
export interface MemberEnv {
  Variables: {
    known: KnownKeyring;
    member: Member;
    memberKid: Bytes;
    /** The desk of the path; set by `deskMembersOnly`. */
    desk: Desk;
    /** The body as it was signed. */
    body: Bytes;
  };
}

/**
 * Lets a request in that a member of the keyring has signed (RFC 9421), once, while the membership lasts. Throws
 * `bad-signature` for anything wrong with the signature or its author, `replayed-request` for a second time at any copy,
 * `not-yours` for a membership that has lapsed.
 */
export function membersOnly(deps: MailroomDeps): MiddlewareHandler<MemberEnv> {
  const { store, clock, settings } = deps;
  const readKeyring = keyringReader(deps);
  return async (c, next) => {
    const known = await readKeyring();
    if (known === null) throw new CandorError('unreachable');
    const now = clock();
    const body = new Uint8Array(await c.req.arrayBuffer());
    const request = {
      method: c.req.method,
      url: c.req.url,
      body,
      header: (name: string) => c.req.header(name),
    };
    const { kid, nonce } = await verifyRequest(request, (signer) => memberOf(known.keyring, signer)?.sign, {
      audience: 'candor-mailroom',
      nowSeconds: now,
    });
    if (!(await store.rememberNonce(nonce, now + REQUEST_WINDOW_SECONDS))) {
      throw new CandorError('replayed-request');
    }
    const member = memberOf(known.keyring, kid);
    if (member === undefined || member.until < dayAt(now, settings.timeZone)) {
      throw new CandorError('not-yours');
    }
    c.set('known', known);
    c.set('member', member);
    c.set('memberKid', kidOf(member.sign));
    c.set('body', body);
    await next();
  };
}

/** Behind `membersOnly`: throws `not-yours` for a desk whose member this is not, whether or not there is such a desk. */
export const deskMembersOnly: MiddlewareHandler<MemberEnv> = async (c, next) => {
  const desk = deskOf(c.get('known').keyring, Number(c.req.param('desk')));
  if (desk === undefined || !desk.members.some((kid) => equalBytes(kid, c.get('memberKid')))) {
    throw new CandorError('not-yours');
  }
  c.set('desk', desk);
  await next();
};
