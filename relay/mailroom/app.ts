import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { CandorError } from '../../shared/errors.ts';
import { fileAnswer, refusal } from './answers.ts';
import type { MailroomDeps } from './deps.ts';
import { deskMembersOnly, type MemberEnv, membersOnly } from './members-only.ts';
import { bulletinRoute } from './routes/bulletin.ts';
import { eventRoutes } from './routes/events.ts';
import { queueRoute } from './routes/queue.ts';
import { replyRoute } from './routes/replies.ts';
import { standingRoute } from './routes/standing.ts';
import { weekRoutes } from './routes/weeks.ts';

const LARGEST_BODY = 1024 * 1024;

/**
 * What the desks' inboxes talk to, inside the hospital. Every refusal is a status and `{error: code}` and says nothing
 * of the request; nothing of a request is logged.
 */
export function mailroomApp(deps: MailroomDeps): Hono {
  const { store, log } = deps;

  const desk = new Hono<MemberEnv>()
    .use('/*', deskMembersOnly)
    .route('/', queueRoute(deps))
    .route('/', eventRoutes(deps))
    .route('/', replyRoute(deps))
    .route('/', standingRoute(deps))
    .route('/', weekRoutes(deps));

  const app = new Hono()
    .use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }))
    .use(
      cors({
        origin: '*',
        allowMethods: ['GET', 'POST', 'PUT'],
        allowHeaders: ['content-digest', 'signature', 'signature-input', 'content-type'],
      }),
    )
    .use(async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => refusal(c, 'too-long') }));

  app.get('/v1/health', (c) => c.json({ ok: true }));
  app.get('/v1/keys', async (c) => {
    const keys = await store.file('keys');
    return keys === null ? refusal(c, 'not-found') : fileAnswer(c, keys);
  });
  // Public like the relay's copy of it; an inbox continues the one that is here.
  app.get('/v1/bulletin', async (c) => {
    const bulletin = await store.file('bulletin');
    return bulletin === null ? refusal(c, 'not-found') : fileAnswer(c, bulletin);
  });
  app.use('/v1/desks/*', membersOnly(deps));
  app.use('/v1/bulletin', membersOnly(deps));
  app.route('/v1/desks/:desk{[1-9][0-9]{0,2}}', desk);
  app.route('/v1/bulletin', bulletinRoute(deps));

  app.notFound((c) => refusal(c, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof CandorError) return refusal(c, error.code);
    log('request.failed');
    return refusal(c, 'unreachable');
  });
  return app;
}
