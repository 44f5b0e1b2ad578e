import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Panel } from '../../../relay/demo/browsers/launched.ts';

export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Selectors of the elements that break the rule. */
  readonly where: readonly string[];
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

let source: string | undefined;

/** What axe finds on a page or in a panel against WCAG 2.2 AA and its good practices. Empty is good. */
export async function violationsOf(subject: Page | Panel): Promise<Violation[]> {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated from outside, so that the page's content security policy does not stand in the way.
  await evaluate(subject, `(() => { ${source}; return true; })()`);
  const found = await evaluate(
    subject,
    `axe.run(document, { runOnly: ${JSON.stringify(WCAG)}, resultTypes: ['violations'] }).then(({ violations }) =>
      JSON.stringify(violations.map(({ id, impact, help, nodes }) => (
        { rule: id, impact: impact ?? '', help, where: nodes.map(({ target }) => target.join(' ')) }))))`,
  );
  return JSON.parse(String(found));
}

/** Lines for a failing test: one per violation. */
export function told(violations: readonly Violation[]): string {
  return violations
    .map(({ rule, impact, help, where }) => `${rule} (${impact}): ${help}\n    ${where.join('\n    ')}`)
    .join('\n');
}

function evaluate(subject: Page | Panel, expression: string): Promise<unknown> {
  return (subject as Pick<Page, 'evaluate'>).evaluate(expression);
}
