import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { sealConcern } from '../../extension/compose/sealing.ts';
import { prepareDesks } from '../../relay/demo/first-day.ts';
import { startHospital } from '../../relay/demo/hospital.ts';
import { demoOrganisation } from '../../relay/demo/organisation-folder.ts';
import { DEMO_PACE } from '../../relay/demo/plan.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { clock } from '../../relay/main.ts';
import { decodeAnswer } from '../../shared/answer.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { sealCell } from '../../shared/cell.ts';
import { type AddressedEnvelope, sealIntake } from '../../shared/intake.ts';
import { keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { manifestHashOf, verifyManifest } from '../../shared/manifest.ts';
import { replyKeysOfNobody } from '../../shared/message.ts';
import { dayAt } from '../../shared/weeks.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { freePort } from '../contract/running.ts';
import { searchFolder } from './disk-search.ts';
import { figure } from './stage.ts';

/*
 * Relay, drop and mailroom as they run in a hospital, given cells whose requests name their sender in every header
 * there is; then every file and every line they wrote, searched for any of it.
 */

export interface KeptFigures {
  readonly cells: number;
  readonly envelopes: number;
  /** Found on disk. */
  readonly hits: readonly string[];
  /** Found in the logs. */
  readonly logged: readonly string[];
  readonly controls: number;
}

const SENTENCE = 'zarqsentence about two pens';
/** As a proxy, a browser and a person would put them there. */
const HEADERS = {
  'User-Agent': 'zarqagent/1.0',
  'Accept-Language': 'zarqlanguage',
  'X-Forwarded-For': '203.0.113.77',
  Cookie: 'zarqcookie=1',
  Origin: 'moz-extension://zarqorigin',
  'X-Canary': 'zarqheader',
};
const NAMES = [SENTENCE, 'zarq', '203.0.113.77', 'moz-extension', 'user-agent', 'accept-language'];
/** Where every request in this run comes from. */
const LOOPBACK = '127.0.0.1';
const CONTROL = 'control-quarzaz';

export async function keptFigures(all: Endings, concerns: number): Promise<KeptFigures> {
  const folder = freshFolder(all, 'kept');
  const ports = { relay: await freePort(), mailroom: await freePort(), pages: await freePort() };
  const demo = await demoOrganisation(join(folder, 'site'), ports, dayAt(clock(), 'UTC'));
  const hospital = all.ending(await startHospital(demo, ports), (it) => it.stop());
  await prepareDesks(demo, hospital.mailroomUrl, clock());

  const get = async (path: string): Promise<Bytes> => {
    const response = await fetch(hospital.relayUrl + path, { headers: HEADERS });
    return new Uint8Array(await response.arrayBuffer());
  };
  const bodies: Bytes[] = [];
  const keys = await eventually(async () => {
    const found = await verifyKeysFile(await get('/v1/keys'), demo.rootKey);
    return keyInUse(found.records, 0, clock()) && keyInUse(found.records, 1, clock()) ? found : null;
  });
  const send = async (content: AddressedEnvelope | null): Promise<void> => {
    const manifestBytes = await get('/v1/manifest');
    const manifest = await verifyManifest(manifestBytes, demo.relayKey);
    const key = keyInUse(keys.records, 0, manifest.timeSeconds);
    if (key === undefined) throw new Error('no intake key');
    const intake = sealIntake(key.key, content, systemRandom);
    const hop = {
      publicKey: manifest.hop.publicKey,
      staffKey: demo.staffKey,
      manifestHash: manifestHashOf(manifestBytes),
    };
    const body = sealCell(intake, hop, systemRandom);
    const response = await fetch(`${hospital.relayUrl}/v1/cells`, { method: 'POST', body, headers: HEADERS });
    const { status } = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
    if (status !== 'stored') throw new Error(`a cell was ${status}`);
    bodies.push(body);
  };
  for (let sent = 0; sent < concerns; sent++) {
    const to = { keys, atSeconds: clock() };
    const concern = { kind: 'near_miss' as const, t: { what: `${SENTENCE} ${sent}` } };
    await send(sealConcern(concern, 1, replyKeysOfNobody(systemRandom), to, systemRandom));
  }
  // As many as a pack needs, and a window's worth more, since one may close in between.
  for (let sent = 0; sent < DEMO_PACE.minimumCrowd * 2; sent++) await send(null);
  const envelopes = await eventually(async () => {
    await pause(500);
    const count = envelopesIn(join(demo.folder, 'mailroom.sqlite'));
    return count >= concerns ? count : null;
  });
  writeFileSync(join(demo.folder, 'control'), CONTROL);
  const searched = searchFolder(demo.folder, [...NAMES, LOOPBACK, CONTROL]);
  // The settings name the mailroom's relay.
  const kept = searched.hits.filter((hit) => !hit.includes(' in candor.toml '));
  const found = [...kept, ...bodiesIn(demo.folder, bodies.slice(0, 60))];
  const output = hospital.output();
  const figures: KeptFigures = {
    cells: bodies.length,
    envelopes,
    hits: found.filter((hit) => !hit.startsWith(CONTROL)),
    logged: [...NAMES, LOOPBACK, '::1', 'near_miss'].filter((name) =>
      output.toLowerCase().includes(name.toLowerCase()),
    ),
    controls: searched.hits.filter((hit) => hit.startsWith(CONTROL)).length,
  };
  figure('servers.kept', {
    ...figures,
    files: searched.files,
    bytes: searched.bytes,
    logBytes: output.length,
  });
  return figures;
}

/** Bodies of which any piece lies on a disk. */
function bodiesIn(folder: string, bodies: readonly Bytes[]): string[] {
  const pieces = bodies.flatMap((body) =>
    [0, 1000, 3000].map((from) => Buffer.from(body.subarray(from, from + 24)).toString('latin1')),
  );
  return searchFolder(folder, [], pieces).hits.map((hit) => `body: ${hit.slice(24)}`);
}

function envelopesIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('SELECT count(*) AS count FROM queue').get()?.count);
  } finally {
    database.close();
  }
}

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + 90_000; Date.now() < end; await pause(200)) {
    try {
      const found = await look();
      if (found !== null) return found;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`nothing came: ${last}`);
}
