import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import { CandorError } from '../../shared/errors.ts';
import { BACKUP_TABLES, type BackupRow, type BackupTable } from '../mailroom/store/backup.ts';
import type { SqlRow, SqlValue } from '../mailroom/store/sql.ts';

/*
 * A backup as a file: one JSON line that says what it is, one for each row, and one with the counts and the SHA-256 of all
 * lines before it, so that a file which was cut off or changed by accident is never taken for a whole one. Bytes stand as
 * {"b": "base64url"}. It holds sealed envelopes and wrapped secrets, and no word of anybody.
 */

export type Counts = Readonly<Partial<Record<BackupTable, number>>>;

const FIRST = { candorBackup: 1 } as const;
const firstSchema = v.strictObject({ candorBackup: v.literal(1) });
const valueSchema = v.union([v.string(), v.number(), v.null(), v.strictObject({ b: v.string() })]);
const rowSchema = v.strictObject({ t: v.picklist(BACKUP_TABLES), r: v.record(v.string(), valueSchema) });
const lastSchema = v.strictObject({ counts: v.record(v.string(), v.number()), sha256: v.string() });

/** Turns rows into the lines of a file. `write` gets each line with its end. */
export function backupWriter(write: (line: string) => void): { take(row: BackupRow): void; end(): Counts } {
  const hash = createHash('sha256');
  const counts: Partial<Record<BackupTable, number>> = {};
  const put = (value: unknown) => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    write(line);
  };
  put(FIRST);
  return {
    take({ table, row }) {
      counts[table] = (counts[table] ?? 0) + 1;
      put({ t: table, r: written(row) });
    },
    end() {
      write(`${JSON.stringify({ counts, sha256: hash.digest('hex') })}\n`);
      return counts;
    },
  };
}

/**
 * The rows of a backup file. Throws `bad-settings` at the first line that is none, and at the end when the file is not
 * whole: whoever restores does all of it in one transaction, so nothing of a broken file stays.
 */
export async function* backupRows(file: string): AsyncGenerator<BackupRow, void> {
  const hash = createHash('sha256');
  let before: string | undefined;
  let rows = 0;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (before === undefined) {
      parsed(firstSchema, line, file);
    } else {
      hash.update(`${before}\n`);
      if (rows++ > 0) yield rowOf(before, file);
    }
    before = line;
  }
  const { counts, sha256 } = parsed(lastSchema, before ?? '', file);
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (counted !== rows - 1 || sha256 !== hash.digest('hex')) throw notWhole(file);
}

function rowOf(line: string, file: string): BackupRow {
  const { t, r } = parsed(rowSchema, line, file);
  const entries = Object.entries(r).map(([column, value]): [string, SqlValue] => [
    column,
    typeof value === 'object' && value !== null ? fromBase64url(value.b) : value,
  ]);
  return { table: t, row: Object.fromEntries(entries) };
}

function written(row: SqlRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { b: toBase64url(value) } : value,
    ]),
  );
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, line: string, file: string): T {
  try {
    return v.parse(schema, JSON.parse(line));
  } catch {
    throw notWhole(file);
  }
}

function notWhole(file: string): CandorError {
  return new CandorError('bad-settings', `${file} is no whole backup: nothing was restored from it`);
}
