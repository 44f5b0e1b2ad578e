import { CandorError } from '../../shared/errors.ts';
import { jsonLog } from '../log.ts';
import { clock, type RunningServer, startMailroom, startRelay } from '../main.ts';
import { readSettings, type Settings } from '../settings.ts';

/** What a command needs of the process around it. */
export interface CommandIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
  /** Resolves when the process is asked to stop. */
  stopRequested(): Promise<void>;
}

const ROLES = ['relay', 'mailroom', 'all'] as const;
type Role = (typeof ROLES)[number];

const USAGE = `Usage: candor serve relay|mailroom|all [--settings FILE]

Starts the servers that the settings file describes (default: candor.toml in this folder).
Stop with Ctrl+C: requests under way are finished first.
`;

/** `candor serve`: exit status 0 after a graceful stop, 2 when the call or the settings are wrong. */
export async function runServe(argv: readonly string[], io: CommandIo): Promise<number> {
  const [role, ...flags] = argv;
  const file = flags[0] === '--settings' ? flags[1] : 'candor.toml';
  if (!isRole(role) || file === undefined || (flags.length > 0 && flags.length !== 2)) {
    io.err(USAGE);
    return 2;
  }
  try {
    const servers = await start(role, readSettings(file, io.env, role === 'all' ? undefined : [role]), io);
    for (const { url } of servers) io.out(`Listening on ${url}\n`);
    await io.stopRequested();
    for (const server of servers) await server.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof CandorError)) throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}

async function start(role: Role, settings: Settings, io: CommandIo): Promise<RunningServer[]> {
  const log = jsonLog((line) => io.out(line), clock);
  const servers: RunningServer[] = [];
  if (role !== 'mailroom') {
    if (settings.relay === undefined)
      throw new CandorError('bad-settings', 'the settings have no "relay" section');
    servers.push(await startRelay(settings.relay, settings.rootKey, log));
  }
  if (role !== 'relay') {
    if (settings.mailroom === undefined) {
      throw new CandorError('bad-settings', 'the settings have no "mailroom" section');
    }
    servers.push(await startMailroom(settings.mailroom, settings.rootKey, log));
  }
  return servers;
}

function isRole(role: string | undefined): role is Role {
  return ROLES.some((known) => known === role);
}
