import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../relay/key-file.ts';
import type { Running } from './running.ts';
import { any, eventually, openSite, type Site, WORDS } from './site.ts';
import { figureOf, underLoad } from './under-load.ts';

/*
 * Two copies of everything over one PostgreSQL, or one of each over SQLite, killed at random while concerns travel:
 * nothing that was answered for is lost, nothing arrives twice. test/evidence/servers-killed.evidence.ts is longer.
 */

const KILLS = Number(process.env.CANDOR_KILLS ?? 5);
const LIMIT_MILLISECONDS = 120_000 + KILLS * 5000;

let site: Site | null = null;
afterEach(async () => {
  await site?.stop();
  site = null;
});

/** What a power cut leaves of a write that nobody was answered for: a frame's header and a part of its page. */
function tearLog({ demo, relays }: Site, victim: Running): void {
  const name = relays.includes(victim) ? 'drop' : 'mailroom';
  appendFileSync(
    join(demo.folder, `${name}.sqlite-wal`),
    systemRandom(24 + Math.floor(Math.random() * 4000)),
  );
}

describe.each([
  { engine: 'postgres', copies: 2 },
  { engine: 'sqlite', copies: 1 },
] as const)('$copies of relay and mailroom over $engine, killed at random', ({ engine, copies }) => {
  it('lose nothing and double nothing, and say nothing', { timeout: LIMIT_MILLISECONDS }, async () => {
    site = await openSite({ engine, copies });
    const here = site;
    const report = await underLoad(here, async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await pause(500 * Math.random());
        const victim = any(here.everything);
        await victim.kill();
        if (engine === 'sqlite') tearLog(here, victim);
        await eventually('a restart', () => victim.start().then(() => true));
      }
      return KILLS;
    });
    expect(report.arrived).toEqual(report.sent);
    expect(report.sent.length).toBeGreaterThan(KILLS);
    figureOf(`servers.killed.${engine}`, report);

    for (const one of here.everything) expect(await one.stop()).toBe(0);
    const spoken = here.everything.map((one) => one.said()).join('');
    for (const needle of [WORDS, '127.0.0.1:', 'user-agent', 'undici']) {
      expect(spoken.replaceAll(/Listening on .+/g, '')).not.toContain(needle);
    }
    if (engine === 'sqlite') {
      for (const file of readdirSync(here.demo.folder).filter((name) => name.includes('.sqlite'))) {
        expect(readFileSync(join(here.demo.folder, file), 'latin1')).not.toContain(WORDS);
      }
    }
  });
});
