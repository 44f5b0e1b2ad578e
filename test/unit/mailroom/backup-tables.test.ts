import { expect, it } from 'vitest';
import { BACKUP_TABLES, LEFT_OUT } from '../../../relay/mailroom/store/backup.ts';
import { schema } from '../../../relay/mailroom/store/schema.ts';

it('a backup holds every table of the mailroom’s store, or leaves it out on purpose', () => {
  const tables = schema({ bytes: 'BLOB', number: 'INTEGER', table: '' }).flatMap(
    (statement) => /^\s*CREATE TABLE IF NOT EXISTS (\w+)/.exec(statement)?.[1] ?? [],
  );
  expect(tables.length).toBeGreaterThan(10);
  expect([...BACKUP_TABLES, ...LEFT_OUT].sort()).toEqual(tables.sort());
});
