import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { constants, createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createRawServer,
  type Server,
  type Socket,
} from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer as createSecureServer } from 'node:tls';
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
import { type SimulatedSite, simulatedSite } from '../unit/outbox/simulated-site.ts';

/*
 * What an install costs a computer in a shift of ten hours: processor seconds of a real Chromium and bytes on the wire.
 *
 * Two browsers that nobody touches or watches, one with the extension at its real pace (a tick every two minutes, a
 * rewrite every 30 s) and one without, run side by side for some minutes: the difference is what waking up and rewriting
 * cost, with whatever the browser does about an idle background. A tick is measured apart, in a browser that ticks many
 * times as fast, and counted 300 times. Bytes are counted on both sides of TLS, with a full handshake for every request:
 * two minutes lie between them, and `relay/deploy` hands out no tickets, which would link one visit to the next.
 *
 * Run: node test/bench/shift.bench.ts
 */

const SHIFT_SECONDS = 10 * 3600;
const REAL = paceOf(2);
const TICKS = SHIFT_SECONDS / REAL.meanSeconds;
/** What is published new each day (shared/PROTOCOL.md); the other files are small and change seldom. */
const PACKS_A_DAY = 2;
const FILES = ['manifest', 'keys', 'bulletin', 'index'] as const;
const { SSL_OP_NO_TICKET } = constants;
const BUSY: Pace = { floorSeconds: 0.2, meanSeconds: 0.4, rewriteSeconds: 60 };
const BUSY_MS = 30_000;
/** Starting costs more than running. */
const SETTLE_MS = 75_000;
const QUIET_MS = 180_000;

interface Wire {
  readonly origin: string;
  /** Of the certificate's public key, as Chromium wants it. */
  readonly spki: string;
  cells(): number;
  /** HTTP, both ways. */
  plainBytes(): number;
  /** Both ways, TLS and all, without the headers of TCP and IP. */
  bytes(): number;
}

/** The site behind TLS, with the relay's own headers, and every byte counted on both sides of it. */
async function wireTo(all: Endings, site: SimulatedSite): Promise<Wire> {
  const folder = freshFolder(all, 'tls');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  const publicKey = execFileSync('openssl', ['pkey', '-in', key, '-pubout', '-outform', 'der']);
  const counted = { cells: 0, plain: 0, sealed: 0 };
  const relay = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const posted = request.method === 'POST';
      if (posted) counted.cells++;
      const name = FILES.find((file) => request.url === `/v1/${file}`);
      const body = posted ? site.post(new Uint8Array(Buffer.concat(chunks))) : name && site.get(name);
      if (body === undefined) return void response.writeHead(404).end();
      const { headers } = bytesResponse(body);
      response.writeHead(200, { ...Object.fromEntries(headers), 'Content-Length': body.length }).end(body);
    });
  });
  relay.maxRequestsPerSocket = 1;
  const relayPort = await listening(all, relay);
  const options = { key: readFileSync(key), cert: readFileSync(cert), secureOptions: SSL_OP_NO_TICKET };
  const plainSide = createSecureServer(options, (client) => joined(client, relayPort, 'plain'));
  const securePort = await listening(all, plainSide);
  const front = createRawServer((client) => joined(client, securePort, 'sealed'));
  const frontPort = await listening(all, front);

  function joined(client: Socket, port: number, count: 'plain' | 'sealed'): void {
    const to = connect(port, '127.0.0.1');
    for (const [from, other] of [
      [client, to],
      [to, client],
    ] as const) {
      from.on('data', (chunk) => {
        counted[count] += chunk.length;
      });
      from.on('error', () => other.destroy());
      from.pipe(other);
    }
  }

  return {
    origin: `https://127.0.0.1:${frontPort}`,
    spki: createHash('sha256').update(publicKey).digest('base64'),
    cells: () => counted.cells,
    plainBytes: () => counted.plain,
    bytes: () => counted.sealed,
  };
}

