import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { eventually, openSite, type Site } from './site.ts';
import { figureOf, underLoad } from './under-load.ts';

/*
 * What happens to servers in a hospital: the database restarts, the clock jumps, the disk fills up, a relay is away for
 * days. Whole processes, under load, and nothing lost or doubled.
 */

const TIMES = Number(process.env.CANDOR_TROUBLES ?? 2);
const LIMIT_MILLISECONDS = 120_000 + TIMES * 10_000;
const HOUR = 3600;
const DAY = 24 * HOUR;

let site: Site | null = null;
afterEach(async () => {
  await site?.stop();
  site = null;
});

test('PostgreSQL restarts and crashes: the servers live on and go on', {
  timeout: LIMIT_MILLISECONDS,
}, async () => {
  site = await openSite({ engine: 'postgres' });
  const { database, everything } = site;
  const report = await underLoad(site, async () => {
    for (let time = 0; time < TIMES; time++) {
      await pause(300 + 500 * Math.random());
      await database?.down(time % 2 === 0 ? 'immediate' : 'fast');
      await pause(1500 * Math.random());
      await database?.up();
    }
    return TIMES;
  });
  expect(everything.map((one) => one.isRunning())).toEqual(everything.map(() => true));
  expect(report.arrived).toEqual(report.sent);
  figureOf('servers.database-restarts', report);
});

test('clocks jump, together and apart', { timeout: LIMIT_MILLISECONDS }, async () => {
  site = await openSite({ engine: 'sqlite' });
  const here = site;
  const [relay] = here.relays;
  const report = await underLoad(here, async () => {
    const jumps = [3 * HOUR, -5 * HOUR, 40 * DAY, -2 * DAY];
    for (const seconds of jumps) {
      here.setClock(seconds);
      await pause(2500);
      here.setClock(-seconds / 2, relay);
      await pause(1500);
    }
    here.setClock(0);
    return 2 * jumps.length;
  });
  expect(report.arrived).toEqual(report.sent);
  figureOf('servers.clock-jumps', report);
});

test('the relay is down for three days', { timeout: LIMIT_MILLISECONDS }, async () => {
  site = await openSite({ engine: 'sqlite' });
  const here = site;
  const report = await underLoad(here, async () => {
    await pause(700);
    for (const relay of here.relays) await relay.kill();
    here.setClock(3 * DAY);
    // Installs and the mailroom go on trying all the while.
    await pause(3000);
    for (const relay of here.relays) await relay.start();
    return 3;
  });
  expect(report.arrived).toEqual(report.sent);
  figureOf('servers.relay-away-days', report);
});

test('a full disk stops the storing, and nothing else', { timeout: LIMIT_MILLISECONDS }, async () => {
  site = await openSite({ engine: 'sqlite' });
  const here = site;
  const [relay] = here.relays;
  if (relay === undefined) throw new TypeError('no relay');
  const report = await underLoad(here, async () => {
    for (let time = 0; time < TIMES; time++) {
      await relay.kill();
      const bytes = statSync(join(here.demo.folder, 'drop.sqlite')).size;
      const from = relay.said().length;
      await relay.start(`trap '' XFSZ; ulimit -f ${Math.ceil(bytes / 512) + 400};`);
      await eventually('a full disk', async () => (/failed/.test(relay.said().slice(from)) ? true : null));
      expect(relay.isRunning()).toBe(true);
      await relay.kill();
      await relay.start();
      await pause(500);
    }
    return TIMES;
  });
  expect(report.arrived).toEqual(report.sent);
  figureOf('servers.full-disk', report);
});
