import { addDays } from '../../../shared/weeks.ts';
import type { PageContext } from '../pages-view.ts';
import { storiesOf } from '../stories.ts';
import { type PledgeWords, pledgesOf, samePledge } from './pledge.ts';

/*
 * The first month, in which there is nothing to show yet: a leader's promise, one thing that was put right, and paper for
 * the wall and the team meeting. No count of anything appears here.
 */

/** Long enough for a desk that begins, short enough to be believed. */
const FIRST_ANSWERS_DAYS = 28;

export interface PledgeRow extends PledgeWords {
  readonly id: string;
  readonly by: string;
  readonly mine: boolean;
  readonly approvedBy: string | null;
  readonly state: 'open' | 'on-its-way' | 'told';
}

export interface LaunchPage {
  readonly page: 'launch';
  /** What waits for a second member, or is in force. */
  readonly pledges: readonly PledgeRow[];
  /** What every computer shows. */
  readonly told: PledgeWords | null;
  /** Another desk tells it; then this one cannot. */
  readonly elsewhere: boolean;
  /** Something was put right and is told, or is on its way. */
  readonly story: boolean;
  /** There is a bulletin that all this can enter. */
  readonly bulletin: boolean;
  readonly today: string;
  /** A day by which first answers are easily there. */
  readonly suggested: string;
}

export function launchPage({ room, bulletin, member, today, label }: PageContext): LaunchPage {
  const desk = room.desk().id;
  const pledges = pledgesOf(room.log());
  const inForce = pledges.findLast(({ approvedBy }) => approvedBy !== null);
  const told = bulletin?.pledge;
  const stories = storiesOf(room.log(), () => undefined);
  return {
    page: 'launch',
    pledges: pledges.flatMap((each): PledgeRow[] => {
      const { id, by, pledge, approvedBy, state } = each;
      if (state === 'withdrawn' || (state === 'confirmed' && each !== inForce)) return [];
      const there = samePledge(told, { desk, ...pledge });
      return [
        {
          ...pledge,
          id,
          by: label(by),
          mine: by === member,
          approvedBy: approvedBy === null ? null : label(approvedBy),
          state: state === 'open' ? 'open' : there ? 'told' : 'on-its-way',
        },
      ];
    }),
    told: told ?? null,
    elsewhere: told !== undefined && told.desk !== desk,
    story: stories.some(({ state }) => state === 'confirmed') || (bulletin?.stories.length ?? 0) > 0,
    bulletin: bulletin !== null,
    today,
    suggested: addDays(today, FIRST_ANSWERS_DAYS),
  };
}
