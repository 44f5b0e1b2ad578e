import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../extension/ui/theme.css', import.meta.url), 'utf8');
const panel = readFileSync(new URL('../../../extension/ui/panel/panel.css', import.meta.url), 'utf8');

const colours = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [a, b] = [one, other].map((name) => luminance(colours.get(name)?.[scheme] ?? '')) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (scheme) => {
  it.each([
    ['ink', 'background'],
    ['ink', 'surface'],
    ['ink', 'tint'],
    ['muted', 'background'],
    ['muted', 'surface'],
    ['muted', 'tint'],
    ['primary', 'background'],
    ['primary', 'surface'],
    ['primary', 'tint'],
    ['on-primary', 'primary'],
    ['on-primary', 'primary-pressed'],
    ['caution', 'caution-ground'],
    ['caution', 'surface'],
    ['stop', 'stop-ground'],
    ['stop', 'surface'],
    ['good', 'surface'],
    ['information', 'surface'],
    ['ink', 'stop-ground'],
    ['ink', 'caution-ground'],
  ])('writes %s on %s with at least 5.4 : 1', (text, ground) => {
    expect(contrast(text, ground, scheme)).toBeGreaterThanOrEqual(5.4);
  });

  it.each(['background', 'surface'])('draws the edges of boxes on %s with at least 3 : 1', (ground) => {
    expect(contrast('edge', ground, scheme)).toBeGreaterThanOrEqual(3);
  });
});

it('knows start and end, not left and right', () => {
  const physical =
    /(?:margin|padding|border|inset)-(?:left|right|top|bottom)|text-align: (?:left|right)|[^-\w(](?:left|right|top|bottom|width|height):/g;
  expect([...css.matchAll(physical)].map(String)).toEqual([]);
  expect([...panel.matchAll(physical)].map(String)).toEqual([]);
  expect([...' margin-left: 0; width: 3px'.matchAll(physical)]).toHaveLength(2);
});

it('names no colour outside the theme', () => {
  expect(panel.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsl\(/gi)).toBeNull();
});
