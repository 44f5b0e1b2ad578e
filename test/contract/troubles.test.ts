import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, openSite, type Site } from './site.ts';
import { expectWhole, underLoad } from './under-load.ts';

/*
 * What happens to servers in a hospital: the clock jumps, the disk fills up, a relay is away for days. Whole processes,
 * under load, and nothing lost or doubled. test/evidence/servers-in-trouble.evidence.ts is longer.
 */

const TIMES = Number(process.env.CANDOR_TROUBLES ?? 1);
const LIMIT_MILLISECONDS = 120_000 + TIMES * 20_000;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** From the real clock: for all servers, then for the relay alone. */
const JUMPS = [
  [3 * HOUR, -5 * HOUR],
  [40 * DAY, -2 * DAY],
] as const;

describe('relay and mailroom over SQLite', { timeout: LIMIT_MILLISECONDS }, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ engine: 'sqlite' });
  }, LIMIT_MILLISECONDS);
  afterAll(() => site?.stop());

  test('when clocks jump, forwards and backwards, together and apart', async () => {
    const report = await underLoad(site, async () => {
      for (let time = 0; time < TIMES; time++) {
        for (const [all, relayOnly] of JUMPS) {
          site.setClock(all);
          await pause(1500);
          site.setClock(relayOnly, site.relays[0]);
          await pause(1500);
        }
      }
      site.setClock(0);
      return 2 * JUMPS.length * TIMES;
    });
    expectWhole('servers.clock-jumps', report);
    expect(report.windowed).toBe(report.cells);
  });

  test('when the disk is full: the relay stores nothing, says so, and goes on when there is room', async () => {
    const [relay] = site.relays;
    if (relay === undefined) throw new TypeError('no relay');
    const report = await underLoad(site, async () => {
      for (let time = 0; time < TIMES; time++) {
        await relay.kill();
        const bytes = statSync(join(site.demo.folder, 'drop.sqlite')).size;
        const from = relay.said().length;
        // No file may grow by more than a fifth of a megabyte.
        await relay.start(`trap '' XFSZ; ulimit -f ${Math.ceil(bytes / 512) + 400};`);
        const full = () => relay.said().slice(from).includes('failed');
        await eventually('a full disk', async () => (full() ? true : null));
        expect(relay.isRunning()).toBe(true);
        await relay.kill();
        await relay.start();
      }
      return TIMES;
    });
    expectWhole('servers.full-disk', report);
  });

  test('when the relay is down for three days: installs keep what they have, and it arrives', async () => {
    const report = await underLoad(site, async () => {
      for (let time = 1; time <= TIMES; time++) {
        await pause(300);
        for (const relay of site.relays) await relay.kill();
        site.setClock(3 * DAY * time);
        // Installs and the mailroom go on trying all the while.
        await pause(1500);
        for (const relay of site.relays) await relay.start();
      }
      return TIMES;
    });
    expectWhole('servers.relay-away-days', report);
  });
});
