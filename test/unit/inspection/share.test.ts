import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedPackOf } from '../../../extension/inbox/inspection/share.ts';
import { type DeskPack, isBalanced, type SharedPack } from '../../../shared/inspection.ts';

/*
 * What somebody can work out who has every shared pack of a chain, knows the rule by heart, and has the total of concerns
 * and signals that the desk shows for each quarter elsewhere.
 */

/** One quarter as it was; what it began with is what the one before left. */
interface Quarter {
  readonly received: number;
  readonly reopened: number;
  readonly closed: number;
  readonly moved: number;
  readonly deleted: number;
  readonly held: number;
  readonly signals: number;
}

function packsOf(first: number, quarters: readonly Quarter[]): DeskPack[] | null {
  let opening = first;
  const packs: DeskPack[] = [];
  for (const { received, reopened, closed, moved, deleted, held, signals } of quarters) {
    const open = opening + received - closed - moved - deleted - held;
    if (open < 0 || reopened > received) return null;
    const of = (what: 'closed' | 'held' | 'moved', times: number): DeskPack['decisions'] =>
      Array.from({ length: times }, () => ({
        case: null,
        week: '2026-W30',
        what,
        why: null,
        by: 'HR',
        agreed: null,
      }));
    packs.push({
      copy: 'desk',
      v: 1,
      organisation: 'Hospital',
      desk: 'People',
      quarter: '2026-Q1',
      made: '2026-W41',
      previous: null,
      balance: { opening, received, reopened, closed, moved, held, deleted, open },
      signals,
      clocks: { acknowledge: { due: received, kept: closed }, answer: { due: closed, kept: closed } },
      decisions: [...of('closed', closed), ...of('moved', moved), ...of('held', held)],
      carried: [],
      log: { heads: 'A'.repeat(43), missing: 0 },
      salt: 'A'.repeat(43),
    });
    opening = held + open;
  }
  return packs;
}

/** All that is seen of a chain; the clocks, told in steps of five and of 11 or more, are left out. */
function seenOf(packs: readonly DeskPack[]): string {
  return JSON.stringify(
    packs.map((desk) => {
      const { balance, signals, decisions } = sharedPackOf(desk, null);
      const total = desk.balance.received - desk.balance.reopened + desk.signals;
      return { balance, signals, decisions, total: total > 0 && total < 11 ? null : total };
    }),
  );
}

const small = fc.integer({ min: 0, max: 12 });
const any = fc.oneof(small, fc.integer({ min: 0, max: 60 }));
const quarter: fc.Arbitrary<Quarter> = fc.record({
  received: any,
  reopened: fc.oneof(fc.constant(0), small),
  closed: any,
  moved: small,
  deleted: fc.oneof(fc.constant(0), small),
  held: small,
  signals: any,
});
const chains = fc
  .tuple(fc.oneof(small, fc.constant(40)), fc.array(quarter, { minLength: 1, maxLength: 3 }))
  .filter(([first, quarters]) => packsOf(first, quarters) !== null);

const FIELDS = ['received', 'reopened', 'closed', 'moved', 'deleted', 'held', 'signals'] as const;
const STEPS = Array.from({ length: 12 }, (_, n) => [n + 1, -n - 1]).flat();

/** How many numbers one hidden count could be: other worlds that look the same, found by moving concerns about. */
function possible(
  first: number,
  quarters: readonly Quarter[],
  at: number,
  field: (typeof FIELDS)[number],
): number {
  const seen = seenOf(packsOf(first, quarters) ?? []);
  const found = new Set<number>([quarters[at]?.[field] ?? 0]);
  const others = FIELDS.filter((name) => name !== field);
  for (const step of STEPS) {
    const tries: Partial<Record<(typeof FIELDS)[number], number>>[] = [
      {},
      ...others.flatMap((one) => [
        { [one]: step },
        { [one]: -step },
        ...others.flatMap((two) => [
          { [one]: step, [two]: step },
          { [one]: step, [two]: -step },
          { [one]: -step, [two]: -step },
        ]),
      ]),
    ];
    for (const moved of tries) {
      const world = { ...(quarters[at] as Quarter) };
      for (const name of FIELDS) {
        Object.assign(world, { [name]: world[name] + (name === field ? step : (moved[name] ?? 0)) });
      }
      if (FIELDS.some((name) => world[name] < 0)) continue;
      const packs = packsOf(first, quarters.with(at, world));
      if (packs === null || seenOf(packs) !== seen) continue;
      found.add(world[field]);
      break;
    }
  }
  return found.size;
}

describe('the copy to share', () => {
  it('shows no number from 1 to 10, and what it shows adds up', () => {
    fc.assert(
      fc.property(chains, ([first, quarters]) => {
        for (const desk of packsOf(first, quarters) ?? []) {
          const shared: SharedPack = sharedPackOf(desk, null);
          const numbers = [
            ...Object.values(shared.balance),
            shared.signals,
            shared.clocks.answer.due,
            shared.clocks.acknowledge.due,
            ...shared.decisions.map(({ count }) => count),
          ];
          expect(numbers.filter((count) => count !== null && count > 0 && count < 11)).toEqual([]);
          expect(isBalanced(shared)).toBe(true);
        }
      }),
    );
  });

  it('leaves every small count of a chain free: none of them can be worked out', () => {
    let hidden = 0;
    fc.assert(
      fc.property(chains, ([first, quarters]) => {
        for (const [at, each] of quarters.entries()) {
          for (const field of FIELDS) {
            const value = each[field];
            if (value === 0 || value > 10) continue;
            hidden++;
            expect(possible(first, quarters, at, field)).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(hidden).toBeGreaterThan(10);
  });

  it('would notice a rule that hides small numbers alone', () => {
    const quarters = [{ received: 40, reopened: 0, closed: 60, moved: 3, deleted: 0, held: 0, signals: 30 }];
    const [desk] = packsOf(40, quarters) ?? [];
    const { balance } = sharedPackOf(desk as DeskPack, null);
    expect(balance).toMatchObject({ finished: 63, closed: null, moved: null, carried: 17 });
  });

  it('names roles without numbers, and says that kept promises were kept in steps of five', () => {
    const [desk] = packsOf(20, [
      { received: 40, reopened: 0, closed: 33, moved: 0, deleted: 0, held: 0, signals: 30 },
    ]) as [DeskPack];
    const shared = sharedPackOf(desk, null);
    expect(shared.roles).toEqual(['HR']);
    expect(shared.clocks.acknowledge).toEqual({ due: 40, share: 80 });
    expect(JSON.stringify(shared)).not.toContain(desk.salt);
  });
});
