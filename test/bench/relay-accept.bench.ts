import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Drop } from '../../relay/drop/drop.ts';
import { openPostgresDrop } from '../../relay/drop/postgres.ts';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { hopApp } from '../../relay/hop/app.ts';
import { keepHop } from '../../relay/hop/keeper.ts';
import { openingThreads } from '../../relay/hop/opening-threads.ts';
import { silentLog } from '../../relay/log.ts';
import { openingThreadCount } from '../../relay/main.ts';
import { type Bytes, concat } from '../../shared/bytes.ts';
import { INTAKE_VERSION } from '../../shared/intake.ts';
import { kidOf } from '../../shared/kid.ts';
import { manifestHashOf } from '../../shared/manifest.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';
import { ANSWER, CELL, INTAKE, KID } from '../../shared/sizes.ts';
import { startTestPostgres } from '../contract/postgres-fixture.ts';
import type { Load, LoadResult } from './cell-load.ts';
import { fastCell, random } from './fast-seal.ts';

/*
 * How many cells a second the relay answers for, durably, over real sockets, beside a bare Hono route that reads a body
 * of the same size and answers as many bytes. One JSON line each.
 *
 * Run: node test/bench/relay-accept.bench.ts [sqlite] [postgres]
 */

/** Relay and baseline take turns, so that a busy moment of the machine meets both; the median round counts. */
const ROUNDS = 5;
const CELLS = 3000;
/** Sent before measuring starts, by the relay and the baseline alike. */
const WARM_UP = 1500;
const CONNECTIONS = 256;
const HOUR = 3600;

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

/** Cells whose INTAKEs' insides are random: the relay cannot tell. */
function sealCells(intakeKey: Bytes, manifest: Bytes, hopKey: Bytes, count: number): Bytes {
  const bodies = new Uint8Array(count * CELL);
  const hop = { publicKey: hopKey, staffKey, manifestHash: manifestHashOf(manifest) };
  for (let n = 0; n < count; n++) {
    const intake = concat(new Uint8Array([INTAKE_VERSION]), kidOf(intakeKey), random(INTAKE - 1 - KID));
    bodies.set(fastCell(intake, hop), n * CELL);
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

async function listening(app: Hono): Promise<{ port: number; stop(): Promise<void> }> {
  const server = await new Promise<ServerType>((resolve) => {
    const one = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(one));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return {
    port: address.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
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
  const bodies = sealCells(intakeKey, manifest, hopKey.publicKey, WARM_UP + ROUNDS * CELLS);
  const part = (from: number, cells: number) => bodies.subarray(from * CELL, (from + cells) * CELL);

  const bare = await listening(bareApp());
  const relay = await listening(hopApp(deps));
  for (const { port } of [bare, relay]) await load(port, part(0, WARM_UP));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const cells = part(WARM_UP + round * CELLS, CELLS);
    const baseline = await load(bare.port, cells);
    const measured = await load(relay.port, cells);
    if (measured.statuses[0] !== CELLS)
      throw new TypeError(`not every cell was stored: ${JSON.stringify(measured.statuses)}`);
    rounds.push({ ratio: baseline.seconds / measured.seconds, baseline, measured });
  }
  await bare.stop();
  await relay.stop();
  await opening.close();

  const median = rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)];
  if (median === undefined) throw new TypeError('no round');
  const latencies = rounds.flatMap(({ measured }) => measured.latencies).toSorted((a, b) => a - b);
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  process.stdout.write(
    `${JSON.stringify({
      name,
      value: Math.round(CELLS / median.measured.seconds),
      unit: 'cells/s',
      ratio: round(median.ratio, 3),
      baseline: 'bare Hono 4 KiB POST',
      baselineValue: Math.round(CELLS / median.baseline.seconds),
      ratios: rounds.map(({ ratio }) => round(ratio, 3)),
      p50Milliseconds: round(percentile(latencies, 0.5), 2),
      p99Milliseconds: round(percentile(latencies, 0.99), 2),
      connections: CONNECTIONS,
    })}\n`,
  );
}

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
