import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealConcern } from '../../extension/compose/sealing.ts';
import { comeBack } from '../../extension/conversations/coming-back.ts';
import { sealFollowUp } from '../../extension/conversations/follow-up.ts';
import { makeReceipt, receiptWords, replyKeysFor } from '../../extension/conversations/receipt.ts';
import { sealTreatedWorse } from '../../extension/conversations/survey.ts';
import { threadStates } from '../../extension/conversations/thread.ts';
import { type Dispatch, makeDispatch } from '../../extension/outbox/dispatch.ts';
import { NO_FILES, type PublicBytes, readPublicFiles } from '../../extension/outbox/public-files.ts';
import { makeQueue } from '../../extension/outbox/queue.ts';
import type { Session } from '../../extension/outbox/session.ts';
import type { Drop } from '../../relay/drop/drop.ts';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { hopApp } from '../../relay/hop/app.ts';
import { keepHop } from '../../relay/hop/keeper.ts';
import { silentLog } from '../../relay/log.ts';
import { keepMailroom } from '../../relay/mailroom/keeper.ts';
import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { decodeConcern } from '../../shared/concern.ts';
import { makeDeskWeek, openUnpublishedShare } from '../../shared/desk-secrets.ts';
import { decodeFollowUp } from '../../shared/follow-up.ts';
import { jsonBytes } from '../../shared/json-fields.ts';
import { deskOf } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import { type Message, openEnvelope } from '../../shared/message.ts';
import type { Reply } from '../../shared/reply.ts';
import { sealReplySlot } from '../../shared/reply-slot.ts';
import type { BoxKeyPair } from '../../shared/sealed-box.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';
import { decodeSurveyAnswer } from '../../shared/survey-answer.ts';
import { keyWeekAt } from '../../shared/weeks.ts';
import {
  asMember,
  DAY,
  fetchQueue,
  type Hospital,
  newHospital,
  weekBody,
} from '../unit/mailroom/hospital.ts';

/*
 * The whole way round, with nothing in between left out but the browser: an install's outbox, the relay, the mailroom, a
 * member of the desk, a pack of answers, and the look-up on whatever workstation somebody comes back to.
 */

const HOUR = 3600;
const SAFETY = 1;
const GUARDIAN = 2;
const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
const relayIdentity = newSigningKeyPair(random);
const staffKey = random(32);

let hospital: Hospital;
let drop: Drop;
let relay: ReturnType<typeof hopApp>;
let pass: (seconds: number) => Promise<void>;
/** The weekly secrets of both desks, as their members' inboxes have them. */
const weekKeys = new Map<number, BoxKeyPair>();

/** An install over memory: what a workstation keeps, and the dispatch that its background runs. */
interface Workstation {
  readonly dispatch: Dispatch;
  readonly packs: Map<string, Bytes>;
  /** Everything that it has asked of the relay, in order. */
  readonly requests: string[];
  tick(times?: number): Promise<void>;
  files(): ReturnType<typeof readPublicFiles>;
}

