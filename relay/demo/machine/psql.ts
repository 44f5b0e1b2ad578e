/** SQL through `psql`, for setting up and for looking in; the product itself speaks to the server directly. */
import { join } from 'node:path';
import { type CommandResult, runCommand } from './command.ts';

/** What a client needs, in the words of `pg` and `postgres`: a socket's folder counts as `host`. */
export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** Rows come as lines of tab-separated text, without headings. */
export function psql(binDir: string, to: ConnectionOptions, sql: string): Promise<CommandResult> {
  return runCommand(join(binDir, 'psql'), ['-XAtq', '-F', '\t', '-v', 'ON_ERROR_STOP=1', '-c', sql], {
    seconds: 60,
    env: { PGHOST: to.host, PGPORT: String(to.port), PGUSER: to.user, PGDATABASE: to.database },
  });
}
