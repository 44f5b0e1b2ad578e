import { GONE, PACK } from './batches.ts';
import { MANIFEST_MEMORY_SECONDS } from './drop.ts';
import { bytesIn, numberIn, type Recipe, sql } from './recipe.ts';

/** Cells or hashes deleted in one transaction. */
const STEP_ROWS = 500;
/**
 * So many windows an intake key must have been over before its hashes are deleted, which cannot be undone: a clock that
 * jumps ahead for less than that does no harm.
 */
const WINDOWS_AFTER_END = 24;
const ENDED_FOR_EVER = -1;

export interface Forgotten {
  readonly more: boolean;
  /** Whether secrets were among it. */
  readonly secrets: boolean;
}

/** One step of deleting what has had its time; see `Drop.forget`. */
export function* forgetSome(nowSeconds: number, packWindows: number): Recipe<Forgotten> {
  const hopKeys = yield* sql(
    'DELETE FROM hop_keys WHERE until_seconds <= $1 RETURNING from_seconds',
    nowSeconds,
  );
  yield* sql(
    'DELETE FROM manifests WHERE superseded > 0 AND superseded <= $1',
    nowSeconds - MANIFEST_MEMORY_SECONDS,
  );
  yield* sql('DELETE FROM nonces WHERE until_seconds <= $1', nowSeconds);
  yield* sql('DELETE FROM echoes');
  const [open] = yield* sql('SELECT id FROM windows WHERE closing = 0');
  const window = open === undefined ? 0 : numberIn(open, 'id');
  const hashes = yield* forgetEndedKeys(nowSeconds, window);
  const cells = yield* forgetPacks(window - packWindows);
  return { more: hashes || cells, secrets: hopKeys.length > 0 };
}

function* forgetEndedKeys(nowSeconds: number, window: number): Recipe<boolean> {
  yield* sql('UPDATE intake_keys SET ended = 0 WHERE ended > 0 AND ends > $1', nowSeconds);
  yield* sql('UPDATE intake_keys SET ended = $1 WHERE ended = 0 AND ends <= $2', window, nowSeconds);
  yield* sql(
    `UPDATE intake_keys SET ended = ${ENDED_FOR_EVER} WHERE ended > 0 AND ended <= $1`,
    window - WINDOWS_AFTER_END,
  );
  const [key] = yield* sql(
    `SELECT kid FROM intake_keys k WHERE ended = ${ENDED_FOR_EVER}
     AND EXISTS (SELECT 1 FROM accepted a WHERE a.kid = k.kid) LIMIT 1`,
  );
  if (key === undefined) return false;
  yield* sql(
    `DELETE FROM accepted WHERE kid = $1
     AND mark IN (SELECT mark FROM accepted WHERE kid = $1 ORDER BY mark LIMIT ${STEP_ROWS})`,
    bytesIn(key, 'kid'),
  );
  return true;
}

function* forgetPacks(oldestWindow: number): Recipe<boolean> {
  yield* sql(`UPDATE batches SET stage = ${GONE} WHERE stage = ${PACK} AND closed_window < $1`, oldestWindow);
  const [batch] = yield* sql(`SELECT id FROM batches WHERE stage = ${GONE} LIMIT 1`);
  if (batch === undefined) return false;
  const id = numberIn(batch, 'id');
  const deleted = yield* sql(
    `DELETE FROM held WHERE batch_id = $1
     AND mark IN (SELECT mark FROM held WHERE batch_id = $1 ORDER BY mark LIMIT ${STEP_ROWS}) RETURNING batch_id`,
    id,
  );
  if (deleted.length < STEP_ROWS) yield* sql('DELETE FROM batches WHERE id = $1', id);
  return true;
}
