import { afterEach, expect, it, vi } from 'vitest';
import { preparation, scan } from '../../../shared/guard/guard.ts';
import { LANGUAGES } from '../../../shared/guard/languages.ts';

/*
 * Expressions are built step by step before anybody writes: a step is short, and the first scan has none left to build.
 */

const CLEAN = 'the pump alarm was off, pumpe war aus, المضخة لا تعمل 2';

let built = 0;
const Real = RegExp;

function countBuilding(): void {
  built = 0;
  class Counted extends Real {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      built++;
    }
  }
  vi.stubGlobal('RegExp', Counted);
}

afterEach(() => vi.unstubAllGlobals());

it('a scan builds what nobody has built before', () => {
  countBuilding();
  scan(CLEAN, { language: 'xx' });
  expect(built).toBeGreaterThan(10);
});

it.each(LANGUAGES.map(({ code }) => code))('in %s, no step builds more than one expression', (code) => {
  countBuilding();
  const steps: number[] = [];
  for (const _ of preparation(code)) {
    steps.push(built);
    built = 0;
  }
  // The first one makes the word lists, with the few expressions that belong to them.
  expect(Math.max(...steps.slice(1))).toBe(1);
  scan(CLEAN, { language: code });
  expect(built).toBe(0);
});

it('changes nothing about what is found', () => {
  const text = 'Dr Smith gave it at half past two, Schwester Anna sah es, أخبرت الممرضة هند';
  const found = LANGUAGES.map(({ code }) => scan(text, { language: code }));
  for (const { code } of LANGUAGES) for (const _ of preparation(code));
  expect(LANGUAGES.map(({ code }) => scan(text, { language: code }))).toEqual(found);
});

it('an empty text is not read at all', () => {
  countBuilding();
  expect(scan('', { language: 'yy' })).toEqual([]);
  expect(built).toBe(0);
});
