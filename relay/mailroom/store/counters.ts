import { numberIn, type Sql } from './sql.ts';

export type Counter = 'round' | 'event';

/**
 * The next number of a counter. Whoever asks inside a transaction holds the counter until it ends, so that numbers
 * become visible in their order and a reader who asks for "everything after 7" never misses a late 6.
 */
export async function nextNumber(sql: Sql, counter: Counter): Promise<number> {
  const [row] = await sql.rows(
    `UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value`,
    counter,
  );
  if (row === undefined) throw new TypeError('the counters are missing');
  return numberIn(row, 'value');
}
