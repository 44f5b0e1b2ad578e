import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { emrPage } from './emr-page.ts';
import { indexPage } from './index-page.ts';
import { intranetPage } from './intranet-page.ts';

/*
 * The pages that the demo's browser stands on: a chart of an invented patient and an invented hospital's intranet.
 * They know nothing of Candor, as real ones would not; they ask nothing of any other server.
 */

export interface PagesOptions {
  /** Charts look odd when their times do not fit the clock on the wall. */
  readonly now?: () => Date;
  /** The four words on the poster of the intranet; blanks when not known. */
  readonly fingerprint?: readonly string[];
}

const STYLES = ['emr', 'intranet', 'index'] as const;

/** `/` an index, `/emr` the chart, `/intranet` the hospital's news. Reads its own style sheets, once. */
export function pagesApp({ now = () => new Date(), fingerprint = [] }: PagesOptions = {}): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'",
    );
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-store');
  });
  app.get('/', (context) => context.html(indexPage()));
  app.get('/emr', (context) => context.html(emrPage(now())));
  app.get('/intranet', (context) => context.html(intranetPage(now(), fingerprint)));
  for (const name of STYLES) {
    const sheet = readFileSync(new URL(`${name}.css`, import.meta.url), 'utf8');
    app.get(`/${name}.css`, (context) =>
      context.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
    );
  }
  // Browsers ask for it; without an answer the demo's output would show a miss.
  app.get('/favicon.ico', (context) => context.body(null, 204));
  return app;
}
