import fc from 'fast-check';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, u32, utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays } from '../../../shared/weeks.ts';

/* Three members of a desk and what they do, each knowing some of what the others did. */

export const ADA = u32(1);
export const BEN = u32(2);
export const CAT = u32(3);
export const CONCERNS = [0, 1, 2].map((n) => sha256(utf8(`concern ${n}`))) as [Bytes, Bytes, Bytes];
export const kid = toBase64url;

export function event(
  name: string,
  what: TeamAction,
  { heads = [], concern = CONCERNS[0], by = ADA, day = '2026-11-24' }: Partial<OpenedTeamEvent> = {},
): OpenedTeamEvent {
  return { v: 1, desk: 1, id: sha256(utf8(name)), by, heads, day, concern, what };
}

/** An event that has seen everything before it. */
export function inTurn(...steps: readonly (readonly [Bytes, TeamAction])[]): OpenedTeamEvent[] {
  const events: OpenedTeamEvent[] = [];
  for (const [by, what] of steps) {
    const heads = events.slice(-1).map(({ id }) => id);
    events.push(event(`step ${events.length} ${what.type}`, what, { by, heads }));
  }
  return events;
}

/** An action; `earlier` are events that a second member's word may be about. */
function action(earlier: readonly Bytes[]): fc.Arbitrary<TeamAction> {
  const target = fc.constantFrom(...(earlier.length > 0 ? earlier : [CONCERNS[0]]));
  return fc.oneof(
    fc.constant<TeamAction>({ type: 'acknowledged' }),
    fc.constantFrom<TeamAction>({ type: 'in-review' }, { type: 'closed', reason: 'resolved', line: 'done' }),
    fc.constantFrom(ADA, BEN, null).map((to): TeamAction => ({ type: 'assigned', to })),
    fc.constantFrom('none', 'severe', null).map((harm) => ({ type: 'graded', harm }) as TeamAction),
    fc
      .tuple(fc.constantFrom('pumps', 'nights'), fc.boolean())
      .map(([tag, on]): TeamAction => ({ type: 'tagged', tag, on })),
    fc.constantFrom(...CONCERNS, null).map((into): TeamAction => ({ type: 'merged', into })),
    fc.constant<TeamAction>({ type: 'recused' }),
    fc.constantFrom(ADA, BEN, CAT).map((who): TeamAction => ({ type: 'readmitted', who })),
    fc.constant<TeamAction>({ type: 'revealed' }),
    fc.constant<TeamAction>({ type: 'moved', route: 'police', name: 'Station', reference: '7' }),
    fc.constant<TeamAction>({ type: 'held', reason: 'inquest' }),
    fc.constant<TeamAction>({ type: 'released', reason: 'over' }),
    fc.constant<TeamAction>({ type: 'disclosed', reference: 'SAR-7', text: 'The lift stopped.' }),
    fc.nat({ max: 9 }).map((hits): TeamAction => ({ type: 'searched', reference: 'SAR-7', hits })),
    target.map((of): TeamAction => ({ type: 'confirmed', event: of })),
    target.map((of): TeamAction => ({ type: 'withdrawn', event: of })),
    fc
      .integer({ min: 1, max: 9 })
      .map((concerns): TeamAction => ({ type: 'deleted', week: '2026-W01', concerns })),
  );
}

const steps = fc.array(
  fc.record({
    by: fc.constantFrom(ADA, BEN, CAT),
    concern: fc.constantFrom(...CONCERNS, ...CONCERNS, null),
    day: fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-11-24', days)),
    /** Which of the events so far the author has not seen. */
    unseen: fc.array(fc.nat(50), { maxLength: 6 }),
    pick: fc.nat(),
  }),
  { maxLength: 24 },
);

/** Histories with real concurrency; what is agreed on mostly exists. */
export const histories: fc.Arbitrary<OpenedTeamEvent[]> = steps.chain((drawn) =>
  fc
    .tuple(...drawn.map((_, at) => action(drawn.slice(0, at).map((__, n) => sha256(utf8(`${n}`))))))
    .map((whats) => {
      const events: OpenedTeamEvent[] = [];
      for (const [index, step] of drawn.entries()) {
        const seen = events.filter((_, i) => !step.unseen.some((n) => n % (i + 1) === 0));
        const followed = new Set(seen.flatMap(({ heads }) => heads.map(toBase64url)));
        const heads = seen.filter(({ id }) => !followed.has(toBase64url(id))).map(({ id }) => id);
        const what = whats[index] ?? { type: 'in-review' };
        events.push(event(`${index}`, what, { by: step.by, concern: step.concern, day: step.day, heads }));
      }
      return events;
    }),
);
