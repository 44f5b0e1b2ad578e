import { execFileSync } from 'node:child_process';
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

  test.each(['relay', 'mailroom'] as const)(
    'when the disk of the %s is full: it stores nothing, says so, and goes on when there is room',
    async (role) => {
      const [server] = role === 'relay' ? site.relays : site.mailrooms;
      if (server === undefined) throw new TypeError('no server');
      const pid = server.pid();
      const report = await underLoad(site, async () => {
        for (let time = 0; time < TIMES; time++) {
          const from = server.said().length;
          // A cell that could not be stored, which is said once a minute; a pack that could not be kept.
          const sign = role === 'mailroom' ? 'relay.failed' : time === 0 ? 'cell.failed' : 'keeper.failed';
          largestFile(pid, '4096:unlimited');
          try {
            const full = () => server.said().slice(from).includes(sign);
            await eventually('a full disk', async () => (full() ? true : null));
            await pause(1000);
          } finally {
            largestFile(pid, 'unlimited');
          }
        }
        return TIMES;
      });
      expectWhole(`servers.full-disk.${role}`, report);
      expect(server.pid()).toBe(pid);
      expect(server.isRunning()).toBe(true);
    },
  );

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

/** No file of a running process may grow beyond that: for whoever writes, the disk is full. */
function largestFile(pid: number, bytes: string): void {
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}`]);
}
