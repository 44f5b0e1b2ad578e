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
  'Je n’en peux plus.',
  'A veces quiero morir',
  'NON CE LA FACCIO PIÙ',
  'Ik kan niet meer.',
  'Nie chcę żyć',
  'Já não aguento',
  'Jag orkar inte mer, sex nätter i rad',
  'Artık dayanamıyorum.',
  'Я більше не можу',
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
  'Une patiente avec des idées suicidaires est restée seule.',
  'La paciente no quería comer más.',
  'Il paziente non voleva più mangiare.',
  'De patiënt wilde niet meer eten.',
  'Pacjentka nie chciała jeść.',
  'A doente já não queria comer.',
  'Patienten ville inte äta mer.',
  'Hasta artık yemek istemiyordu.',
  'Пацієнтка більше не хотіла їсти.',
])('stays quiet: %s', (text) => {
  expect(soundsDistressed(text)).toBe(false);
});

it('is not slow on the text that is worst for it', () => {
  const full = 'I cannot go '.repeat(333);
  expect(cpuMilliseconds(() => soundsDistressed(full))).toBeLessThan(250);
});
