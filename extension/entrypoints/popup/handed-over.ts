import * as v from 'valibot';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import { KINDS } from '../../../shared/taxonomy.ts';
import { forget, onRemembered, remember, remembered } from '../../browser/session-memory.ts';
import { composing } from '../../compose/composing.ts';
import type { PanelState } from '../../compose/panel-state.ts';
import { DRAFT_WAITS_MS, isDraftOver, isFlaggedOver } from '../../compose/waiting.ts';
import type { Filed } from './filing.ts';

/*
 * What a panel finds when it opens: a concern that the context menu has just sealed, one that moves from the popup to
 * the side panel, or on personal profiles a draft of the last 15 minutes. All of it in memory (storage.session), and on
 * shared profiles nothing but the moment of moving.
 */

export interface HandedOver {
  readonly state: PanelState;
  /** The language that the person chose, where the panel knows. */
  readonly language: string | null;
  readonly filed: Filed | null;
}

const flaggedSchema = v.strictObject({
  id: v.string(),
  kind: v.picklist(KINDS),
  desk: v.string(),
  atSeconds: v.number(),
});

const draftSchema = v.strictObject({
  moving: v.boolean(),
  at: v.number(),
  language: v.string(),
  // Written by this very page a moment ago, and read by no other party.
  state: v.custom<PanelState>((value) => typeof value === 'object' && value !== null && 'flagged' in value),
  filed: v.nullable(
    v.strictObject({
      id: v.string(),
      receipt: v.nullable(v.strictObject({ seed: v.string(), stretched: v.string() })),
    }),
  ),
});

/** What waits for a panel that opens now, taken away so that it is found once; `null` for the first screen. */
export async function takeHandedOver(profile: string, nowMs: number): Promise<HandedOver | null> {
  const [flagged, draft] = await Promise.all([remembered('flagged'), remembered('draft')]);
  if (flagged !== undefined) await forget('flagged');
  if (draft !== undefined) await forget('draft');
  return fromMenu(flagged, nowMs) ?? fromDraft(draft, profile, nowMs);
}

/** Calls back when the popup hands its concern to this side panel, which is open already. */
export function onHandedOver(callback: (handed: HandedOver) => void): void {
  onRemembered('draft', (value) => {
    const draft = v.safeParse(draftSchema, value);
    if (!draft.success || !draft.output.moving) return;
    const handed = fromDraft(value, 'shared', draft.output.at);
    void forget('draft');
    if (handed !== null) callback(handed);
  });
}

/** `moving`: to the side panel, now. Otherwise as a draft on a personal profile. Receipt words are never kept. */
export async function handOver(
  state: PanelState,
  filed: Filed | null,
  moving: boolean,
  language: string,
  nowMs: number,
): Promise<void> {
  if (state.flagged === null) return forget('draft');
  const receipt = filed?.receipt;
  await remember('draft', {
    moving,
    at: nowMs,
    language,
    state: { ...state, words: null, sheet: null },
    filed: filed && {
      id: filed.id,
      receipt: receipt
        ? { seed: toBase64url(receipt.seed), stretched: toBase64url(receipt.stretched) }
        : null,
    },
  });
}

function fromMenu(value: unknown, nowMs: number): HandedOver | null {
  const parsed = v.safeParse(flaggedSchema, value);
  if (!parsed.success) return null;
  const { id, kind, desk, atSeconds } = parsed.output;
  const at = atSeconds * 1000;
  if (isFlaggedOver(parsed.output, nowMs)) return null;
  const flagging = composing.after(composing.firstScreen, { type: 'flag', kind, now: at }, DRAFT_WAITS_MS);
  const state = composing.after(flagging, { type: 'filed', kind, desk, now: at }, DRAFT_WAITS_MS);
  return { state, language: null, filed: { id, receipt: null } };
}

function fromDraft(value: unknown, profile: string, nowMs: number): HandedOver | null {
  const parsed = v.safeParse(draftSchema, value);
  if (!parsed.success) return null;
  const { moving, language, state, filed } = parsed.output;
  if (isDraftOver(parsed.output, nowMs) || !(moving || profile === 'personal')) return null;
  const receipt = filed?.receipt;
  return {
    state: composing.after(state, { type: 'touch', now: nowMs }, DRAFT_WAITS_MS),
    language,
    filed: filed && {
      id: filed.id,
      receipt: receipt
        ? { seed: fromBase64url(receipt.seed), stretched: fromBase64url(receipt.stretched) }
        : null,
    },
  };
}