/** The port of a server that ends with everything else. */
async function listening(all: Endings, server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  all.ending(server, () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
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

function pidOf(child: { readonly pid?: number | undefined } | null): number {
  if (child?.pid === undefined) throw new TypeError('no process');
  return child.pid;
}

async function buildFor(all: Endings, wire: Wire, site: SimulatedSite, pace: Pace): Promise<string> {
  const { pins } = site;
  const [rootKey, relayKey, staffKey] = [pins.rootKey, pins.relayKey, pins.staffKey].map(toBase64url);
  const settings = { relayUrl: wire.origin, rootKey, relayKey, staffKey };
  const constant = { rootKey, relayKey, relayOrigins: [wire.origin], demo: { settings, pace } };
  return buildExtension(constant, freshFolder(all, 'build'), 'chromium');
}

/** A browser that nothing is attached to, so that its background sleeps and wakes as at work. */
function quietBrowser(all: Endings, extensionDir: string | null, wire: Wire): ChildProcess {
  const executable = findChromium();
  if (executable === null) throw new TypeError('no Chromium');
  const extension =
    extensionDir === null
      ? ['--disable-extensions']
      : [`--load-extension=${extensionDir}`, `--disable-extensions-except=${extensionDir}`];
  const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking'];
  const profile = `--user-data-dir=${freshFolder(all)}`;
  const trusted = `--ignore-certificate-errors-spki-list=${wire.spki}`;
  const child = spawn(executable, [...flags, profile, trusted, ...extension, 'about:blank'], {
    stdio: 'ignore',
  });
  return all.ending(child, async () => {
    const gone = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.kill()) await gone;
    await pause(500);
  });
}

interface Busy {
  readonly cpuSeconds: number;
  readonly bytesPerTick: number;
  readonly plainBytesPerTick: number;
  readonly ticks: number;
}

async function busyBrowser(all: Endings): Promise<Busy> {
  const site = simulatedSite();
  const wire = await wireTo(all, site);
  const extensionDir = await buildFor(all, wire, site, BUSY);
  const args = [`--ignore-certificate-errors-spki-list=${wire.spki}`];
  const browser = await launchBrowser('chromium', {
    extensionDir,
    profileDir: freshFolder(all),
    headless: true,
    args,
  });
  const pid = pidOf(browser.browser.process());
  await until('the first cells', () => wire.cells() >= 6, 60);
  await pause(4_000);
  const figures = () => [cpuSecondsBelow(pid), wire.cells(), wire.bytes(), wire.plainBytes()] as const;
  const from = figures();
  await pause(BUSY_MS);
  const to = figures();
  await browser.close();
  const ticks = to[1] - from[1];
  return {
    cpuSeconds: to[0] - from[0],
    bytesPerTick: (to[2] - from[2]) / ticks,
    plainBytesPerTick: (to[3] - from[3]) / ticks,
    ticks,
  };
}

const all = endings();
try {
  const site = simulatedSite();
  const wire = await wireTo(all, site);
  const real = await buildFor(all, wire, site, REAL);
  const started = Date.now();
  const [withIt, without] = [quietBrowser(all, real, wire), quietBrowser(all, null, wire)].map(pidOf) as [
    number,
    number,
  ];
  const busy = await busyBrowser(all);
  await pause(Math.max(0, SETTLE_MS - (Date.now() - started)));
  const from = { withIt: cpuSecondsBelow(withIt), without: cpuSecondsBelow(without), cells: wire.cells() };
  await pause(QUIET_MS);
  const seconds = QUIET_MS / 1000;
  const ticks = wire.cells() - from.cells;
  if (wire.cells() === 0) throw new Error('the quiet browser sent nothing');
  const idlePerSecond = (cpuSecondsBelow(without) - from.without) / seconds;
  const perTick = (busy.cpuSeconds - (idlePerSecond * BUSY_MS) / 1000) / busy.ticks;
  const wakingPerSecond = (cpuSecondsBelow(withIt) - from.withIt - ticks * perTick) / seconds - idlePerSecond;
  const cpuSeconds = TICKS * perTick + Math.max(0, wakingPerSecond) * SHIFT_SECONDS;
  const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));
  const baseline = idlePerSecond * SHIFT_SECONDS;
  console.log(
    JSON.stringify({
      name: 'shift.cpu',
      value: rounded(cpuSeconds),
      unit: 's per install and ten hours, beside what the browser itself takes',
      ratio: rounded(cpuSeconds / baseline, 2),
      baseline: { name: 'the same Chromium without it, with one blank tab', value: rounded(baseline) },
      ticksAlone: rounded(TICKS * perTick),
      tickMs: rounded(perTick * 1000),
      measured: { ticks: busy.ticks, quietSeconds: seconds, quietTicks: ticks },
    }),
  );
  const shiftBytes = (perTickBytes: number) => Math.round(perTickBytes * TICKS + PACKS_A_DAY * REPLY_PACK);
  console.log(
    JSON.stringify({
      name: 'shift.bytes',
      value: shiftBytes(busy.plainBytesPerTick),
      unit: 'bytes of HTTP per install and ten hours, both ways',
      ratio: rounded(shiftBytes(busy.plainBytesPerTick) / shiftBytes(busy.bytesPerTick), 2),
      baseline: { name: 'the same with TLS', value: shiftBytes(busy.bytesPerTick) },
      tickBytes: Math.round(busy.plainBytesPerTick),
      tickBytesWithTls: Math.round(busy.bytesPerTick),
    }),
  );
} finally {
  await all.endAll();
}
