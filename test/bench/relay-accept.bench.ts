import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import sodium from 'libsodium-wrappers-sumo';
import type { Drop } from '../../relay/drop/drop.ts';
import { openPostgresDrop } from '../../relay/drop/postgres.ts';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { hopApp } from '../../relay/hop/app.ts';
import { keepHop } from '../../relay/hop/keeper.ts';
import { openingThreads } from '../../relay/hop/opening-threads.ts';
import { silentLog } from '../../relay/log.ts';
import { openingThreadCount } from '../../relay/main.ts';
import { type Bytes, concat, utf8 } from '../../shared/bytes.ts';
import { CELL_SUITE, CELL_VERSION, staffTagOf } from '../../shared/cell.ts';
import { INTAKE_VERSION } from '../../shared/intake.ts';
import { kidOf } from '../../shared/kid.ts';
import { manifestHashOf } from '../../shared/manifest.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';
import { ANSWER, CELL, INTAKE, KID } from '../../shared/sizes.ts';
import { startTestPostgres } from '../contract/postgres-fixture.ts';
import type { Load, LoadResult } from './cell-load.ts';

/*
 * How many cells a second the relay answers for, durably, over real sockets, beside a bare Hono route that reads a body
 * of the same size and answers as many bytes. One JSON line each.
 *
 * Run: node test/bench/relay-accept.bench.ts [sqlite] [postgres]
 */

const CELLS = 6000;
/** Sent before measuring starts, by the relay and the baseline alike. */
const WARM_UP = 2000;
const CONNECTIONS = 256;
const HOUR = 3600;

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
const clock = () => Math.floor(Date.now() / 1000);
const staffKey = random(32);
const wrapKey = random(32);
const identity = newSigningKeyPair(random);
const settings = {
  windowSeconds: HOUR,
  hopKeySeconds: HOUR,
  meanSendSeconds: 120,
  minimumCrowd: 200,
  packDays: 14,
  siteBudgetPerSecond: 1e6,
};

const depsFor = (drop: Drop) => ({
  drop,
  identity,
  rootKey: identity.publicKey,
  staffKeys: [staffKey],
  settings,
  clock,
  random,
  log: silentLog,
});

/** Cells as `sealCell` makes them, sealed by libsodium, which is faster at it. Only the INTAKEs' insides are random. */
function sealCells(intakeKey: Bytes, manifest: Bytes, hopKey: Bytes, count: number): Bytes {
  const bodies = new Uint8Array(count * CELL);
  const header = concat(new Uint8Array([CELL_VERSION, CELL_SUITE]), kidOf(hopKey));
  const manifestHash = manifestHashOf(manifest);
  for (let n = 0; n < count; n++) {
    const intake = concat(new Uint8Array([INTAKE_VERSION]), kidOf(intakeKey), random(INTAKE - 1 - KID));
    const tag = staffTagOf(staffKey, hopKey, manifestHash, intake);
    const inside = concat(utf8('CDh1'), tag, manifestHash, intake);
    bodies.set(concat(header, sodium.crypto_box_seal(inside, hopKey)), n * CELL);
  }
  return bodies;
}

async function load(port: number, bodies: Bytes): Promise<LoadResult> {
  const workerData: Load = { port, connections: CONNECTIONS, bodies, bodyBytes: CELL };
  const worker = new Worker(new URL('./cell-load.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

async function measure(app: Hono, bodies: Bytes): Promise<LoadResult> {
  const server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  await load(address.port, bodies.subarray(0, WARM_UP * CELL));
  const result = await load(address.port, bodies.subarray(WARM_UP * CELL));
  await new Promise((resolve) => server.close(resolve));
  return result;
}

function bareApp(): Hono {
  const answer = new Uint8Array(ANSWER);
  return new Hono().post('/v1/cells', async (c) => {
    answer[0] = new Uint8Array(await c.req.arrayBuffer())[0] ?? 0;
    return c.body(answer);
  });
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function bench(name: string, drop: Drop): Promise<void> {
  const intakeKey = newBoxKeyPair(random).publicKey;
  const opening = openingThreads(openingThreadCount(), { staffKeys: [staffKey] });
  const deps = { ...depsFor(drop), opening };
  await drop.putFile({ name: 'keys', serial: 1, bytes: random(32) }, null, [
    {
      kid: kidOf(intakeKey),
      supersededSeconds: clock() + 7 * 24 * HOUR,
      endsSeconds: clock() + 35 * 24 * HOUR,
    },
  ]);
  await keepHop(deps).tick();
  const { hopKeys, manifests } = await drop.state();
  const [manifest] = manifests;
  const [hopKey] = hopKeys;
  if (manifest === undefined || hopKey === undefined) throw new TypeError('the keeper made no manifest');
  const bodies = sealCells(intakeKey, manifest, hopKey.publicKey, WARM_UP + CELLS);

  const baseline = await measure(bareApp(), bodies);
  const { seconds, latencies, statuses } = await measure(hopApp(deps), bodies);
  await opening.close();
  if (statuses[0] !== CELLS) throw new TypeError(`not every cell was stored: ${JSON.stringify(statuses)}`);
  const sorted = latencies.toSorted((a, b) => a - b);
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  process.stdout.write(
    `${JSON.stringify({
      name,
      value: Math.round(CELLS / seconds),
      unit: 'cells/s',
      ratio: round(baseline.seconds / seconds, 3),
      baseline: 'bare Hono 4 KiB POST',
      baselineValue: Math.round(CELLS / baseline.seconds),
      p50Milliseconds: round(percentile(sorted, 0.5), 2),
      p99Milliseconds: round(percentile(sorted, 0.99), 2),
      connections: CONNECTIONS,
    })}\n`,
  );
}

await sodium.ready;
const engines = process.argv.length > 2 ? process.argv.slice(2) : ['sqlite', 'postgres'];
if (engines.includes('sqlite')) {
  const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  const drop = await openSqliteDrop(join(folder, 'drop.db'), { wrapKey, random });
  await bench('relay.accept.sqlite', drop);
  await drop.close();
  rmSync(folder, { recursive: true, force: true });
}
if (engines.includes('postgres')) {
  const server = await startTestPostgres();
  const drop = await openPostgresDrop(await server.freshDatabase(), { wrapKey, random });
  await bench('relay.accept.postgres', drop);
  await drop.close();
  await server.stop();
}
