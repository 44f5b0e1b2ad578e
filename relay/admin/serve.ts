import { parseArgs } from 'node:util';
import { CandorError } from '../../shared/errors.ts';
import { jsonLog } from '../log.ts';
import { clock, type RunningServer, startApp, startMailroom, startRelay } from '../main.ts';
import { readSettings, type Settings } from '../settings.ts';
import { refusal } from './refusal.ts';
import { checkPackages, updatesApp } from './updates.ts';

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
       candor serve updates [--dir FOLDER] [--host ADDRESS] [--port N]

relay, mailroom, all   the servers that the settings file describes (default: candor.toml in this folder)
updates                what "candor pack" made, for browsers to install and update from: FOLDER defaults to
                       candor-site/packages, ADDRESS to 127.0.0.1, N to 8482. Firefox takes updates over HTTPS only.
Stop with Ctrl+C: requests under way are finished first.
`;

/** `candor serve`: exit status 0 after a graceful stop, 2 when the call or the settings are wrong. */
export async function runServe(argv: readonly string[], io: CommandIo): Promise<number> {
  if (argv[0] === 'updates') return runUpdates(argv.slice(1), io);
  const [role, ...flags] = argv;
  const file = flags[0] === '--settings' ? flags[1] : 'candor.toml';
  if (!isRole(role) || file === undefined || (flags.length > 0 && flags.length !== 2)) {
    io.err(USAGE);
    return 2;
  }
  try {
    const servers = await start(role, readSettings(file, io.env, role === 'all' ? undefined : [role]), io);
    return await untilStopped(servers, io);
  } catch (error) {
    return refusal(error, io);
  }
}

async function runUpdates(argv: readonly string[], io: CommandIo): Promise<number> {
  const call = updatesCall(argv);
  if (call === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    checkPackages(call.dir);
    return await untilStopped([await startApp(updatesApp(call.dir), call)], io);
  } catch (error) {
    return refusal(error, io);
  }
}

function updatesCall(argv: readonly string[]): { dir: string; host: string; port: number } | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options: { dir: text, host: text, port: text } });
    const { dir = 'candor-site/packages', host = '127.0.0.1', port = '8482' } = values;
    return /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535
      ? { dir, host, port: Number(port) }
      : null;
  } catch {
    return null;
  }
}

async function untilStopped(servers: readonly RunningServer[], io: CommandIo): Promise<number> {
  for (const { url } of servers) io.out(`Listening on ${url}\n`);
  await io.stopRequested();
  for (const server of servers) await server.stop();
  return 0;
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
