import type { Bytes } from '../../../shared/bytes.ts';

/** What both engines take and give. Numbers are whole and below 2^53. */
export type SqlValue = string | number | Bytes | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** The little of a database that the store needs, so that one text of every statement serves both engines. */
export interface Sql {
  /** Runs one statement with `$1`, `$2` … and gives back its rows (those of `RETURNING` for a change). */
  rows(statement: string, ...values: SqlValue[]): Promise<SqlRow[]>;
}

export interface SqlDatabase extends Sql {
  /** All or nothing. Rejects with whatever `work` rejected with. Never nested. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Writes the database's own files anew, so that neither deleted rows nor the order in which rows came are in them. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export function textIn(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${column} holds no text`);
}

export function numberIn(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${column} holds no number`);
}

export function bytesIn(row: SqlRow, column: string): Bytes {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`column ${column} holds no bytes`);
}

/** `($1, $2), ($3, $4)` for inserting many rows at once. */
export function placeholders(rows: number, columns: number): string {
  const row = (at: number) =>
    Array.from({ length: columns }, (_, i) => `$${at * columns + i + 1}`).join(', ');
  return Array.from({ length: rows }, (_, at) => `(${row(at)})`).join(', ');
}
