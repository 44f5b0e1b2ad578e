import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepMailroom } from '../../../relay/mailroom/keeper.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { kidOf } from '../../../shared/kid.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { INTAKE } from '../../../shared/sizes.ts';
import { packOf } from './fake-relay.ts';
import {
  asMember,
  count,
  DAY,
  envelopesIn,
  fetchQueue,
  type Hospital,
  intakeKeyNow,
  makeWeek,
  newEnvelope,
  newHospital,
  post,
  random,
} from './hospital.ts';

let hospital: Hospital;
let deskKid: Bytes;
const tick = () => hospital.keeper.tick();
const pullAgain = async () => {
  hospital.now += 60;
  await tick();
};
const queue = (desk = 1) =>
  fetchQueue(hospital, desk === 1 ? hospital.members.ann : hospital.members.cat, desk);
const addressed = (envelope: Bytes, desk = 1) => ({ desk, deskKid, envelope });

beforeEach(async () => {
  hospital = await newHospital();
  await tick();
  deskKid = await makeWeek(hospital, hospital.members.ann, 1);
});
afterEach(() => hospital.close());

describe('pulling packs', () => {
  test('brings every envelope to its desk, with its id and the day, and drops cover', async () => {
    const guardianKid = await makeWeek(hospital, hospital.members.cat, 2);
    const [one, two, other] = [newEnvelope(), newEnvelope(), newEnvelope()];
    await post(
      hospital,
      [addressed(one), addressed(two), { desk: 2, deskKid: guardianKid, envelope: other }],
      20,
    );
    await pullAgain();
    const items = await queue();
    expect(envelopesIn(items)).toEqual([one, two].map(toBase64url).sort());
    for (const item of items) {
      const envelope = [one, two].find((candidate) => toBase64url(candidate) === item.envelope) ?? random(1);
      expect(item).toEqual({
        id: toBase64url(sha256(envelope)),
        deskKid: toBase64url(deskKid),
        releaseDay: '2026-11-24',
        envelope: toBase64url(envelope),
      });
    }
    expect(envelopesIn(await queue(2))).toEqual([toBase64url(other)]);
  });

  test('names the day as the clocks on the wall do', async () => {
    // 23:30 UTC is half past midnight in Berlin.
    hospital.now = Date.UTC(2026, 10, 24, 23, 30) / 1000;
    await post(hospital, [addressed(newEnvelope())]);
    await tick();
    expect((await queue()).map((item) => item.releaseDay)).toEqual(['2026-11-25']);
  });

  test('confirms a pack after everything in it is durable, and not before', async () => {
    const order: string[] = [];
    const { store } = hospital.deps;
    const put = store.putEnvelopes;
    store.putEnvelopes = async (envelopes) => {
      const ids = await put(envelopes);
      order.push(`stored ${ids.length}`);
      return ids;
    };
    const fetch = hospital.relay.fetch;
    const relayFetch = (request: Request) => {
      order.push(request.method);
      return fetch(request);
    };
    const keeper = keepMailroom({ ...hospital.deps, relayFetch });
    // This keeper is another copy: the lease of the first one has ended by then.
    hospital.now += 600;
    await post(
      hospital,
      Array.from({ length: 3 }, () => addressed(newEnvelope())),
    );
    await keeper.tick();
    expect(order.filter((step) => step !== 'GET' && step !== 'PUT')).toEqual(['stored 3', 'DELETE']);
    expect(hospital.relay.packs.size).toBe(0);
  });

  test('keeps a pack at the relay when it cannot be stored', async () => {
    const { store } = hospital.deps;
    const put = store.putEnvelopes;
    store.putEnvelopes = async () => Promise.reject(new Error('disk full'));
    await post(hospital, [addressed(newEnvelope())]);
    await pullAgain();
    expect(hospital.relay.packs.size).toBe(1);
    expect(count(hospital, 'relay.failed')).toBe(1);
    store.putEnvelopes = put;
    await pullAgain();
    expect(hospital.relay.packs.size).toBe(0);
    expect((await queue()).length).toBe(1);
  });

  test.each([0, 10, 16, 16 + INTAKE, 16 + 4 * INTAKE + 7])(
    'survives a stream that breaks off after %i bytes',
    async (bytes) => {
      const envelopes = Array.from({ length: 5 }, newEnvelope);
      await post(
        hospital,
        envelopes.map((envelope) => addressed(envelope)),
      );
      hospital.relay.faults.cutPackAfter = [bytes];
      await pullAgain();
      expect(hospital.relay.packs.size).toBe(1);
      expect(count(hospital, 'pack.interrupted')).toBe(1);
      await pullAgain();
      expect(hospital.relay.packs.size).toBe(0);
      expect(envelopesIn(await queue())).toEqual(envelopes.map(toBase64url).sort());
    },
  );

  test('goes on with the next pack when one breaks off', async () => {
    const [first, second] = [newEnvelope(), newEnvelope()];
    await post(hospital, [addressed(first)]);
    hospital.now += 1;
    await post(hospital, [addressed(second)]);
    hospital.relay.faults.cutPackAfter = [10];
    await pullAgain();
    expect(envelopesIn(await queue())).toEqual([toBase64url(second)]);
    expect(hospital.relay.packs.size).toBe(1);
  });

  test('takes a pack again whose confirmation was lost, and doubles nothing', async () => {
    const envelope = newEnvelope();
    await post(hospital, [addressed(envelope)]);
    hospital.relay.faults.loseConfirmations = 1;
    await pullAgain();
    expect(hospital.relay.packs.size).toBe(1);
    await pullAgain();
    expect(hospital.relay.packs.size).toBe(0);
    expect(envelopesIn(await queue())).toEqual([toBase64url(envelope)]);
  });

  test('keeps an envelope once when it comes in two cells, in one pack or in two', async () => {
    const envelope = newEnvelope();
    await post(hospital, [addressed(envelope), addressed(envelope)]);
    await pullAgain();
    await post(hospital, [addressed(envelope)]);
    await pullAgain();
    expect(envelopesIn(await queue())).toEqual([toBase64url(envelope)]);
  });

  test('catches up after days, with packs of two key weeks', async () => {
    const sent: Bytes[] = [];
    const send = async () => {
      const envelope = newEnvelope();
      sent.push(envelope);
      await post(hospital, [addressed(envelope)]);
    };
    await send();
    for (let day = 0; day < 9; day++) {
      hospital.now += DAY;
      await send();
    }
    expect(hospital.relay.packs.size).toBe(10);
    expect(new Set([...hospital.relay.packs.values()].map((pack) => toBase64url(pack.intakeKid))).size).toBe(
      2,
    );
    await tick();
    expect(hospital.relay.packs.size).toBe(0);
    expect(envelopesIn(await queue())).toEqual(sent.map(toBase64url).sort());
  });

  test('leaves the rest for the next tick when there is too much for one', async () => {
    for (let i = 0; i < 3; i++) await post(hospital, [addressed(newEnvelope())]);
    const fetch = hospital.relay.fetch;
    hospital.now += 600;
    const keeper = keepMailroom({
      ...hospital.deps,
      relayFetch: async (request) => {
        if (request.url.includes('/v1/packs/')) hospital.now += 4;
        return fetch(request);
      },
    });
    await keeper.tick();
    expect(hospital.relay.packs.size).toBe(1);
    await keeper.tick();
    expect(hospital.relay.packs.size).toBe(0);
  });

  test('asks the relay no more often than it was told to', async () => {
    const asked = () => hospital.relay.requests.filter((line) => line === 'GET /v1/packs').length;
    const before = asked();
    for (let second = 0; second < 59; second++) {
      hospital.now += 1;
      await tick();
    }
    expect(asked()).toBe(before);
    hospital.now += 1;
    await tick();
    expect(asked()).toBe(before + 1);
  });

  test('says once that the relay is away and once that it is back', async () => {
    hospital.relay.faults.down = true;
    for (let i = 0; i < 5; i++) await pullAgain();
    expect(count(hospital, 'relay.unreachable')).toBe(1);
    const envelope = newEnvelope();
    await post(hospital, [addressed(envelope)]);
    hospital.relay.faults.down = false;
    await pullAgain();
    expect(count(hospital, 'relay.reached')).toBe(2);
    expect(envelopesIn(await queue())).toEqual([toBase64url(envelope)]);
  });
});

