import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDeskPack, type OnTheBooks } from '../../../extension/inbox/inspection/make.ts';
import { goneOn, sundayOf } from '../../../extension/inbox/inspection/states.ts';
import { type DeskPack, hashOfPack, isBalanced } from '../../../shared/inspection.ts';
import { addDays, isoWeekOf } from '../../../shared/weeks.ts';
import { ADA, BEN, CONCERNS, event, kid } from '../inbox/team-steps.ts';
import { type Concern, eventsSeenOn, isHere, QUARTERS, RETENTION, standingOn, years } from './years.ts';

const ROLES = new Map([
  [kid(ADA), 'Patient safety'],
  [kid(BEN), 'Guardian'],
]);
const SALT = new Uint8Array(32);

/** The packs of a year, each made so many days after its quarter ended, from what was still there. */
function chainOf(concerns: readonly Concern[], lateDays: readonly number[]): DeskPack[] {
  const packs: DeskPack[] = [];
  for (const [at, quarter] of QUARTERS.entries()) {
    const today = addDays(quarter.last, lateDays[at] ?? 1);
    const before = packs.at(-1);
    packs.push(
      makeDeskPack({
        organisation: 'Hospital',
        desk: 'Patient safety',
        quarter,
        today,
        previous: before === undefined ? null : { pack: before, hash: hashOfPack(before) },
        concerns: concerns
          .filter((concern) => isHere(concern, today))
          .map(({ id, released }): OnTheBooks => ({ id: kid(id), releaseDay: released, signal: false })),
        events: eventsSeenOn(concerns, today),
        retentionDays: RETENTION,
        roles: ROLES,
        salt: SALT,
      }),
    );
  }
  return packs;
}

/** Finished, open again at the end of a quarter, and gone before its pack was made: see the test of its own. */
function wentUnseen(concern: Concern, lateDays: readonly number[]): boolean {
  return QUARTERS.some(({ first, last }, at) => {
    const began = standingOn(concern, addDays(first, -1));
    const ended = standingOn(concern, last);
    const back =
      (began === 'closed' || began === 'moved') &&
      (ended === 'open' || ended === 'deleted' || ended === 'held');
    return back && !isHere(concern, addDays(last, lateDays[at] ?? 1));
  });
}

/** A concern of the quarter's first day is there for 180 days, which are 88 after the quarter's 92. */
const late = fc.array(fc.integer({ min: 1, max: 88 }), { minLength: 4, maxLength: 4 });

