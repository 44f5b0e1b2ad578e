import type { BrowseChange } from '../../inbox/browse.ts';
import type { Action } from '../../inbox/triage.ts';
import type { InboxView } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';
import type { TrendsProps } from './trends-contract.ts';

/** What the page can be asked for. */
export interface InboxCallbacks {
  onFile(file: File): void;
  /** Forgets the backup that this browser keeps. */
  onForget(): void;
  onUnlock(passphrase: string, keep: boolean): void;
  onLock(): void;
  onBrowse(change: BrowseChange): void;
  onAct(concerns: readonly string[], action: Action): void;
  onUndo(): void;
  onSync(): void;
  onPrint(): void;
}

export interface InboxProps {
  readonly view: InboxView;
  readonly on: InboxCallbacks;
  /** For the shelf of that name; while it is missing, nothing is counted. */
  readonly trends?: Omit<TrendsProps, 't'>;
  readonly t: Translator;
}