function workstation(): Workstation {
  const packs = new Map<string, Bytes>();
  const requests: string[] = [];
  const kept = {
    outbox: null as Bytes | null,
    files: NO_FILES as PublicBytes,
    session: null as Session | null,
  };
  const pins = { rootKey: hospital.root.publicKey, relayKey: relayIdentity.publicKey };
  const ask = async (path: string, init?: RequestInit): Promise<Bytes | null> => {
    requests.push(path);
    const answer = await relay.request(`https://relay.example${path}`, init);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  const dispatch = makeDispatch(
    {
      outbox: { load: async () => kept.outbox, save: async (outbox) => void Object.assign(kept, { outbox }) },
      files: {
        load: async () => kept.files,
        save: async (name, bytes) => void Object.assign(kept, { files: { ...kept.files, [name]: bytes } }),
      },
      session: {
        load: async () => kept.session,
        save: async (session) => void Object.assign(kept, { session }),
      },
      relay: {
        get: (name) => ask(`/v1/${name}`),
        post: (cell) => ask('/v1/cells', { method: 'POST', body: cell }),
      },
      packs: {
        names: async () => new Set(packs.keys()),
        save: async (name, bytes) => void packs.set(name, bytes),
        forget: async (names) => {
          for (const name of names) packs.delete(name);
        },
        fetch: (name) => ask(`/v1/replies/${name}`),
      },
      keyrings: { save: async () => undefined },
      queue: makeQueue(),
      clock: () => hospital.now,
      random,
    },
    { ...pins, staffKey },
  );
  return {
    dispatch,
    packs,
    requests,
    async tick(times = 1) {
      for (let i = 0; i < times; i++) {
        hospital.now += 60;
        await dispatch.tick();
      }
    },
    files: () => readPublicFiles(kept.files, pins),
  };
}

async function sealTo(at: Workstation) {
  const { keys, manifest } = await at.files();
  if (keys === null || manifest === null) throw new Error('no public files yet');
  return { keys, atSeconds: manifest.timeSeconds };
}

/** What lies on a workstation is all that a look-up has. */
async function lookedUp(at: Workstation, words: readonly string[]) {
  const { keys, index } = await at.files();
  if (keys === null) throw new Error('no keys yet');
  return comeBack(words, 'en', { index, packs: at.packs, keyrings: [keys.keyring] });
}

async function messagesAt(desk: number, keys: MemberKeys): Promise<Message[]> {
  const pair = weekKeys.get(desk) as BoxKeyPair;
  return (await fetchQueue(hospital, keys, desk)).map(
    ({ envelope }) => openEnvelope(fromBase64url(envelope), pair) as Message,
  );
}

async function makeWeek(desk: number, keys: MemberKeys): Promise<void> {
  const kids = deskOf(hospital.keyring, desk)?.members.map(toBase64url);
  const members = hospital.keyring.members.filter(({ sign }) => kids?.includes(toBase64url(kidOf(sign))));
  const { record, shares } = makeDeskWeek(desk, keyWeekAt(hospital.now), members, keys.signing, random);
  const answer = await asMember(hospital, keys, 'POST', `/v1/desks/${desk}/weeks`, weekBody(record, shares));
  expect(answer.status).toBe(200);
  const opened = shares
    .map((share) => openUnpublishedShare(share, keys.box, desk))
    .find((one) => one !== null);
  weekKeys.set(desk, (opened as { pair: BoxKeyPair }).pair);
}

/** What an inbox does when a member answers: the reply, sealed to the keys that came with the concern. */
function post(keys: MemberKeys, message: Message, index: number, reply: Reply): Promise<Response> {
  const place = { organisation: hospital.keyring.org.id, desk: SAFETY, index, reply: message.reply };
  const slot = sealReplySlot(reply, place, keys.signing, random);
  const body = jsonBytes({ slots: [toBase64url(slot)], automatic: reply.type === 'opened' });
  return asMember(hospital, keys, 'POST', `/v1/desks/${SAFETY}/replies`, body);
}

beforeAll(async () => {
  hospital = await newHospital({ settings: { keyWeeksAhead: 1 } });
  drop = await openSqliteDrop(join(hospital.folder, 'drop.sqlite'), { wrapKey: random(32), random });
  const deps = {
    drop,
    identity: relayIdentity,
    rootKey: hospital.root.publicKey,
    staffKeys: [staffKey],
    settings: {
      windowSeconds: HOUR,
      hopKeySeconds: HOUR,
      meanSendSeconds: HOUR,
      minimumCrowd: 1,
      packDays: 14,
      siteBudgetPerSecond: 1000,
    },
    clock: () => hospital.now,
    random,
    log: silentLog,
  };
  relay = hopApp(deps);
  const keepers = [
    keepHop(deps),
    keepMailroom({ ...hospital.deps, relayFetch: async (request) => relay.fetch(request) }),
  ] as const;
  pass = async (seconds) => {
    hospital.now += seconds;
    for (const keeper of [keepers[0], keepers[1], keepers[0], keepers[1]]) await keeper.tick();
  };
  await pass(0);
  await pass(60);
  await makeWeek(SAFETY, hospital.members.ann);
  await makeWeek(GUARDIAN, hospital.members.cat);
  await pass(60);
}, 60_000);
afterAll(async () => {
  await drop.close();
  await hospital.close();
});

/** Over the hour and the mailroom's next pull. */
const toTheDesk = async (at: Workstation): Promise<void> => {
  await at.tick(3);
  await pass(HOUR);
  await pass(60);
};

describe('an answer', { timeout: 60_000 }, () => {
  test('goes from a person to a desk and back to whoever has the seven words, and on from there', async () => {
    const { ann } = hospital.members;
    const ward = workstation();
    const library = workstation();
    await ward.tick(2);

    // A concern with a receipt, like every concern.
    const receipt = await makeReceipt(hospital.keyring.org.id, random);
    const words = receiptWords(receipt, 'en');
    const concern = { kind: 'near_miss' as const, t: { what: 'Two boxes look the same.' } };
    const content = sealConcern(concern, SAFETY, replyKeysFor(receipt, SAFETY), await sealTo(ward), random);
    expect(await ward.dispatch.hold({ id: 'one', content, undoSeconds: 0 })).toBe(true);
    await toTheDesk(ward);
    const [first] = await messagesAt(SAFETY, ann);
    expect(decodeConcern(first?.body as Bytes).t).toEqual(concern.t);
    expect((await lookedUp(ward, words)).found).toEqual([]);

    // The desk opens it and asks back.
    const question = { type: 'question' as const, text: 'On which shelf?', day: '2026-12-04' };
    for (const [index, reply] of [{ type: 'opened' as const }, question].entries())
      expect((await post(ann, first as Message, index, reply)).status).toBe(200);
    await pass(DAY);
    await pass(60);

    // It comes to every workstation by itself.
    for (const at of [ward, library]) {
      await at.tick(6);
      const back = await lookedUp(at, words);
      expect(back.found.map((one) => one.state === 'read' && [one.reply.type, one.by])).toEqual([
        ['opened', 'Ann'],
        ['question', 'Ann'],
      ]);
      expect(threadStates(back.found)).toMatchObject([{ status: 'question', promised: '2026-12-04' }]);
      expect(back.reach.missing).toBe(0);
    }
    const stranger = await makeReceipt(hospital.keyring.org.id, random);
    expect((await lookedUp(library, receiptWords(stranger, 'en'))).found).toEqual([]);

    // She answers from the other workstation, and tells the guardian something that leads nowhere.
    const asked = library.requests.length;
    const returned = (await lookedUp(library, words)).receipt;
    const to = await sealTo(library);
    const answer = sealFollowUp('The upper one.', SAFETY, returned, to, random);
    const worse = sealTreatedWorse('yes', to, random);
    for (const [id, each] of [['two', answer] as const, ['three', worse] as const])
      expect(await library.dispatch.hold({ id, content: each, undoSeconds: 0 })).toBe(true);
    expect(library.requests.length).toBe(asked);
    await toTheDesk(library);

    const thread = (await messagesAt(SAFETY, ann)).filter(({ type }) => type === 'follow-up');
    expect(thread.map(({ body }) => decodeFollowUp(body).text)).toEqual(['The upper one.']);
    expect(thread[0]?.reply).toEqual(first?.reply);
    const [told, ...others] = await messagesAt(GUARDIAN, hospital.members.cat);
    expect([told?.type, others.length]).toEqual(['answer', 0]);
    expect(decodeSurveyAnswer(told?.body as Bytes).answer).toBe('yes');
    for (const desk of [SAFETY, GUARDIAN])
      expect(told?.reply.publicKey).not.toEqual(replyKeysFor(receipt, desk).publicKey);
  });

  test('is fetched as part of everything, whoever waits for it: both workstations have asked for the same files', async () => {
    const [one, other] = [workstation(), workstation()];
    await one.tick(6);
    await other.tick(6);
    const packs = ({ requests }: Workstation) => requests.filter((path) => path.startsWith('/v1/replies/'));
    expect(packs(one).length).toBeGreaterThan(1);
    expect(packs(one)).toEqual(packs(other));
    expect(one.packs.size).toBe(packs(one).length);
  });
});
