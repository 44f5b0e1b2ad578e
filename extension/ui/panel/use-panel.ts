import { useEffect, useRef, useState } from 'preact/hooks';
import type { Kind } from '../../../shared/taxonomy.ts';
import type { Draft, DraftChange } from '../../compose/draft.ts';
import type { Flagged, PanelEvent, PanelState } from '../../compose/panel-state.ts';
import type { Translator } from '../translator.ts';
import type { Finding, Outcome, PanelCallbacks, PanelTools, PanelView } from './contract.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'now'> : never;
type Happening = WithoutTime<PanelEvent>;

/** What the parts of the panel share: what to show, and what a person can do. */
export interface PanelModel {
  readonly view: PanelView;
  readonly t: Translator;
  readonly tools: PanelTools;
  readonly on: PanelCallbacks;
  readonly state: PanelState;
  readonly send: (happening: Happening) => void;
  readonly flag: (kind: Kind) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** A tap on a chip: seals what was picked at once. */
  readonly choose: (change: DraftChange) => Promise<void>;
  /** Seals the words too, if the guard has nothing that must be decided first. True when they are in. */
  readonly addWords: () => Promise<boolean>;
  /** "I want an answer": shows the seven words. */
  readonly askAnswer: () => Promise<void>;
  /** "I would like support", from anywhere: a request of its own, with its seven words. */
  readonly askSupport: () => Promise<void>;
  readonly done: () => void;
  readonly close: () => void;
}

/** How long details somebody began wait: nothing of one person outlasts her on a shared machine. */
const IDLE_MS: Readonly<Record<PanelView['profile'], number>> = {
  personal: 15 * 60_000,
  shared: 2 * 60_000,
  wiped: 2 * 60_000,
};

/** The name under which a finding that the person keeps is remembered, so that it keeps its peace while she types on. */
export function keptKey(finding: Finding, text: string): string {
  return `${finding.rule}:${text.slice(finding.start, finding.end)}`;
}

/** The language a draft is written in, as far as one can tell; else the panel's. */
export function languageOf(draft: Draft, tools: PanelTools, t: Translator): string {
  return tools.languageOf(Object.values(draft.t).join('\n')) ?? t.locale;
}

/** What in these texts must be decided before they are sealed. */
export function undecidedIn(
  texts: readonly string[],
  kept: readonly string[],
  language: string,
  tools: PanelTools,
): readonly Finding[] {
  return texts.flatMap((text) =>
    tools
      .scan(text, language)
      .filter((finding) => finding.tier === 'block' && !kept.includes(keptKey(finding, text))),
  );
}

/** The same of a draft's words. */
export function undecided(flagged: Flagged, tools: PanelTools, t: Translator): readonly Finding[] {
  const { draft, kept } = flagged;
  return undecidedIn(Object.values(draft.t), kept, languageOf(draft, tools, t), tools);
}

export function usePanel(
  view: PanelView,
  on: PanelCallbacks,
  t: Translator,
  tools: PanelTools,
  initial: PanelState,
): PanelModel {
  const { compose, clock } = tools;
  const [state, setState] = useState(initial);
  const latest = useRef(initial);
  const idleMs = IDLE_MS[view.profile];

  const send = (happening: Happening): void => {
    latest.current = compose.after(latest.current, { ...happening, now: clock.now() } as PanelEvent, idleMs);
    setState(latest.current);
  };

  useEffect(() => {
    const at = compose.nextChange(state);
    return at === null ? undefined : clock.after(Math.max(0, at - clock.now()), () => send({ type: 'tick' }));
  }, [state]);

  const editing = state.flagged?.engaged ?? false;
  useEffect(() => on.onEditing?.(editing), [editing]);

  const settled = async (asked: Promise<Outcome>): Promise<boolean> => {
    const outcome = await asked.catch((): Outcome => ({ ok: false, code: 'failed' }));
    if (!outcome.ok) send({ type: 'refused', refusal: outcome.code });
    return outcome.ok;
  };

  const seal = async (draft: Draft): Promise<boolean> => {
    const sealed = await settled(on.onChange(draft));
    if (sealed) send({ type: 'sealed', draft });
    return sealed;
  };

  const flaggedNow = (): Flagged | null => latest.current.flagged;

  const flag = async (kind: Kind): Promise<void> => {
    if (latest.current.sealing !== null || latest.current.flagged !== null) return;
    send({ type: 'flag', kind });
    if (await settled(on.onFlag(kind))) send({ type: 'filed', kind, desk: view.defaultDesk[kind] });
  };

  const choose = async (change: DraftChange): Promise<boolean> => {
    send({ type: 'change', change });
    const { flagged } = latest.current;
    return flagged !== null && seal(compose.toSealAfterChoice(flagged));
  };

  const askAnswer = async (): Promise<void> => {
    const asked = flaggedNow();
    if (asked === null) return;
    const outcome = await on
      .onAskAnswer?.(asked.sealed)
      .catch(() => ({ ok: false, code: 'failed' }) as const);
    // Words come to nobody else: Esc came first.
    if (outcome === undefined || flaggedNow() === null) return;
    if (outcome.ok) send({ type: 'words', words: outcome.words });
    else send({ type: 'refused', refusal: outcome.code });
  };

  return {
    view,
    t,
    tools,
    on,
    state,
    send,
    flag,
    async undo() {
      if (compose.canUndo({ ...latest.current, now: clock.now() }) && (await settled(on.onUndo()))) {
        send({ type: 'clear' });
      }
    },
    choose: async (change) => void (await choose(change)),
    async addWords() {
      const { flagged } = latest.current;
      if (flagged === null || undecided(flagged, tools, t).length > 0) return false;
      return seal(flagged.draft);
    },
    askAnswer,
    async askSupport() {
      if (flaggedNow() !== null) return;
      send({ type: 'sheet', sheet: null });
      await flag('staff');
      if (flaggedNow()?.draft.kind !== 'staff') return;
      if (await choose({ pick: 'wish', value: 'support' })) await askAnswer();
    },
    done() {
      on.onDone();
      send({ type: 'clear' });
    },
    close() {
      send({ type: 'clear' });
      on.onClose();
    },
  };
}
