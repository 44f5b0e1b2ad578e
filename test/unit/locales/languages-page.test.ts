import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../extension/ui/languages.ts';
import { namesChecked } from '../../../shared/guard/guard.ts';
import { readSet, score } from '../../guard-sets/score.ts';

/* docs/languages.md says what is so: who speaks where, who has read it, what the guard finds in its set now. */

const page = readFileSync(new URL('../../../docs/languages.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(2, -2).split(' | '));

it('lists each language, where it speaks, and that nobody has read those that wait', () => {
  for (const { code, complete, awaitsReview } of LANGUAGES) {
    const row = rows.find((cells) => cells[1] === `\`${code}\``) ?? [];
    expect(row[2], code).toBe(complete ? 'panel, inbox, Status' : 'panel');
    expect(row.at(-1) === 'nobody yet', code).toBe(awaitsReview);
  }
  expect(rows.filter((cells) => cells[2]?.startsWith('panel')).length).toBe(LANGUAGES.length);
});

it('tells the figures of the sets as they are now', () => {
  const kinds = ['number', 'when', 'age', 'place', 'titled', 'untitled', 'self'] as const;
  const told = rows.filter((cells) => cells.length === 9 && /^`[a-z]{2}`$/.test(cells[0] ?? ''));
  expect(told.length).toBe(LANGUAGES.filter(({ awaitsReview }) => awaitsReview).length);
  for (const [name = '', ...cells] of told) {
    const code = name.slice(1, 3);
    expect(namesChecked(code), code).toBe(false);
    const now = score(readSet(`${code}-1`), code);
    const figures = [
      ...kinds.map((kind) => now.recall[kind] ?? { hit: 0, of: 0 }),
      { hit: now.falseLines, of: now.cleanLines },
    ];
    expect(
      cells.map((cell) => cell.replace(/^.* now /, '')),
      code,
    ).toEqual(figures.map(({ hit, of }) => `${hit} of ${of}`));
  }
});
