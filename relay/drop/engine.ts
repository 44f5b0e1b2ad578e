import type { Bytes } from '../../shared/bytes.ts';
import type { Recipe } from './recipe.ts';

/**
 * How much a transaction keeps away: `look` nothing (it only reads, one consistent moment), `keep` every other keeper,
 * `turn` also the storing of cells.
 */
export type Exclusion = 'look' | 'keep' | 'turn';

/** What a database must offer for a drop to stand on it. */
export interface Engine {
  /** Runs a recipe as one transaction: durable when it resolves, undone when it rejects. */
  run<T>(exclusion: Exclusion, recipe: () => Recipe<T>): Promise<T>;
  /**
   * Stores cells in one transaction, hidden under the open window's key: each that is in no window yet and not among
   * the accepted. A repeated one is written to `echoes` instead, so that both cost the same. Gives the kids of the
   * intake keys whose cells it takes; those of others it leaves out.
   */
  store(intakes: readonly Bytes[], nowSeconds: number): Promise<readonly Bytes[]>;
  /** How many groups of cells may be stored at the same time. */
  readonly lanes: number;
  /** Makes deleted secrets unreadable in the database's own files, as far as the engine can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
