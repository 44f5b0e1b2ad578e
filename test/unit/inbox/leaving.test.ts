import { describe, expect, it } from 'vitest';
import { checkWords } from '../../../extension/inbox/leaving.ts';
import { COVER, masked } from '../../../extension/inbox/mask.ts';

describe('words that leave the inbox', () => {
  it('are looked over again, with what to say instead', () => {
    const { findings, copied } = checkWords('Dr Osei repaired the pump.', null);
    expect(findings.map(({ words, fixed }) => [words, fixed])).toEqual([
      ['Dr Osei', 'The doctor repaired the pump.'],
    ]);
    expect(copied).toBe(false);
    expect(checkWords('The pump is repaired.', null).findings).toEqual([]);
  });

  it('are not the person’s own: six in a row are too many, whatever the capitals', () => {
    const about = 'Again the pump on bay two lost its settings, at night.';
    expect(checkWords('THE PUMP ON BAY TWO LOST power', about).copied).toBe(true);
    expect(checkWords('The pump on bay two had no power', about).copied).toBe(false);
    expect(checkWords('', about).copied).toBe(false);
  });
});

describe('a cover', () => {
  it('has one length for every name and number, and leaves the rest as it was', () => {
    expect(masked('Dr Osei left it to Mrs Brown-Featherstonehaugh, nhs 943 476 5919, at night.')).toEqual({
      text: `${COVER} left it to ${COVER}, ${COVER}, at night.`,
      covered: 3,
    });
    expect(masked('The rail on ward 7 is loose.')).toEqual({
      text: 'The rail on ward 7 is loose.',
      covered: 0,
    });
    expect(masked('').covered).toBe(0);
  });
});
