import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { prepareDesks } from '../../relay/demo/first-day.ts';
import { type DemoFolder, demoOrganisation } from '../../relay/demo/organisation-folder.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { decodeAnswer } from '../../shared/answer.ts';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { sealCell } from '../../shared/cell.ts';
import { encodeConcern } from '../../shared/concern.ts';
import { sha256 } from '../../shared/hash.ts';
import { sealIntake } from '../../shared/intake.ts';
import { keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { kidOf } from '../../shared/kid.ts';
import { manifestHashOf, verifyManifest } from '../../shared/manifest.ts';
import { sealEnvelope } from '../../shared/message.ts';
import { signRequest } from '../../shared/request-signature.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { dayAt } from '../../shared/weeks.ts';
import { startTestPostgres, type TestPostgres } from './postgres-fixture.ts';
import { candorServe, freePort, type Running } from './running.ts';

/*
 * Two copies of everything over one PostgreSQL, or one of each over SQLite, killed at random while concerns travel:
 * nothing that was answered for is lost, nothing arrives twice.
 */

const CELLS = 120;
const REAL = 20;
const KILLS = Number(process.env.CANDOR_KILLS ?? 4);
const PATIENCE_MS = 120_000;
const FAST = {
  CANDOR_RELAY_WINDOW_SECONDS: '2',
  CANDOR_RELAY_MEAN_SEND_SECONDS: '2',
  CANDOR_RELAY_MINIMUM_CROWD: '1',
  CANDOR_MAILROOM_PULL_SECONDS: '1',
};
const WORDS = 'canary-heron-lantern';

const now = () => Math.floor(Date.now() / 1000);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const any = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;

let folder = '';
let everything: Running[] = [];
let postgres: TestPostgres | null = null;

afterEach(async () => {
  for (const one of everything) await one.kill();
  everything = [];
  await postgres?.stop();
  postgres = null;
  rmSync(folder, { recursive: true, force: true });
});

interface Site {
  readonly demo: DemoFolder;
  readonly relays: Running[];
  readonly mailrooms: Running[];
}

async function open(engine: 'postgres' | 'sqlite'): Promise<Site> {
  folder = mkdtempSync(join(tmpdir(), 'candor-copies-'));
  const copies = engine === 'postgres' ? 2 : 1;
  const ports = await Promise.all(Array.from({ length: 2 * copies }, freePort));
  const [firstRelay = 0, firstMailroom = 0] = [ports[0], ports[copies]];
  const demo = await demoOrganisation(
    join(folder, 'site'),
    { relay: firstRelay, mailroom: firstMailroom },
    dayAt(now(), 'UTC'),
  );
  const env: Record<string, string> = { ...FAST };
  if (engine === 'postgres') {
    postgres = await startTestPostgres();
    env.CANDOR_RELAY_DROP = await postgres.freshDatabase();
    env.CANDOR_MAILROOM_STORE = await postgres.freshDatabase();
  }
  const relays = ports.slice(0, copies).map((port) => candorServe('relay', demo.settingsFile, port, env));
  // Each mailroom pulls from another relay copy.
  const mailrooms = ports.slice(copies).map((port, index) =>
    candorServe('mailroom', demo.settingsFile, port, {
      ...env,
      CANDOR_MAILROOM_RELAY_URL: (relays[index] as Running).url,
    }),
  );
  everything = [...relays, ...mailrooms];
  for (const one of everything) await one.start();
  await prepareDesks(demo, (mailrooms[0] as Running).url, now());
  return { demo, relays, mailrooms };
}

async function get(url: string): Promise<Bytes> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** Tries until it works: what is asked of may just have been killed. */
async function eventually<T>(what: string, work: () => Promise<T | null>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  let last = '';
  while (Date.now() < until) {
    try {
      const result = await work();
      if (result !== null) return result;
    } catch (error) {
      last = String(error);
    }
    await pause(100);
  }
  throw new Error(`${what} did not happen in time. ${last}`);
}

/** Sends one INTAKE as an install does: the same INTAKE again, in a fresh cell, until an authentic "stored" comes. */
async function deliver({ demo, relays }: Site, intake: Bytes): Promise<number> {
  let tries = 0;
  await eventually('delivery', async () => {
    tries++;
    const { url } = any(relays);
    const manifestBytes = await get(`${url}/v1/manifest`);
    const manifest = await verifyManifest(manifestBytes, demo.relayKey);
    const hop = {
      publicKey: manifest.hop.publicKey,
      staffKey: demo.staffKey,
      manifestHash: manifestHashOf(manifestBytes),
    };
    const body = sealCell(intake, hop, systemRandom);
    const response = await fetch(`${url}/v1/cells`, { method: 'POST', body });
    // One answer in eight is spoiled, as somebody in the middle would do to see what is sent again.
    if (Math.random() < 1 / 8) return null;
    const answer = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
    return answer.authentic && answer.status === 'stored' ? true : null;
  });
  return tries;
}

async function queue({ demo, mailrooms }: Site): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const url: string = `${any(mailrooms).url}/v1/desks/1/queue${after === null ? '' : `?after=${after}`}`;
    const headers = signRequest({ method: 'GET', url }, demo.partner.signing, {
      audience: 'candor-mailroom',
      nowSeconds: now(),
      random: systemRandom,
    });
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Error(`queue: ${response.status}`);
    const page = (await response.json()) as { items: { id: string }[]; cursor: string; more: boolean };
    ids.push(...page.items.map((item) => item.id));
    if (!page.more) return ids;
    after = page.cursor;
  }
}

