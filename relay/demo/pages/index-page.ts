import { html } from 'hono/html';
import { type Markup, pageFrame } from './page-frame.ts';

/** The two pages of the demo, for a person who opens the server's address. */
export function indexPage(): Markup {
  return pageFrame(
    'Northgate demo pages',
    'index',
    html`<main>
      <h1>Two pages to stand on</h1>
      <p>They imitate what staff have open all day. Candor needs nothing from either.</p>
      <ul>
        <li><a href="/emr"><b>Meridian Chart</b> A patient’s chart on Ward 7, as a nurse sees it.</a></li>
        <li><a href="/intranet"><b>Northgate intranet</b> News, rota, canteen, phone book, and a poster.</a></li>
      </ul>
    </main>`,
  );
}
