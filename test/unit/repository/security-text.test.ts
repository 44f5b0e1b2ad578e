import { describe, expect, it } from 'vitest';
import { FILES, textOfFile } from './tree.ts';

const TEXT = textOfFile('SECURITY.md');
const claims = TEXT.split(/^- (?=\*\*C\d+\*\*)/m)
  .slice(1)
  .map((claim) => (claim.split(/\n\n|^## /m)[0] ?? '').replace(/\s+/g, ' '));
const cited = claims.flatMap((claim) =>
  [...claim.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)].map(([, file = '', name = '']) => [file, name] as const),
);

describe('SECURITY.md', () => {
  it('begins with the honest sentence, the same as README.md and PROTOCOL.md', () => {
    const sentenceOf = (text: string): string =>
      /\*\*The honest sentence\.\*\*([\s\S]*?not mathematics\.)/
        .exec(text)?.[1]
        ?.replace(/\n> /g, ' ')
        .trim() ?? 'none';
    expect(TEXT.indexOf('The honest sentence')).toBeLessThan(200);
    expect(sentenceOf(TEXT)).toContain('one of the browser profiles that were on in that hour');
    expect(sentenceOf(textOfFile('shared/PROTOCOL.md'))).toBe(sentenceOf(TEXT));
    if (FILES.includes('README.md')) expect(sentenceOf(textOfFile('README.md'))).toBe(sentenceOf(TEXT));
  });

  it('numbers its claims and marks each as tested or argued', () => {
    expect(claims.map((claim) => claim.slice(0, 8).replace(/\D/g, ''))).toEqual(
      claims.map((_, at) => `${at + 1}`),
    );
    expect(claims.length).toBeGreaterThan(20);
    for (const claim of claims) {
      expect(claim).toMatch(/\*\*(tested|argued)\*\*/);
      expect(claim.includes('**tested**'), claim).toBe(/`test\//.test(claim));
    }
  });

  it.each(cited)('cites a test that is there: %s "%s"', (file, name) => {
    expect(textOfFile(file)).toContain(name);
  });

  it('refers only to claims that it makes', () => {
    for (const [, number] of TEXT.matchAll(/\bC(\d+)\b/g))
      expect(Number(number)).toBeLessThanOrEqual(claims.length);
  });
});
