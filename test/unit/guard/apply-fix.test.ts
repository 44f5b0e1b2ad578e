import { describe, expect, it } from 'vitest';
import { applyFix, type Fix, scan } from '../../../shared/guard/guard.ts';

const REMOVE: Fix = { kind: 'remove' };

function fixed(text: string, words: string, fix: Fix): string {
  const start = text.indexOf(words);
  return applyFix(text, { start, end: start + words.length }, fix);
}

describe('taking words out', () => {
  it.each([
    ['the consultant (Patel) refused', '(Patel)', 'the consultant refused'],
    ['told Dr Smith, twice', 'Dr Smith', 'told, twice'],
    ['it was Dr Smith.', 'Dr Smith', 'it was.'],
    ['Dr Smith refused.', 'Dr Smith', 'Refused.'],
    ['Alarm off. Dr Smith came.', 'Dr Smith', 'Alarm off. Came.'],
    ['room 412 is cold', 'room 412', 'Is cold'],
    ["Dr Patel's patient fell", 'Dr Patel', 'Patient fell'],
    ['nobody came, Dr Smith, for hours', 'Dr Smith', 'nobody came, for hours'],
    ['(Dr Smith) came', 'Dr Smith', 'Came'],
    ['nothing changed. Thanks, Maria', 'Thanks, Maria', 'nothing changed.'],
    ['nothing changed\nThanks, Maria\n', 'Thanks, Maria', 'nothing changed\n'],
    ['on  02:17  it rang', '02:17', 'on it rang'],
    ['Dr Smith', 'Dr Smith', ''],
  ])('%s', (text, words, result) => {
    expect(fixed(text, words, REMOVE)).toBe(result);
  });
});

describe('putting words in', () => {
  it('raises the first letter at the start of a sentence, and only there', () => {
    const fix: Fix = { kind: 'neutral', text: 'the doctor' };
    expect(fixed('Dr Smith came.', 'Dr Smith', fix)).toBe('The doctor came.');
    expect(fixed('Cold. dr smith came.', 'dr smith', fix)).toBe('Cold. The doctor came.');
    expect(fixed('so Dr Smith came', 'Dr Smith', fix)).toBe('so the doctor came');
    expect(fixed('e.g. Dr Smith', 'Dr Smith', fix)).toBe('e.g. The doctor');
  });

  it('keeps words apart that would run together', () => {
    expect(fixed('room412now', '412', { kind: 'neutral', text: 'four' })).toBe('room four now');
  });
});

/** The first fix of the first finding. */
function firstFix(text: string, language = 'en'): string {
  const [finding] = scan(text, { language });
  const fix = finding?.fixes[0];
  return finding === undefined || fix === undefined ? text : applyFix(text, finding, fix);
}

describe('the first fix of what is found reads well', () => {
  it.each([
    ['our registrar Tom said no', 'our registrar said no'],
    ['Dr Osei was rude', 'The doctor was rude'],
    ["the patient's wife, Mrs Jones, complained", "the patient's relative, complained"],
    ['told nurse Kelly to stop', 'told a nurse to stop'],
    ['alarm silenced at 02:17', 'alarm silenced on the night shift'],
    ['in room 412 the bell is dead', 'in a room the bell is dead'],
    ['in the room 412', 'in the room'],
    ['a 47 year old man', 'An adult man'],
    ['on 12th March it broke', 'Recently it broke'],
    ['I was on call', 'A colleague was on call'],
    ['I saw that it leaked', 'It was seen that it leaked'],
    ['my colleague John left', 'A colleague John left'],
    ['wrong bag for MRN 00482913', 'wrong bag for a record number'],
  ])('%s', (text, result) => {
    expect(firstFix(text)).toBe(result);
  });

  it.each([
    [
      'Station sagt, mit Schwester Anna war alles gut',
      'Station sagt, mit einer Person aus dem Team war alles gut',
    ],
    ['unsere Stationsleitung Petra plant', 'unsere Stationsleitung plant'],
    ['um 02:17 Uhr ging der Alarm', 'Im Nachtdienst ging der Alarm'],
  ])('%s', (text, result) => {
    expect(firstFix(text, 'de')).toBe(result);
  });
});
