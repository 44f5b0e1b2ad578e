import { Hono } from 'hono';
import * as v from 'valibot';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, equalBytes } from '../../../shared/bytes.ts';
import type { DeskShare } from '../../../shared/desk-secrets.ts';
import { CandorError } from '../../../shared/errors.ts';
import { blobField, kidField } from '../../../shared/json-fields.ts';
import { type KeyRecord, verifyPastKeyRecord } from '../../../shared/key-records.ts';
import { activeMembers, type Desk } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { dayAt, keyWeekAt, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { parseBody } from '../answers.ts';
import type { MailroomDeps } from '../deps.ts';
import { rebuildKeysFile } from '../keys-file.ts';
import type { MemberEnv } from '../members-only.ts';

const MOST_SHARES = 1000;
/** A share has 93 bytes in suite 1; a later suite may need more. */
const LONGEST_SHARE = 2048;

const weekSchema = v.strictObject({
  record: v.strictObject({ by: kidField, blob: blobField }),
  shares: v.pipe(
    v.array(v.strictObject({ deskKid: kidField, memberKid: kidField, sealed: blobField })),
    v.maxLength(MOST_SHARES),
  ),
});

/** A desk's weekly keys: members hand in a public record with the secret sealed to each of them, and fetch their own. */
export function weekRoutes(deps: MailroomDeps): Hono<MemberEnv> {
  const { store, clock, settings } = deps;
  return new Hono<MemberEnv>()
    .get('/shares', async (c) => {
      const shares = await store.sharesOf(c.get('desk').id, c.get('memberKid'));
      return c.json({
        shares: shares.map((share) => ({
          deskKid: toBase64url(share.deskKid),
          sealed: toBase64url(share.sealed),
        })),
      });
    })
    .get('/weeks', async (c) => {
      const weeks = (await store.deskWeeks()).filter((week) => week.desk === c.get('desk').id);
      const holders = await store.shareHolders(0);
      return c.json({
        records: weeks.map(({ kid, record }) => ({
          by: toBase64url(record.by),
          blob: toBase64url(record.blob),
          // So that a colleague's inbox sees for whom a share is still missing.
          holders: holders
            .filter(({ deskKid }) => equalBytes(deskKid, kid))
            .map(({ memberKid }) => toBase64url(memberKid)),
        })),
        retentionDays: settings.retentionDays,
      });
    })
    .post('/weeks', async (c) => {
      const { record, shares } = parseBody(weekSchema, c.get('body'));
      const desk = c.get('desk');
      const known = c.get('known');
      // Only what is there already can be by somebody who has left: nobody hands in a new record for another.
      const week = await verifyPastKeyRecord(record, known.keyring);
      if (week.desk !== desk.id) throw new CandorError('not-yours');
      const kid = kidOf(week.key);
      checkShares(shares, kid, desk);
      const active = activeMembers(known.keyring, desk, dayAt(clock(), settings.timeZone)).map((member) =>
        kidOf(member.sign),
      );
      const kept = await store.deskWeek(kid);
      // A record that is there may be handed in by any member, with shares for colleagues who came later.
      if (kept === null || !equalBytes(kept.record.blob, record.blob)) {
        if (!equalBytes(record.by, c.get('memberKid'))) throw new CandorError('not-yours');
        checkWeek(week, clock(), settings.keyWeeksAhead);
        checkCoverage(shares, active);
      }
      const wanted = shares.filter((share) => active.some((member) => equalBytes(member, share.memberKid)));
      if ((await store.addDeskWeek({ ...week, kid, record }, wanted)) === 'taken')
        throw new CandorError('stale');
      await rebuildKeysFile(deps, known);
      return c.json({ ok: true });
    });
}

function checkShares(shares: readonly DeskShare[], kid: Bytes, desk: Desk): void {
  for (const share of shares) {
    if (!equalBytes(share.deskKid, kid) || share.sealed.length > LONGEST_SHARE) {
      throw new CandorError('bad-request');
    }
    if (!desk.members.some((member) => equalBytes(member, share.memberKid)))
      throw new CandorError('not-yours');
  }
}

/** Exactly one key week that has not ended, and not further ahead than keys are made. */
function checkWeek({ from, until }: KeyRecord, now: number, weeksAhead: number): void {
  const week = keyWeekAt(from);
  const current = keyWeekAt(now);
  const inRange = from >= current.from && from <= current.from + weeksAhead * WEEK_SECONDS;
  if (from !== week.from || until !== week.until || !inRange) throw new CandorError('bad-request');
}

/** A key that a member could not open would hide concerns from that member. */
function checkCoverage(shares: readonly DeskShare[], active: readonly Bytes[]): void {
  if (!active.every((kid) => shares.some((share) => equalBytes(share.memberKid, kid)))) {
    throw new CandorError('bad-request');
  }
}
