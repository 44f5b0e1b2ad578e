import { Hono } from 'hono';
import * as v from 'valibot';
import { CandorError } from '../../../shared/errors.ts';
import { blobField } from '../../../shared/json-fields.ts';
import { REPLY_SLOT } from '../../../shared/sizes.ts';
import { dayAt } from '../../../shared/weeks.ts';
import { parseBody } from '../answers.ts';
import type { MailroomDeps } from '../deps.ts';
import type { MemberEnv } from '../members-only.ts';

const MOST_SLOTS = 64;

const repliesSchema = v.strictObject({
  slots: v.pipe(
    v.array(
      v.pipe(
        blobField,
        v.check(({ length }) => length === REPLY_SLOT),
      ),
    ),
    v.minLength(1),
    v.maxLength(MOST_SLOTS),
  ),
  /** Posted by an inbox without a person's doing: goes after what people wrote. */
  automatic: v.optional(v.boolean(), false),
});

/**
 * Takes a desk's sealed replies for the next packs, all of one request or none. The same slot may be sent again, since
 * an answer may get lost; another one under its tag is `tag-used`.
 */
export function replyRoute({ store, clock, settings }: MailroomDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>().post('/replies', async (c) => {
    const { slots, automatic } = parseBody(repliesSchema, c.get('body'));
    const day = dayAt(clock(), settings.timeZone);
    if ((await store.addReplies(slots, automatic, day)) === 'tag-used') throw new CandorError('tag-used');
    return c.json({ ok: true });
  });
}
