import type { Bytes } from '../../shared/bytes.ts';
import { GONE, PACK } from './batches.ts';
import type { PackSummary } from './drop.ts';
import { bytesIn, numberIn, type Recipe, sql } from './recipe.ts';

/** INTAKEs read at once: a quarter of a megabyte, however large the pack. */
const PAGE_CELLS = 64;

export interface PackPage {
  readonly intakes: readonly Bytes[];
  /** Where the next page starts; `null` when this was the last one. */
  readonly next: Bytes | null;
}

export function* listPacks(): Recipe<PackSummary[]> {
  const rows = yield* sql(`SELECT * FROM batches WHERE stage = ${PACK} ORDER BY closed, pack_id`);
  return rows.map((row) => ({
    id: bytesIn(row, 'pack_id'),
    intakeKid: bytesIn(row, 'kid'),
    closedSeconds: numberIn(row, 'closed'),
    count: numberIn(row, 'cells'),
  }));
}

/** The INTAKEs whose hash comes after `after`; `null` when there is no such pack. */
export function* packPage(id: Bytes, after: Bytes): Recipe<PackPage | null> {
  const [batch] = yield* sql(`SELECT id FROM batches WHERE pack_id = $1 AND stage = ${PACK}`, id);
  if (batch === undefined) return null;
  const rows = yield* sql(
    `SELECT mark, intake FROM held WHERE batch_id = $1 AND mark > $2 ORDER BY mark LIMIT ${PAGE_CELLS}`,
    numberIn(batch, 'id'),
    after,
  );
  const last = rows.at(-1);
  return {
    intakes: rows.map((row) => bytesIn(row, 'intake')),
    next: last === undefined || rows.length < PAGE_CELLS ? null : bytesIn(last, 'mark'),
  };
}

export function* confirmPack(id: Bytes): Recipe<boolean> {
  const rows = yield* sql(
    `UPDATE batches SET stage = ${GONE} WHERE pack_id = $1 AND stage = ${PACK} RETURNING id`,
    id,
  );
  return rows.length > 0;
}
