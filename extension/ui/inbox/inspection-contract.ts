import type { DeskPack, Pack, SharedPack } from '../../../shared/inspection.ts';
import type { CheckedChain } from '../../../shared/inspection-chain.ts';

/** Both copies of one quarter's pack, with their hashes. */
export interface Made {
  readonly desk: DeskPack;
  readonly deskHash: string;
  readonly shared: SharedPack;
  readonly sharedHash: string;
}

/** not-open: something here is still sealed; wrong-chain: the packs that were chosen are not those of the quarter before. */
export type NotMade = 'not-open' | 'too-late' | 'wrong-chain';

export interface InspectionTools {
  /** Looks at packs that were saved before: whether they are a whole chain. */
  check(files: Iterable<File>): Promise<CheckedChain>;
  /** Begins without packs from before. */
  forget(): void;
  /** The quarter of the next pack, `2026-Q3`. */
  quarter(): string | null;
  make(): Promise<Made | NotMade>;
  save(pack: Pack): void;
}
