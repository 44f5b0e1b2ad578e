import { html } from 'hono/html';

/** Escaped markup, as `html` of Hono makes it. */
export type Markup = ReturnType<typeof html>;

/** The document around every page, with the line that says that nothing in it is real. */
export function pageFrame(title: string, style: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/${style}.css" />
  </head>
  <body>
    <section class="demo-line" aria-label="Note">Demo data – no real patients</section>
    ${body}
  </body>
</html>`;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** "07:40" */
export function clockTime(at: Date): string {
  return CLOCK.format(at);
}

/** "22 Nov 2025" */
export function dayMonthYear(at: Date): string {
  return DAY.format(at);
}

/** "Sat 22 Nov" */
export function weekdayAndDay(at: Date): string {
  return WEEKDAY.format(at).replace(',', '');
}

export function hoursLater(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}
