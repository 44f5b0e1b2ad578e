import { type Bytes, concat } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { INTAKE, KID } from '../../shared/sizes.ts';
import { openPostgres, type PostgresClient, type RunStatement } from '../postgres.ts';
import { MARK } from './cell-hash.ts';
import type { Drop } from './drop.ts';
import type { Engine, Exclusion } from './engine.ts';
import { type DropOptions, dropOn } from './engine-drop.ts';
import { type HiddenCell, hideCells } from './hidden-cell.ts';
import { bytesIn, type Inserts, numberIn, type Recipe, type Row, type Statement } from './recipe.ts';
import { schema } from './schema.ts';
import { CELL_ID } from './window-key.ts';
import { readWindows, type Windows } from './windows.ts';
import { type Unwrapping, unwrappingUnder } from './wrapping.ts';

/** All tables of the drop are in this schema, so that a mailroom can live in the same database. */
const SCHEMA = 'candor_drop';
/** Groups of cells in flight at once: while one waits for the disk, the next is sent. */
const LANES = 2;
/** Two windows can turn while one group waits only if the keepers run wild. */
const ATTEMPTS = 4;

/* Advisory locks (any numbers, as long as they are ours): who keeps house, and whether the window may turn. */
const KEEPER_LOCK = 0x63_61_6e_01;
const WINDOW_LOCK = 0x63_61_6e_02;
const LOCK = 'SELECT pg_advisory_xact_lock($1)';
const LOCK_SHARED = 'SELECT pg_advisory_xact_lock_shared($1)';

/**
 * A drop in a PostgreSQL database, for any number of relay copies. Makes its schema when it is not there. Rejects with
 * `bad-settings` for another wrapping key, and with the client's error when the database cannot be reached.
 */
export async function openPostgresDrop(connection: string, options: DropOptions): Promise<Drop> {
  const client = openPostgres(connection, SCHEMA);
  try {
    await makeTables(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  return dropOn(postgresEngine(client, unwrappingUnder(options.wrapKey)), options);
}

async function makeTables(client: PostgresClient): Promise<void> {
  await client.transaction('', async (run) => {
    // Two copies that start together would otherwise both find no schema.
    await run(LOCK, [KEEPER_LOCK]);
    await run(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    for (const statement of schema({ bytes: 'bytea', number: 'bigint', table: '' })) await run(statement);
    // Two cells fill a page exactly; out-of-line storage would cut each into three rows of another table.
    for (const column of ['arrivals ALTER cell', 'echoes ALTER cell', 'held ALTER intake']) {
      await run(`ALTER TABLE ${column} SET STORAGE PLAIN`);
    }
  });
}

function postgresEngine(client: PostgresClient, wrapping: Unwrapping): Engine {
  let known: Windows | null = null;

  const run = async <T>(exclusion: Exclusion, recipe: () => Recipe<T>): Promise<T> => {
    const mode = exclusion === 'look' ? 'ISOLATION LEVEL REPEATABLE READ READ ONLY' : '';
    return client.transaction(mode, async (run) => {
      if (exclusion !== 'look') await run(LOCK, [KEEPER_LOCK]);
      if (exclusion === 'turn') await run(LOCK, [WINDOW_LOCK]);
      const steps = recipe();
      let step = steps.next();
      while (!step.done) step = steps.next(await perform(run, step.value));
      return step.value;
    });
  };

  /** Stores cells in the window that is known as the open one. `null` when another one is by now. */
  const storeIn = async (windows: Windows, intakes: readonly Bytes[], nowSeconds: number) => {
    const { open, closing } = windows;
    const cells = packed(hideCells(intakes, windows));
    const [, openNow = [], kids = []] = await client.together([
      [LOCK_SHARED, WINDOW_LOCK],
      ['SELECT id FROM windows WHERE closing = 0'],
      ['SELECT kid FROM intake_keys WHERE ended >= 0 AND ends > $1', nowSeconds],
      [STORE, cells, intakes.length, open.id, (closing ?? open).id, nowSeconds],
    ]);
    return openNow.some((row) => numberIn(row, 'id') === open.id)
      ? kids.map((row) => bytesIn(row, 'kid'))
      : null;
  };

  return {
    lanes: LANES,
    run,

    async store(intakes, nowSeconds) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const windows = known ?? (await run('look', () => readWindows(wrapping)));
        known = windows;
        const kids = await storeIn(windows, intakes, nowSeconds);
        if (kids !== null) return kids;
        if (known === windows) known = null;
      }
      throw new CandorError('unreachable', 'the windows turn faster than cells can be stored');
    },

    async scrub() {
      // Rewrites the two small tables that hold wrapped keys; a plain VACUUM would leave deleted ones in their pages.
      await client.run('VACUUM (FULL) hop_keys');
      await client.run('VACUUM (FULL) windows');
    },

    close: () => client.end(),
  };
}

async function perform(run: RunStatement, step: Statement | Inserts): Promise<readonly Row[]> {
  if ('text' in step) return run(step.text, step.values);
  let at = 0;
  const places = step.rows.map((row) => `(${row.map(() => `$${++at}`).join(', ')})`).join(', ');
  return run(`${step.head} VALUES ${places} ${step.tail}`, step.rows.flat());
}

/* A group of cells is one parameter, rows of equal width that the server cuts apart. */
const EARLIER_AT = CELL_ID;
const KID_AT = EARLIER_AT + CELL_ID;
const MARK_AT = KID_AT + KID;
const CELL_AT = MARK_AT + MARK;
const ROW = CELL_AT + INTAKE;

function packed(cells: readonly HiddenCell[]): Bytes {
  return concat(...cells.flatMap(({ id, earlierId, kid, mark, cell }) => [id, earlierId, kid, mark, cell]));
}

const field = (at: number, length: number) => `substring($1::bytea, n * ${ROW} + ${at + 1}, ${length})`;

/*
 * Two copies may store the same cell at once: the second waits for the first at the primary key, and then writes an
 * echo. Whoever stores keeps the window from turning, so nothing can slip into a window that is being emptied; and one
 * statement sees a cell of a closing window either still there or among the accepted. The order keeps two copies that
 * store the same cells from waiting for each other.
 */
const STORE = `
  WITH given AS MATERIALIZED (
    SELECT ${field(0, CELL_ID)} AS id, ${field(EARLIER_AT, CELL_ID)} AS earlier_id, ${field(KID_AT, KID)} AS kid,
      ${field(MARK_AT, MARK)} AS mark, ${field(CELL_AT, INTAKE)} AS cell
    FROM generate_series(0, $2::int - 1) AS n
  ), stored AS (
    INSERT INTO arrivals (window_id, id, cell)
    SELECT $3::int, id, cell FROM given g
    WHERE EXISTS (SELECT 1 FROM windows WHERE id = $3::int AND closing = 0)
      AND EXISTS (SELECT 1 FROM intake_keys k WHERE k.kid = g.kid AND k.ended >= 0 AND k.ends > $5::bigint)
      AND NOT EXISTS (SELECT 1 FROM accepted a WHERE a.kid = g.kid AND a.mark = g.mark)
      AND NOT EXISTS (SELECT 1 FROM arrivals r WHERE r.window_id = $4::int AND r.id = g.earlier_id)
    ORDER BY g.id
    ON CONFLICT DO NOTHING RETURNING id
  )
  INSERT INTO echoes (id, cell)
  SELECT id, cell FROM given WHERE NOT EXISTS (SELECT 1 FROM stored WHERE stored.id = given.id)`;
