import { Hono } from 'hono';
import * as v from 'valibot';
import { toBase64url } from '../../../shared/base64url.ts';
import { CandorError } from '../../../shared/errors.ts';
import { sha256 } from '../../../shared/hash.ts';
import { blobField } from '../../../shared/json-fields.ts';
import { SEAL_OVERHEAD } from '../../../shared/sizes.ts';
import { parseBody } from '../answers.ts';
import { decodeEventCursor, encodeEventCursor } from '../cursors.ts';
import type { MailroomDeps } from '../deps.ts';
import type { MemberEnv } from '../members-only.ts';

const PAGE = 500;
/** Far above any note; keeps a page of events within some megabytes. */
const LONGEST_EVENT = 64 * 1024;

const eventSchema = v.strictObject({ sealed: blobField });

/** A desk's team log: sealed events, appended once each and never changed. An event's id is SHA-256 of its bytes. */
export function eventRoutes({ store }: MailroomDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>()
    .get('/events', async (c) => {
      const after = c.req.query('after') ?? '';
      const page = await store.eventPage(c.get('desk').id, decodeEventCursor(after), PAGE);
      return c.json({
        items: page.items.map(({ id, sealed }) => ({ id: toBase64url(id), sealed: toBase64url(sealed) })),
        cursor: page.cursor === null ? after : encodeEventCursor(page.cursor),
        more: page.more,
      });
    })
    .post('/events', async (c) => {
      const { sealed } = parseBody(eventSchema, c.get('body'));
      if (sealed.length <= SEAL_OVERHEAD) throw new CandorError('bad-request');
      if (sealed.length > LONGEST_EVENT) throw new CandorError('too-long');
      const id = sha256(sealed);
      await store.appendEvent(c.get('desk').id, { id, sealed });
      return c.json({ id: toBase64url(id) });
    });
}
