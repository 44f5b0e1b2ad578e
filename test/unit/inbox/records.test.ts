import { describe, expect, it } from 'vitest';
import { answerView } from '../../../extension/inbox/answer-view.ts';
import { deskRoom } from '../../../extension/inbox/desk-room.ts';
import type { QueueItem } from '../../../extension/inbox/queue.ts';
import { copiesDue, goingSoon, newlyDeleted, timeIsOver } from '../../../extension/inbox/records.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { UNTOUCHED } from '../../../extension/inbox/triage.ts';
import { decodeConcern, encodeConcern } from '../../../shared/concern.ts';
import type { Desk } from '../../../shared/keyring.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays } from '../../../shared/weeks.ts';
import { ADA, BEN, CONCERNS, event, inTurn, kid } from './team-steps.ts';

const TODAY = '2026-11-24';
const HELD: TeamAction = { type: 'held', reason: 'inquest' };
const CONCERN = { v: 1, tax: '1.0.0', kind: 'hazard', t: { what: 'The rail is loose.' } } as const;
const KEPT: TeamAction = {
  type: 'kept',
  copy: encodeConcern(CONCERN),
  released: '2026-05-01',
  reason: 'inquest',
};

function held(): OpenedTeamEvent[] {
  const [first] = inTurn([ADA, HELD]) as [OpenedTeamEvent];
  return inTurn([ADA, HELD], [BEN, { type: 'confirmed', event: first.id }]);
}

function item(releaseDay: string, triage: Partial<QueueItem['triage']> = {}): QueueItem {
  return {
    id: kid(CONCERNS[0]),
    opened: { id: kid(CONCERNS[0]), state: 'read', concern: CONCERN, signal: false },
    releaseDay,
    triage: { ...UNTOUCHED, ...triage },
  } as unknown as QueueItem;
}

const sealed = (releaseDay: string, id = kid(CONCERNS[0])) => ({
  id,
  desk: 1,
  deskKid: 'week',
  releaseDay,
  envelope: 'sealed',
});

describe('what goes', () => {
  it('is announced thirty days before, unless it is held', () => {
    const last = addDays(TODAY, -180);
    expect(goingSoon([item(addDays(last, 31))], TODAY, 180)).toHaveLength(0);
    expect(goingSoon([item(addDays(last, 30))], TODAY, 180)).toHaveLength(1);
    const hold = { reason: 'inquest', day: TODAY };
    expect(goingSoon([item(addDays(last, 30), { hold })], TODAY, 180)).toHaveLength(0);
  });

  it('goes by whole weeks, and what is held stays', () => {
    // The week of Monday 18 May 2026 ends on the 24th, and 180 days later is 20 November.
    const log = foldTeamLog(held());
    expect(timeIsOver([sealed('2026-05-18', 'x')], log, '2026-11-20', 180)).toHaveLength(0);
    expect(timeIsOver([sealed('2026-05-18', 'x')], log, '2026-11-21', 180)).toHaveLength(1);
    expect(timeIsOver([sealed('2026-05-18')], log, '2026-11-21', 180)).toHaveLength(0);
  });

  it('is written into the deletion log once', () => {
    const over = [sealed('2026-05-18', 'x'), sealed('2026-05-20', 'y')];
    expect(newlyDeleted(over, [])).toEqual([{ week: '2026-W21', concerns: 2 }]);
    expect(newlyDeleted(over, [{ week: '2026-W21', concerns: 2 }])).toEqual([]);
  });
});

describe('a hold', () => {
  const hold = { reason: 'inquest', day: TODAY };

  it('has a copy made by the first member who may read it, and by a colleague when that takes too long', () => {
    const [first, second] = [kid(ADA), kid(BEN)].sort() as [string, string];
    const due = (member: string, today: string, triage: Partial<QueueItem['triage']> = {}) =>
      copiesDue([item('2026-05-01', { hold, ...triage })], member, [first, second], today);
    expect(due(first, TODAY)).toHaveLength(1);
    expect(due(second, TODAY)).toHaveLength(0);
    expect(due(second, addDays(TODAY, 7))).toHaveLength(1);
    expect(due(second, TODAY, { recused: [first] })).toHaveLength(1);
    const copy = { body: encodeConcern(CONCERN), released: '2026-05-01', day: TODAY };
    expect(due(first, addDays(TODAY, 59), { copy })).toHaveLength(0);
    expect(due(first, addDays(TODAY, 60), { copy })).toHaveLength(1);
    expect(copiesDue([item('2026-05-01')], first, [first], TODAY)).toEqual([]);
    expect(decodeConcern(due(first, TODAY)[0]?.copy as Uint8Array)).toEqual(CONCERN);
  });

  it('stands on its copy alone once nobody can read what began it, until two members end it', () => {
    const kept = event('kept', KEPT);
    expect(foldTeamLog([kept]).concerns.get(kid(CONCERNS[0]))?.hold).toEqual({
      reason: 'inquest',
      day: '2026-11-24',
    });
    const release = event('release', { type: 'released', reason: 'over' }, { heads: [kept.id] });
    const agree = event('agree', { type: 'confirmed', event: release.id }, { by: BEN, heads: [release.id] });
    const late = event('late copy', KEPT);
    const after = foldTeamLog([kept, release, agree, late]).concerns.get(kid(CONCERNS[0]));
    expect(after?.hold).toBeNull();
  });

  it('keeps a concern readable when the mailroom no longer has it', () => {
    const desk = { id: 1, members: [] } as unknown as Desk;
    const room = deskRoom(desk, kid(ADA));
    room.addOpenedEvents(
      [
        ...held(),
        event('kept', KEPT, {
          heads: held()
            .slice(-1)
            .map(({ id }) => id),
        }),
      ].map((one) => ({
        id: kid(one.id),
        state: 'read',
        event: one,
      })),
    );
    const [found] = room.queue(TODAY).concerns;
    expect(found?.opened.state === 'read' && found.opened.concern).toEqual(CONCERN);
    expect(found?.releaseDay).toBe('2026-05-01');
    // The way back to whoever wrote went with the original.
    const around = { others: 0, returned: null, label: () => '' };
    expect(found && answerView(found, around)).toMatchObject({ people: 0, copy: true });
  });
});
