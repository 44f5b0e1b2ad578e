import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../shared/hash.ts';
import { searchFolder } from '../evidence/disk-search.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { eventually, idsOf, openSite, type Sealed, type Site, WORDS } from './site.ts';

/*
 * Relay, drop and mailroom over PostgreSQL, given concerns one after the other, whose requests name their sender in
 * every header there is: then everything that the database wrote, write-ahead log included, is searched for any of it,
 * and every table for the order in which they came. test/evidence/kept-by-servers.ts does the same over SQLite.
 */

const CONCERNS = Number(process.env.CANDOR_KEPT ?? 60);
const HOUR = 3600;
const LIMIT_MILLISECONDS = 120_000 + CONCERNS * 200;
/** Four standard deviations of what chance gives. */
const CHANCE = 4 / Math.sqrt(CONCERNS - 1);
const DROP = 1;
const MAILROOM = 2;
const CANARY = 'zarq';
const HEADERS = {
  'User-Agent': `${CANARY}agent/1.0`,
  'Accept-Language': `${CANARY}language`,
  'X-Forwarded-For': '203.0.113.77',
  Cookie: `${CANARY}cookie=1`,
  Origin: `moz-extension://${CANARY}origin`,
};
const NAMES = [CANARY, '203.0.113.77', 'moz-extension', 'user-agent', 'accept-language', WORDS];
/** The keyring, which everybody may read, says which kinds go to which desk; no log says any. */
const KIND = 'near_miss';
const CONTROL = 'control-quarzaz';

describe('PostgreSQL under relay and mailroom', { timeout: LIMIT_MILLISECONDS }, () => {
  let site: Site;
  let sent: Sealed[];
  const query = async (sql: string, database: number): Promise<string[][]> => {
    const rows = (await site.database?.query(sql, database)) ?? '';
    return rows === '' ? [] : rows.split('\n').map((row) => row.split('\t'));
  };
  /** How the order of arrival goes with where rows lie, with when they were written, and with `more` columns. */
  const correlations = async (
    table: string,
    key: string,
    names: readonly string[],
    database: number,
    more: readonly string[] = [],
  ): Promise<number[]> => {
    const place = '(ctid::text::point)[0]::bigint * 1000 + (ctid::text::point)[1]::bigint';
    const columns = [`encode(${key}, 'hex')`, place, 'xmin', ...more];
    const rows = await query(`SELECT ${columns.join(', ')} FROM ${table}`, database);
    const byName = new Map(rows.map(([name = '', ...numbers]) => [name, numbers.map(Number)]));
    return columns.slice(1).map((_, column) =>
      rankCorrelation(
        names.map((_name, at) => at),
        names.map((name) => {
          const value = byName.get(name)?.[column];
          if (value === undefined) throw new Error(`a row of ${table} is missing`);
          return value;
        }),
      ),
    );
  };
  const expectChance = (what: string, found: readonly number[]) => {
    process.stdout.write(
      `${JSON.stringify({ name: `order.${what}`, correlations: found, chance: CHANCE })}\n`,
    );
    for (const one of found) expect(Math.abs(one), what).toBeLessThan(CHANCE);
  };
  const marks = () => sent.map(({ intake }) => hex(sha256(intake).subarray(0, 16)));
  const envelopes = () => sent.map(({ id }) => Buffer.from(id ?? '', 'base64url').toString('hex'));

  beforeAll(async () => {
    const env = {
      CANDOR_RELAY_WINDOW_SECONDS: String(HOUR),
      CANDOR_RELAY_MEAN_SEND_SECONDS: String(HOUR),
    };
    site = await openSite({ engine: 'postgres', headers: HEADERS, env });
    // All come in one window, which the clock then ends: so it must not end by itself meanwhile.
    const intoHour = Math.floor(Date.now() / 1000) % HOUR;
    const moved = intoHour > HOUR / 2 ? HOUR - intoHour : 0;
    site.setClock(moved);
    sent = await site.seal(CONCERNS, CONCERNS);
    // Without a mailroom the drop keeps its packs.
    for (const mailroom of site.mailrooms) await mailroom.kill();
    await pause(2000);
    for (const one of sent) await site.deliver([one]);
    site.setClock(moved + HOUR);
    await eventually('the packs', async () =>
      (await query('SELECT mark FROM candor_drop.held', DROP)).length >= CONCERNS ? true : null,
    );
  }, LIMIT_MILLISECONDS);
  afterAll(() => site?.stop());

  test('an order of arrival would be found where there is one', async () => {
    const values = marks().map((mark) => `('\\x${mark}'::bytea)`);
    await query(`CREATE TABLE control AS SELECT * FROM (VALUES ${values.join(', ')}) AS v (mark)`, DROP);
    const [place = 0] = await correlations('control', 'mark', marks(), DROP);
    expect(place).toBeGreaterThan(0.99);
  });

  test('the drop keeps no order of arrival: not in places of rows, not in transactions', async () => {
    for (const table of ['held', 'accepted'])
      expectChance(table, await correlations(`candor_drop.${table}`, 'mark', marks(), DROP));
  });

  test('nor does the mailroom', async () => {
    for (const mailroom of site.mailrooms) await mailroom.start();
    expect(await site.arrived(sent)).toEqual(idsOf(sent));
    const found = await correlations('candor_mailroom.queue', 'id', envelopes(), MAILROOM, ['round']);
    expectChance('queue', found);
  });

  test('no file of the database and no log holds a header, an address, a body or a word', async () => {
    await query(`CREATE TABLE note AS SELECT '${CONTROL}'::text AS word`, MAILROOM);
    for (const one of site.everything) await one.stop();
    // Everything is on the disk then, and no file goes while it is read.
    await site.database?.down('fast');
    const pieces = site.bodies.flatMap((body) =>
      [0, 1000, 3000].map((from) => Buffer.from(body.subarray(from, from + 24)).toString('latin1')),
    );
    const { hits, files, bytes } = searchFolder(site.database?.folder() ?? '', [...NAMES, CONTROL], pieces);
    expect(hits.filter((hit) => hit.startsWith(CONTROL)).length).toBeGreaterThan(0);
    const found = hits.filter((hit) => !hit.startsWith(CONTROL));
    expect(found).toEqual([]);
    const said = site.everything.map((one) => one.said().toLowerCase()).join('');
    expect([...NAMES, KIND].filter((name) => said.includes(name))).toEqual([]);
    const figure = { name: 'postgres.kept', concerns: CONCERNS, files, bytes, hits: found.length };
    process.stdout.write(`${JSON.stringify(figure)}\n`);
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
