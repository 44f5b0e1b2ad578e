import type { FunctionComponent, JSX } from 'preact';
import type { Fix, Finding as Found } from '../../../shared/guard/guard.ts';
import type { PulseAnswer } from '../../../shared/pulse.ts';
import type { ReplyStatus } from '../../../shared/reply.ts';
import type { Kind } from '../../../shared/taxonomy.ts';
import type { Composing } from '../../compose/composing.ts';
import type { Draft } from '../../compose/draft.ts';
import type { Refusal, SevenWords } from '../../compose/panel-state.ts';
import type { ThreadState } from '../../conversations/thread.ts';
import type { PanelModel } from './use-panel.ts';

/*
 * What the panel is told and what it asks for. Whoever wires it fills a `PanelView` from policy, public files and the
 * outbox, renders again when something changes (once a second while the log-off line counts), and answers the callbacks.
 */

/** Everything that is shown, as plain data. */
export interface PanelView {
  readonly phase: Phase;
  /** A popup closes when one clicks elsewhere; a side panel or sidebar stays beside the page. */
  readonly surface: 'popup' | 'beside';
  /** What is true of anything sent now. */
  readonly safeToLogOff: SafeToLogOff;
  /** Computers that send the same thing; `null` while unknown. */
  readonly crowd: number | null;
  readonly operator: { readonly name: string; readonly own: boolean };
  readonly emergency: { readonly label: string; readonly number: string };
  readonly desks: readonly DeskView[];
  /** Which desk reads a kind unless the person chooses another; ids of `desks`. */
  readonly defaultDesk: Readonly<Record<Kind, string>>;
  readonly places: readonly PlaceView[];
  readonly support: readonly Contact[];
  /** "You said, we did", newest first. */
  readonly stories: readonly { readonly said: string; readonly did: string }[];
  /** What somebody who leads here promises, and the day by which first answers will be there, until it has come. */
  readonly pledge?: {
    readonly name: string;
    readonly role: string;
    readonly words?: string;
    readonly answersBy?: string;
  };
  readonly notices: readonly { readonly title: string; readonly text: string }[];
  /** What other hospitals learned. */
  readonly cases?: readonly CaseSaid[];
  readonly promises: {
    readonly ackDays: number;
    readonly answerMonths: number;
    /** Of a hundred concerns of each desk, how many times they were kept; nothing of a desk with too few to say. */
    readonly kept: readonly {
      readonly desk: string;
      readonly acknowledged?: number | undefined;
      readonly answered?: number | undefined;
    }[];
  };
  /** Minutes until a concern sent now is at the desk, in the middle of the range. */
  readonly minutesToDesk: number;
  readonly languages: readonly {
    readonly code: string;
    readonly name: string;
    /** No native speaker has read it yet. */
    readonly awaitsReview?: boolean;
  }[];
  /** Language of the site (BCP 47): writing in another one can point to a person. */
  readonly siteLanguage: string;
  readonly profile: 'personal' | 'shared' | 'wiped';
  readonly incidentSystem?: { readonly label: string; readonly url: string };
  /** ISO date of the day on which answers were last added to the public packs. */
  readonly answersAdded?: string;
  /** Four words to compare with the poster. */
  readonly fingerprint?: string;
  /** What a desk asks everybody today. */
  readonly pulse?: PulseView;
  /** Requests for support to all desks in the last quarter; only from 11 on. */
  readonly supportRequests?: number;
  readonly demo: boolean;
  /** Everything works, and what is sent says that it is practice. */
  readonly practice: boolean;
}

export interface CaseSaid {
  readonly from: string;
  readonly happened: string;
  readonly learnt: string;
  readonly changed: string;
}

export type Phase =
  | { readonly name: 'ready' }
  | { readonly name: 'waiting' }
  /** Computers send cover, and nobody is asked for anything yet. */
  | { readonly name: 'hidden' }
  | { readonly name: 'wrong-settings'; readonly problems: readonly { key: string; reason: string }[] }
  | { readonly name: 'relay-silent'; readonly since: string; readonly phone: string; readonly paper: string };

export type SafeToLogOff =
  | { readonly kind: 'now' }
  | { readonly kind: 'countdown'; readonly seconds: number }
  | { readonly kind: 'stay'; readonly minutes: number }
  | { readonly kind: 'not-leaving' };

/** A card on the first screen, and what it opens; its code is loaded only while there is one. */
export interface PulseView {
  readonly id: string;
  readonly title: string;
  /** BCP 47, of the title and the questions. */
  readonly language: string;
  /** Name of the desk that asks and reads the answers. */
  readonly desk: string;
  readonly Screen: (props: { panel: PanelModel; onClose: () => void }) => JSX.Element;
}

export interface DeskView {
  readonly id: string;
  readonly name: string;
  /** ISO date of the Monday of the week in which it last opened its inbox; set only when that is long ago. */
  readonly lastOpenedWeek?: string;
}

export interface PlaceView {
  readonly code: string;
  readonly label: string;
  /** Code of the place around it. */
  readonly parent?: string;
  /** Too few people work there; its nearest bigger parent travels instead. */
  readonly rolledUp: boolean;
}

export interface Contact {
  readonly kind: 'phone' | 'quiet-space' | 'link' | 'offer';
  readonly label: string;
  /** A number, a place or an address. */
  readonly detail?: string;
  readonly hours?: string;
}

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly code: Refusal };