describe('an inspection pack', () => {
  it('balances over any year, and each quarter begins with what the one before carried over', () => {
    fc.assert(
      fc.property(years, late, (concerns, days) => {
        const packs = chainOf(concerns, days);
        for (const [at, pack] of packs.entries()) {
          expect(isBalanced(pack)).toBe(true);
          const before = packs[at - 1];
          if (before === undefined) continue;
          expect(pack.balance.opening).toBe(before.balance.held + before.balance.open);
          expect(pack.previous).toBe(hashOfPack(before));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says of every concern what became of it, as whoever saw the whole year knows', () => {
    fc.assert(
      fc.property(years, late, (drawn, days) => {
        const concerns = drawn.filter((concern) => !wentUnseen(concern, days));
        const packs = chainOf(concerns, days);
        for (const [at, quarter] of QUARTERS.entries()) {
          const dayBefore = addDays(quarter.first, -1);
          const open = (standing: string): boolean => standing === 'open' || standing === 'held';
          const on = concerns.map((concern) => ({
            began: standingOn(concern, dayBefore),
            ended: standingOn(concern, quarter.last),
          }));
          const booked = on.filter(
            ({ began, ended }) => open(began) || (began === 'not-yet' && ended !== 'not-yet') || open(ended),
          );
          const ended = (what: string): number => booked.filter((one) => one.ended === what).length;
          expect(packs[at]?.balance).toEqual({
            opening: booked.filter(({ began }) => open(began)).length,
            received: booked.filter(({ began }) => !open(began)).length,
            reopened: booked.filter(({ began }) => began === 'closed' || began === 'moved').length,
            closed: ended('closed'),
            moved: ended('moved'),
            held: ended('held'),
            deleted: ended('deleted'),
            open: ended('open'),
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts what was finished, came back, and went with its week before the pack was made', () => {
    const concern: Concern = {
      id: CONCERNS[0],
      released: '2026-01-01',
      moves: [
        { day: '2026-01-02', what: 'close' },
        { day: '2026-04-01', what: 'reopen' },
      ],
    };
    const [, second, third] = chainOf([concern], [1, 20, 1, 1]);
    expect(second?.balance).toMatchObject({ received: 1, reopened: 1, deleted: 1, open: 0 });
    expect(third?.balance).toMatchObject({ opening: 0, received: 0 });
  });

  it('counts each clock once, in the quarter in which it was met or ran out', () => {
    const concern = (n: number, released: string, acked: string | null): Concern => ({
      id: CONCERNS[n] as Concern['id'],
      released,
      moves: acked === null ? [] : [{ day: acked, what: 'acknowledge' }],
    });
    const packs = chainOf(
      [
        concern(0, '2026-03-26', '2026-04-01'),
        concern(1, '2026-03-30', null),
        concern(2, '2026-02-02', '2026-02-20'),
      ],
      [1, 1, 1, 1],
    );
    expect(packs.map(({ clocks }) => clocks.acknowledge)).toEqual([
      { due: 1, kept: 0 },
      { due: 2, kept: 1 },
      { due: 0, kept: 0 },
      { due: 0, kept: 0 },
    ]);
    // Nobody answered: due on 1 July, 6 July and 20 May, even where the concern is deleted by the time of the pack.
    expect(packs.map(({ clocks }) => clocks.answer.due)).toEqual([0, 1, 2, 0]);
    expect(packs.map(({ clocks }) => clocks.answer.kept)).toEqual([0, 0, 0, 0]);
  });

  it('names who decided by their roles, with the second member beside, and no word of anybody', () => {
    const concerns: Concern[] = [
      {
        id: CONCERNS[0],
        released: '2026-01-05',
        moves: [
          { day: '2026-01-07', what: 'hold' },
          { day: '2026-01-20', what: 'move' },
        ],
      },
      { id: CONCERNS[1], released: '2026-01-05', moves: [{ day: '2026-04-02', what: 'close' }] },
    ];
    const [first, second] = chainOf(concerns, [1, 1, 1, 1]);
    const about = `C-${kid(CONCERNS[0]).slice(0, 12)}`;
    const by = { by: 'Patient safety', agreed: 'Guardian', case: about };
    expect(first?.decisions).toEqual([
      { ...by, week: '2026-W02', what: 'held', why: null },
      { ...by, week: '2026-W04', what: 'moved', why: 'police' },
    ]);
    expect(second?.decisions.map(({ what, why, agreed }) => [what, why, agreed])).toEqual([
      ['closed', 'resolved', null],
    ]);
    const text = JSON.stringify([first, second]);
    for (const word of ['inquest', 'Station', 'done', kid(ADA)]) expect(text).not.toContain(word);
  });

  it('leaves taps without words off the balance, and follows a merged concern to where it is dealt with', () => {
    const [one, two] = CONCERNS;
    const merge = event('merge', { type: 'merged', into: two }, { concern: one, day: '2026-02-01' });
    const close = event(
      'close',
      { type: 'closed', reason: 'resolved', line: 'x' },
      { concern: two, day: '2026-02-02', heads: [merge.id] },
    );
    const pack = makeDeskPack({
      organisation: 'Hospital',
      desk: 'People',
      quarter: QUARTERS[0],
      today: '2026-04-02',
      previous: null,
      concerns: [
        { id: kid(one), releaseDay: '2026-01-20', signal: false },
        { id: kid(two), releaseDay: '2026-01-20', signal: false },
        { id: kid(CONCERNS[2]), releaseDay: '2026-01-20', signal: true },
      ],
      events: [merge, close],
      retentionDays: RETENTION,
      roles: ROLES,
      salt: SALT,
    });
    expect(pack.balance).toMatchObject({ received: 2, closed: 2, open: 0 });
    expect(pack.signals).toBe(1);
  });

  it('knows the last day of a week, and when its concerns are gone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (days) => {
        const day = addDays('2020-01-01', days);
        const sunday = sundayOf(isoWeekOf(day));
        expect(isoWeekOf(sunday)).toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(sunday, 1))).not.toBe(isoWeekOf(day));
      }),
    );
    expect(goneOn('2026-W01', 180)).toBe('2026-07-04');
  });
});
