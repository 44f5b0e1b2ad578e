import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBackup, runRestore } from '../../relay/admin/backup.ts';
import { systemRandom, writeKeyFile } from '../../relay/key-file.ts';
import type { QueueCursor } from '../../relay/mailroom/store/queue.ts';
import type { MailroomStore } from '../../relay/mailroom/store/store.ts';
import { openMailroomStore } from '../../relay/main.ts';
import { readSettings } from '../../relay/settings.ts';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';

/*
 * A mailroom's store with so many envelopes, its backup, and another store restored from it, by the commands an admin
 * gives. `test/contract` does it with a few, `test/policy` with ten thousand.
 */

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
const BATCH = 500;
const DESKS = 3;

export interface Place {
  readonly settings: string;
  open(): Promise<MailroomStore>;
}

/** Settings for a mailroom with its store at `store`, in a new folder. The wrapping key is the same for all. */
export function placeFor(folder: string, store: string): Place {
  mkdirSync(folder, { recursive: true });
  writeKeyFile(join(folder, 'mailroom.key'), random(32));
  writeFileSync(join(folder, 'wrap.key'), `${toBase64url(new Uint8Array(32).fill(7))}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'keyring.bin'), 'not read here');
  const settings = join(folder, 'candor.toml');
  const root = toBase64url(newSigningKeyPair(systemRandom).publicKey);
  writeFileSync(
    settings,
    `rootKey = "${root}"\n[mailroom]\nhost = "127.0.0.1"\nport = 8481\nidentityFile = "mailroom.key"\nwrapKeyFile = "wrap.key"\nkeyringFile = "keyring.bin"\nstore = "${store}"\nrelayUrl = "https://relay.example"\ntimeZone = "UTC"\n`,
  );
  return {
    settings,
    open: async () => {
      const { mailroom } = readSettings(settings, {}, ['mailroom']);
      if (mailroom === undefined) throw new Error('no mailroom in the settings');
      return openMailroomStore(mailroom);
    },
  };
}

/** Puts envelopes, events of the team log, a desk week with its share, and a public file into a store. */
export async function fill(place: Place, envelopes: number): Promise<void> {
  const store = await place.open();
  for (let at = 0; at < envelopes; at += BATCH) {
    const count = Math.min(BATCH, envelopes - at);
    await store.putEnvelopes(
      Array.from({ length: count }, (_, i) => ({
        id: random(32),
        desk: 1 + ((at + i) % DESKS),
        deskKid: random(4),
        releaseDay: '2026-11-24',
        envelope: random(3951),
      })),
    );
  }
  for (let i = 0; i < 20; i++) await store.appendEvent(1, { id: random(32), sealed: random(700) });
  await store.putFile('keys', random(2000));
  await store.close();
}

/** Everything that a desk could ask for, in an order that does not depend on the engine. */
export async function contents(
  place: Place,
): Promise<{ envelopes: string[]; events: string[]; keys: string }> {
  const store = await place.open();
  const envelopes: string[] = [];
  for (let desk = 1; desk <= DESKS; desk++) {
    let cursor: QueueCursor | null = null;
    for (let more = true; more; ) {
      const page = await store.queuePage(desk, cursor, 500);
      for (const { id, envelope, releaseDay } of page.items)
        envelopes.push(`${desk} ${releaseDay} ${toBase64url(id)} ${toBase64url(envelope.slice(0, 16))}`);
      cursor = page.cursor;
      more = page.more;
    }
  }
  const { items } = await store.eventPage(1, 0, 500);
  const keys = toBase64url((await store.file('keys')) ?? new Uint8Array(0));
  await store.close();
  return { envelopes: envelopes.sort(), events: items.map(({ sealed }) => toBase64url(sealed)), keys };
}

/** One of the two commands. */
export async function command(
  run: typeof runBackup | typeof runRestore,
  ...argv: string[]
): Promise<{ status: number; said: string }> {
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const status = await run(argv, { env: {}, out: hear, err: hear });
  return { status, said };
}

export const backUp = (place: Place, file: string) =>
  command(runBackup, '--settings', place.settings, '--out', file);
export const restore = (place: Place, file: string) =>
  command(runRestore, '--settings', place.settings, '--from', file);

/** Where a desk's inbox has come to when it has read everything. */
export async function readerAtTheEnd(place: Place): Promise<{ queue: QueueCursor; event: number }> {
  const store = await place.open();
  let queue: QueueCursor = { round: 0, id: new Uint8Array(32) };
  for (let more = true; more; ) {
    const page = await store.queuePage(1, queue, 500);
    queue = page.cursor ?? queue;
    more = page.more;
  }
  const { cursor } = await store.eventPage(1, 0, 500);
  await store.close();
  return { queue, event: cursor ?? 0 };
}

export const modeOf = (file: string): number => statSync(file).mode & 0o777;
export const spoil = {
  cutOff: (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -200)),
  changed: (file: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-24', '2026-11-25')),
  longer: (file: string) => appendFileSync(file, '{"t":"queue","r":{}}\n'),
};
