import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { mailroomApp } from '../../../relay/mailroom/app.ts';
import type { DailyLineSettings } from '../../../relay/mailroom/daily-line/daily-lines.ts';
import type { MailroomDeps, MailroomSettings } from '../../../relay/mailroom/deps.ts';
import { keepMailroom } from '../../../relay/mailroom/keeper.ts';
import { openSqliteMailroomStore } from '../../../relay/mailroom/store/sqlite.ts';
import type { MailroomStore } from '../../../relay/mailroom/store/store.ts';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { type DeskShare, makeDeskWeek } from '../../../shared/desk-secrets.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { keyInUse, type SignedKeyRecord, verifyKeysFile } from '../../../shared/key-records.ts';
import { deskOf, type Keyring, type Member, signKeyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type MemberKeys, newMemberKeys } from '../../../shared/member-keys.ts';
import { signRequest } from '../../../shared/request-signature.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { ENVELOPE } from '../../../shared/sizes.ts';
import { keyWeekAt } from '../../../shared/weeks.ts';
import { FakeRelay, packOf } from './fake-relay.ts';

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

/** Tuesday 24 November 2026, 12:00 UTC: two hours into a key week. */
export const START = Date.UTC(2026, 10, 24, 12) / 1000;
export const DAY = 86_400;

const SETTINGS: MailroomSettings = {
  pullSeconds: 60,
  retentionDays: 180,
  timeZone: 'Europe/Berlin',
  // Signing is what tests spend most of their time on; those about weeks ahead say so.
  keyWeeksAhead: 2,
  intakeKeepDays: 28,
  replyPacksPerDay: 1,
  replyPackSeconds: 86_400,
};

/** What every test of the mailroom stands on: an organisation with two desks, three members, a relay and a clock. */
export interface Hospital {
  now: number;
  readonly root: ReturnType<typeof newSigningKeyPair>;
  readonly members: { readonly ann: MemberKeys; readonly ben: MemberKeys; readonly cat: MemberKeys };
  /** Ann and Ben are on desk 1, Cat is on desk 2. */
  readonly keyring: Keyring;
  readonly keyringBlob: Bytes;
  readonly relay: FakeRelay;
  readonly deps: MailroomDeps;
  readonly app: Hono;
  readonly keeper: { tick(): Promise<void> };
  readonly folder: string;
  readonly wrapKey: Bytes;
  /** Events with their fields, as they were logged. */
  readonly logged: { event: string; fields: object }[];
  /** The mailroom crashes and starts again on what is on its disk. */
  restart(): Promise<Hospital>;
  close(): Promise<void>;
}

interface Ground extends Omit<Hospital, 'deps' | 'app' | 'keeper' | 'restart' | 'close' | 'now'> {
  readonly time: { now: number };
  readonly identity: ReturnType<typeof newSigningKeyPair>;
  readonly settings: MailroomSettings;
  readonly open: () => Promise<MailroomStore>;
  readonly dailyLine?: DailyLineSettings;
}

export interface HospitalOptions {
  readonly settings?: Partial<MailroomSettings>;
  /** Opens the store; a fresh SQLite file unless given. */
  readonly open?: (folder: string, wrapKey: Bytes) => Promise<MailroomStore>;
  readonly keyringChanges?: (keyring: Keyring) => Keyring;
  readonly dailyLine?: DailyLineSettings;
}

export async function newHospital(options: HospitalOptions = {}): Promise<Hospital> {
  const root = newSigningKeyPair(random);
  const identity = newSigningKeyPair(random);
  const members = { ann: newMemberKeys(random), ben: newMemberKeys(random), cat: newMemberKeys(random) };
  const keyring = (options.keyringChanges ?? ((same) => same))(firstKeyring(identity.publicKey, members));
  const time = { now: START };
  const folder = mkdtempSync(join(tmpdir(), 'candor-mailroom-'));
  const wrapKey = random(32);
  const ground: Ground = {
    time,
    root,
    identity,
    members,
    keyring,
    keyringBlob: signKeyring(keyring, root.seed),
    relay: new FakeRelay(root.publicKey, () => time.now),
    folder,
    wrapKey,
    settings: { ...SETTINGS, ...options.settings },
    ...(options.dailyLine && { dailyLine: options.dailyLine }),
    logged: [],
    open: () =>
      options.open?.(folder, wrapKey) ??
      openSqliteMailroomStore(join(folder, 'mailroom.sqlite'), { wrapKey, random }),
  };
  const hospital = await startOn(ground);
  await hospital.deps.store.putKeyring(ground.keyringBlob);
  return hospital;
}

async function startOn(ground: Ground): Promise<Hospital> {
  const store = await ground.open();
  const deps: MailroomDeps = {
    store,
    identity: ground.identity,
    rootKey: ground.root.publicKey,
    settings: ground.settings,
    clock: () => ground.time.now,
    random,
    log: (event, fields = {}) => ground.logged.push({ event, fields }),
    relayFetch: ground.relay.fetch,
    relayUrl: 'https://relay.example/',
    ...(ground.dailyLine && { dailyLine: ground.dailyLine }),
  };
  return {
    ...ground,
    get now() {
      return ground.time.now;
    },
    set now(seconds: number) {
      ground.time.now = seconds;
    },
    deps,
    app: mailroomApp(deps),
    keeper: keepMailroom(deps),
    restart: async () => {
      await store.close();
      return startOn(ground);
    },
    close: async () => {
      await store.close();
      rmSync(ground.folder, { recursive: true, force: true });
    },
  };
}

