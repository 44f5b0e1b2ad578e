import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { namesShown, type Triage, UNTOUCHED } from '../../../extension/inbox/triage.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { ADA, BEN, CAT, CONCERNS, event, histories, inTurn, kid } from './team-steps.ts';

const stateOf = (events: readonly OpenedTeamEvent[], concern: Bytes = CONCERNS[0]): Triage =>
  foldTeamLog(events).concerns.get(kid(concern)) ?? UNTOUCHED;

const MOVE: TeamAction = { type: 'moved', route: 'safeguarding', name: 'MASH', reference: '12/26' };
const confirm = (of: OpenedTeamEvent): TeamAction => ({ type: 'confirmed', event: of.id });
const withdraw = (of: OpenedTeamEvent): TeamAction => ({ type: 'withdrawn', event: of.id });

/** A proposal, then words on it, each by somebody who has seen everything before. */
function proposal(
  what: TeamAction,
  ...words: readonly (readonly [Bytes, (of: OpenedTeamEvent) => TeamAction])[]
): OpenedTeamEvent[] {
  const [first] = inTurn([ADA, what]) as [OpenedTeamEvent];
  return inTurn([ADA, what], ...words.map(([by, word]) => [by, word(first)] as const));
}

describe('working on a concern together', () => {
  it('comes to one state in any order and with any repetition', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events, ...events], { maxLength: 3 * events.length }),
          ),
        ),
        ([events, some]) => {
          expect(foldTeamLog([...some, ...events.toReversed()])).toEqual(foldTeamLog(events));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never merges concerns in a circle, whoever merges what at the same time', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { concerns } = foldTeamLog(events);
        for (const start of concerns.keys()) {
          let at: string | null = start;
          for (let steps = 0; at !== null; steps++) {
            expect(steps).toBeLessThanOrEqual(CONCERNS.length);
            at = concerns.get(at)?.mergedInto ?? null;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('puts nothing in force that two different members did not agree on', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const log = foldTeamLog(events);
        const proposals = [...log.proposals, ...[...log.concerns.values()].flatMap((each) => each.proposals)];
        for (const { state, by, confirmed } of proposals) {
          if (state === 'confirmed') expect(confirmed?.by).not.toBe(by);
        }
        for (const triage of log.concerns.values()) {
          if (triage.hold === null && triage.moved === null) continue;
          expect(triage.proposals.some(({ state }) => state === 'confirmed')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('grades and tags, the later word counting', () => {
    const events = inTurn(
      [ADA, { type: 'graded', harm: 'mild' }],
      [BEN, { type: 'graded', harm: 'severe' }],
      [ADA, { type: 'tagged', tag: 'pumps', on: true }],
      [BEN, { type: 'tagged', tag: 'alarms', on: true }],
      [ADA, { type: 'tagged', tag: 'pumps', on: false }],
    );
    expect(stateOf(events)).toMatchObject({ harm: 'severe', tags: ['alarms'] });
  });

  it('merges, refuses to merge back, and parts again', () => {
    const there = event('there', { type: 'merged', into: CONCERNS[1] });
    const back = event(
      'back',
      { type: 'merged', into: CONCERNS[0] },
      { concern: CONCERNS[1], heads: [there.id] },
    );
    expect(stateOf([back, there]).mergedInto).toBe(kid(CONCERNS[1]));
    expect(stateOf([back, there], CONCERNS[1]).mergedInto).toBeNull();
    const part = event('part', { type: 'merged', into: null }, { heads: [back.id] });
    expect(stateOf([part, back, there]).mergedInto).toBeNull();
  });
});

describe('stepping aside', () => {
  it('takes a member’s part away, and only a colleague gives it back', () => {
    const events = inTurn(
      [BEN, { type: 'assigned', to: BEN }],
      [BEN, { type: 'revealed' }],
      [BEN, { type: 'recused' }],
      [BEN, { type: 'closed', reason: 'not-safety', line: '' }],
      [BEN, { type: 'readmitted', who: BEN }],
      [BEN, { type: 'revealed' }],
    );
    const aside = stateOf(events);
    expect(aside).toMatchObject({ status: 'new', assignee: null, recused: [kid(BEN)], revealedBy: [] });
    expect(aside.history.map(({ what }) => what.type)).toEqual(['assigned', 'revealed', 'recused']);
    const back = event(
      'back',
      { type: 'readmitted', who: BEN },
      { heads: events.slice(-1).map(({ id }) => id) },
    );
    expect(stateOf([...events, back]).recused).toEqual([]);
  });

  it('does not count as a second member', () => {
    const [move] = inTurn([ADA, MOVE]) as [OpenedTeamEvent];
    const events = inTurn([ADA, MOVE], [BEN, { type: 'recused' }], [BEN, confirm(move)]);
    expect(stateOf(events).moved).toBeNull();
  });
});

describe('names', () => {
  it('show when two members ask, not when one asks twice', () => {
    const twice = inTurn([ADA, { type: 'revealed' }], [ADA, { type: 'revealed' }]);
    expect(namesShown(stateOf(twice))).toBe(false);
    expect(stateOf(twice).history).toHaveLength(1);
    expect(namesShown(stateOf(inTurn([ADA, { type: 'revealed' }], [CAT, { type: 'revealed' }])))).toBe(true);
  });
});

describe('what needs a second member', () => {
  it('moves a concern to the statutory route once another member has confirmed it', () => {
    expect(stateOf(proposal(MOVE)).status).toBe('new');
    expect(stateOf(proposal(MOVE, [ADA, confirm])).moved).toBeNull();
    expect(stateOf(proposal(MOVE, [BEN, confirm]))).toMatchObject({
      status: 'closed',
      closing: { reason: 'moved', line: '' },
      moved: { route: 'safeguarding', name: 'MASH', reference: '12/26' },
      acknowledged: { by: kid(BEN) },
    });
  });

  it('lets a proposal be taken back, and not what is in force', () => {
    expect(stateOf(proposal(MOVE, [ADA, withdraw], [BEN, confirm])).moved).toBeNull();
    expect(stateOf(proposal(MOVE, [BEN, confirm], [CAT, withdraw])).moved).not.toBeNull();
  });

  it('comes back from there when somebody looks into it again', () => {
    const [first] = inTurn([ADA, MOVE]) as [OpenedTeamEvent];
    const events = inTurn([ADA, MOVE], [BEN, confirm(first)], [CAT, { type: 'in-review' }]);
    expect(stateOf(events)).toMatchObject({ status: 'in-review', moved: null, closing: null });
  });

  it('holds, and ends a hold, only by two', () => {
    const [held] = inTurn([ADA, { type: 'held', reason: 'inquest' }]) as [OpenedTeamEvent];
    const start = [
      [ADA, { type: 'held', reason: 'inquest' }],
      [BEN, confirm(held)],
      [BEN, { type: 'released', reason: 'over' }],
    ] as const;
    const before = inTurn(...start);
    expect(stateOf(before).hold).toEqual({ reason: 'inquest', day: '2026-11-24' });
    const release = before[2] as OpenedTeamEvent;
    expect(stateOf(inTurn(...start, [BEN, confirm(release)])).hold).not.toBeNull();
    expect(stateOf(inTurn(...start, [CAT, confirm(release)])).hold).toBeNull();
  });

  it('of the desk: a story needs two to be told, and one to be no longer told', () => {
    const story: TeamAction = { type: 'told', said: 'Pumps look alike', did: 'Labels have colours' };
    const first = event('story', story, { concern: null });
    const agree = event('agree', confirm(first), { concern: null, by: BEN, heads: [first.id] });
    const enough = event('enough', withdraw(first), { concern: null, by: CAT, heads: [agree.id] });
    const states = (...events: OpenedTeamEvent[]) => foldTeamLog(events).proposals.map(({ state }) => state);
    expect(states(first)).toEqual(['open']);
    expect(states(agree, first)).toEqual(['confirmed']);
    expect(states(agree, enough, first)).toEqual(['withdrawn']);
    expect(foldTeamLog([first]).concerns.size).toBe(0);
  });

  it('keeps a log of what was deleted, the highest count of a week', () => {
    const seen = (name: string, concerns: number) =>
      event(name, { type: 'deleted', week: '2026-W20', concerns }, { concern: null });
    expect(foldTeamLog([seen('a', 3), seen('b', 5), seen('c', 4)]).deletions).toEqual([
      { week: '2026-W20', concerns: 5 },
    ]);
  });
});
