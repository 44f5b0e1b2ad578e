import { weekStart } from '../clocks.ts';
import type { PageContext } from '../pages-view.ts';
import { type CaseState, casesOf } from './cases.ts';

export interface CaseRow {
  readonly id: string;
  readonly concern: string | null;
  /** The hospital it came from; `null` for our own. */
  readonly from: string | null;
  readonly happened: string;
  readonly learnt: string;
  readonly changed: string;
  readonly by: string;
  readonly mine: boolean;
  readonly approvedBy: string | null;
  readonly state: CaseState['state'];
  /** Monday of the week in which it was written or taken in. */
  readonly week: string;
}

export interface CasesPage {
  readonly page: 'cases';
  readonly own: readonly CaseRow[];
  readonly elsewhere: readonly CaseRow[];
  /** The hospital's own name, as cards carry it. */
  readonly organisation: string;
}

/** Cards of the desk that were not taken back. */
export function casesPage({ room, keyring, member, label }: PageContext): CasesPage {
  const rows = casesOf(room.log())
    .filter(({ state }) => state !== 'withdrawn')
    .map(
      ({ by, day, approved, ...card }): CaseRow => ({
        id: card.id,
        concern: card.concern,
        from: card.from,
        happened: card.happened,
        learnt: card.learnt,
        changed: card.changed,
        state: card.state,
        by: label(by),
        mine: by === member,
        approvedBy: approved === null ? null : label(approved.by),
        week: weekStart(day),
      }),
    );
  return {
    page: 'cases',
    own: rows.filter(({ from }) => from === null),
    elsewhere: rows.filter(({ from }) => from !== null),
    organisation: keyring.org.name,
  };
}
