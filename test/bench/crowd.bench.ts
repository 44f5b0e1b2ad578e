import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { paceOf, secondsToNextTick } from '../../extension/outbox/pace.ts';
import { decodeAnswer } from '../../shared/answer.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { manifestHashOf, verifyManifest } from '../../shared/manifest.ts';
import { eventually, openSite } from '../contract/site.ts';
import { fastCell, random } from './fast-seal.ts';
import { bareServer, figuresOf } from './process-figures.ts';

/*
 * 10,000 installs at 30 cells an hour against one relay and one mailroom, each a process of its own over SQLite, for
 * some windows of a minute: an hour's load, in shorter packs. Every install keeps its own pace and sends a cell until it
 * is stored. At the end every cell must be in exactly one pack that the mailroom has opened, every concern at the desk.
 *
 * Run: node test/bench/crowd.bench.ts [--installs 10000] [--windows 2]
 */

const { values } = parseArgs({
  options: { installs: { type: 'string', default: '10000' }, windows: { type: 'string', default: '2' } },
});
const INSTALLS = Number(values.installs);
const WINDOW_SECONDS = 60;
const SEND_MINUTES = 2;
const SECONDS = Number(values.windows) * WINDOW_SECONDS;
const PACE = paceOf(SEND_MINUTES);
const ONE_REAL_IN = 100;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const site = await openSite({
  engine: 'sqlite',
  windowSeconds: WINDOW_SECONDS,
  env: { CANDOR_RELAY_MINIMUM_CROWD: '200', CANDOR_RELAY_MEAN_SEND_SECONDS: String(SEND_MINUTES * 60) },
});
try {
  const [relay] = site.relays;
  const [mailroom] = site.mailrooms;
  if (relay === undefined || mailroom === undefined) throw new TypeError('no servers');

  // When each install ticks, as if it had been on for long: the first wait is cut at a random point.
  const ticks: number[] = [];
  for (let install = 0; install < INSTALLS; install++) {
    let at = -Math.random() * PACE.meanSeconds * 2;
    while (at < SECONDS) {
      if (at >= 0) ticks.push(at);
      at += secondsToNextTick(PACE, random);
    }
  }
  ticks.sort((a, b) => a - b);
  const sealed = await site.seal(ticks.length, Math.floor(ticks.length / ONE_REAL_IN));
  // Sealing takes longer than a server keeps an idle connection: the first one may just be closing.
  const currentManifest = () =>
    eventually(
      'the manifest',
      async () => new Uint8Array(await (await fetch(`${relay.url}/v1/manifest`)).arrayBuffer()),
    );
  const manifestBytes = await currentManifest();
  const { hop } = await verifyManifest(manifestBytes, site.demo.relayKey);
  const cellOf = (intake: Bytes) =>
    fastCell(intake, {
      publicKey: hop.publicKey,
      staffKey: site.demo.staffKey,
      manifestHash: manifestHashOf(manifestBytes),
    });

  const latencies: number[] = [];
  let tries = 0;
  const send = async (intake: Bytes): Promise<void> => {
    for (;;) {
      tries++;
      const sentAt = performance.now();
      const answer = await post(relay.url, cellOf(intake)).catch(() => null);
      if (answer !== null) {
        latencies.push(performance.now() - sentAt);
        const { authentic, status } = decodeAnswer(answer, intake);
        if (authentic && status === 'stored') return;
      }
      await pause(1000);
    }
  };
  const before = figuresOf(relay.pid()).cpuSeconds;
  const started = performance.now();
  const sending = sealed.map(async ({ intake }, at) => {
    await pause((ticks[at] ?? 0) * 1000);
    await send(intake);
  });
  await Promise.all(sending);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = figuresOf(relay.pid()).cpuSeconds - before;

  // The window under way closes, and its pack is fetched.
  await pause(WINDOW_SECONDS * 1000 + 5000);
  const arrived = await site.arrived(sealed);
  const windowed = counted(relay.said(), 'window.closed');
  const opened = counted(mailroom.said(), 'pack.opened');
  if (windowed !== sealed.length || opened !== sealed.length)
    throw new Error(`${sealed.length} cells sent, ${windowed} in windows, ${opened} opened`);
  const { crowd } = await verifyManifest(await currentManifest(), site.demo.relayKey);
  const sorted = latencies.toSorted((a, b) => a - b);
  const percentile = (share: number) =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2));
  print('relay.crowd', opened, 'cells', 1, `${sealed.length} cells sent, each until it was stored`, {
    installs: INSTALLS,
    perHour: 60 / SEND_MINUTES,
    cellsPerSecond: Number((sealed.length / seconds).toFixed(1)),
    tries,
    concerns: arrived.length,
    crowd,
    p50Milliseconds: percentile(0.5),
    p99Milliseconds: percentile(0.99),
    relayCpuShare: Number((cpuSeconds / seconds).toFixed(3)),
  });
  const bare = await bareServer();
  for (const [name, one] of [
    ['relay', relay],
    ['mailroom', mailroom],
  ] as const) {
    const { peakMiB, nowMiB } = figuresOf(one.pid());
    const ratio = Number((peakMiB / bare.peakMiB).toFixed(2));
    print(`memory.${name}`, peakMiB, 'MiB', ratio, `a bare Hono server, ${bare.peakMiB} MiB`, { nowMiB });
  }
} finally {
  await site.stop();
  agent.destroy();
}

function print(
  name: string,
  value: number,
  unit: string,
  ratio: number,
  baseline: string,
  more: Record<string, number>,
): void {
  process.stdout.write(`${JSON.stringify({ name, value, unit, ratio, baseline, ...more })}\n`);
}

/** The cells that a server said it had, over all lines of one event. */
function counted(said: string, event: string): number {
  const lines = said.matchAll(new RegExp(`"event":"${event}","cells":(\\d+)`, 'g'));
  return [...lines].reduce((sum, [, cells]) => sum + Number(cells), 0);
}

function post(url: string, body: Bytes): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/cells`, { method: 'POST', agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
