import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
import { type RestartablePostgres, restartablePostgres } from './restartable-postgres.ts';
import { candorServe, freePort, type Running } from './running.ts';

/*
 * An organisation's relays and mailrooms as real processes, with a clock that a test can move, senders that behave like
 * installs, and a desk that counts what has come.
 */

export type EngineName = 'postgres' | 'sqlite';

export interface SiteOptions {
  readonly engine: EngineName;
  /** Copies of the relay, and as many of the mailroom. */
  readonly copies?: number;
  readonly windowSeconds?: number;
  /** Sent with every request of an install. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Settings of the servers, over all others. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What was sealed: the INTAKE that travels, and the name under which the desk will know it; `null` for cover. */
export interface Sealed {
  readonly intake: Bytes;
  readonly id: string | null;
}

export interface Site {
  readonly demo: DemoFolder;
  readonly relays: readonly Running[];
  readonly mailrooms: readonly Running[];
  readonly everything: readonly Running[];
  /** The first bodies that were posted, as they were on the wire. */
  readonly bodies: readonly Bytes[];
  /** Of PostgreSQL; `null` over SQLite. */
  readonly database: RestartablePostgres | null;
  /** Seals `cells` INTAKEs, `concerns` of them for the desk, spread among the rest. */
  seal(cells: number, concerns: number): Promise<Sealed[]>;
  /** Sends each as an install does: the same INTAKE in fresh cells until an authentic "stored" comes. Gives the tries. */
  deliver(sealed: readonly Sealed[]): Promise<number>;
  /** Waits for the concerns among them, lets two more windows pass, and gives what the desk has got since it last looked. */
  arrived(sealed: readonly Sealed[]): Promise<string[]>;
  /** Moves the clock of all servers, or of one, from the real one. */
  setClock(seconds: number, of?: Running): void;
  stop(): Promise<void>;
}

/** What no log and no file may hold. */
export const WORDS = 'canary-heron-lantern';
const PATIENCE_MILLISECONDS = 60_000;
const SENDERS = 4;
const MOST_BODIES = 60;
const CLOCK = new URL('moved-clock.mjs', import.meta.url).href;

export async function openSite({
  engine,
  copies = 1,
  windowSeconds = 1,
  env: given = {},
  headers = {},
}: SiteOptions): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-site-'));
  const ports = await Promise.all(Array.from({ length: 2 * copies }, freePort));
  const [relayPort = 0, mailroomPort = 0] = [ports[0], ports[copies]];
  const clocks = new Map<Running, string>();
  const seen = new Set<string>();
  const bodies: Bytes[] = [];
  let moved = 0;
  const now = () => Math.floor(Date.now() / 1000) + moved;
  const demo = await demoOrganisation(
    join(folder, 'site'),
    { relay: relayPort, mailroom: mailroomPort },
    dayAt(now(), 'UTC'),
  );
  const database = engine === 'postgres' ? await restartablePostgres(folder) : null;
  const env: Record<string, string> = {
    CANDOR_RELAY_WINDOW_SECONDS: String(windowSeconds),
    CANDOR_RELAY_MEAN_SEND_SECONDS: String(windowSeconds),
    CANDOR_RELAY_MINIMUM_CROWD: '1',
    CANDOR_MAILROOM_PULL_SECONDS: '1',
    NODE_OPTIONS: `--import=${CLOCK}`,
    ...(database !== null && {
      CANDOR_RELAY_DROP: await database.freshDatabase(),
      CANDOR_MAILROOM_STORE: await database.freshDatabase(),
    }),
    ...given,
  };
  const serve = (role: 'relay' | 'mailroom', port: number, more: Record<string, string> = {}): Running => {
    const clock = join(folder, `clock-${port}`);
    writeFileSync(clock, '0');
    const one = candorServe(role, demo.settingsFile, port, { ...env, CANDOR_TEST_CLOCK: clock, ...more });
    clocks.set(one, clock);
    return one;
  };
  const relays = ports.slice(0, copies).map((port) => serve('relay', port));
  // Each mailroom pulls from another relay copy.
  const mailrooms = ports
    .slice(copies)
    .map((port, at) => serve('mailroom', port, { CANDOR_MAILROOM_RELAY_URL: relays[at]?.url ?? '' }));
  const everything = [...relays, ...mailrooms];
  await Promise.all(relays.map((one) => one.start()));
  await Promise.all(mailrooms.map((one) => one.start()));
  await prepareDesks(demo, any(mailrooms).url, now());

