import type { Fetch } from '../../../extension/inbox/mailroom-client.ts';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import { verifyBulletin } from '../../../shared/bulletin.ts';
import { type Bytes, equalBytes } from '../../../shared/bytes.ts';
import type { Concern } from '../../../shared/concern.ts';
import { CandorError } from '../../../shared/errors.ts';
import { sha256 } from '../../../shared/hash.ts';
import { type SignedKeyRecord, verifyKeyRecord } from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { tagOfSlot } from '../../../shared/reply-slot.ts';
import { verifyRequest } from '../../../shared/request-signature.ts';
import {
  deskKey,
  deskWeek,
  keysFile,
  NOON,
  type Organisation,
  sealedConcern,
  TODAY,
} from './desk-fixture.ts';

interface Queued {
  readonly id: string;
  readonly deskKid: string;
  readonly releaseDay: string;
  readonly envelope: string;
}

/** The mailroom's side of the contract, in memory: it verifies every signature and remembers every nonce. */
export interface FakeMailroom {
  readonly fetch: Fetch;
  /** Requests as `GET /v1/desks/1/queue`, in order. */
  readonly requests: string[];
  readonly records: SignedKeyRecord[];
  /** While it is away nothing answers. */
  away(away: boolean): void;
  setKeyring(blob: Bytes): void;
  bulletin(): Bytes | null;
  setBulletin(bytes: Bytes): void;
  addWeek(desk: number, nowSeconds?: number): void;
  forgetShares(desk: number): void;
  queue(desk: number): Queued[];
  send(desk: number, concern: Omit<Concern, 'v' | 'tax'>, releaseDay?: string): Promise<string>;
  sendRaw(desk: number, item: Omit<Queued, 'releaseDay'>, releaseDay?: string): void;
  events(desk: number): { id: string; sealed: string }[];
  /** While they are away, reply slots are not taken, and everything else is. */
  slotsAway(away: boolean): void;
  /** Takes reply slots and lets the answer get lost. */
  loseAnswers(lose: boolean): void;
  /** A slot that a member handed in and never wrote down. */
  takeSlot(slot: Bytes): void;
  /** Reply slots that were taken, in order. */
  slots(): readonly { readonly slot: Bytes; readonly automatic: boolean }[];
}

const PAGE = 50;

