import { Hono } from 'hono';
import { toBase64url } from '../../../shared/base64url.ts';
import { decodeQueueCursor, encodeQueueCursor } from '../cursors.ts';
import { linePeriodAt } from '../daily-line/schedule.ts';
import type { MailroomDeps } from '../deps.ts';
import type { MemberEnv } from '../members-only.ts';

const PAGE = 500;

/**
 * A desk's queue from a cursor on. Sorted by hash, with the day and nothing finer. Once a day the envelopes of the day
 * that is over come once more (store/queue.ts says why): readers know them by their id.
 */
export function queueRoute({ store, clock, settings, dailyLine }: MailroomDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>().get('/queue', async (c) => {
    if (dailyLine !== undefined) {
      await store.noteFetch(c.get('desk').id, linePeriodAt(clock(), settings.timeZone, dailyLine.time));
    }
    const after = c.req.query('after') ?? '';
    const page = await store.queuePage(c.get('desk').id, decodeQueueCursor(after), PAGE);
    return c.json({
      items: page.items.map(({ id, deskKid, releaseDay, envelope }) => ({
        id: toBase64url(id),
        deskKid: toBase64url(deskKid),
        releaseDay,
        envelope: toBase64url(envelope),
      })),
      cursor: page.cursor === null ? after : encodeQueueCursor(page.cursor),
      more: page.more,
    });
  });
}
