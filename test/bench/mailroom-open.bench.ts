import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sodium from 'libsodium-wrappers-sumo';
import { silentLog } from '../../relay/log.ts';
import type { MailroomDeps } from '../../relay/mailroom/deps.ts';
import { keepMailroom } from '../../relay/mailroom/keeper.ts';
import { openSqliteMailroomStore } from '../../relay/mailroom/store/sqlite.ts';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { signKeyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { PACK_HEADER } from '../../shared/pack.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';
import { INTAKE } from '../../shared/sizes.ts';
import type { PackOrder, PackServed } from './pack-server.ts';

/*
 * How fast a mailroom takes a pack: signed pull over a real socket from another process, opening, sorting out cover,
 * queueing durably in SQLite, confirming. Beside it, in the same run and process, libsodium's crypto_box_seal_open
 * alone on the same INTAKEs. One JSON line, with the memory that the mailroom's process took at most.
 *
 * Run: node test/bench/mailroom-open.bench.ts [--short] [--cells 100000]
 */

const { values } = parseArgs({
  options: { cells: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const cells = Number(values.cells ?? (values.short ? 10_000 : 100_000));
/** One cell in so many says something. */
const ONE_REAL_IN = 50;
const BASELINE_CELLS = Math.min(cells, 10_000);
const MIB = 1024 * 1024;

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
const clock = () => Math.floor(Date.now() / 1000);
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
const packFile = join(folder, 'pack');

const root = newSigningKeyPair(random);
const identity = newSigningKeyPair(random);
const member = newSigningKeyPair(random);
const store = await openSqliteMailroomStore(join(folder, 'mailroom.sqlite'), { wrapKey: random(32), random });
await store.putKeyring(
  signKeyring(
    {
      v: 1,
      serial: 1,
      previous: null,
      issued: '2026-11-24',
      org: { id: 'bench', name: 'Bench' },
      operator: { name: 'Bench', own: true },
      mailroom: identity.publicKey,
      members: [{ label: 'Ann', sign: member.publicKey, box: random(32), until: '2099-01-01' }],
      desks: [
        {
          id: 1,
          slug: 'desk',
          name: 'Desk',
          kinds: [],
          independent: false,
          members: [kidOf(member.publicKey)],
        },
      ],
    },
    root.seed,
  ),
);
const deps = (relayUrl: string): MailroomDeps => ({
  store,
  identity,
  rootKey: root.publicKey,
  settings: {
    pullSeconds: 1,
    retentionDays: 180,
    timeZone: 'UTC',
    keyWeeksAhead: 1,
    intakeKeepDays: 28,
    replyPacksPerDay: 2,
    replyPackSeconds: 86_400,
  },
  clock,
  random,
  log: silentLog,
  relayFetch: fetch,
  relayUrl,
});

/** A first tick without a relay makes the keys. */
async function intakePair() {
  await keepMailroom({
    ...deps('http://relay.invalid'),
    relayFetch: () => Promise.reject(new Error()),
  }).tick();
  const file = (await store.file('keys')) ?? new Uint8Array(0);
  const record = keyInUse((await verifyKeysFile(file, root.publicKey)).records, 0, clock());
  const pair = record && (await store.intakeKey(kidOf(record.key)));
  if (!pair) throw new Error('no intake key');
  return pair;
}

/** Another process makes the pack and serves it as the relay does. */
async function servePack(intakeKey: Bytes): Promise<{ url: string; stop(): void }> {
  const child = fork(new URL('pack-server.ts', import.meta.url));
  const served = new Promise<PackServed>((resolve, reject) => {
    child.once('message', (message) => resolve(message as PackServed));
    child.once('exit', () => reject(new Error('the pack’s server ended')));
  });
  child.send({
    packFile,
    intakeKey: toBase64url(intakeKey),
    cells,
    oneRealIn: ONE_REAL_IN,
  } satisfies PackOrder);
  return { url: `http://127.0.0.1:${(await served).port}`, stop: () => child.kill() };
}

function* intakesOnDisk(count: number): Generator<Uint8Array> {
  const file = openSync(packFile, 'r');
  for (let i = 0; i < count; i++) {
    const intake = new Uint8Array(INTAKE);
    readSync(file, intake, 0, INTAKE, PACK_HEADER + i * INTAKE);
    yield intake;
  }
  closeSync(file);
}

function libsodiumAlone(pair: { publicKey: Bytes; secretKey: Bytes }): number {
  const header = 1 + 4;
  const intakes = [...intakesOnDisk(BASELINE_CELLS)];
  for (const intake of intakes.slice(0, 500)) {
    sodium.crypto_box_seal_open(intake.subarray(header), pair.publicKey, pair.secretKey);
  }
  const start = performance.now();
  for (const intake of intakes) {
    sodium.crypto_box_seal_open(intake.subarray(header), pair.publicKey, pair.secretKey);
  }
  return (BASELINE_CELLS / (performance.now() - start)) * 1000;
}

const pair = await intakePair();
const server = await servePack(pair.publicKey);
try {
  let peak = 0;
  const keeper = keepMailroom(deps(server.url));
  const before = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const start = performance.now();
  await keeper.tick();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  const queued = (await store.queueTally()).reduce((sum, { count }) => sum + count, 0);
  const expected = Math.ceil(cells / ONE_REAL_IN);
  if (queued !== expected) throw new Error(`${queued} envelopes queued, ${expected} sent`);

  // After the pull, so that what this reads into memory does not count as the mailroom's.
  const alone = libsodiumAlone(pair);
  const value = cells / seconds;
  console.log(
    JSON.stringify({
      name: 'mailroom.open',
      value: Math.round(value),
      unit: 'cells/s',
      ratio: Number((value / alone).toFixed(2)),
      baseline: 'libsodium crypto_box_seal_open',
      baselineValue: Math.round(alone),
      cells,
      envelopes: queued,
      packMiB: Math.round((cells * INTAKE) / MIB),
      rssBeforeMiB: Math.round(before / MIB),
      peakRssMiB: Math.round(peak / MIB),
    }),
  );
} finally {
  server.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
