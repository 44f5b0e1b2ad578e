import { describe, expect, it } from 'vitest';
import { alikeAmong } from '../../../extension/inbox/alike.ts';
import type { OpenedConcern } from '../../../extension/inbox/opening.ts';
import type { QueueItem } from '../../../extension/inbox/queue.ts';
import { UNTOUCHED } from '../../../extension/inbox/triage.ts';

function item(id: string, text: string | null): QueueItem {
  const opened: OpenedConcern =
    text === null
      ? { id, state: 'unreadable' }
      : {
          id,
          state: 'read',
          concern: { v: 1, tax: '1.0.0', kind: 'hazard', t: { what: text } },
          signal: false,
          first: text,
          searchable: text.toLowerCase(),
          thread: id,
        };
  return { id, opened, triage: UNTOUCHED, releaseDay: '', week: '', due: null, followUps: [] } as QueueItem;
}
/** A word of its own for each number. */
const word = (n: number) => n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
const groups = (texts: readonly (string | null)[]) =>
  alikeAmong(texts.map((text, n) => item(`${n}`, text))).map((group) => group.items.map(({ id }) => id));

describe('messages that look alike', () => {
  it('are found although a word differs, and only where there are three', () => {
    const advert = (word: string) => `Cheap watches and bags, order today and save a lot, only this ${word}`;
    expect(
      groups([
        advert('week'),
        'The rail in the shower of bay three is loose.',
        advert('month'),
        'Third week without a break on nights.',
        advert('weekend'),
        'The rail in the shower is loose again.',
        null,
        null,
        null,
      ]),
    ).toEqual([['0', '2', '4']]);
  });

  it('are not made of what people say of the same thing in their own words', () => {
    expect(
      groups([
        'The suction in bay four is weak.',
        'Suction is weak again, bay four, since Monday.',
        'Bay four: you cannot rely on the suction.',
        'In bay four the suction hardly works.',
      ]),
    ).toEqual([]);
  });

  it('are found in very short texts, and the largest group comes first', () => {
    expect(groups(['test', 'hello there', 'test', 'Test', 'hello there', 'hello there', 'test'])).toEqual([
      ['0', '2', '3', '6'],
      ['1', '4', '5'],
    ]);
  });

  it('are found among thousands', () => {
    const texts = Array.from({ length: 5000 }, (_, n) =>
      n % 50 === 0
        ? `Win a prize now, number ${n}, click the link and tell everybody on the ward about it today`
        : `Something about ${word(n)} that ${word(n * 7)} nobody ${word(n * 13)} else has written in just ${word(n * 31)} these words`,
    );
    const [first, second] = groups(texts);
    // Small numbers stand for the texts, so one in a hundred may slip through; it is put away by hand.
    expect(first?.length).toBeGreaterThanOrEqual(95);
    expect(second).toBeUndefined();
  });
});