export function fakeMailroom(org: Organisation, clock: () => number = () => NOON): FakeMailroom {
  const records: SignedKeyRecord[] = [];
  const shares = new Map<number, { deskKid: string; memberKid: string; sealed: string }[]>();
  const queues = new Map<number, Queued[]>();
  const logs = new Map<number, { id: string; sealed: string }[]>();
  const slots = new Map<string, { slot: Bytes; automatic: boolean }>();
  const nonces = new Set<string>();
  const requests: string[] = [];
  let blob = org.keyringBlob;
  let isAway = false;
  let bulletin: Bytes | null = null;
  let noSlots = false;
  let losing = false;
  const of = <T>(map: Map<number, T[]>, desk: number): T[] => {
    const list = map.get(desk) ?? [];
    map.set(desk, list);
    return list;
  };
  const takeWeek = (desk: number, week: ReturnType<typeof deskWeek>): void => {
    records.push(week.record);
    for (const { deskKid, memberKid, sealed } of week.shares) {
      of(shares, desk).push({
        deskKid: toBase64url(deskKid),
        memberKid: toBase64url(memberKid),
        sealed: toBase64url(sealed),
      });
    }
  };

  const answerTo = async (
    method: string,
    url: URL,
    headers: Record<string, string>,
    body?: Bytes,
  ): Promise<Response> => {
    if (method === 'GET' && url.pathname === '/v1/keys')
      return new Response(await keysFile(org, records, blob));
    if (method === 'GET' && url.pathname === '/v1/bulletin') {
      return bulletin === null ? new Response(null, { status: 404 }) : new Response(bulletin);
    }
    const { kid, nonce } = await verifyRequest(
      { method, url: url.href, ...(body && { body }), header: (name) => headers[name] },
      (asked) =>
        org.keyring.members.find(({ sign }) => toBase64url(kidOf(sign)) === toBase64url(asked))?.sign,
      { audience: 'candor-mailroom', nowSeconds: clock() },
    );
    if (nonces.has(nonce)) return Response.json({ error: 'replayed-request' }, { status: 401 });
    nonces.add(nonce);
    if (method === 'PUT' && url.pathname === '/v1/bulletin') {
      const next = await verifyBulletin(body ?? new Uint8Array(0), org.keyring);
      if (bulletin !== null && next.serial <= (await verifyBulletin(bulletin, org.keyring)).serial) {
        return Response.json({ error: 'stale' }, { status: 409 });
      }
      bulletin = body ?? null;
      return Response.json({ ok: true });
    }
    const [, , , number, what] = url.pathname.split('/');
    const desk = org.keyring.desks.find(({ id }) => id === Number(number));
    const asking = toBase64url(kid);
    if (!desk?.members.some((member) => toBase64url(member) === asking)) {
      return Response.json({ error: 'not-yours' }, { status: 403 });
    }
    if (method === 'GET' && what === 'weeks') {
      const kept = await Promise.all(records.map((record) => verifyKeyRecord(record, org.keyring)));
      const ofDesk = records.flatMap((record, at) => {
        const week = kept[at];
        if (week?.desk !== desk.id) return [];
        const deskKid = toBase64url(kidOf(week.key));
        const holders = of(shares, desk.id)
          .filter((share) => share.deskKid === deskKid)
          .map(({ memberKid }) => memberKid);
        return [{ by: toBase64url(record.by), blob: toBase64url(record.blob), holders }];
      });
      return Response.json({ records: ofDesk, retentionDays: 180 });
    }
    const sent = body === undefined ? null : JSON.parse(new TextDecoder().decode(body));
    if (method === 'POST' && what === 'weeks') {
      records.push({ by: fromBase64url(sent.record.by), blob: fromBase64url(sent.record.blob) });
      of(shares, desk.id).push(...sent.shares);
      return Response.json({});
    }
    if (method === 'POST' && what === 'replies') {
      if (noSlots) throw new TypeError('network');
      const offered = (sent.slots as string[]).map(fromBase64url);
      const tag = (slot: Bytes) => toBase64url(tagOfSlot(slot));
      const other = offered.some((slot) => {
        const known = slots.get(tag(slot))?.slot;
        return known !== undefined && !equalBytes(known, slot);
      });
      if (other) return Response.json({ error: 'tag-used' }, { status: 409 });
      for (const slot of offered) slots.set(tag(slot), { slot, automatic: sent.automatic });
      if (losing) throw new TypeError('network');
      return Response.json({ ok: true });
    }
    if (method === 'POST' && what === 'events') {
      const event = { id: toBase64url(sha256(fromBase64url(sent.sealed))), sealed: sent.sealed };
      of(logs, desk.id).push(event);
      return Response.json({ id: event.id });
    }
    if (what === 'shares') {
      const mine = of(shares, desk.id).filter(({ memberKid }) => memberKid === asking);
      return Response.json({ shares: mine.map(({ deskKid, sealed }) => ({ deskKid, sealed })) });
    }
    const list: readonly object[] = what === 'queue' ? of(queues, desk.id) : of(logs, desk.id);
    const from = Number(url.searchParams.get('after') ?? 0);
    const items = list.slice(from, from + PAGE);
    return Response.json({
      items,
      cursor: String(from + items.length),
      more: from + items.length < list.length,
    });
  };

  return {
    requests,
    records,
    async fetch(address, { method, headers, body }) {
      if (isAway) throw new TypeError('network');
      const url = new URL(address);
      requests.push(`${method} ${url.pathname}`);
      try {
        return await answerTo(method, url, headers, body);
      } catch (error) {
        if (error instanceof TypeError) throw error;
        const code = error instanceof CandorError ? error.code : 'unexpected';
        return Response.json({ error: code }, { status: code === 'bad-signature' ? 401 : 400 });
      }
    },
    away(away) {
      isAway = away;
    },
    bulletin: () => bulletin,
    setBulletin(next) {
      bulletin = next;
    },
    setKeyring(next) {
      blob = next;
    },
    addWeek: (desk, nowSeconds = NOON) => takeWeek(desk, deskWeek(org, desk, nowSeconds)),
    forgetShares: (desk) => void shares.delete(desk),
    queue: (desk) => of(queues, desk),
    async send(desk, concern, releaseDay = TODAY) {
      const item = sealedConcern(await deskKey(org, desk, records), concern, org.random);
      of(queues, desk).push({ ...item, releaseDay });
      return item.id;
    },
    sendRaw: (desk, item, releaseDay = TODAY) => void of(queues, desk).push({ ...item, releaseDay }),
    events: (desk) => of(logs, desk),
    slotsAway(away) {
      noSlots = away;
    },
    loseAnswers(lose) {
      losing = lose;
    },
    takeSlot: (slot) => void slots.set(toBase64url(tagOfSlot(slot)), { slot, automatic: true }),
    slots: () => [...slots.values()],
  };
}
