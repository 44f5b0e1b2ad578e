import { Hono } from 'hono';
import { alarm } from './alarm.ts';
import { cells } from './cells.ts';
import type { HopDeps } from './deps.ts';
import { mailroomSide } from './mailroom-side.ts';
import { publicFiles } from './public-files.ts';
import { errorResponse, preflightResponse } from './responses.ts';
import { viewsOf } from './view.ts';

export type { HopDeps } from './deps.ts';

/**
 * The relay: takes cells, peels the hop layer and forgets who sent; hands packs to the mailroom and public files to
 * everybody. Stateless: any number of copies may stand over one drop. Needs `keepHop` to be ticking somewhere.
 */
export function hopApp(deps: HopDeps): Hono {
  const views = viewsOf(deps);
  const app = new Hono();
  app.route('/', cells(deps, views));
  app.route('/', publicFiles(deps, views));
  app.route('/', mailroomSide(deps, views));
  app.options('*', preflightResponse);
  app.notFound(() => errorResponse('not-found', 404));
  const failed = alarm('request.failed', deps.clock, deps.log);
  app.onError(() => {
    failed();
    return errorResponse('unreachable', 503);
  });
  return app;
}