export interface PanelCallbacks {
  /** One click on a tile: seal it and put it into the outbox. `ok` only when it is there. */
  onFlag(kind: Kind): Promise<Outcome>;
  /** Within five seconds: take the concern out of the outbox again. */
  onUndo(): Promise<Outcome>;
  /** More was picked or written: replace the same envelope. `already-left` when it has been sent. */
  onChange(draft: Draft): Promise<Outcome>;
  onDone(): void;
  /** Esc: forget everything and close. */
  onClose(): void;
  onLanguage(code: string): void;
  /** Exactly what would travel for this draft. */
  onPreview(draft: Draft): Preview | Promise<Preview>;
  /** Somebody is adding details: the concern may wait while cover goes out in its place. */
  onEditing?(editing: boolean): void;
  /** Opens the side panel; called in the click itself, as browsers demand. */
  onBeside?(): void;
  /** "I want an answer": the seven words of this concern, which was last sealed as `draft`. */
  onAskAnswer?(draft: Draft): Promise<Asked>;
  onWroteItDown?(): void;
  /** Look for answers with these seven words: local, without any request. */
  onReceiptOpen?(words: readonly string[]): Promise<Returned>;
  /** What was found is out of sight: forget it. */
  onReceiptClose?(): void;
  /** Answers back or adds a detail: seals it for the desk that has this id. */
  onFollowUp?(text: string, desk: string): Promise<Outcome>;
  /** "Have you been treated worse since?" Sealed to `ReturnedView.guardian`, apart from any concern. */
  onTreatedWorse?(answer: 'no' | 'yes'): Promise<Outcome>;
  /** An answer to a pulse, for the desk of this number: sealed apart from everything, and held like a concern. */
  onPulse?(answer: Omit<PulseAnswer, 'v'>, desk: number): Promise<PulseAnswered>;
}

/** While it can be taken back, `undo` does. */
export type PulseAnswered =
  | { readonly ok: true; readonly undo: () => Promise<Outcome> }
  | Extract<Outcome, { ok: false }>;

export type Asked =
  | { readonly ok: true; readonly words: SevenWords }
  | { readonly ok: false; readonly code: Refusal };

/** wrong-words: they do not belong together. */
export type Returned =
  | { readonly ok: true; readonly view: ReturnedView }
  | { readonly ok: false; readonly code: 'not-ready' | 'wrong-words' };

/** What seven words have led to, as far as this computer has it. Dates are ISO dates; weeks go by their Monday. */
export interface ReturnedView {
  /** Desk by desk; none while nobody has opened the concern. */
  readonly threads: readonly DeskThread[];
  /** The day on which answers were last added anywhere; `null` before the first time. */
  readonly added: string | null;
  /** Days of answers that have not come to this computer yet. */
  readonly missingDays: number;
  /** The desk that is told of having been treated worse; `null` without one. */
  readonly guardian: string | null;
}

export type ClosingReason = NonNullable<ThreadState['reason']>;

export interface DeskThread {
  /** Id of the desk among `PanelView.desks`; `null` for one that is no longer there. */
  readonly desk: string | null;
  readonly name: string;
  /** `null` while nothing in it can be believed. */
  readonly status: ThreadState['status'] | null;
  readonly reason: ClosingReason | null;
  /** The week by which the desk has promised the next step. */
  readonly promisedWeek: string | null;
  /** In the order in which the desk wrote. */
  readonly said: readonly Said[];
}

/** unreadable: broken. unverified: signed by nobody whom this computer knows to be on the desk. */
export type Said =
  | { readonly week: string; readonly what: 'opened' | 'unreadable' | 'unverified' }
  | {
      readonly week: string;
      readonly what: 'answer' | 'question' | 'status';
      /** How colleagues know whoever wrote it: a role. */
      readonly by: string;
      readonly status: ReplyStatus | null;
      readonly reason: ClosingReason | null;
      readonly promisedWeek: string | null;
      readonly text: string | null;
    };

export interface Preview {
  /** Fields by the names and values they travel with. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly sealedBytes: number;
}

/** One place in a text that points to a person: what the guard found, and why in the panel's language. */
export type Finding = Found & { readonly reason: string };

/** What the panel cannot do itself, because `ui` knows neither clock nor crypto nor storage. */
export interface PanelTools {
  readonly compose: Composing;
  readonly clock: Clock;
  /** Identifying details in one text, on this device, by the rules of this language (BCP 47). */
  scan(text: string, language: string): readonly Finding[];
  /** The text after one tap on a fix. */
  applyFix(text: string, finding: Finding, fix: Fix): string;
  /** What the guard looks for in a language: how many kinds of details, and whether names are among them. */
  checked(language: string): { readonly kinds: number; readonly names: boolean };
  /** Whether a text sounds like acute distress of whoever writes it. Nothing is recorded. */
  soundsDistressed(text: string): boolean;
  /** The language that a text is likely written in (BCP 47); `null` when it is too short to tell. */
  languageOf(text: string): string | null;
  /** Bytes left in the message after compression; negative when the draft does not fit. */
  bodyRoom(draft: Draft): number;
  /** The same for words that are added to a concern on return. */
  followUpRoom(text: string): number;
  /** The way back, by seven words. Not there at first: the panel does not wait for it. */
  readonly Receipt: FunctionComponent<{ readonly panel: PanelModel }> | null;
}

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Calls back after so many milliseconds; returns what cancels that. */
  after(milliseconds: number, callback: () => void): () => void;
}
