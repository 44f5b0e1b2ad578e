import * as v from 'valibot';
import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import type { DeskShare } from '../../shared/desk-secrets.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { dayField, jsonBytes } from '../../shared/json-fields.ts';
import type { SignedKeyRecord } from '../../shared/key-records.ts';
import { signRequest } from '../../shared/request-signature.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import type { SealedConcern } from './opening.ts';
import type { Standing } from './standing.ts';
import type { SealedEvent, SealedShare } from './store-port.ts';

/** The part of `fetch` that the inbox uses. Rejects when the mailroom cannot be reached. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: Bytes },
) => Promise<{ readonly status: number; arrayBuffer(): Promise<ArrayBuffer>; json(): Promise<unknown> }>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
  readonly more: boolean;
}

const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/));
const cursor = v.nullish(v.string());
const queuePage = v.object({
  items: v.array(v.object({ id: base64url, deskKid: base64url, releaseDay: dayField, envelope: base64url })),
  cursor,
  more: v.boolean(),
});
const eventsPage = v.object({
  items: v.array(v.object({ id: base64url, sealed: base64url })),
  cursor,
  more: v.boolean(),
});
const weeksAnswer = v.object({
  records: v.array(v.object({ by: base64url, blob: base64url, holders: v.array(base64url) })),
  retentionDays: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
const sharesAnswer = v.object({ shares: v.array(v.object({ deskKid: base64url, sealed: base64url })) });

/** Weekly records of a desk; `holders` are kids of members, base64url. */
export interface HeldWeeks {
  readonly weeks: readonly { readonly record: SignedKeyRecord; readonly holders: readonly string[] }[];
  readonly retentionDays: number;
}

/**
 * The mailroom as one member's inbox sees it. Every method throws `unreachable` while there is no sensible answer,
 * `bad-signature` when the mailroom does not accept the member's signature, `not-yours` for somebody else's desk.
 */
export interface MailroomClient {
  keysFile(): Promise<Bytes>;
  /** The public file `bulletin`, or `null` while there is none. */
  bulletin(): Promise<Bytes | null>;
  /** Hands in a signed bulletin; throws `stale` when a colleague's came first. */
  putBulletin(bytes: Bytes): Promise<void>;
  queue(desk: number, after: string | null): Promise<Page<SealedConcern>>;
  shares(desk: number): Promise<SealedShare[]>;
  /** Every weekly record of a desk that is kept, with who has a share of it, and for how long concerns are kept. */
  weeks(desk: number): Promise<HeldWeeks>;
  postWeek(desk: number, week: { record: SignedKeyRecord; shares: readonly DeskShare[] }): Promise<void>;
  events(desk: number, after: string | null): Promise<Page<SealedEvent>>;
  postEvent(event: SealedEvent): Promise<void>;
  /**
   * Hands in sealed replies (REPLY_SLOTs in base64url, at most 64), all or none; the same ones may be handed in again.
   * Throws `tag-used` when another slot has one of their tags.
   */
  postReplies(desk: number, slots: readonly string[], automatic: boolean): Promise<void>;
  /** Says how the desk stands, in numbers, for its daily line. */
  postStanding(desk: number, standing: Standing): Promise<void>;
}

/** Fetches the public file `keys`, which needs no signature: the locked page shows its fingerprint. */
export async function fetchKeysFile(mailroomUrl: string, fetch: Fetch): Promise<Bytes> {
  const answer = await reach(fetch, address(mailroomUrl, 'v1/keys'), { method: 'GET', headers: {} });
  return new Uint8Array(await whole(answer.arrayBuffer()));
}

