import { type Dispatch, makeDispatch, type Ports } from '../../../extension/outbox/dispatch.ts';
import { NO_FILES, type PublicBytes, type PublicName } from '../../../extension/outbox/public-files.ts';
import { makeQueue } from '../../../extension/outbox/queue.ts';
import { type Session, sessionFromJson, sessionToJson } from '../../../extension/outbox/session.ts';
import { encodeAnswer } from '../../../shared/answer.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { type SimulatedSite, seededRandom } from './simulated-site.ts';

/** What becomes of a request, of its way there and of its way back. forged: somebody between answers "stored". */
export type Network = 'answer-lost' | 'answer-spoiled' | 'down' | 'forged' | 'up';

/** Thrown by every effect of a background that has ended. */
export class Ended extends Error {}

/** An install over memory: its stores outlive its background, as they do in a browser. */
export interface Install {
  readonly dispatch: () => Dispatch;
  /** Ends the background now; the next look starts another. */
  killBackground(): void;
  /** Ends it in the middle of what comes next: before (or just after) its nth effect from now. */
  killAt(effect: number, after: boolean): void;
  /** Closes the browser: memory is gone, the disk stays. */
  restartBrowser(): void;
  network: Network;
  /** Until when cells were held back, and how many requests there had been then. */
  readonly waits: { readonly until: number; readonly requests: number }[];
  /** Writes to the disk's outbox: when, and how many bytes. */
  readonly writes: { readonly at: number; readonly bytes: number }[];
  readonly disk: {
    outbox: Bytes | null;
    files: PublicBytes;
    packs: Map<string, Bytes>;
    keyrings: Map<number, Bytes>;
  };
  readonly memory: { session: unknown };
}

export function newInstall(site: SimulatedSite, seed = 7): Install {
  const random = seededRandom(seed);
  const disk: Install['disk'] = { outbox: null, files: NO_FILES, packs: new Map(), keyrings: new Map() };
  const memory = { session: null as unknown };
  const writes: { at: number; bytes: number }[] = [];
  let running: { dispatch: Dispatch; end: () => void } | null = null;
  let death: { effectsLeft: number; readonly after: boolean } | null = null;

  const install: Install = {
    dispatch() {
      running ??= start();
      return running.dispatch;
    },
    killBackground() {
      running?.end();
      running = null;
      death = null;
    },
    killAt(effect, after) {
      death = { effectsLeft: effect, after };
    },
    restartBrowser() {
      install.killBackground();
      memory.session = null;
    },
    network: 'up',
    waits: [],
    writes,
    disk,
    memory,
  };
  return install;

  function start(): { dispatch: Dispatch; end: () => void } {
    let ended = false;
    /** One effect: does nothing once the background has ended, and may be the one in which it ends. */
    const effect = async <T>(act: () => T): Promise<T> => {
      if (ended) throw new Ended();
      const dies = death !== null && death.effectsLeft-- === 0 ? death : null;
      if (dies !== null && !dies.after) ended = true;
      if (ended) throw new Ended();
      const done = act();
      await Promise.resolve();
      if (dies !== null) ended = true;
      if (ended) throw new Ended();
      return done;
    };
    const overNetwork = (ask: () => Bytes): Bytes | null => {
      if (install.network === 'down') return null;
      const answer = ask();
      if (install.network === 'answer-lost') return null;
      if (install.network === 'up') return answer;
      return answer.map((byte, index) => (index === 7 ? byte ^ 1 : byte)) as Bytes;
    };
    const ports: Ports = {
      outbox: {
        load: () => effect(() => disk.outbox),
        save: (bytes) =>
          effect(() => {
            disk.outbox = bytes;
            writes.push({ at: site.now(), bytes: bytes.length });
          }),
      },
      files: {
        load: () => effect(() => disk.files),
        save: (name: PublicName, bytes) =>
          effect(() => {
            disk.files = { ...disk.files, [name]: bytes };
          }),
      },
      session: {
        load: () => effect(() => sessionFromJson(memory.session)),
        save: (session: Session) =>
          effect(() => {
            memory.session = JSON.parse(JSON.stringify(sessionToJson(session)));
          }),
      },
      relay: {
        get: (name) => effect(() => overNetwork(() => site.get(name))),
        post: (cell) =>
          effect(() =>
            install.network === 'forged'
              ? encodeAnswer('stored', null, site.manifestBytes, random)
              : overNetwork(() => site.post(cell)),
          ),
      },
      packs: {
        names: () => effect(() => new Set(disk.packs.keys())),
        save: (name, bytes) => effect(() => void disk.packs.set(name, bytes)),
        forget: (names) =>
          effect(() => {
            for (const name of names) disk.packs.delete(name);
          }),
        fetch: (name) => effect(() => overNetwork(() => site.pack(name) ?? new Uint8Array(0))),
      },
      keyrings: { save: (serial, blob) => effect(() => void disk.keyrings.set(serial, blob)) },
      until: async (until) => void install.waits.push({ until, requests: site.requests.length }),
      queue: makeQueue(),
      clock: site.now,
      random,
    };
    return {
      dispatch: makeDispatch(ports, site.pins),
      end: () => {
        ended = true;
      },
    };
  }
}
