import type { CaseCard } from '../../../shared/case-card.ts';
import type { Fix } from '../../../shared/guard/guard.ts';
import type { BrowseChange } from '../../inbox/browse.ts';
import type { Basics, BasicsProblem } from '../../inbox/bulletin-basics.ts';
import type { NotTakenIn } from '../../inbox/cases/take-in.ts';
import type { AlikeRows } from '../../inbox/inbox.ts';
import type { Check } from '../../inbox/leaving.ts';
import type { FileToSave, NewMember } from '../../inbox/new-member.ts';
import type { PracticeSet } from '../../inbox/practice/concerns.ts';
import type { PulseDraft } from '../../inbox/pulse/drafting.ts';
import type { AnswerDraft } from '../../inbox/replies.ts';
import type { Coaching } from '../../inbox/reply-coach.ts';
import type { AccessTools, Search } from '../../inbox/subject-access.ts';
import type { Action } from '../../inbox/triage.ts';
import type { InboxView, OpenView, Row } from '../../inbox/view.ts';
import type { Finding } from '../panel/contract.ts';
import type { Translator } from '../translator.ts';
import type { TrendsProps } from './trends-contract.ts';

/** What helps to write an answer: all of it works here and sends nothing. */
export interface AnswerTools {
  /** Everything that can point to a person, with a reason each. */
  scan(text: string, language: string): readonly Finding[];
  applyFix(text: string, finding: Finding, fix: Fix): string;
  /** The language of a text, or `null` when it does not show. */
  languageOf(text: string): string | null;
  coach(draft: AnswerDraft, language: string): Coaching | null;
  /** Negative when the answer is too long. */
  charactersLeft(draft: AnswerDraft): number;
  /** Mondays from this one on. */
  weeksFrom(week: string, count: number): readonly string[];
  /** Calls back after a while; gives back how to stop it. */
  after(ms: number, then: () => void): () => void;
}

/** Cards go to other hospitals as files, and come from them. */
export interface CaseTools {
  /** The card in a file, or why it is not taken in. */
  read(file: File): Promise<CaseCard | NotTakenIn>;
  /** What would keep another site from taking in a card; `null` for nothing. */
  wrong(card: CaseCard): NotTakenIn | null;
  save(card: CaseCard): void;
}

/** What the page can be asked for. */
export interface InboxCallbacks {
  onFile(file: File): void;
  /** Forgets the backup that this browser keeps. */
  onForget(): void;
  onUnlock(passphrase: string, keep: boolean): void;
  /** Makes the key of somebody who is new, as files to save; `null` when that failed. */
  onNewKey?(label: string, passphrase: string): Promise<NewMember | null>;
  onLock(): void;
  onBrowse(change: BrowseChange): void;
  onAct(concerns: readonly string[], action: Action): void;
  onAnswer(concern: string, draft: AnswerDraft): void;
  /** Keeps words for the whole desk under a name; no words drop it. */
  onTemplate(name: string, text: string): void;
  readonly answering: AnswerTools;
  /** Something that is about the desk and not about one concern. */
  onDesk(action: Action): void;
  /** Publishes what every computer shows. */
  onBulletin(basics: Basics): Promise<BasicsProblem | 'failed' | 'saved'>;
  /** Hands over this member's card as a file. */
  onCard(): void;
  /** Saves a recovery file with these colleagues' parts; whether it could. */
  onRecoveryFile(helpers: readonly string[]): Promise<boolean>;
  /** This member's part of a colleague's recovery file; `null` when it holds none. */
  onHelp(file: File): Promise<{ readonly label: string; readonly word: string } | null>;
  /** A new backup from a recovery file and two colleagues' words; `null` when they do not belong together. */
  onRecover?(file: File, words: readonly string[], passphrase: string): Promise<FileToSave | null>;
  /** Made-up concerns to practise on, in the language of the page. */
  onPractice?(): Promise<PracticeSet>;
  /** Writes a pulse for a colleague to agree on; whether it could. */
  onPulse(draft: PulseDraft): Promise<boolean>;
  /** Agrees to a colleague's, by signing it. */
  onAgreeToPulse(event: string): void;
  /** Looks for somebody in everything kept, for the request of that number; `null` when it could not be written down. */
  onSubjectSearch(words: string, reference: string): Promise<Search | null>;
  readonly access: AccessTools;
  onUndo(): void;
  onSync(): void;
  onPrint(): void;
  /** Messages of the list with nearly the same words, largest group first. */
  onAlike(): readonly AlikeRows[];
  /** Other concerns that may say the same, the most alike first. */
  onSimilar(concern: string): readonly Row[];
  /** Looks over words that are about to leave the inbox. */
  readonly check: Check;
  /** Learning case cards; while it is missing, none is written. */
  readonly cases?: CaseTools;
  /** Hands a text over as a file of this name. */
  onSave(name: string, text: string): void;
}

export interface InboxProps {
  readonly view: InboxView;
  readonly on: InboxCallbacks;
  /** For the shelf of that name; while it is missing, nothing is counted. */
  readonly trends?: Omit<TrendsProps, 't'>;
  readonly t: Translator;
}

/** What every part of an open desk is given. */
export interface DeskProps {
  readonly view: OpenView;
  readonly on: InboxCallbacks;
  readonly t: Translator;
}
