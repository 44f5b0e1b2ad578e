import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo, connect, createServer as createRawServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import { paceOf } from '../../extension/outbox/pace.ts';
import { buildExtension } from '../../relay/admin/build-extension.ts';
import { launchBrowser } from '../../relay/demo/browsers/launch.ts';
import { findChromium } from '../../relay/demo/machine/browsers.ts';
import { bytesResponse } from '../../relay/hop/responses.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { REPLY_PACK } from '../../shared/sizes.ts';
import { type Endings, endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import type { Pace } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { simulatedSite } from '../unit/outbox/simulated-site.ts';

/*
 * What an install costs a computer in a shift of ten hours: processor seconds of a real Chromium and bytes on the wire.
 * Measured at a pace many times the real one, per tick, per rewrite and per start of the background, and multiplied by
 * what a shift has of each. The background counts as started anew for every single one of them, which is the worst
 * case; every request is a TLS connection of its own, as it is when two minutes lie between. Beside it, the same
 * Chromium without the extension for as long.
 *
 * Run: node test/bench/shift.bench.ts
 */

const SHIFT_SECONDS = 10 * 3600;
const REAL = paceOf(2);
const TICKS = SHIFT_SECONDS / REAL.meanSeconds;
const REWRITES = SHIFT_SECONDS / REAL.rewriteSeconds;
/** What is published new each day (shared/PROTOCOL.md); the other files are small and change seldom. */
const PACKS_A_DAY = 2;
const MEASURE_MS = 30_000;
const BUSY: Pace = { floorSeconds: 0.2, meanSeconds: 0.4, rewriteSeconds: 60 };
const WRITING: Pace = { floorSeconds: 0.6, meanSeconds: 1.2, rewriteSeconds: 0.5 };

interface Measured {
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly ticks: number;
  readonly rewrites: number;
  readonly starts: number;
  readonly bytes: number;
}

interface Wire {
  readonly origin: string;
  /** Of the certificate's public key, as Chromium wants it. */
  readonly spki: string;
  cells(): number;
  /** Both ways, TLS and all, without the headers of TCP and IP. */
  bytes(): number;
}

/** The site behind TLS, with the relay's own headers, and every byte counted in front of it. */
async function wireTo(all: Endings, site: ReturnType<typeof simulatedSite>): Promise<Wire> {
  const folder = freshFolder(all, 'tls');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  const publicKey = execFileSync('openssl', ['pkey', '-in', key, '-pubout', '-outform', 'der']);
  let cells = 0;
  let bytes = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = (['manifest', 'keys', 'bulletin', 'index'] as const).find(
        (file) => request.url === `/v1/${file}`,
      );
      if (request.method === 'POST') cells++;
      const body =
        request.method === 'POST' ? site.post(new Uint8Array(Buffer.concat(chunks))) : name && site.get(name);
      if (body === undefined) return void response.writeHead(404).end();
      const { headers } = bytesResponse(body);
      response.writeHead(200, { ...Object.fromEntries(headers), 'Content-Length': body.length }).end(body);
    });
  });
  server.maxRequestsPerSocket = 1;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const inner = (server.address() as AddressInfo).port;
  const front = createRawServer((client) => {
    const to = connect(inner, '127.0.0.1');
    for (const [from, other] of [
      [client, to],
      [to, client],
    ] as const) {
      from.on('data', (chunk) => {
        bytes += chunk.length;
      });
      from.on('error', () => other.destroy());
      from.pipe(other);
    }
  });
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
  all.ending(server, () => {
    front.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `https://127.0.0.1:${(front.address() as AddressInfo).port}`,
    spki: createHash('sha256').update(publicKey).digest('base64'),
    cells: () => cells,
    bytes: () => bytes,
  };
}

/** Processor seconds of a process and all below it, those that have ended included (proc(5), /proc/pid/stat). */
function cpuSecondsBelow(pid: number): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
        return [{ pid: Number(name), parent: Number(fields[1]), fields }];
      } catch {
        return [];
      }
    });
  const family = new Set([pid]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const one of stats) if (family.has(one.parent)) family.add(one.pid);
  }
  const ticks = stats
    .filter((one) => family.has(one.pid))
    .flatMap(({ fields }) => fields.slice(11, 15).map(Number))
    .reduce((sum, one) => sum + one, 0);
  return ticks / 100;
}

function pidOf(browser: Browser): number {
  const { pid } = browser.process() ?? {};
  if (pid === undefined) throw new TypeError('no process');
  return pid;
}

