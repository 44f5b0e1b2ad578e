import type { Queue } from './queue.ts';

/*
 * What an inbox tells the mailroom for the desk's daily line: numbers of concerns by the day they are due, and nothing
 * of any of them. Signals and practice have no clock, so they are not in it.
 */

export interface DueOn {
  readonly day: string;
  readonly acknowledge: number;
  /** An answer, or the next step that one has promised. */
  readonly answer: number;
}

export interface Standing {
  readonly v: 1;
  /** The latest release day that this inbox knows. */
  readonly day: string;
  /** Envelopes released on that day that it has. */
  readonly seen: number;
  readonly due: readonly DueOn[];
}

/** `newest` is the latest release day with how many envelopes it brought; `null` for an empty desk. */
export function standingOf(
  { concerns }: Queue,
  newest: { readonly day: string; readonly count: number } | null,
  today: string,
): Standing {
  const days = new Map<string, { acknowledge: number; answer: number }>();
  for (const { due } of concerns) {
    if (due === null) continue;
    const on = days.get(due.day) ?? { acknowledge: 0, answer: 0 };
    if (due.what === 'acknowledge') on.acknowledge++;
    else on.answer++;
    days.set(due.day, on);
  }
  const due = [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return { v: 1, day: newest?.day ?? today, seen: newest?.count ?? 0, due };
}