describe.each(['postgres', 'sqlite'] as const)('relay and mailroom over %s, killed at random', (engine) => {
  it('lose nothing and double nothing', { timeout: 2 * PATIENCE_MS }, async () => {
    const site = await open(engine);
    const { demo, relays, mailrooms } = site;
    const records = await eventually('desk keys at the relay', async () => {
      const keys = await verifyKeysFile(await get(`${any(relays).url}/v1/keys`), demo.rootKey);
      return keyInUse(keys.records, 1, now()) === undefined ? null : keys.records;
    });
    const intakeKey = keyInUse(records, 0, now());
    const deskKey = keyInUse(records, 1, now());
    if (intakeKey === undefined || deskKey === undefined) throw new Error('no keys');

    const sent: string[] = [];
    const intakes = Array.from({ length: CELLS }, (_, index) => {
      if (index % (CELLS / REAL) !== 0) return sealIntake(intakeKey.key, null, systemRandom);
      const reply = { publicKey: newBoxKeyPair(systemRandom).publicKey, tagKey: systemRandom(32) };
      const body = encodeConcern({ kind: 'near_miss', t: { what: `${WORDS} ${index}` } });
      const envelope = sealEnvelope(deskKey.key, { type: 'concern', reply, body }, systemRandom);
      sent.push(toBase64url(sha256(envelope)));
      return sealIntake(intakeKey.key, { desk: 1, deskKid: kidOf(deskKey.key), envelope }, systemRandom);
    });

    let sending = true;
    let kills = 0;
    const chaos = (async () => {
      while (sending || kills < KILLS) {
        const victim = any(everything);
        await victim.kill();
        kills++;
        await pause(200 * Math.random());
        await eventually('a restart', () => victim.start().then(() => true));
        await pause(300 * Math.random());
      }
    })();
    let tries = 0;
    const waiting = [...intakes];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let intake = waiting.pop(); intake !== undefined; intake = waiting.pop()) {
          const took = await deliver(site, intake);
          tries += took;
        }
      }),
    );
    sending = false;
    await chaos;

    await eventually('arrival of everything', async () => ((await queue(site)).length >= REAL ? true : null));
    // Two more windows, in which anything that is sent twice would arrive.
    await pause(6_000);
    expect((await eventually('the queue', () => queue(site))).sort()).toEqual(sent.sort());
    process.stdout.write(
      `${engine}: ${kills} kills, ${CELLS} cells in ${tries} tries, ${REAL} concerns, each at the desk exactly once\n`,
    );

    for (const one of [...relays, ...mailrooms]) expect(await one.stop()).toBe(0);
    const spoken = everything.map((one) => one.said()).join('');
    for (const needle of [WORDS, '127.0.0.1:', 'user-agent', 'undici']) {
      expect(spoken.replaceAll(/Listening on .+/g, '')).not.toContain(needle);
    }
    if (engine === 'sqlite') {
      for (const file of readdirSync(demo.folder).filter((name) => name.includes('.sqlite'))) {
        expect(readFileSync(join(demo.folder, file), 'latin1')).not.toContain(WORDS);
      }
    }
  });
});
