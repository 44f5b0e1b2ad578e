import { type Bytes, type RandomBytes, readU32, u32 } from '../../shared/bytes.ts';
import { kidNumber } from '../../shared/kid.ts';
import type { ReadyCell } from './closing.ts';
import type { ClosingWindow, Judge } from './drop.ts';
import { bytesIn, insertAll, numberIn, type Recipe, sql } from './recipe.ts';

/*
 * A batch holds the cells of closed windows for one intake key. It waits for its crowd, becomes a pack without being
 * moved, and goes once the mailroom has it. Its cells lie sorted by hash throughout.
 */

export const WAITING = 0;
export const PACK = 1;
export const GONE = 2;
const PACK_ID = 16;

export function* addToBatches(cells: readonly ReadyCell[], random: RandomBytes): Recipe<void> {
  for (const [, group] of Map.groupBy(cells, ({ kid }) => kidNumber(kid))) {
    const [first] = group;
    if (first === undefined) continue;
    const batch = yield* waitingBatch(first.kid, random);
    yield* insertAll(
      'INSERT INTO held (batch_id, mark, intake)',
      group.map(({ mark, intake }) => [batch, mark, intake]),
      '',
    );
    yield* sql(
      'UPDATE batches SET cells = cells + $1, fresh = fresh + $1 WHERE id = $2',
      group.length,
      batch,
    );
  }
}

function* waitingBatch(kid: Bytes, random: RandomBytes): Recipe<number> {
  const [waiting] = yield* sql(`SELECT id FROM batches WHERE kid = $1 AND stage = ${WAITING}`, kid);
  if (waiting !== undefined) return numberIn(waiting, 'id');
  const [last] = yield* sql('SELECT id FROM batches ORDER BY id DESC LIMIT 1');
  const id = last === undefined ? 1 : numberIn(last, 'id') + 1;
  yield* sql(
    `INSERT INTO batches (id, pack_id, kid, stage, cells, fresh, crowd, stragglers, closed, closed_window)
     VALUES ($1, $2, $3, ${WAITING}, 0, 0, 0, 0, 0, 0)`,
    id,
    random(PACK_ID),
    kid,
  );
  return id;
}

/** Asks the judge about every waiting batch and does what it says. Counts the window's cells and the new packs. */
export function* judgeBatches(
  window: ClosingWindow,
  windowId: number,
  judge: Judge,
): Recipe<{ cells: number; packs: number }> {
  const batches = yield* sql(`SELECT * FROM batches WHERE stage = ${WAITING} ORDER BY id`);
  let cells = 0;
  let packs = 0;
  for (const batch of batches) {
    const fresh = numberIn(batch, 'fresh');
    const verdict = judge(
      {
        intakeKid: bytesIn(batch, 'kid'),
        cells: numberIn(batch, 'cells'),
        fresh,
        crowd: numberIn(batch, 'crowd'),
        stragglers: numberIn(batch, 'stragglers'),
      },
      window,
    );
    yield* sql(
      `UPDATE batches SET fresh = 0, crowd = $1, stragglers = $2, stage = $3, closed = $4, closed_window = $5
       WHERE id = $6`,
      verdict.crowd,
      verdict.stragglers,
      verdict.release ? PACK : WAITING,
      window.closedSeconds,
      windowId,
      numberIn(batch, 'id'),
    );
    if (verdict.release && verdict.announce) yield* announceCrowd(verdict.crowd);
    cells += fresh;
    if (verdict.release) packs++;
  }
  return { cells, packs };
}

export function* readCrowd(): Recipe<number> {
  const [row] = yield* sql(`SELECT value FROM facts WHERE name = 'crowd'`);
  return row === undefined ? 0 : readU32(bytesIn(row, 'value'), 0);
}

function* announceCrowd(machines: number): Recipe<void> {
  yield* sql(
    `INSERT INTO facts (name, value) VALUES ('crowd', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    u32(machines),
  );
}
