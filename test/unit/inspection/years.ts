import fc from 'fast-check';
import { goneOn } from '../../../extension/inbox/inspection/states.ts';
import { u32, utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays, isoWeekOf } from '../../../shared/weeks.ts';
import { ADA, BEN, kid } from '../inbox/team-steps.ts';

/*
 * A year of a desk, made up: concerns, what members did to them day by day, and what was deleted when. It knows where each
 * concern stood on each day without asking the team log.
 */

export const RETENTION = 180;
export const QUARTERS = [
  { name: '2026-Q1', first: '2026-01-01', last: '2026-03-31' },
  { name: '2026-Q2', first: '2026-04-01', last: '2026-06-30' },
  { name: '2026-Q3', first: '2026-07-01', last: '2026-09-30' },
  { name: '2026-Q4', first: '2026-10-01', last: '2026-12-31' },
] as const;

type Move = 'acknowledge' | 'close' | 'reopen' | 'hold' | 'release' | 'move';
export type Standing = 'closed' | 'moved' | 'held' | 'open' | 'deleted' | 'not-yet';

export interface Concern {
  readonly id: Uint8Array<ArrayBuffer>;
  readonly released: string;
  /** Later days come later in the list; nothing happens to what has been deleted. */
  readonly moves: readonly { readonly day: string; readonly what: Move }[];
}

export const years: fc.Arbitrary<Concern[]> = fc
  .array(
    fc.record({
      released: fc.integer({ min: 0, max: 360 }),
      moves: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 120 }),
          fc.constantFrom<Move>('acknowledge', 'close', 'close', 'reopen', 'hold', 'release', 'move'),
        ),
        { maxLength: 6 },
      ),
    }),
    { maxLength: 24 },
  )
  .map((drawn) =>
    drawn.map(({ released: at, moves }, n) => {
      const released = addDays('2026-01-01', at);
      let day = released;
      const dated = moves.map(([after, what]) => {
        day = addDays(day, after);
        return { day, what };
      });
      return alive({ id: sha256(utf8(`c${n}`), u32(n)), released, moves: dated });
    }),
  );

/** Without what would have been done to a concern that was gone by then, or after the year. */
function alive(concern: Concern): Concern {
  const moves: Concern['moves'][number][] = [];
  for (const move of concern.moves) {
    if (move.day > '2027-01-31' || !isHere({ ...concern, moves }, move.day)) break;
    moves.push(move);
  }
  return { ...concern, moves };
}

export function standingOn({ released, moves }: Concern, day: string): Standing {
  if (released > day) return 'not-yet';
  let closed: 'closed' | 'moved' | null = null;
  let held = false;
  let gone = false;
  const goes = goneOn(isoWeekOf(released), RETENTION);
  for (const move of [...moves.filter((each) => each.day <= day), { day: addDays(day, 1), what: null }]) {
    // Until this move nothing changed: was it deleted meanwhile?
    if (!held && goes <= addDays(move.day, -1)) gone = true;
    if (gone) break;
    if (move.what === 'close') closed = 'closed';
    if (move.what === 'move') closed = 'moved';
    if (move.what === 'reopen') closed = null;
    if (move.what === 'hold') held = true;
    if (move.what === 'release') held = false;
  }
  return closed ?? (gone ? 'deleted' : held ? 'held' : 'open');
}

/** Whether the concern can still be read on a day: a closed one is deleted like the others. */
export function isHere(concern: Concern, day: string): boolean {
  const open = {
    ...concern,
    moves: concern.moves.filter(({ what }) => what === 'hold' || what === 'release'),
  };
  const standing = standingOn(open, day);
  return standing !== 'deleted' && standing !== 'not-yet';
}

/** The team log of all that, of which a day sees what is young enough; a held concern's copy stands for older events. */
export function eventsSeenOn(concerns: readonly Concern[], day: string): OpenedTeamEvent[] {
  return concerns.flatMap((concern) => {
    const all = eventsOf(concern);
    return isHere(concern, day)
      ? all.filter((event) => event.day <= day)
      : all.filter((event) => event.day <= day && addDays(event.day, RETENTION) >= day);
  });
}

/** An inbox seals a held concern anew so often. */
const COPY_DAYS = 60;

function eventsOf({ id, released, moves }: Concern): OpenedTeamEvent[] {
  const events: OpenedTeamEvent[] = [];
  const add = (day: string, by: typeof ADA, what: TeamAction): OpenedTeamEvent => {
    const heads = events.slice(-1).map((event) => event.id);
    const name = utf8(`${kid(id)} ${events.length}`);
    const event = { v: 1 as const, desk: 1, id: sha256(name), by, heads, day, concern: id, what };
    events.push(event);
    return event;
  };
  const both = (day: string, what: TeamAction): void => {
    const proposed = add(day, ADA, what);
    add(day, BEN, { type: 'confirmed', event: proposed.id });
  };
  let copied: string | null = null;
  const copiesUntil = (day: string): void => {
    for (; copied !== null && copied < day; copied = addDays(copied, COPY_DAYS)) {
      add(copied, ADA, { type: 'kept', copy: utf8('x'), released, reason: 'inquest' });
    }
  };
  for (const { day, what } of [...moves, { day: '2027-02-01', what: null }]) {
    copiesUntil(day);
    if (what === 'hold') copied ??= day;
    if (what === 'release') copied = null;
    switch (what) {
      case 'acknowledge':
        add(day, BEN, { type: 'acknowledged' });
        break;
      case 'close':
        add(day, ADA, { type: 'in-review' });
        add(day, ADA, { type: 'closed', reason: 'resolved', line: 'done' });
        break;
      case 'reopen':
        add(day, BEN, { type: 'in-review' });
        break;
      case 'hold':
        both(day, { type: 'held', reason: 'inquest' });
        break;
      case 'release':
        both(day, { type: 'released', reason: 'over' });
        break;
      case 'move':
        both(day, { type: 'moved', route: 'police', name: 'Station', reference: '7' });
        break;
    }
  }
  return events;
}