function firstKeyring(mailroom: Bytes, { ann, ben, cat }: Hospital['members']): Keyring {
  const member = (label: string, keys: MemberKeys): Member => ({
    label,
    sign: keys.signing.publicKey,
    box: keys.box.publicKey,
    until: '2027-02-22',
  });
  const desk = (id: number, slug: string, members: MemberKeys[]) => ({
    id,
    slug,
    name: slug,
    kinds: [],
    independent: id === 2,
    members: members.map((keys) => kidOf(keys.signing.publicKey)),
  });
  return {
    v: 1,
    serial: 1,
    previous: null,
    issued: '2026-11-24',
    org: { id: 'st-elsewhere', name: 'St Elsewhere' },
    operator: { name: 'Relay Ltd', own: false },
    mailroom,
    members: [member('Ann', ann), member('Ben', ben), member('Cat', cat)],
    desks: [desk(1, 'patient-safety', [ann, ben]), desk(2, 'guardian', [cat])],
  };
}

/** Sends a request that a member has signed, and gives back the answer. */
export function asMember(
  { app, now }: Hospital,
  keys: MemberKeys,
  method: string,
  path: string,
  body?: Bytes,
): Promise<Response> {
  return send(app, signed(keys, method, path, now, body));
}

export interface SignedParts {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: Bytes;
}

export function signed(
  keys: MemberKeys,
  method: string,
  path: string,
  nowSeconds: number,
  body?: Bytes,
): SignedParts {
  const url = `https://mailroom.example${path}`;
  const request = body === undefined ? { method, url } : { method, url, body };
  const headers = signRequest(request, keys.signing, { audience: 'candor-mailroom', nowSeconds, random });
  return { ...request, headers };
}

export async function send(app: Hono, { url, ...request }: SignedParts): Promise<Response> {
  return app.request(url, request);
}

/** The body of `POST weeks`. */
export function weekBody(record: SignedKeyRecord, shares: readonly DeskShare[]): Bytes {
  return jsonBytes({
    record: { by: toBase64url(record.by), blob: toBase64url(record.blob) },
    shares: shares.map((share) => ({
      deskKid: toBase64url(share.deskKid),
      memberKid: toBase64url(share.memberKid),
      sealed: toBase64url(share.sealed),
    })),
  });
}

/** One member makes this week's key of a desk for everyone on it. Gives back the desk key's kid. */
export async function makeWeek(hospital: Hospital, keys: MemberKeys, desk: number): Promise<Bytes> {
  const members = hospital.keyring.members.filter((member) =>
    deskOf(hospital.keyring, desk)?.members.some(
      (kid) => toBase64url(kid) === toBase64url(kidOf(member.sign)),
    ),
  );
  const made = makeDeskWeek(desk, keyWeekAt(hospital.now), members, keys.signing, random);
  const answer = await asMember(
    hospital,
    keys,
    'POST',
    `/v1/desks/${desk}/weeks`,
    weekBody(made.record, made.shares),
  );
  if (!answer.ok) throw new Error(`POST weeks: ${answer.status} ${await answer.text()}`);
  const deskKid = made.shares[0]?.deskKid;
  if (deskKid === undefined) throw new Error('no shares');
  return deskKid;
}

/** The intake key in use, as an install finds it in the keys file. */
export async function intakeKeyNow(hospital: Hospital): Promise<Bytes> {
  const file = await hospital.deps.store.file('keys');
  if (file === null) throw new Error('no keys file');
  const { records } = await verifyKeysFile(file, hospital.root.publicKey);
  const record = keyInUse(records, 0, hospital.now);
  if (record === undefined) throw new Error('no intake key');
  return record.key;
}

/** A sealed envelope as the mailroom sees it: bytes. */
export const newEnvelope = (): Bytes => random(ENVELOPE);

/** Puts a pack with these envelopes, and cover, at the relay. Gives back the pack. */
export async function post(
  hospital: Hospital,
  envelopes: readonly { desk: number; deskKid: Bytes; envelope: Bytes }[],
  cover = 2,
) {
  const key = await intakeKeyNow(hospital);
  const contents = [...envelopes, ...Array.from({ length: cover }, () => null)];
  const pack = packOf(
    kidOf(key),
    contents.map((content) => sealIntake(key, content, random)),
    hospital.now,
  );
  hospital.relay.add(pack);
  return pack;
}

export interface QueueItem {
  id: string;
  deskKid: string;
  releaseDay: string;
  envelope: string;
}

/** Everything in a desk's queue, as the inbox fetches it. */
export async function fetchQueue(hospital: Hospital, keys: MemberKeys, desk: number): Promise<QueueItem[]> {
  const items: QueueItem[] = [];
  for (let after = '', more = true; more; ) {
    const answer = await asMember(hospital, keys, 'GET', `/v1/desks/${desk}/queue?after=${after}`);
    if (!answer.ok) throw new Error(`GET queue: ${answer.status} ${await answer.text()}`);
    const page = (await answer.json()) as { items: QueueItem[]; cursor: string; more: boolean };
    items.push(...page.items);
    after = page.cursor;
    more = page.more;
  }
  return items;
}

export const envelopesIn = (items: readonly QueueItem[]): string[] =>
  items.map((item) => toBase64url(fromBase64url(item.envelope))).sort();

/** How often an event was logged. */
export const count = ({ logged }: Hospital, event: string): number =>
  logged.filter((line) => line.event === event).length;
