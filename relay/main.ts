import { availableParallelism } from 'node:os';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { CandorError } from '../shared/errors.ts';
import { signingKeyPairOf } from '../shared/signing.ts';
import { dailyLineSettings } from './daily-line-post.ts';
import type { Drop } from './drop/drop.ts';
import { openPostgresDrop } from './drop/postgres.ts';
import { openSqliteDrop } from './drop/sqlite.ts';
import { hopApp } from './hop/app.ts';
import { keepHop } from './hop/keeper.ts';
import { openingThreads } from './hop/opening-threads.ts';
import { systemRandom } from './key-file.ts';
import type { Log } from './log.ts';
import { mailroomApp } from './mailroom/app.ts';
import { keepMailroom } from './mailroom/keeper.ts';
import { openPostgresMailroomStore } from './mailroom/store/postgres.ts';
import { openSqliteMailroomStore } from './mailroom/store/sqlite.ts';
import type { MailroomStore } from './mailroom/store/store.ts';
import type { MailroomSettings, RelaySettings, Settings } from './settings.ts';

/*
 * The only place of the servers with sockets, timers and the clock. Everything else takes them as parameters.
 */

const KEEPER_MILLISECONDS = 1000;
const MOST_OPENING_THREADS = 4;

/** A running server. `stop` finishes what was accepted, then closes the store; nothing answered for is lost. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

export const clock = (): number => Math.floor(Date.now() / 1000);

/** Starts relay and drop. Rejects with `bad-settings` when the port is taken or the store cannot be opened. */
export async function startRelay(
  settings: RelaySettings,
  rootKey: Settings['rootKey'],
  log: Log,
): Promise<RunningServer> {
  const drop = await openDrop(settings);
  const { staffKeys } = settings;
  const opening = openingThreads(openingThreadCount(), { staffKeys });
  const deps = {
    opening,
    drop,
    identity: signingKeyPairOf(settings.identitySeed),
    rootKey,
    staffKeys,
    settings,
    clock,
    random: systemRandom,
    log,
  };
  const store = {
    async close() {
      await opening.close();
      await drop.close();
    },
  };
  return run(hopApp(deps), keepHop(deps), settings, store, log);
}

/** Starts the mailroom. Rejects like `startRelay`. */
export async function startMailroom(
  settings: MailroomSettings,
  rootKey: Settings['rootKey'],
  log: Log,
): Promise<RunningServer> {
  const dailyLine = dailyLineSettings(settings);
  const store = await openMailroomStore(settings);
  await store.putKeyring(settings.keyringBlob);
  const deps = {
    store,
    identity: signingKeyPairOf(settings.identitySeed),
    rootKey,
    settings,
    clock,
    random: systemRandom,
    log,
    relayUrl: settings.relayUrl,
    relayFetch: (request: Request) => fetch(request),
    ...(dailyLine !== undefined && { dailyLine }),
  };
  return run(mailroomApp(deps), keepMailroom(deps), settings, store, log);
}

/** One core is left to the thread that answers requests. */
export function openingThreadCount(): number {
  return Math.min(MOST_OPENING_THREADS, Math.max(1, availableParallelism() - 1));
}

async function run(
  app: Hono,
  keeper: { tick(): Promise<void> },
  address: { host: string; port: number },
  store: { close(): Promise<void> | void },
  log: Log,
): Promise<RunningServer> {
  await keeper.tick();
  const server = await listen(app, address);
  const stopKeeping = repeat(() => keeper.tick(), log);
  return {
    url: `http://${address.host}:${address.port}`,
    async stop() {
      await stopKeeping();
      await closed(server);
      await store.close();
    },
  };
}

/** Serves `app` without a store or a keeper. Rejects with `bad-settings` when the port cannot be had. */
export async function startApp(
  app: Hono,
  address: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const server = await listen(app, address);
  return { url: `http://${address.host}:${address.port}`, stop: () => closed(server) };
}

function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken by another program' : 'cannot be used';
      reject(new CandorError('bad-settings', `port ${port} on ${host} ${reason}`));
    });
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Idle keep-alive connections would hold the port open; requests under way are finished first.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

/** Runs `work` again and again, never twice at once. Returns how to stop, which waits for the run under way. */
function repeat(work: () => Promise<void>, log: Log): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      underWay = work()
        .catch(() => log('keeper.failed'))
        .then(() => {
          if (!stopped) next();
        });
    }, KEEPER_MILLISECONDS);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}

async function openDrop({ drop, wrapKey }: RelaySettings): Promise<Drop> {
  const options = { wrapKey, random: systemRandom };
  return drop.startsWith('sqlite:')
    ? openSqliteDrop(drop.slice('sqlite:'.length), options)
    : openPostgresDrop(drop, options);
}

/** Opens the store that the settings name. Rejects with `bad-settings`. */
export async function openMailroomStore({ store, wrapKey }: MailroomSettings): Promise<MailroomStore> {
  const options = { wrapKey, random: systemRandom };
  return store.startsWith('sqlite:')
    ? openSqliteMailroomStore(store.slice('sqlite:'.length), options)
    : openPostgresMailroomStore(store, options);
}
