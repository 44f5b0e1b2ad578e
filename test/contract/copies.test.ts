import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../../relay/key-file.ts';
import type { Running } from './running.ts';
import { any, eventually, openSite, type Site, WORDS } from './site.ts';
import { expectWhole, underLoad } from './under-load.ts';

/*
 * Two copies of everything over one PostgreSQL, or one of each over SQLite, killed at random while concerns travel:
 * nothing that was answered for is lost, nothing arrives twice. test/evidence/servers-in-trouble.evidence.ts is longer.
 */

const KILLS = Number(process.env.CANDOR_KILLS ?? 4);
const RESTARTS = Math.ceil(KILLS / 2);
const LIMIT_MILLISECONDS = 120_000 + KILLS * 10_000;

describe.each([
  { engine: 'postgres', copies: 2 },
  { engine: 'sqlite', copies: 1 },
] as const)(
  'relay and mailroom over $engine, copies: $copies',
  { timeout: LIMIT_MILLISECONDS },
  (setting) => {
    let site: Site;
    beforeAll(async () => {
      site = await openSite(setting);
    }, LIMIT_MILLISECONDS);
    afterAll(() => site?.stop());

    it('lose nothing and double nothing when they are killed', async () => {
      const report = await underLoad(site, async () => {
        for (let kill = 0; kill < KILLS; kill++) {
          await pause(400 * Math.random());
          const victim = any(site.everything);
          await victim.kill();
          if (setting.engine === 'sqlite') tearLog(site, victim);
          await eventually('a restart', () => victim.start().then(() => true));
        }
        return KILLS;
      });
      expectWhole(`servers.killed.${setting.engine}`, report);
    });

    it.runIf(setting.engine === 'postgres')('live on when the database restarts and crashes', async () => {
      const report = await underLoad(site, async () => {
        for (let restart = 0; restart < RESTARTS; restart++) {
          await pause(300 + 300 * Math.random());
          await site.database?.down(restart % 2 === 0 ? 'immediate' : 'fast');
          await pause(1000 * Math.random());
          await site.database?.up();
        }
        return RESTARTS;
      });
      expect(site.everything.map((one) => one.isRunning())).toEqual(site.everything.map(() => true));
      expectWhole('servers.database-restarts', report);
    });

    it('end when they are told to, and have said and kept nothing of what they carried', async () => {
      for (const one of site.everything) expect(await one.stop()).toBe(0);
      const spoken = site.everything.map((one) => one.said()).join('');
      for (const needle of [WORDS, '127.0.0.1:', 'user-agent', 'undici']) {
        expect(spoken.replaceAll(/Listening on .+/g, '')).not.toContain(needle);
      }
      if (setting.engine === 'postgres') return;
      for (const file of readdirSync(site.demo.folder).filter((name) => name.includes('.sqlite'))) {
        expect(readFileSync(join(site.demo.folder, file), 'latin1')).not.toContain(WORDS);
      }
    });
  },
);

/** What a power cut leaves of a write that nobody was answered for: a frame's header and a part of its page. */
function tearLog({ demo, relays }: Site, victim: Running): void {
  const name = relays.includes(victim) ? 'drop' : 'mailroom';
  const torn = systemRandom(24 + Math.floor(Math.random() * 4000));
  appendFileSync(join(demo.folder, `${name}.sqlite-wal`), torn);
}
