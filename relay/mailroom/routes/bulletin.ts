import { Hono } from 'hono';
import { verifyBulletin } from '../../../shared/bulletin.ts';
import { equalBytes } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';
import type { MailroomDeps } from '../deps.ts';
import type { MemberEnv } from '../members-only.ts';

/** Takes a bulletin that a desk member signed, if its serial rises. The keeper then pushes it to the relay. */
export function bulletinRoute({ store, log }: MailroomDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>().put('/', async (c) => {
    const bytes = c.get('body');
    const { serial } = await verifyBulletin(bytes, c.get('known').keyring);
    if (await store.putFile('bulletin', bytes, serial)) log('bulletin.changed');
    else {
      const kept = await store.file('bulletin');
      if (kept === null || !equalBytes(kept, bytes)) throw new CandorError('stale');
    }
    return c.json({ ok: true });
  });
}