describe('what does not fit', () => {
  test('an envelope for no desk, or under a key that nobody has, is kept, and alarms', async () => {
    const [noDesk, noKey, good] = [newEnvelope(), newEnvelope(), newEnvelope()];
    await post(hospital, [
      { desk: 77, deskKid, envelope: noDesk },
      { desk: 1, deskKid: random(4), envelope: noKey },
      addressed(good),
    ]);
    await pullAgain();
    expect(hospital.logged).toContainEqual({ event: 'alarm.stray-envelopes', fields: { envelopes: 2 } });
    expect(envelopesIn(await queue())).toEqual([noKey, good].map(toBase64url).sort());
    const kept = await hospital.deps.store.queuePage(77, null, 10);
    expect(kept.items.map((item) => item.envelope)).toEqual([noDesk]);
    expect(
      (await hospital.deps.store.queueTally()).reduce((sum, { count: waiting }) => sum + waiting, 0),
    ).toBe(3);
  });

  test('cells that open with no key are counted, and do not stop the others', async () => {
    const key = await intakeKeyNow(hospital);
    const good = newEnvelope();
    const spoiled = sealIntake(key, null, random);
    spoiled[900] = (spoiled[900] ?? 0) ^ 1;
    const foreign = sealIntake(newBoxKeyPair(random).publicKey, null, random);
    const cells = [spoiled, foreign, random(INTAKE), sealIntake(key, addressed(good), random)];
    hospital.relay.add(packOf(kidOf(key), cells, hospital.now));
    await pullAgain();
    expect(hospital.logged).toContainEqual({ event: 'alarm.unreadable-cells', fields: { cells: 3 } });
    expect(envelopesIn(await queue())).toEqual([toBase64url(good)]);
    expect(hospital.relay.packs.size).toBe(0);
  });

  test('a pack under a key that nobody has stays at the relay, is not fetched, and alarms once', async () => {
    const pack = packOf(random(4), [random(INTAKE)], hospital.now);
    hospital.relay.add(pack);
    for (let i = 0; i < 3; i++) await pullAgain();
    expect(count(hospital, 'alarm.pack-without-key')).toBe(1);
    expect(hospital.relay.packs.has(pack.id)).toBe(true);
    expect(hospital.relay.requests).not.toContain(`GET /v1/packs/${pack.id}`);
  });

  test('a list of packs that is none changes nothing', async () => {
    hospital.now += 600;
    const fetch = hospital.relay.fetch;
    const keeper = keepMailroom({
      ...hospital.deps,
      relayFetch: async (request) =>
        request.url.endsWith('/v1/packs') ? Response.json([{ id: '../x', count: -1 }]) : fetch(request),
    });
    await keeper.tick();
    expect(count(hospital, 'relay.failed')).toBe(1);
    expect((await asMember(hospital, hospital.members.ann, 'GET', '/v1/desks/1/queue')).status).toBe(200);
  });
});

test('nothing logged says how many envelopes a pack held, or for whom', async () => {
  await pullAgain();
  await post(hospital, [addressed(newEnvelope()), addressed(newEnvelope())], 5);
  hospital.logged.length = 0;
  await pullAgain();
  expect(hospital.logged).toEqual([{ event: 'pack.opened', fields: { cells: 7 } }]);
});