  const deliverOne = async (intake: Bytes): Promise<number> => {
    let tries = 0;
    await eventually('delivery', async () => {
      tries++;
      const { url } = any(relays);
      const manifestBytes = await get(`${url}/v1/manifest`, headers);
      const { hop } = await verifyManifest(manifestBytes, demo.relayKey);
      const manifestHash = manifestHashOf(manifestBytes);
      const body = sealCell(
        intake,
        { publicKey: hop.publicKey, staffKey: demo.staffKey, manifestHash },
        systemRandom,
      );
      if (bodies.length < MOST_BODIES) bodies.push(body);
      const response = await fetch(`${url}/v1/cells`, { method: 'POST', body, headers });
      // One answer in eight is spoiled, as somebody in the middle would do to see what is sent again.
      if (Math.random() < 1 / 8) return null;
      const answer = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
      return answer.authentic && answer.status === 'stored' ? true : null;
    });
    return tries;
  };

  const queue = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (let after = ''; ; ) {
      const url = `${any(mailrooms).url}/v1/desks/1/queue${after === '' ? '' : `?after=${after}`}`;
      const audience = 'candor-mailroom' as const;
      const headers = signRequest({ method: 'GET', url }, demo.partner.signing, {
        audience,
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
  };

  return {
    demo,
    relays,
    mailrooms,
    everything,
    bodies,
    database,
    async seal(cells, concerns) {
      const { intakeKey, deskKey } = await eventually('the keys of both', async () => {
        const { records } = await verifyKeysFile(
          await get(`${any(relays).url}/v1/keys`, headers),
          demo.rootKey,
        );
        const intakeKey = keyInUse(records, 0, now());
        const deskKey = keyInUse(records, 1, now());
        // Once the clock has moved on by a week, a member's inbox makes the next key.
        if (deskKey === undefined) await prepareDesks({ ...demo, found: true }, any(mailrooms).url, now());
        return intakeKey === undefined || deskKey === undefined ? null : { intakeKey, deskKey };
      });
      const every = Math.floor(cells / concerns);
      return Array.from({ length: cells }, (_, at) => {
        if (at % every !== 0 || at / every >= concerns)
          return { intake: sealIntake(intakeKey.key, null, systemRandom), id: null };
        const reply = { publicKey: newBoxKeyPair(systemRandom).publicKey, tagKey: systemRandom(32) };
        const body = encodeConcern({ kind: 'near_miss', t: { what: `${WORDS} ${at}` } });
        const envelope = sealEnvelope(deskKey.key, { type: 'concern', reply, body }, systemRandom);
        const content = { desk: 1, deskKid: kidOf(deskKey.key), envelope };
        return {
          intake: sealIntake(intakeKey.key, content, systemRandom),
          id: toBase64url(sha256(envelope)),
        };
      });
    },
    async deliver(sealed) {
      const waiting = [...sealed];
      let tries = 0;
      const sender = async () => {
        for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
          const took = await deliverOne(one.intake);
          tries += took;
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, sender));
      return tries;
    },
    async arrived(sealed) {
      const expected = idsOf(sealed);
      await eventually('arrival of everything', async () => {
        const there = new Set(await queue());
        return expected.every((id) => there.has(id)) ? true : null;
      });
      // Anything that is sent twice would arrive in the windows that follow.
      await pause(2000 * windowSeconds + 1000);
      const fresh = (await eventually('the queue', queue)).filter((id) => !seen.has(id));
      for (const id of fresh) seen.add(id);
      return fresh.sort();
    },
    setClock(seconds, of) {
      if (of === undefined) moved = seconds;
      for (const [one, file] of clocks) {
        if (of !== undefined && of !== one) continue;
        writeFileSync(`${file}.new`, String(seconds));
        renameSync(`${file}.new`, file);
      }
    },
    async stop() {
      for (const one of everything) await one.kill();
      await database?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The names of the concerns among what was sealed, sorted. */
export function idsOf(sealed: readonly Sealed[]): string[] {
  return sealed.flatMap(({ id }) => (id === null ? [] : [id])).sort();
}

/** Tries until it works: what is asked of may just have been killed. */
export async function eventually<T>(what: string, work: () => Promise<T | null>): Promise<T> {
  let last = '';
  for (const until = Date.now() + PATIENCE_MILLISECONDS; Date.now() < until; await pause(50)) {
    try {
      const result = await work();
      if (result !== null) return result;
    } catch (error) {
      last = String(error);
    }
  }
  throw new Error(`${what} did not happen in time. ${last}`);
}

export function any<T>(of: readonly T[]): T {
  const one = of[Math.floor(Math.random() * of.length)];
  if (one === undefined) throw new TypeError('there is none');
  return one;
}

async function get(url: string, headers: Readonly<Record<string, string>>): Promise<Bytes> {
  return new Uint8Array(await (await fetch(url, { headers })).arrayBuffer());
}