export function mailroomClient(
  mailroomUrl: string,
  signer: { readonly key: SigningKeyPair; readonly member: string },
  effects: { readonly fetch: Fetch; readonly clock: () => number; readonly random: RandomBytes },
): MailroomClient {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: Bytes, conflict?: ErrorCode) => {
    const request = { method, url: address(mailroomUrl, path), ...(body && { body }) };
    const signature = signRequest(request, signer.key, {
      audience: 'candor-mailroom',
      nowSeconds: effects.clock(),
      random: effects.random,
    });
    const headers = body ? { ...signature, 'content-type': 'application/json' } : signature;
    return reach(effects.fetch, request.url, { method, headers, ...(body && { body }) }, conflict);
  };
  const page = (desk: number, list: 'queue' | 'events', after: string | null) =>
    ask('GET', `v1/desks/${desk}/${list}${after === null ? '' : `?after=${encodeURIComponent(after)}`}`);

  return {
    keysFile: () => fetchKeysFile(mailroomUrl, effects.fetch),
    async bulletin() {
      const url = address(mailroomUrl, 'v1/bulletin');
      const answer = await whole(effects.fetch(url, { method: 'GET', headers: {} }));
      if (answer.status === 404) return null;
      if (answer.status !== 200) throw new CandorError('unreachable', `status ${answer.status}`);
      return new Uint8Array(await whole(answer.arrayBuffer()));
    },
    async putBulletin(bytes) {
      await ask('PUT', 'v1/bulletin', bytes, 'stale');
    },
    async queue(desk, after) {
      const answer = await parsed(queuePage, await page(desk, 'queue', after));
      return {
        ...answer,
        cursor: answer.cursor ?? after,
        items: answer.items.map((item) => ({ ...item, desk })),
      };
    },
    async events(desk, after) {
      const answer = await parsed(eventsPage, await page(desk, 'events', after));
      return {
        ...answer,
        cursor: answer.cursor ?? after,
        items: answer.items.map((item) => ({ ...item, desk })),
      };
    },
    async shares(desk) {
      const { shares } = await parsed(sharesAnswer, await ask('GET', `v1/desks/${desk}/shares`));
      return shares.map((share) => ({ ...share, desk, member: signer.member }));
    },
    async weeks(desk) {
      const answer = await parsed(weeksAnswer, await ask('GET', `v1/desks/${desk}/weeks`));
      const weeks = answer.records.map(({ by, blob, holders }) => ({
        record: { by: fromBase64url(by), blob: fromBase64url(blob) },
        holders,
      }));
      return { weeks, retentionDays: answer.retentionDays };
    },
    async postWeek(desk, { record, shares }) {
      const body = jsonBytes({
        record: { by: toBase64url(record.by), blob: toBase64url(record.blob) },
        shares: shares.map(({ deskKid, memberKid, sealed }) => ({
          deskKid: toBase64url(deskKid),
          memberKid: toBase64url(memberKid),
          sealed: toBase64url(sealed),
        })),
      });
      await ask('POST', `v1/desks/${desk}/weeks`, body);
    },
    async postEvent({ desk, sealed }) {
      await ask('POST', `v1/desks/${desk}/events`, jsonBytes({ sealed }));
    },
    async postReplies(desk, slots, automatic) {
      await ask('POST', `v1/desks/${desk}/replies`, jsonBytes({ slots, automatic }), 'tag-used');
    },
    async postStanding(desk, standing) {
      await ask('POST', `v1/desks/${desk}/standing`, jsonBytes(standing));
    },
  };
}

/** A share as the protocol reads it. Throws `bad-request` for what is not base64url. */
export function deskShareOf(share: SealedShare): DeskShare {
  return {
    deskKid: fromBase64url(share.deskKid),
    memberKid: fromBase64url(share.member),
    sealed: fromBase64url(share.sealed),
  };
}

function address(mailroomUrl: string, path: string): string {
  return new URL(path, mailroomUrl.endsWith('/') ? mailroomUrl : `${mailroomUrl}/`).href;
}

/** `conflict` is what a 409 means to this request. */
async function reach(
  fetch: Fetch,
  url: string,
  init: Parameters<Fetch>[1],
  conflict: ErrorCode = 'bad-request',
): ReturnType<Fetch> {
  const answer = await whole(fetch(url, init));
  if (answer.status === 401) throw new CandorError('bad-signature', 'the mailroom refused the signature');
  if (answer.status === 403) throw new CandorError('not-yours', 'the desk is somebody else’s');
  if (answer.status === 409) throw new CandorError(conflict);
  if (answer.status >= 400 && answer.status < 500)
    throw new CandorError('bad-request', `status ${answer.status}`);
  if (answer.status < 200 || answer.status >= 300)
    throw new CandorError('unreachable', `status ${answer.status}`);
  return answer;
}

async function parsed<T>(
  schema: v.GenericSchema<unknown, T>,
  answer: { json(): Promise<unknown> },
): Promise<T> {
  const result = v.safeParse(schema, await whole(answer.json()));
  if (!result.success) throw new CandorError('unreachable', 'the mailroom answered something else');
  return result.output;
}

async function whole<T>(answering: Promise<T>): Promise<T> {
  try {
    return await answering;
  } catch {
    throw new CandorError('unreachable', 'the mailroom does not answer');
  }
}
