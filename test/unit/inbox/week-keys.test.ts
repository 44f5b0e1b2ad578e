import { describe, expect, it } from 'vitest';
import { openShares } from '../../../extension/inbox/desk-keys.ts';
import { makeWeek, missingWeeks, WEEKS_AHEAD } from '../../../extension/inbox/week-keys.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import type { DeskShare } from '../../../shared/desk-secrets.ts';
import { type KeyRecord, keyInUse, verifyKeyRecord } from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { keyWeekAt, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { deskWeek, NOON, newOrganisation, TODAY } from './desk-fixture.ts';

const org = newOrganisation();
const people = org.keyring.desks[0] as (typeof org.keyring.desks)[number];
const madeFor = (keyring = org.keyring) =>
  missingWeeks([], people.id, NOON).map((week) =>
    makeWeek({ desk: people, keyring, week }, org.ada.signing, TODAY, org.random),
  );
const asKept = (share: DeskShare, desk = 1) => ({
  desk,
  member: toBase64url(share.memberKid),
  deskKid: toBase64url(share.deskKid),
  sealed: toBase64url(share.sealed),
});
const recordsOf = (weeks: { record: Parameters<typeof verifyKeyRecord>[0] }[]): Promise<KeyRecord[]> =>
  Promise.all(weeks.map(({ record }) => verifyKeyRecord(record, org.keyring)));

describe('weekly desk keys', () => {
  it('are made for this week and eight to come, without a gap between them', async () => {
    const weeks = madeFor();
    const records = await recordsOf(weeks);
    expect(records).toHaveLength(1 + WEEKS_AHEAD);
    expect(records[0]).toMatchObject(keyWeekAt(NOON));
    for (let week = 0; week <= WEEKS_AHEAD; week++) {
      expect(keyInUse(records, 1, NOON + week * WEEK_SECONDS)).toBeDefined();
    }
    expect(keyInUse(records, 1, NOON + (WEEKS_AHEAD + 1) * WEEK_SECONDS)).toBeUndefined();
  });

  it('are made only where one is missing, desk by desk', async () => {
    const [record] = await recordsOf([deskWeek(org, 1, NOON + 2 * WEEK_SECONDS)]);
    const missing = missingWeeks([record as KeyRecord], 1, NOON);
    expect(missing).toHaveLength(WEEKS_AHEAD);
    expect(missing.map(({ from }) => from)).not.toContain(record?.from);
    expect(missingWeeks([record as KeyRecord], 2, NOON)).toHaveLength(WEEKS_AHEAD + 1);
  });

  it('open for every member of the desk and for nobody else', async () => {
    const weeks = madeFor();
    const records = await recordsOf(weeks);
    const shares = weeks.flatMap((week) => week.shares.map((share) => asKept(share)));
    for (const member of [org.ada, org.ben]) {
      const mine = shares.filter((share) => share.member === toBase64url(kidOf(member.signing.publicKey)));
      const { keys, forged } = openShares(mine, member.box, { desk: 1, records });
      expect(keys.size).toBe(records.length);
      expect(forged).toEqual([]);
    }
    expect(openShares(shares.slice(0, 1), org.ben.box, { desk: 1, records }).forged).toHaveLength(1);
  });

  it('are not sealed to a member whose membership has lapsed', () => {
    const members = org.keyring.members.map((member, i) =>
      i === 1 ? { ...member, until: '2026-11-23' } : member,
    );
    const [week] = madeFor({ ...org.keyring, members });
    expect(week?.shares.map(({ memberKid }) => toBase64url(memberKid))).toEqual([
      toBase64url(kidOf(org.ada.signing.publicKey)),
    ]);
  });

  it('raise an alarm when a share does not yield the published key', async () => {
    const real = deskWeek(org, 1);
    const other = deskWeek(org, 1);
    const records = await recordsOf([real]);
    const mine = other.shares.find(
      (share) => toBase64url(share.memberKid) === toBase64url(kidOf(org.ada.signing.publicKey)),
    );
    const forgery = { ...asKept(mine as DeskShare), deskKid: asKept(real.shares[0] as DeskShare).deskKid };
    const opened = openShares([forgery], org.ada.box, { desk: 1, records });
    expect(opened.forged).toEqual([forgery.deskKid]);
    expect(opened.keys.size).toBe(0);
  });

  it('open for past weeks too, whose records nobody publishes any more', () => {
    const past = deskWeek(org, 1, NOON - 3 * WEEK_SECONDS);
    const kid = toBase64url(kidOf(org.ada.signing.publicKey));
    const share = past.shares.map((one) => asKept(one)).find(({ member }) => member === kid) as ReturnType<
      typeof asKept
    >;
    const opened = openShares([share], org.ada.box, { desk: 1, records: [] });
    expect([...opened.keys.keys()]).toEqual([share.deskKid]);
    expect(opened.endOf.get(share.deskKid)).toBe(keyWeekAt(NOON - 3 * WEEK_SECONDS).until);
    const renamed = openShares([{ ...share, deskKid: 'AAAAAA' }], org.ada.box, { desk: 1, records: [] });
    expect(renamed).toMatchObject({ keys: new Map(), forged: ['AAAAAA'] });
  });

  it('are not used for another desk than the one they were made for', () => {
    const share = asKept(deskWeek(org, 2, NOON - WEEK_SECONDS).shares[0] as DeskShare, 1);
    const opened = openShares([share], org.ben.box, { desk: 1, records: [] });
    expect(opened.keys.size).toBe(0);
    expect(opened.forged).toHaveLength(1);
  });
});
