import { publishAnnounced } from './announced-keys.ts';
import { crowdJudge } from './crowd.ts';
import type { HopDeps } from './deps.ts';
import { hopTerms, keyForTerm, newHopKey } from './hop-keys.ts';
import { keepManifest } from './manifest-keeper.ts';

const DAY_SECONDS = 86_400;
/** Steps in one tick: some thousands of cells, so that the next tick's duties never wait long. */
const STEPS = 24;

/** Keeps house: to be called every second, by every copy. What another copy has done already is not done again. */
export interface HopKeeper {
  tick(): Promise<void>;
}

/**
 * Makes hop keys ahead and destroys them, closes windows into packs, deletes what has had its time, issues manifests.
 * `tick` rejects when the drop cannot be reached; the next one takes up where it stopped.
 */
export function keepHop(deps: HopDeps): HopKeeper {
  let underWay: Promise<void> | null = null;
  return {
    tick() {
      underWay ??= tick(deps).finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}

async function tick(deps: HopDeps): Promise<void> {
  await makeHopKeys(deps);
  await publishAnnounced(deps);
  await keepManifest(deps);
  await closeWindows(deps);
  await forget(deps);
  // Says at once what a closed window or a new file has changed.
  await keepManifest(deps);
}

async function makeHopKeys({ drop, clock, settings, random }: HopDeps): Promise<void> {
  const { current, next } = hopTerms(clock(), settings.hopKeySeconds);
  const { hopKeys } = await drop.state();
  for (const term of [current, next]) {
    if (keyForTerm(hopKeys, term) === undefined) await drop.addHopKey(newHopKey(term, random));
  }
}

async function closeWindows({ drop, clock, settings, log }: HopDeps): Promise<void> {
  const { intakeKeys } = await drop.state();
  const judge = crowdJudge(settings, intakeKeys);
  for (let step = 0; step < STEPS; step++) {
    const { more, closed, unreadable } = await drop.closeWindow(clock(), settings.windowSeconds, judge);
    if (unreadable > 0) log('cells.unreadable', { cells: unreadable });
    if (closed !== undefined) log('window.closed', closed);
    if (!more) return;
  }
}

async function forget({ drop, clock, settings }: HopDeps): Promise<void> {
  const packWindows = Math.ceil((settings.packDays * DAY_SECONDS) / settings.windowSeconds);
  for (let step = 0; step < STEPS; step++) {
    if (!(await drop.forget(Math.floor(clock()), packWindows))) return;
  }
}
