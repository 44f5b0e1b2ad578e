import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Drop } from '../../relay/drop/drop.ts';
import { openPostgresDrop } from '../../relay/drop/postgres.ts';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { hopApp } from '../../relay/hop/app.ts';
import { keepHop } from '../../relay/hop/keeper.ts';
import { silentLog } from '../../relay/log.ts';
import { keepMailroom } from '../../relay/mailroom/keeper.ts';
import { openPostgresMailroomStore } from '../../relay/mailroom/store/postgres.ts';
import { openSqliteMailroomStore } from '../../relay/mailroom/store/sqlite.ts';
import { decodeAnswer } from '../../shared/answer.ts';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { sealCell } from '../../shared/cell.ts';
import { sealIntake } from '../../shared/intake.ts';
import { keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { manifestHashOf, verifyManifest } from '../../shared/manifest.ts';
import { signRequest } from '../../shared/request-signature.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';
import {
  DAY,
  envelopesIn,
  fetchQueue,
  type Hospital,
  makeWeek,
  newEnvelope,
  newHospital,
} from '../unit/mailroom/hospital.ts';
import { startTestPostgres, type TestPostgres } from './postgres-fixture.ts';

/*
 * The mailroom against the real relay: two copies of each, on one drop and one store, with both engines.
 */

const HOUR = 3600;
const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

let postgres: TestPostgres;
beforeAll(async () => {
  // What is thrown away afterwards need not survive a power cut.
  postgres = await startTestPostgres({ fsync: 'off' });
}, 120_000);
afterAll(() => postgres.stop(), 60_000);

const ENGINES = {
  SQLite: {
    openDrop: (folder: string, wrapKey: Bytes) =>
      openSqliteDrop(join(folder, 'drop.sqlite'), { wrapKey, random }),
    openStore: (folder: string, wrapKey: Bytes) =>
      openSqliteMailroomStore(join(folder, 'mailroom.sqlite'), { wrapKey, random }),
    place: async () => mkdtempSync(join(tmpdir(), 'candor-both-')),
    remove: (folder: string) => rmSync(folder, { recursive: true, force: true }),
  },
  PostgreSQL: {
    openDrop: (url: string, wrapKey: Bytes) => openPostgresDrop(url, { wrapKey, random }),
    openStore: (url: string, wrapKey: Bytes) => openPostgresMailroomStore(url, { wrapKey, random }),
    // Drop and mailroom share a database here, to see that they never share a table.
    place: () => postgres.freshDatabase(),
    remove: () => {},
  },
};

describe.each(Object.entries(ENGINES))('mailroom and relay on %s', (_, engine) => {
  let place: string;
  let hospital: Hospital;
  let deskKid: Bytes;
  let drops: Drop[];
  let relays: ReturnType<typeof relayCopy>[];
  let keepers: { tick(): Promise<void> }[];
  let cutAfter: number | null;
  const closing: (() => Promise<void>)[] = [];
  const relayIdentity = newSigningKeyPair(random);
  const staffKey = random(32);
  const dropWrapKey = random(32);

  const relayCopy = (drop: Drop) => {
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
    return { app: hopApp(deps), keeper: keepHop(deps) };
  };

  /** Requests go to the relay's copies by turns; `cutAfter` breaks the next pack's stream off. */
  let turn = 0;
  const relayFetch = async (request: Request): Promise<Response> => {
    const answer = (await relays[turn++ % relays.length]?.app.fetch(request)) ?? Response.error();
    if (cutAfter === null || !/\/packs\/./.test(request.url) || request.method !== 'GET') return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer()).slice(0, cutAfter);
    cutAfter = null;
    return new Response(bytes);
  };

  const start = async () => {
    place = await engine.place();
    const where = place;
    hospital = await newHospital({
      settings: { keyWeeksAhead: 1 },
      open: (_, wrapKey) => engine.openStore(where, wrapKey),
    });
    drops = [await engine.openDrop(where, dropWrapKey), await engine.openDrop(where, dropWrapKey)];
    relays = drops.map(relayCopy);
    cutAfter = null;
    const second = await engine.openStore(where, hospital.wrapKey);
    closing.push(() => second.close());
    keepers = [hospital.deps, { ...hospital.deps, store: second }].map((deps) =>
      keepMailroom({ ...deps, relayFetch }),
    );
    await pass(0);
    // Each copy of the relay looks at the drop once a second.
    await pass(60);
    deskKid = await makeWeek(hospital, hospital.members.ann, 1);
    await pass(60);
    hospital.now += 1;
  };
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    for (const drop of drops) await drop.close();
    await hospital.close();
    engine.remove(place);
  });

  const tickRelays = () => Promise.all(relays.map(({ keeper }) => keeper.tick()));
  const tickMailrooms = () => Promise.all(keepers.map((keeper) => keeper.tick()));
  const pass = async (seconds: number) => {
    hospital.now += seconds;
    await tickRelays();
    await tickMailrooms();
    await tickRelays();
  };

  /** What an install does at a tick. Gives back the answer's status. */
  const sendIntake = async (intake: Bytes, at = 0): Promise<string> => {
    const app = relays[at]?.app;
    const get = async (path: string) =>
      new Uint8Array(
        (await (await app?.request(`https://relay.example${path}`))?.arrayBuffer()) ?? new ArrayBuffer(0),
      );
    const manifestBytes = await get('/v1/manifest');
    const manifest = await verifyManifest(manifestBytes, relayIdentity.publicKey);
    const cell = sealCell(
      intake,
      { publicKey: manifest.hop.publicKey, staffKey, manifestHash: manifestHashOf(manifestBytes) },
      random,
    );
    const answer = await app?.request('https://relay.example/v1/cells', { method: 'POST', body: cell });
    return decodeAnswer(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)), intake).status;
  };
  const newIntake = async (envelope: Bytes | null): Promise<Bytes> => {
    const keys = await relays[0]?.app.request('https://relay.example/v1/keys');
    const file = new Uint8Array((await keys?.arrayBuffer()) ?? new ArrayBuffer(0));
    const { records } = await verifyKeysFile(file, hospital.root.publicKey);
    const key = keyInUse(records, 0, hospital.now)?.key ?? random(32);
    return sealIntake(key, envelope === null ? null : { desk: 1, deskKid, envelope }, random);
  };
  const queue = async () => envelopesIn(await fetchQueue(hospital, hospital.members.ann, 1));

  test('an envelope goes in at the relay and comes out at its desk, once, and cover never', async () => {
    await start();
    const sent = [newEnvelope(), newEnvelope(), newEnvelope()];
    for (const [i, envelope] of [...sent, null, null].entries()) {
      const intake = await newIntake(envelope);
      expect(await sendIntake(intake, i % 2)).toBe('stored');
      // An answer that was lost: the same cell again, at the other copy.
      expect(await sendIntake(intake, (i + 1) % 2)).toBe('stored');
    }
    await pass(HOUR);
    await pass(60);
    expect(await queue()).toEqual(sent.map(toBase64url).sort());
    expect((await drops[0]?.packs())?.length).toBe(0);
  });

  test('a pull that breaks off is made good, and a mailroom that was away for three days catches up', async () => {
    await start();
    const sent: Bytes[] = [];
    for (let day = 0; day < 3; day++) {
      const envelope = newEnvelope();
      sent.push(envelope);
      expect(await sendIntake(await newIntake(envelope))).toBe('stored');
      expect(await sendIntake(await newIntake(null))).toBe('stored');
      for (const seconds of [HOUR, DAY - HOUR]) {
        hospital.now += seconds;
        await tickRelays();
      }
    }
    expect((await drops[0]?.packs())?.length).toBe(3);
    cutAfter = 5000;
    await pass(60);
    expect((await drops[0]?.packs())?.length).toBe(1);
    await pass(120);
    expect((await drops[0]?.packs())?.length).toBe(0);
    expect(await queue()).toEqual(sent.map(toBase64url).sort());
  });

  test('a relay that begins anew gets the public files back, and cells flow again', async () => {
    await start();
    const elsewhere = await engine.place();
    const fresh = await engine.openDrop(elsewhere, dropWrapKey);
    drops.push(fresh);
    relays = [relayCopy(fresh)];
    expect((await relays[0]?.app.request('https://relay.example/v1/keys'))?.status).toBe(404);
    await pass(60);
    const keys = await relays[0]?.app.request('https://relay.example/v1/keys');
    expect(new Uint8Array((await keys?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(
      await hospital.deps.store.file('keys'),
    );
    const envelope = newEnvelope();
    expect(await sendIntake(await newIntake(envelope))).toBe('stored');
    await pass(HOUR);
    await pass(60);
    expect(await queue()).toEqual([toBase64url(envelope)]);
    engine.remove(elsewhere);
  });

  test('nobody but the mailroom gets a pack or confirms one', async () => {
    await start();
    await sendIntake(await newIntake(newEnvelope()));
    hospital.now += HOUR;
    await tickRelays();
    const [pack] = (await drops[0]?.packs()) ?? [];
    const id = toBase64url(pack?.id ?? random(1));
    for (const [method, path] of [
      ['GET', '/v1/packs'],
      ['GET', `/v1/packs/${id}`],
      ['DELETE', `/v1/packs/${id}`],
    ] as const) {
      const url = `https://relay.example${path}`;
      const stranger = signRequest({ method, url }, newSigningKeyPair(random), {
        audience: 'candor-relay',
        nowSeconds: hospital.now,
        random,
      });
      for (const headers of [{}, stranger]) {
        expect((await relays[0]?.app.request(url, { method, headers }))?.status).toBe(401);
      }
    }
    expect((await drops[0]?.packs())?.length).toBe(1);
  });
});
