import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CandorError } from '../../shared/errors.ts';
import type { MailroomStore } from '../mailroom/store/store.ts';
import { openMailroomStore } from '../main.ts';
import { type Environment, readSettings } from '../settings.ts';
import { backupRows, backupWriter, type Counts } from './backup-file.ts';
import { refusal } from './refusal.ts';

const USAGE = `Usage: candor backup  --out FILE [--settings FILE]
       candor restore --from FILE [--settings FILE]

backup    writes the mailroom's store to a new file, readable by its owner only; the mailroom may go on running
restore   fills an empty store from such a file: stop every mailroom first. The engine may be another one than before

The drop is never backed up: it forgets within hours, and installs send again what was not confirmed. Keys are no part of
it: keep the mailroom's two key files apart from every backup. Destroy backups after 28 days, as the mailroom destroys its
own intake keys: an older one would keep what should be gone.
`;

export interface BackupIo {
  readonly env: Environment;
  out(text: string): void;
  err(text: string): void;
}

/** `candor backup`: exit status 0, or 2 when the call is wrong or refused. */
export function runBackup(argv: readonly string[], io: BackupIo): Promise<number> {
  return withStore(argv, 'out', io, async (store, file) => {
    if (existsSync(file)) throw new CandorError('bad-settings', `${file} is already there`);
    const counts = await writeBackup(store, file);
    io.out(`Written to ${file}: ${inWords(counts)}.\n`);
  });
}

/** `candor restore`: exit status 0, or 2 when the call is wrong or refused. */
export function runRestore(argv: readonly string[], io: BackupIo): Promise<number> {
  return withStore(argv, 'from', io, async (store, file) => {
    if (!existsSync(file)) throw new CandorError('not-found', `${file} is not there`);
    const counts: Record<string, number> = {};
    await store.restore(counting(backupRows(file), counts));
    io.out(
      `Restored from ${file}: ${inWords(counts)}.\n` +
        'Start the mailroom: it fetches again what the relay still has, and drops what it had already.\n',
    );
  });
}

/** Into a file beside it first, so that a half-written one never has the name of a backup. */
async function writeBackup(store: MailroomStore, file: string): Promise<Counts> {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const handle = openSync(part, 'wx', 0o600);
  try {
    const writer = backupWriter((line) => void writeSync(handle, line));
    await store.backUp(writer.take);
    const counts = writer.end();
    fsyncSync(handle);
    renameSync(part, file);
    return counts;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

async function* counting<T extends { readonly table: string }>(
  rows: AsyncIterable<T>,
  counts: Record<string, number>,
): AsyncGenerator<T, void> {
  for await (const row of rows) {
    counts[row.table] = (counts[row.table] ?? 0) + 1;
    yield row;
  }
}

function inWords(counts: Counts): string {
  const { queue = 0, events = 0, desk_weeks = 0, intake_keys = 0, reply_packs = 0 } = counts;
  return `${queue} envelopes, ${events} events of team logs, ${desk_weeks} desk keys, ${intake_keys} intake keys, ${reply_packs} reply packs`;
}

async function withStore(
  argv: readonly string[],
  flag: 'from' | 'out',
  io: BackupIo,
  work: (store: MailroomStore, file: string) => Promise<void>,
): Promise<number> {
  const call = callOf(argv, flag);
  if (call === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    const { mailroom } = readSettings(call.settings, io.env, ['mailroom']);
    if (mailroom === undefined)
      throw new CandorError('bad-settings', 'the settings have no "mailroom" section');
    const store = await openMailroomStore(mailroom);
    try {
      await work(store, call.file);
    } finally {
      await store.close();
    }
    return 0;
  } catch (error) {
    return refusal(error, io);
  }
}

function callOf(argv: readonly string[], flag: 'from' | 'out'): { file: string; settings: string } | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { [flag]: { type: 'string' }, settings: { type: 'string' } },
    });
    const { [flag]: file, settings = 'candor.toml' } = values as Record<string, string | undefined>;
    return file === undefined ? null : { file, settings };
  } catch {
    return null;
  }
}
