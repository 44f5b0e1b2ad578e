import { DECISIONS, type DeskPack, hashOfPack, type SharedPack } from '../../../shared/inspection.ts';
import { type Shown, SMALLEST_COUNT, shownTotal } from '../trends/suppression.ts';

/*
 * The copy to share. Counts from 1 to 10 are hidden, and whatever would give them away.
 *
 * Packs of a chain hang together: a quarter begins with what the one before carried over. So a balance is shown as a whole
 * or not at all: only when each of opening, received, finished (closed or moved), deleted, carried over (open or on hold)
 * and signals is 0 or 11 and more. Two quarters beside a hidden one then tell what it began and ended with, both 0 or 11
 * and more, and leave all the others free. What finished and carried over are made of is shown only where each part may be
 * shown. Signals count, since the quarter's total of new concerns and signals together is shown elsewhere: where few of the
 * received had been there before, signals are hidden with them, and there must be enough to make up for any of 1 to 10.
 */

const SHARE_STEP = 5;
/** Ten fewer are still 11. */
const ENOUGH_SIGNALS = 2 * SMALLEST_COUNT - 1;

/** What of a desk's pack leaves the desk. `previous` is the hash of the shared pack of the quarter before. */
export function sharedPackOf(desk: DeskPack, previous: string | null): SharedPack {
  const { balance, signals, clocks, decisions } = desk;
  const finished = balance.closed + balance.moved;
  const carried = balance.held + balance.open;
  const fresh = balance.received - balance.reopened;
  const came = [fresh, balance.reopened];
  const signalsFree = allMayBeShown(came) ? allMayBeShown([signals]) : signals >= ENOUGH_SIGNALS;
  const sums = [balance.opening, balance.received, finished, balance.deleted, carried];
  const whole = allMayBeShown(sums) && signalsFree;
  const shown = (parts: readonly number[], value: number): Shown =>
    whole && allMayBeShown(parts) ? value : null;
  const ends = [balance.closed, balance.moved];
  const stays = [balance.held, balance.open];
  const endsShown = whole && allMayBeShown(ends);
  return {
    copy: 'shared',
    v: 1,
    organisation: desk.organisation,
    desk: desk.desk,
    quarter: desk.quarter,
    made: desk.made,
    previous,
    balance: {
      opening: shown([], balance.opening),
      received: shown([], balance.received),
      reopened: shown(came, balance.reopened),
      finished: shown([], finished),
      deleted: shown([], balance.deleted),
      carried: shown([], carried),
      closed: shown(ends, balance.closed),
      moved: shown(ends, balance.moved),
      held: shown(stays, balance.held),
      open: shown(stays, balance.open),
    },
    signals: shown(came, signals),
    clocks: { acknowledge: clockShown(clocks.acknowledge), answer: clockShown(clocks.answer) },
    decisions: DECISIONS.map((what) => {
      const count = decisions.filter((one) => one.what === what).length;
      // Closings and moves add up to what was finished: one shown alone would give the other away.
      const ofBalance = what === 'closed' || what === 'moved' || what === 'junk' || what === 'held';
      return { what, count: ofBalance && !endsShown && count > 0 ? null : shownTotal(count) };
    }),
    roles: [
      ...new Set(decisions.flatMap(({ by, agreed }) => (agreed === null ? [by] : [by, agreed]))),
    ].sort(),
    logGaps: desk.log.missing > 0,
    deskCopy: hashOfPack(desk),
  };
}

function allMayBeShown(counts: readonly number[]): boolean {
  return counts.every((count) => shownTotal(count) !== null);
}

function clockShown({ due, kept }: { due: number; kept: number }): { due: Shown; share: Shown } {
  const share = due < SMALLEST_COUNT ? null : Math.floor((100 * kept) / due / SHARE_STEP) * SHARE_STEP;
  return { due: shownTotal(due), share };
}
