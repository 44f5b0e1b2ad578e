import { expect, it } from 'vitest';
import { soundsDistressed } from '../../../extension/compose/distress.ts';
import { cpuMilliseconds } from '../cpu-time.ts';

it.each([
  'Six nights in a row. I can’t go on like this.',
  "I CAN'T GO ON",
  'sometimes I want to die',
  'They would be better off without me.',
  'Ich kann nicht mehr.',
  'ich möchte sterben',
  'Ich will mir etwas antun',
  'أريد أن أموت',
  'لم أعد أحتمل هذا',
  'أُفَكِّرُ فِي الانْتِحَار',
])('brings support forward: %s', (text) => {
  expect(soundsDistressed(text)).toBe(true);
});

it.each([
  '',
  'The pump was not started.',
  'A patient with suicidal thoughts was left alone.',
  'The battery died again and we went on by hand.',
  'Die Patientin wollte nicht mehr essen.',
  'توقفت المضخة ليلًا',
])('stays quiet: %s', (text) => {
  expect(soundsDistressed(text)).toBe(false);
});

it('is not slow on the text that is worst for it', () => {
  const full = 'I cannot go '.repeat(333);
  expect(cpuMilliseconds(() => soundsDistressed(full))).toBeLessThan(250);
});
