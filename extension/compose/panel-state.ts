import type { Kind } from '../../shared/taxonomy.ts';
import { changeDraft, type Draft, type DraftChange, newDraft, withWordsOf } from './draft.ts';

/*
 * What the panel shows, as a pure state machine. Times are milliseconds and come in with each event.
 *
 *   first screen ──flag──> sealing ──filed──> confirmation, in the place of the tile ──add──> details, one at a time
 *        ^                    │ refused             │ undo (5 s), done, Esc, or nobody touches it (8 s)
 *        └────────────────────┴─────────────────────┘
 */

export const UNDO_MS = 5_000;
/** A confirmation nobody touches gives way to the first screen, so that nobody beside the person reads it. */
export const FADE_MS = 8_000;
/** How long before details that somebody began give way, the panel asks whether anybody is there (WCAG 2.2.1). */
export const WARNING_MS = 20_000;

export type Step =
  | 'category'
  | 'place'
  | 'worry'
  | 'when'
  | 'factors'
  | 'caught'
  | 'helped'
  | 'fix'
  | 'words';
export type SheetName = 'support' | 'receipt' | 'notices' | 'leaves' | 'language';
/** Why something that the person asked for did not happen. */
export type Refusal = 'already-left' | 'failed' | 'not-ready' | 'too-long';

export interface Flagged {
  readonly draft: Draft;
  /** What the envelope in the outbox holds now. */
  readonly sealed: Draft;
  readonly undoUntil: number;
  /** The person picked or wrote something: the confirmation stays. */
  readonly engaged: boolean;
  /** Questions unfolded so far, in their order. Category and place are there from the beginning. */
  readonly steps: readonly Step[];
  /** Which of them is open, the others being folded to a line; `null` while only the first two are there, both open. */
  readonly open: Step | null;
  /** Findings of the guard that the person chose to keep, by `keptKey`. */
  readonly kept: readonly string[];
  /** The concern has left this computer; nothing can be added to it. */
  readonly left: boolean;
}

export interface SevenWords {
  readonly words: readonly string[];
  /** What they are in (BCP 47), which need not be the panel's language. */
  readonly language: string;
}

export interface PanelState {
  /** The tile whose concern is being sealed. */
  readonly sealing: Kind | null;
  readonly flagged: Flagged | null;
  readonly sheet: SheetName | null;
  /** The seven words of a receipt, while they are shown. */
  readonly words: SevenWords | null;
  readonly refusal: Refusal | null;
  /** When the panel falls back to the first screen by itself; `null` when it does not. */
  readonly fadeAt: number | null;
  /** Asking whether anybody is still there. */
  readonly warning: boolean;
  /** The time of the last event, to know what is over. */
  readonly now: number;
}

export type PanelEvent = { readonly now: number } & (
  | { readonly type: 'flag'; readonly kind: Kind }
  | { readonly type: 'filed'; readonly kind: Kind; readonly desk: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'change'; readonly change: DraftChange }
  | { readonly type: 'sealed'; readonly draft: Draft }
  | { readonly type: 'unfold'; readonly step: Step }
  | { readonly type: 'keep'; readonly finding: string }
  | { readonly type: 'sheet'; readonly sheet: SheetName | null }
  | { readonly type: 'words'; readonly words: SevenWords }
  | { readonly type: 'wrote-down' }
  | { readonly type: 'touch' }
  | { readonly type: 'tick' }
  | { readonly type: 'clear' }
);

/** Asked on the confirmation itself; whoever wants to skips them. */
const AT_ONCE: readonly Step[] = ['category', 'place'];

export const FIRST_SCREEN: PanelState = {
  sealing: null,
  flagged: null,
  sheet: null,
  words: null,
  refusal: null,
  fadeAt: null,
  warning: false,
  now: 0,
};

