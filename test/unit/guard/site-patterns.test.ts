import { describe, expect, it } from 'vitest';
import { CandorError } from '../../../shared/errors.ts';
import { compileSitePatterns, scan } from '../../../shared/guard/guard.ts';
import { cpuMilliseconds } from '../cpu-time.ts';

function complaint(...sources: string[]): string {
  try {
    compileSitePatterns(sources);
  } catch (error) {
    if (error instanceof CandorError && error.code === 'bad-settings') return error.message;
    throw error;
  }
  return 'accepted';
}

function found(pattern: string, text: string): string[] {
  const sitePatterns = compileSitePatterns([pattern]);
  return scan(text, { language: 'en', sitePatterns })
    .filter(({ rule }) => rule === 'site_pattern')
    .map(({ start, end }) => text.slice(start, end));
}

describe('patterns of a site', () => {
  it.each([
    [String.raw`\bWGH-\d{6}\b`, 'bag for WGH-123456 and wgh-654321 ok', ['WGH-123456', 'wgh-654321']],
    ['RX[0-9]+', 'see rx77 please', ['rx77']],
    [String.raw`[A-Z]{2}\d{2}[A-Z]?-\d{2,8}`, 'AB12C-3344 was torn', ['AB12C-3344']],
    ['(?:ward|bay) rose', 'on Ward Rose again', ['Ward Rose']],
    [String.raw`(?<!\d)K\d{5}(?!\d)`, 'K12345 but K123456', ['K12345']],
    [String.raw`K\-\d{4}`, 'K-1234', ['K-1234']],
    [String.raw`(?:\d{2}-){2}\d{3}`, 'nr 12-34-567', ['12-34-567']],
    [String.raw`مريض \d{4}`, 'مريض ١٢٣٤ هنا', ['مريض ١٢٣٤']],
  ])('%s', (pattern, text, words) => {
    expect(found(pattern, text)).toEqual(words);
  });

  it('block, and win over what warns', () => {
    const [finding] = scan('12345678', {
      language: 'en',
      sitePatterns: compileSitePatterns([String.raw`\d{8}`]),
    });
    expect(finding).toMatchObject({ rule: 'site_pattern', tier: 'block' });
  });

  it.each([
    ['', 'is empty'],
    ['(', 'is not a regular expression'],
    ['[z-a]', 'is not a regular expression'],
    ['a{2,1}', 'is not a regular expression'],
    ['x'.repeat(201), 'is longer than 200 characters'],
    ['a*', 'can match the empty string'],
    [String.raw`\b`, 'can match the empty string'],
    ['a|', 'can match the empty string'],
    ['(?=a)', 'can match the empty string'],
    [String.raw`(\d)\1`, 'refers back to a group'],
    [String.raw`(?<n>\d)\k<n>`, 'refers back to a group'],
    ['(a+)+', 'repeats something that already varies'],
    ['(a|aa)+b', 'repeats something that already varies'],
    [String.raw`(?:\d{1,3}\.)*x`, 'repeats something that already varies'],
    ['(?:a?){20}', 'repeats something that already varies'],
    ['.*.*x', 'can take too long'],
    [String.raw`\w+\w+\w+!`, 'can take too long'],
    ['a?a?a?a?a?a?a?a?a?a?aaaaaaaaaa', 'can take too long'],
    ['a{500}', 'repeats more than 64 times'],
  ])('%s is refused', (pattern, why) => {
    expect(complaint(String.raw`MRN\d{6}`, pattern)).toBe(`site pattern 1 ${why}`);
  });

  it('stay quick on the text that is worst for them', () => {
    const patterns = [
      String.raw`\d+X`,
      String.raw`[A-Z]+\d+`,
      String.raw`\w+-\w+!`,
      '.*x',
      String.raw`(?:ab|a) \d{2,8}Z`,
    ];
    const accepted = patterns.filter((pattern) => complaint(pattern) === 'accepted');
    expect(accepted.length).toBeGreaterThanOrEqual(3);
    const sitePatterns = compileSitePatterns(accepted);
    for (const piece of ['1', 'A', 'a-', 'ab ', '9 ']) {
      const text = piece.repeat(4000).slice(0, 4000);
      const all = () => sitePatterns.matchers.map((matcher) => matcher.regex?.().test(text));
      expect(cpuMilliseconds(all)).toBeLessThan(500);
    }
  });
});
