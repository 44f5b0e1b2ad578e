import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Drop, IntakeKey, Judge } from '../../relay/drop/drop.ts';
import { openPostgresDrop } from '../../relay/drop/postgres.ts';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { type Bytes, concat } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { INTAKE_VERSION } from '../../shared/intake.ts';
import { INTAKE, KID } from '../../shared/sizes.ts';
import { startTestPostgres, type TestPostgres } from './postgres-fixture.ts';

export const HOUR = 3600;
/** A whole hour, so that windows are easy to follow. */
export const START = 1_793_440_800;

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

/** One drop under test, and every copy of a relay that has it open. */
export interface DropUnderTest {
  /** Another copy over the same drop. */
  open(options?: { wrapKey?: Bytes }): Promise<Drop>;
  /** The bytes of its tables' files as they are right now, of SQLite's log too, whatever is left of deleted rows included. */
  onDisk(): Promise<Buffer>;
  /** The marks of the cells in packs, in the order in which the database keeps them, hex. */
  storedOrder(): Promise<string[]>;
  /** Every whole number in a table. */
  numbersIn(table: string): Promise<number[]>;
  dispose(): Promise<void>;
}

export interface DropMaker {
  readonly name: string;
  make(): Promise<DropUnderTest>;
  stop(): Promise<void>;
}

export function sqliteDrops(): DropMaker {
  return {
    name: 'SQLite',
    async make() {
      const folder = mkdtempSync(join(tmpdir(), 'candor-drop-'));
      const path = join(folder, 'drop.db');
      const copies = keepTrack((options) => openSqliteDrop(path, options));
      return {
        open: copies.open,
        onDisk: async () =>
          Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
        storedOrder: async () => {
          const db = new DatabaseSync(path, { readOnly: true });
          const rows = db.prepare('SELECT hex(mark) AS mark, intake FROM held').all();
          db.close();
          // Where in the file a cell lies tells when it was put there. Its first bytes may lie in another page than
          // the rest, so look for the middle of it.
          const file = readFileSync(path);
          return rows
            .map((row) => ({ mark: String(row.mark), at: file.indexOf(middleOf(row.intake)) }))
            .sort((a, b) => a.at - b.at)
            .map(({ mark }) => mark);
        },
        numbersIn: async (table) => {
          const db = new DatabaseSync(path, { readOnly: true });
          const rows = db.prepare(`SELECT * FROM ${table}`).all();
          db.close();
          return numbersOf(rows);
        },
        async dispose() {
          await copies.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
    async stop() {},
  };
}

export function postgresDrops(): DropMaker {
  let server: TestPostgres | null = null;
  return {
    name: 'PostgreSQL',
    async make() {
      server ??= await startTestPostgres();
      const { cluster } = server;
      const url = await server.freshDatabase();
      const name = new URL(url.replace('@/', '@localhost/')).pathname.slice(1);
      const copies = keepTrack((options) => openPostgresDrop(url, options));
      return {
        open: copies.open,
        async onDisk() {
          await cluster.query('CHECKPOINT', name);
          const [oid] = (
            await cluster.query(`SELECT oid FROM pg_database WHERE datname = '${name}'`, name)
          ).split('\n');
          const folder = join(cluster.dir, 'data', 'base', String(oid));
          return Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
        },
        storedOrder: async () => {
          const rows = await cluster.query(
            `SELECT upper(encode(mark, 'hex')) FROM candor_drop.held ORDER BY ctid`,
            name,
          );
          return rows.split('\n');
        },
        numbersIn: async (table) => {
          const rows = await cluster.query(`SELECT row_to_json(t) FROM candor_drop.${table} t`, name);
          return numbersOf(
            rows
              .split('\n')
              .filter(Boolean)
              .map((row) => JSON.parse(row)),
          );
        },
        dispose: () => copies.close(),
      };
    },
    async stop() {
      await server?.stop();
    },
  };
}

function numbersOf(rows: readonly object[]): number[] {
  return rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'number');
}

function keepTrack(openDrop: (options: { wrapKey: Bytes; random: typeof random }) => Promise<Drop>) {
  const wrapKey = random(32);
  const copies: Drop[] = [];
  return {
    async open(options: { wrapKey?: Bytes } = {}) {
      const drop = await openDrop({ wrapKey, random, ...options });
      copies.push(drop);
      return drop;
    },
    async close() {
      for (const copy of copies) await copy.close().catch(() => {});
    },
  };
}

function middleOf(intake: unknown): Buffer {
  return intake instanceof Uint8Array ? Buffer.from(intake.subarray(3000, 3032)) : Buffer.alloc(0);
}

/** An intake key that the drop knows, in use for a week from `START`. */
export async function learnKey(drop: Drop, key: Partial<IntakeKey> = {}): Promise<Bytes> {
  const kid = key.kid ?? random(KID);
  const known = (await drop.state()).files.keys;
  await drop.putFile(
    { name: 'keys', serial: (known?.serial ?? 0) + 1, bytes: random(40) },
    known?.hash ?? null,
    [{ kid, supersededSeconds: START + 7 * 24 * HOUR, endsSeconds: START + 35 * 24 * HOUR, ...key }],
  );
  return kid;
}

/** An INTAKE for that key, with nothing in it. */
export function intakeFor(kid: Bytes): Bytes {
  return concat(new Uint8Array([INTAKE_VERSION]), kid, random(INTAKE - 1 - KID));
}

/** Counts every cell as a machine and releases what has `minimum` of them. */
export const cellsAtLeast =
  (minimum: number): Judge =>
  ({ cells, stragglers }) => ({ crowd: cells, stragglers, release: cells >= minimum, announce: true });

export const releaseAll = cellsAtLeast(1);

/** Does what keepers do about windows until nothing is left to do. Gives the windows that this call finished. */
export async function closeWindows(drop: Drop, nowSeconds: number, judge: Judge): Promise<number> {
  let closed = 0;
  for (let more = true; more; ) {
    const step = await drop.closeWindow(nowSeconds, HOUR, judge);
    if (step.closed !== undefined) closed++;
    more = step.more;
  }
  return closed;
}

export async function forgetAll(drop: Drop, nowSeconds: number, packWindows = 1000): Promise<void> {
  while (await drop.forget(nowSeconds, packWindows));
}

export async function cellsOf(drop: Drop, packId: Bytes): Promise<Bytes[]> {
  const cells: Bytes[] = [];
  for await (const intake of drop.packCells(packId)) cells.push(intake);
  return cells;
}

/** The INTAKEs of all packs, each pack's in its order. */
export async function packedIntakes(drop: Drop): Promise<Bytes[][]> {
  const packs: Bytes[][] = [];
  for (const { id } of await drop.packs()) packs.push(await cellsOf(drop, id));
  return packs;
}

export function hashesOf(intakes: readonly Uint8Array[]): string[] {
  return intakes.map((intake) => toBase64url(sha256(intake)));
}
