import type { Pulse, PulseAnswer } from '../../shared/pulse.ts';
import type { Reason } from '../../shared/pulse-scales.ts';

/*
 * Answering a pulse, as a pure state machine: one question at a time, each in a tap, all of them to be skipped. What was
 * picked lives here until it is sealed and nowhere else.
 */

export interface Asking {
  readonly pulse: Pulse;
  /** Groups of places that the last question offers; it is left out without any. */
  readonly groups: readonly { readonly code: string; readonly label: string }[];
  /** Place among the questions, from 0. */
  readonly at: number;
  readonly answers: readonly number[];
  readonly reasons: readonly Reason[];
  readonly group: string | null;
}

export type Question =
  | { readonly asks: 'item'; readonly item: number }
  | { readonly asks: 'reasons' }
  | { readonly asks: 'group' };

export type Picked =
  | { readonly pick: 'step'; readonly step: number }
  | { readonly pick: 'reason'; readonly reason: Reason }
  | { readonly pick: 'group'; readonly group: string }
  /** On to the next question, with what was picked, or nothing. */
  | { readonly pick: 'next' }
  | { readonly pick: 'back' };

export function askingFrom(pulse: Pulse, groups: Asking['groups']): Asking {
  return { pulse, groups, at: 0, answers: pulse.items.map(() => 0), reasons: [], group: null };
}

export function questionsOf({ pulse, groups }: Asking): readonly Question[] {
  return [
    ...pulse.items.map((_, item): Question => ({ asks: 'item', item })),
    ...(pulse.reasons === true ? ([{ asks: 'reasons' }] as const) : []),
    ...(groups.length > 0 ? ([{ asks: 'group' }] as const) : []),
  ];
}

/** The question that is on the screen; `null` once all were asked. */
export function questionAt(asking: Asking): Question | null {
  return questionsOf(asking)[asking.at] ?? null;
}

export function askingAfter(asking: Asking, picked: Picked): Asking {
  const question = questionAt(asking);
  const on = { at: asking.at + 1 };
  switch (picked.pick) {
    case 'back':
      return { ...asking, at: Math.max(0, asking.at - 1) };
    case 'next':
      return question === null ? asking : { ...asking, ...on };
    case 'step':
      if (question?.asks !== 'item') return asking;
      return { ...asking, ...on, answers: asking.answers.with(question.item, picked.step) };
    case 'reason': {
      const named = asking.reasons.includes(picked.reason);
      const others = asking.reasons.filter((reason) => reason !== picked.reason);
      return question?.asks === 'reasons'
        ? { ...asking, reasons: named ? others : [...others, picked.reason] }
        : asking;
    }
    case 'group':
      return question?.asks === 'group' ? { ...asking, ...on, group: picked.group } : asking;
  }
}

/** What would be sealed; `null` where nothing was answered. Where somebody works is no answer by itself. */
export function answerOf({ pulse, answers, reasons, group }: Asking): Omit<PulseAnswer, 'v'> | null {
  if (answers.every((step) => step === 0) && reasons.length === 0) return null;
  return {
    pulse: pulse.id,
    answers: [...answers],
    // In an order of its own: which one somebody thought of first is nobody's business.
    ...(reasons.length > 0 && { reasons: [...reasons].sort() }),
    ...(group !== null && { group }),
  };
}

/** All of it for whoever draws the questions. */
export const askingSteps = {
  from: askingFrom,
  after: askingAfter,
  at: questionAt,
  all: questionsOf,
  answer: answerOf,
} as const;
export type AskingSteps = typeof askingSteps;
