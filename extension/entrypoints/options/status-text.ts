import type { StatusView } from '../../ui/status/contract.ts';

/** The page as text for a ticket: the same words, line by line. Holds no key, no address and nothing of a person. */
export function statusText({ title, sections }: StatusView): string {
  const lines = sections.flatMap(({ title: heading, summary, rows }) => [
    '',
    heading,
    ...(summary === null ? [] : [`  ${summary.text}`]),
    ...rows.flatMap(({ name, text, more }) => [`  ${name}: ${text}`, ...more.map((line) => `    ${line}`)]),
  ]);
  return `Candor · ${title}\n${lines.join('\n')}\n`;
}
