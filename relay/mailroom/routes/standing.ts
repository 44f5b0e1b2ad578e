import { Hono } from 'hono';
import { parseBody } from '../answers.ts';
import { standingField } from '../daily-line/standing.ts';
import type { MailroomDeps } from '../deps.ts';
import type { MemberEnv } from '../members-only.ts';

/** Where an inbox says how its desk stands, in numbers, for the daily line: the mailroom cannot know. */
export function standingRoute({ store }: MailroomDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>().post('/standing', async (c) => {
    const { day, seen, due } = parseBody(standingField, c.get('body'));
    await store.putStanding(c.get('desk').id, day, seen, due);
    return c.json({ ok: true });
  });
}
