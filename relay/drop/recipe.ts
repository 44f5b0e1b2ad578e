import type { Bytes } from '../../shared/bytes.ts';

/*
 * A transaction as a recipe: a generator that yields statements and is given their rows. It says what happens, and
 * neither waits nor knows the engine. SQLite runs a recipe in one go, so that no other copy in the same process can
 * come between its statements; PostgreSQL awaits each. Numbers are whole and below 2^53.
 */

export type SqlValue = number | string | Bytes | null;
export type Row = Readonly<Record<string, unknown>>;

/** One text (`$1`, `$2` … are its parameters), run with each list of values. Rows come back in no order of theirs. */
export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** An INSERT of many rows: `head` ends before VALUES, `tail` follows them. */
export interface Inserts {
  readonly head: string;
  readonly rows: readonly (readonly SqlValue[])[];
  readonly tail: string;
}

export type Recipe<T> = Generator<Statement | Inserts, T, readonly Row[]>;

/** Runs one statement and gives its rows, those of RETURNING for a change. */
export function* sql(text: string, ...values: readonly SqlValue[]): Recipe<readonly Row[]> {
  return yield { text, values };
}

/** Inserts many rows at once and gives what `tail` returns. */
export function* insertAll(head: string, rows: Inserts['rows'], tail: string): Recipe<readonly Row[]> {
  return rows.length === 0 ? [] : yield { head, rows, tail };
}

export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${column} holds no number`);
}

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${column} holds no text`);
}

export function bytesIn(row: Row, column: string): Bytes {
  const value = row[column];
  if (value instanceof Uint8Array) return new Uint8Array(value);
  throw new TypeError(`column ${column} holds no bytes`);
}
