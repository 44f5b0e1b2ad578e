import { describe, expect, it } from 'vitest';
import { type Basics, basicsOf, withBasics } from '../../../extension/inbox/bulletin-basics.ts';
import { pledgeInForce, pledgesOf } from '../../../extension/inbox/launch/pledge.ts';
import { nextBulletin } from '../../../extension/inbox/stories.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import type { Bulletin } from '../../../shared/bulletin.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { ADA, BEN, CONCERNS, event } from './team-steps.ts';

const TODAY = '2026-11-24';
const PLEDGE = { name: 'Amara Osei', role: 'Chief nurse', answersBy: '2026-12-18' };
const BULLETIN: Bulletin = {
  v: 1,
  serial: 4,
  issued: '2026-11-01',
  language: 'en',
  emergency: { label: 'Now?', number: '2222' },
  fallback: { phone: '4411', paper: 'a form' },
  places: [],
  support: [],
  stories: [],
  notices: [],
};
const NONE = { acknowledged: null, answered: null };

const pledged = event('pledge', { type: 'pledged', ...PLEDGE }, { concern: null });
const agreed = (by = BEN): OpenedTeamEvent =>
  event('agree', { type: 'confirmed', event: pledged.id }, { concern: null, by, heads: [pledged.id] });
const takenBack = event(
  'stop',
  { type: 'withdrawn', event: pledged.id },
  { concern: null, heads: [agreed().id] },
);
const bulletinAfter = (before: Bulletin, desk: number, ...events: OpenedTeamEvent[]): Bulletin | null =>
  nextBulletin(before, desk, [], NONE, TODAY, pledgesOf(foldTeamLog(events)));

describe('a leader’s promise', () => {
  it('enters the bulletin when another member agreed, once, and not before', () => {
    expect(bulletinAfter(BULLETIN, 1, pledged)).toBeNull();
    expect(bulletinAfter(BULLETIN, 1, pledged, agreed(ADA))).toBeNull();
    const next = bulletinAfter(BULLETIN, 1, pledged, agreed());
    expect(next).toMatchObject({ serial: 5, pledge: { desk: 1, ...PLEDGE } });
    expect(bulletinAfter(next as Bulletin, 1, pledged, agreed())).toBeNull();
  });

  it('leaves it when one member takes it back, and an older one does not come back in its place', () => {
    const there = bulletinAfter(BULLETIN, 1, pledged, agreed()) as Bulletin;
    expect(bulletinAfter(there, 1, pledged, agreed(), takenBack)).not.toHaveProperty('pledge');
    const newer = event(
      'newer',
      { type: 'pledged', ...PLEDGE, words: 'I was silent once.' },
      { concern: null, heads: [agreed().id] },
    );
    const yes = event(
      'yes',
      { type: 'confirmed', event: newer.id },
      { concern: null, by: BEN, heads: [newer.id] },
    );
    const second = bulletinAfter(there, 1, pledged, agreed(), newer, yes) as Bulletin;
    expect(second.pledge?.words).toBe('I was silent once.');
    const stop = event('no', { type: 'withdrawn', event: newer.id }, { concern: null, heads: [yes.id] });
    const log = foldTeamLog([pledged, agreed(), newer, yes, stop]);
    expect(pledgeInForce(pledgesOf(log))).toBeNull();
    expect(bulletinAfter(second, 1, pledged, agreed(), newer, yes, stop)).not.toHaveProperty('pledge');
  });

  it('of another desk stays, and so does one whose events are gone', () => {
    const theirs: Bulletin = { ...BULLETIN, pledge: { desk: 2, ...PLEDGE } };
    expect(bulletinAfter(theirs, 1, pledged, agreed())).toBeNull();
    const old: Bulletin = { ...BULLETIN, pledge: { desk: 1, ...PLEDGE } };
    expect(bulletinAfter(old, 1)).toBeNull();
  });

  it('is nothing that can be said about one concern', () => {
    const about = event('about', { type: 'pledged', ...PLEDGE }, { concern: CONCERNS[0] });
    const yes = event('agree', { type: 'confirmed', event: about.id }, { by: BEN, heads: [about.id] });
    expect(pledgesOf(foldTeamLog([about, yes]))).toEqual([]);
  });

  it('outlives a change of numbers and places', () => {
    const before: Bulletin = { ...BULLETIN, pledge: { desk: 1, ...PLEDGE } };
    const basics: Basics = { ...basicsOf(before, 'en'), phone: '4412' };
    expect(withBasics(before, basics, TODAY)).toMatchObject({ serial: 5, pledge: before.pledge });
  });
});