async function withExtension(all: Endings, pace: Pace, restarts: boolean): Promise<Measured> {
  const site = simulatedSite();
  const wire = await wireTo(all, site);
  const [rootKey, relayKey, staffKey] = [site.pins.rootKey, site.pins.relayKey, site.pins.staffKey].map(
    toBase64url,
  );
  const settings = { relayUrl: wire.origin, rootKey, relayKey, staffKey };
  const constant = { rootKey, relayKey, relayOrigins: [wire.origin], demo: { settings, pace } };
  const extensionDir = await buildExtension(constant, freshFolder(all, 'build'), 'chromium');
  const browser = all.ending(
    await launchBrowser('chromium', {
      extensionDir,
      profileDir: freshFolder(all),
      headless: true,
      args: [`--ignore-certificate-errors-spki-list=${wire.spki}`],
    }),
    ({ close }) => close(),
  );
  await until('the first cells', () => wire.cells() >= 6, 60);
  await pause(5_000);
  const pid = pidOf(browser.browser);
  const before = { cpu: cpuSecondsBelow(pid), cells: wire.cells(), bytes: wire.bytes(), at: Date.now() };
  let starts = 0;
  while (Date.now() - before.at < MEASURE_MS) {
    if (restarts) {
      const cells = wire.cells();
      await browser.stopBackground();
      starts++;
      // An alarm starts it again, and it works for a moment.
      await until('a cell', () => wire.cells() > cells, 20);
    } else await pause(200);
  }
  const seconds = (Date.now() - before.at) / 1000;
  return {
    cpuSeconds: cpuSecondsBelow(pid) - before.cpu,
    seconds,
    ticks: wire.cells() - before.cells,
    rewrites: seconds / Math.max(1, pace.rewriteSeconds),
    starts,
    bytes: wire.bytes() - before.bytes,
  };
}

async function withoutExtension(all: Endings): Promise<Measured> {
  const executablePath = findChromium();
  if (executablePath === null) throw new TypeError('no Chromium');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    userDataDir: freshFolder(all),
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  });
  all.ending(browser, () => browser.close());
  await pause(8_000);
  const from = { cpu: cpuSecondsBelow(pidOf(browser)), at: Date.now() };
  await pause(MEASURE_MS);
  const seconds = (Date.now() - from.at) / 1000;
  const cpuSeconds = cpuSecondsBelow(pidOf(browser)) - from.cpu;
  return { cpuSeconds, seconds, ticks: 0, rewrites: 0, starts: 0, bytes: 0 };
}

async function alone(measure: (all: Endings) => Promise<Measured>): Promise<Measured> {
  const all = endings();
  try {
    return await measure(all);
  } finally {
    await all.endAll();
  }
}

const none = await alone(withoutExtension);
const busy = await alone((all) => withExtension(all, BUSY, false));
const writing = await alone((all) => withExtension(all, WRITING, false));
const starting = await alone((all) => withExtension(all, WRITING, true));

const idle = none.cpuSeconds / none.seconds;
const more = (one: Measured) => one.cpuSeconds - idle * one.seconds;
const perTick = more(busy) / busy.ticks;
const perRewrite = Math.max(0, more(writing) - perTick * writing.ticks) / writing.rewrites;
const perStart =
  Math.max(0, more(starting) - perTick * starting.ticks - perRewrite * starting.rewrites) / starting.starts;
const cpuSeconds = TICKS * perTick + REWRITES * perRewrite + (TICKS + REWRITES) * perStart;
const bytesPerTick = busy.bytes / busy.ticks;
const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));

console.log(
  JSON.stringify({
    name: 'shift.cpu',
    value: rounded(cpuSeconds),
    unit: 's per install and ten hours',
    ratio: rounded(cpuSeconds / (idle * SHIFT_SECONDS), 2),
    baseline: { name: 'the same Chromium without it', value: rounded(idle * SHIFT_SECONDS) },
    tickMs: rounded(perTick * 1000),
    rewriteMs: rounded(perRewrite * 1000),
    startMs: rounded(perStart * 1000),
    withoutRestarts: rounded(TICKS * perTick + REWRITES * perRewrite),
    measured: { ticks: busy.ticks, starts: starting.starts },
  }),
);
console.log(
  JSON.stringify({
    name: 'shift.bytes',
    value: Math.round(bytesPerTick * TICKS + PACKS_A_DAY * REPLY_PACK),
    unit: 'bytes per install and ten hours, both ways, TLS included',
    ratio: null,
    baseline: null,
    tickBytes: Math.round(bytesPerTick),
    replyPacks: PACKS_A_DAY * REPLY_PACK,
  }),
);
