import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import { intakeKidOf } from '../../shared/intake.ts';
import { addToBatches, judgeBatches } from './batches.ts';
import { markOf } from './cell-hash.ts';
import type { ClosingStep, Judge } from './drop.ts';
import { bytesIn, insertAll, numberIn, type Recipe, type Row, sql } from './recipe.ts';
import { windowKey } from './window-key.ts';
import type { Wrapping } from './wrapping.ts';

/** Cells in one transaction: a few milliseconds, so that storing new ones never waits long. */
const STEP_CELLS = 256;

/** A cell that a closed window held. */
export interface ReadyCell {
  readonly kid: Bytes;
  readonly mark: Bytes;
  readonly intake: Bytes;
}

/**
 * Makes some cells of the closing window ready: opens them in the order of their ids, which is none, and moves those
 * that were never accepted before into their key's batch. When no cell is left, judges the batches and destroys the
 * window with its key.
 */
export function* emptyWindow(wrapping: Wrapping, random: RandomBytes, judge: Judge): Recipe<ClosingStep> {
  const [window] = yield* sql('SELECT id, closes, lasted, wrapped FROM windows WHERE closing = 1');
  if (window === undefined) return { more: false, unreadable: 0 };
  const id = numberIn(window, 'id');
  const rows = yield* sql(
    `SELECT id, cell FROM arrivals WHERE window_id = $1 ORDER BY id LIMIT ${STEP_CELLS}`,
    id,
  );
  const last = rows.at(-1);
  if (last === undefined) return yield* finish(window, judge);

  const key = windowKey(wrapping.unwrap(bytesIn(window, 'wrapped')));
  const cells: ReadyCell[] = [];
  for (const row of rows) {
    const opened = key.open(bytesIn(row, 'cell'), bytesIn(row, 'id'));
    const kid = opened === null ? null : intakeKidOf(opened.intake);
    if (opened !== null && kid !== null)
      cells.push({ kid, mark: markOf(opened.hash), intake: opened.intake });
  }
  yield* addToBatches(yield* neverAccepted(cells), random);
  yield* sql('DELETE FROM arrivals WHERE window_id = $1 AND id <= $2', id, bytesIn(last, 'id'));
  return { more: true, unreadable: rows.length - cells.length };
}

/** Remembers the cells as accepted and gives those that were not before. */
function* neverAccepted(cells: readonly ReadyCell[]): Recipe<ReadyCell[]> {
  const added = yield* insertAll(
    'INSERT INTO accepted (kid, mark)',
    cells.map(({ kid, mark }) => [kid, mark]),
    'ON CONFLICT DO NOTHING RETURNING mark',
  );
  const marks = new Set(added.map((row) => toBase64url(bytesIn(row, 'mark'))));
  return cells.filter(({ mark }) => marks.has(toBase64url(mark)));
}

function* finish(window: Row, judge: Judge): Recipe<ClosingStep> {
  const id = numberIn(window, 'id');
  const closed = yield* judgeBatches(
    { closedSeconds: numberIn(window, 'closes'), lastedSeconds: numberIn(window, 'lasted') },
    id,
    judge,
  );
  yield* sql('DELETE FROM windows WHERE id = $1', id);
  return { more: false, closed, unreadable: 0 };
}
