import type { Bytes } from '../../shared/bytes.ts';
import type { Recipe } from './recipe.ts';

/**
 * How much a transaction keeps away: `look` nothing (it only reads, one consistent moment), `keep` every other keeper,
 * `turn` also the storing of cells.
 */
export type Exclusion = 'look' | 'keep' | 'turn';

/** A cell on its way into the drop. */
export interface Arrival {
  /** Its id in the open window, and in the one that is closing (the same where none is). */
  readonly id: Bytes;
  readonly earlierId: Bytes;
  readonly kid: Bytes;
  readonly mark: Bytes;
  /** As the open window's key hides it. */
  readonly cell: Bytes;
}

/** The windows as the sender of arrivals knows them; `earlier` is the open one where none is closing. */
export interface KnownWindows {
  readonly open: number;
  readonly earlier: number;
}

export interface Arrived {
  /** Whether the open window is another one by now: then nothing was stored. */
  readonly turned: boolean;
  /** Intake keys whose cells were taken. */
  readonly kids: readonly Bytes[];
}

/** What a database must offer for a drop to stand on it. */
export interface Engine {
  /** Runs a recipe as one transaction: durable when it resolves, undone when it rejects. */
  run<T>(exclusion: Exclusion, recipe: () => Recipe<T>): Promise<T>;
  /**
   * Stores cells in one transaction: each that is in neither window nor among the accepted, and whose intake key has
   * not ended. Every other one is written to `echoes` instead, so that both cost the same.
   */
  arrive(windows: KnownWindows, arrivals: readonly Arrival[], nowSeconds: number): Promise<Arrived>;
  /** How many groups of arrivals may be written at the same time. */
  readonly lanes: number;
  /** Makes deleted secrets unreadable in the database's own files, as far as the engine can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
