import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueItem } from '../../../extension/inbox/queue.ts';
import { nextBulletin, promisesKept, storiesOf } from '../../../extension/inbox/stories.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { UNTOUCHED } from '../../../extension/inbox/triage.ts';
import type { Bulletin } from '../../../shared/bulletin.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays } from '../../../shared/weeks.ts';
import { ADA, BEN, CONCERNS, event, kid } from './team-steps.ts';

const TODAY = '2026-11-24';
const STORY: TeamAction = { type: 'told', said: 'Pumps look alike.', did: 'Labels have colours.' };
const BULLETIN: Bulletin = {
  v: 1,
  serial: 4,
  issued: '2026-11-01',
  language: 'en',
  emergency: { label: 'Now?', number: '2222' },
  fallback: { phone: '4411', paper: 'a form' },
  places: [],
  support: [],
  stories: [{ said: 'The lift phone was dead.', did: 'It is tested on Mondays.', week: '2026-W45' }],
  notices: [],
};
const NONE = { acknowledged: null, answered: null };

const told = event('story', STORY, { concern: null });
const approved = (by = BEN): OpenedTeamEvent =>
  event('approve', { type: 'confirmed', event: told.id }, { concern: null, by, heads: [told.id] });
const stories = (...events: OpenedTeamEvent[]) => storiesOf(foldTeamLog(events), () => undefined);

describe('a story', () => {
  it('enters the bulletin when another member approved it, and not before', () => {
    expect(nextBulletin(BULLETIN, 1, stories(told), NONE, TODAY)).toBeNull();
    expect(nextBulletin(BULLETIN, 1, stories(told, approved(ADA)), NONE, TODAY)).toBeNull();
    const next = nextBulletin(BULLETIN, 1, stories(told, approved()), NONE, TODAY);
    expect(next?.serial).toBe(5);
    expect(next?.stories).toEqual([
      { said: 'Pumps look alike.', did: 'Labels have colours.', week: '2026-W48' },
      BULLETIN.stories[0],
    ]);
    expect(nextBulletin(next as Bulletin, 1, stories(told, approved()), NONE, TODAY)).toBeNull();
  });

  it('leaves it when one member withdraws it, and takes no other desk’s story along', () => {
    const there = nextBulletin(BULLETIN, 1, stories(told, approved()), NONE, TODAY) as Bulletin;
    const enough = event(
      'enough',
      { type: 'withdrawn', event: told.id },
      { concern: null, heads: [approved().id] },
    );
    const next = nextBulletin(there, 1, stories(told, approved(), enough), NONE, TODAY);
    expect(next?.stories).toEqual(BULLETIN.stories);
  });

  it('about a fresh concern waits until two weeks after its release', () => {
    const about = event('about', STORY, { concern: CONCERNS[0] });
    const agree = event('agree', { type: 'confirmed', event: about.id }, { by: BEN, heads: [about.id] });
    const log = foldTeamLog([about, agree]);
    const released = (concern: string) => (concern === kid(CONCERNS[0]) ? '2026-11-20' : undefined);
    const found = storiesOf(log, released);
    expect(found[0]?.from).toBe('2026-12-04');
    expect(nextBulletin(BULLETIN, 1, found, NONE, '2026-12-03')).toBeNull();
    expect(nextBulletin(BULLETIN, 1, found, NONE, '2026-12-04')).not.toBeNull();
  });
});

/** A concern that was acknowledged, or not, so many days after its release. */
function item(id: number, releaseDay: string, ackAfter: number | null): QueueItem {
  const by = kid(ADA);
  const acknowledged = ackAfter === null ? null : { day: addDays(releaseDay, ackAfter), by };
  return {
    id: `${id}`,
    opened: { state: 'read', signal: false },
    releaseDay,
    triage: { ...UNTOUCHED, acknowledged },
  } as unknown as QueueItem;
}

describe('promises', () => {
  it('say nothing of fewer than eleven, and nothing of what is not decided yet', () => {
    const late = Array.from({ length: 10 }, (_, n) => item(n, '2026-11-01', 8));
    expect(promisesKept(late, TODAY).acknowledged).toBeNull();
    const fresh = Array.from({ length: 30 }, (_, n) => item(100 + n, TODAY, null));
    expect(promisesKept([...late, ...fresh], TODAY)).toEqual(NONE);
    expect(promisesKept([...late, item(10, '2026-11-01', 7)], TODAY).acknowledged).toBe(5);
  });

  it('are told in steps of five, never better than they were kept, and whole only when all were', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (kept, missed) => {
        const items = [
          ...Array.from({ length: kept }, (_, n) => item(n, '2026-11-01', 3)),
          ...Array.from({ length: missed }, (_, n) => item(100 + n, '2026-11-01', 9)),
        ];
        const { acknowledged } = promisesKept(items, TODAY);
        if (kept + missed < 11) {
          expect(acknowledged).toBeNull();
          return;
        }
        expect((acknowledged ?? 1) % 5).toBe(0);
        expect(acknowledged).toBeLessThanOrEqual((100 * kept) / (kept + missed));
        expect(acknowledged === 100).toBe(missed === 0);
      }),
    );
  });

  it('enter the bulletin once a week and desk by desk', () => {
    const first = nextBulletin(BULLETIN, 2, [], { acknowledged: 95, answered: null }, TODAY) as Bulletin;
    expect(first.promises).toEqual([{ desk: 2, week: '2026-W48', acknowledged: 95 }]);
    expect(nextBulletin(first, 2, [], { acknowledged: 90, answered: null }, TODAY)).toBeNull();
    const second = nextBulletin(first, 1, [], { acknowledged: 80, answered: 75 }, TODAY) as Bulletin;
    expect(second.promises?.map(({ desk }) => desk)).toEqual([1, 2]);
    const later = nextBulletin(second, 2, [], { acknowledged: 90, answered: null }, '2026-12-01') as Bulletin;
    expect(later.promises?.[1]).toEqual({ desk: 2, week: '2026-W49', acknowledged: 90 });
  });
});
