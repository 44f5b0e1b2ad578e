import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { type Session, sessionFromJson, sessionToJson } from '../outbox/session.ts';
import { api } from './extension-api.ts';

/*
 * Memory that outlives the background and ends with the browser: storage.session, which was measured to leave nothing
 * on disk. Where the browser is updated under a running extension it is empty again, which counts as a browser start.
 */

const memory = api.storage.session;

/** The port `session` of the outbox. */
export const sessionMemory = {
  async load(): Promise<Session | null> {
    return sessionFromJson((await memory.get('session')).session);
  },
  async save(session: Session): Promise<void> {
    await memory.set({ session: sessionToJson(session) });
  },
};

/** The port `outbox` for profiles that are erased at log-off: never on disk at all. */
export const outboxInMemory = {
  async load(): Promise<Bytes | null> {
    const { outbox } = await memory.get('outbox');
    return typeof outbox === 'string' ? fromBase64url(outbox) : null;
  },
  async save(bytes: Bytes): Promise<void> {
    await memory.set({ outbox: toBase64url(bytes) });
  },
  async forget(): Promise<void> {
    await memory.remove('outbox');
  },
};

type Name = 'draft' | 'flagged' | 'language' | 'toolbar';

/** JSON under a name of its own, for what a page hands to another. */
export async function remember(name: Name, value: unknown): Promise<void> {
  await memory.set({ [name]: value });
}

export async function remembered(name: Name): Promise<unknown> {
  return (await memory.get(name))[name];
}

export async function forget(name: Name): Promise<void> {
  await memory.remove(name);
}

/** Forgets what waits under `name` once that `isOver`. Whatever wakes the background may ask for it. */
export async function forgetOnce(name: Name, isOver: (value: unknown) => boolean): Promise<void> {
  const value = await remembered(name);
  if (value !== undefined && isOver(value)) await forget(name);
}

/** Calls back when another page hands something over under this name. */
export function onRemembered(name: Name, callback: (value: unknown) => void): void {
  api.storage.onChanged.addListener((changes, area) => {
    const value = changes[name]?.newValue;
    if (area === 'session' && value !== undefined) callback(value);
  });
}