/** `idleMs`: how long details that somebody began wait for the next sign of life. */
export function panelAfter(state: PanelState, event: PanelEvent, idleMs: number): PanelState {
  const { now } = event;
  switch (event.type) {
    case 'flag':
      return state.sealing === null && state.flagged === null
        ? { ...FIRST_SCREEN, sealing: event.kind, now }
        : state;
    case 'filed': {
      // Esc came first: the concern is on its way, and the screen stays clear.
      if (state.sealing !== event.kind) return { ...state, now };
      const draft = newDraft(event.kind, event.desk);
      return {
        ...FIRST_SCREEN,
        flagged: {
          draft,
          sealed: draft,
          undoUntil: now + UNDO_MS,
          engaged: false,
          steps: AT_ONCE,
          open: null,
          kept: [],
          left: false,
        },
        fadeAt: now + FADE_MS,
        now,
      };
    }
    case 'refused':
      return {
        ...state,
        sealing: null,
        refusal: event.refusal,
        flagged: state.flagged && {
          ...state.flagged,
          left: state.flagged.left || event.refusal === 'already-left',
        },
        now,
      };
    case 'sheet':
      return rested({ ...state, sheet: event.sheet, refusal: null, now }, idleMs);
    case 'words':
      return { ...state, words: event.words, refusal: null, fadeAt: null, warning: false, now };
    case 'wrote-down':
      return rested({ ...state, words: null, now }, idleMs);
    case 'clear':
      return { ...FIRST_SCREEN, now };
    case 'touch':
      return rested({ ...state, now }, idleMs);
    case 'tick':
      return ticked({ ...state, now });
    default:
      return state.flagged === null
        ? state
        : rested({ ...state, refusal: null, flagged: flaggedAfter(state.flagged, event), now }, idleMs);
  }
}

/** The next time at which the panel changes by itself; `null` when it waits for the person. */
export function nextChange(state: PanelState): number | null {
  const times = [
    state.flagged !== null && state.now < state.flagged.undoUntil ? state.flagged.undoUntil : null,
    state.fadeAt !== null && isPatient(state) && !state.warning ? state.fadeAt - WARNING_MS : null,
    state.fadeAt,
  ].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

export function canUndo(state: PanelState): boolean {
  return state.flagged !== null && state.now < state.flagged.undoUntil;
}

/** What a tap on a chip asks to be sealed. */
export function toSealAfterChoice(flagged: Flagged): Draft {
  return withWordsOf(flagged.draft, flagged.sealed);
}

/** Which questions there are, in the order in which they unfold: words come last. */
export function stepsFor(kind: Kind): readonly Step[] {
  if (kind === 'near_miss') return [...AT_ONCE, 'worry', 'when', 'factors', 'caught', 'fix', 'words'];
  if (kind === 'good_care') return [...AT_ONCE, 'when', 'helped', 'words'];
  if (kind === 'staff') return [...AT_ONCE, 'worry', 'when', 'factors', 'helped', 'fix', 'words'];
  return [...AT_ONCE, 'worry', 'when', 'factors', 'fix', 'words'];
}

/** The detail that unfolds next; `null` when all are there. */
export function nextStep(flagged: Flagged): Step | null {
  return stepsFor(flagged.draft.kind).find((step) => !flagged.steps.includes(step)) ?? null;
}

function flaggedAfter(
  flagged: Flagged,
  event: Extract<PanelEvent, { type: 'change' | 'sealed' | 'unfold' | 'keep' }>,
): Flagged {
  const engaged = { ...flagged, engaged: true };
  switch (event.type) {
    case 'change':
      return { ...engaged, draft: changeDraft(flagged.draft, event.change) };
    case 'sealed':
      return { ...flagged, sealed: event.draft };
    case 'keep':
      return { ...engaged, kept: [...flagged.kept, event.finding] };
    case 'unfold':
      return {
        ...engaged,
        open: event.step,
        steps: stepsFor(flagged.draft.kind).filter(
          (step) => step === event.step || flagged.steps.includes(step),
        ),
      };
  }
}

/** After a sign of life: what may fall back to the first screen waits anew. */
function rested(state: PanelState, idleMs: number): PanelState {
  if (state.words !== null) return state;
  if (isPatient(state)) return { ...state, fadeAt: state.now + idleMs, warning: false };
  return state.flagged === null
    ? { ...state, fadeAt: null, warning: false }
    : { ...state, fadeAt: Math.max(state.fadeAt ?? 0, state.now + FADE_MS), warning: false };
}

function ticked(state: PanelState): PanelState {
  if (state.fadeAt === null) return state;
  if (state.now >= state.fadeAt) return { ...FIRST_SCREEN, now: state.now };
  return { ...state, warning: isPatient(state) && state.now >= state.fadeAt - WARNING_MS };
}

/** Somebody began something that would be a pity to lose, or opened something that should not stand open for long. */
function isPatient(state: PanelState): boolean {
  return (
    state.sheet === 'receipt' || (state.flagged !== null && (state.flagged.engaged || state.sheet !== null))
  );
}
