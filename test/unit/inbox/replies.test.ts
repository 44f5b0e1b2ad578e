import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  charactersLeft,
  hasAnswer,
  isMineToSay,
  isOpenedOwed,
  MOST_PARTS,
  nextIndex,
  owedStatus,
  promisedDay,
  repliesOf,
  sayable,
} from '../../../extension/inbox/replies.ts';
import type { FollowUp } from '../../../extension/inbox/thread.ts';
import { type Entry, type SentReply, type Triage, UNTOUCHED } from '../../../extension/inbox/triage.ts';
import type { Reply } from '../../../shared/reply.ts';
import { replyRoom } from '../../../shared/reply-slot.ts';

const DAY = '2026-11-24';
const did = (what: Entry['what'], at: number, by = 'ada', day = DAY): Entry => ({
  id: `event ${at}`,
  day,
  by,
  what,
  about: null,
  at,
});
const said = (reply: Reply, at: number, day = DAY): SentReply => ({
  id: `reply ${at}`,
  day,
  by: 'ada',
  index: at,
  reply,
  at,
});
const added = (at: number | null): FollowUp => ({
  id: 'more',
  concern: 'a',
  text: 'more',
  searchable: 'more',
  releaseDay: DAY,
  acknowledged: at === null ? null : did({ type: 'acknowledged' }, at),
});
const state = (change: Partial<Triage>): Triage => ({ ...UNTOUCHED, ...change });
const ACKNOWLEDGED = state({ status: 'acknowledged', history: [did({ type: 'acknowledged' }, 1)] });
const CLOSED = state({
  status: 'closed',
  closing: { reason: 'resolved', line: 'The pumps are changed.' },
  history: [did({ type: 'acknowledged' }, 1), did({ type: 'closed', reason: 'resolved', line: 'x' }, 2)],
});
const status = (triage: Triage, followUps: FollowUp[] = []) => owedStatus(triage, followUps)?.reply;

describe('what goes out by itself', () => {
  it('is nothing for what nobody has touched, and "opened" once somebody reads it', () => {
    expect(status(UNTOUCHED)).toBeUndefined();
    expect(isOpenedOwed(UNTOUCHED)).toBe(true);
    expect(isOpenedOwed({ ...UNTOUCHED, replies: [said({ type: 'opened' }, 0)] })).toBe(false);
    expect(isOpenedOwed(ACKNOWLEDGED)).toBe(false);
  });

  it('is each status once, and not what a person has said better', () => {
    expect(status(ACKNOWLEDGED)).toEqual({ type: 'status', status: 'acknowledged' });
    const told = said({ type: 'status', status: 'acknowledged' }, 2);
    const answered = said({ type: 'answer', text: 'Thank you.' }, 2);
    expect(status({ ...ACKNOWLEDGED, replies: [said({ type: 'opened' }, 0)] })).toBeDefined();
    expect(status({ ...ACKNOWLEDGED, replies: [told] })).toBeUndefined();
    expect(status({ ...ACKNOWLEDGED, replies: [answered] })).toBeUndefined();
  });

  it('carries the reason and the learning line to whoever wrote', () => {
    const reply = {
      type: 'status',
      status: 'closed',
      reason: 'resolved',
      text: 'The pumps are changed.',
    } as const;
    expect(status(CLOSED)).toEqual(reply);
    // Told before it was closed is not told.
    expect(
      status({ ...CLOSED, replies: [said({ type: 'status', status: 'acknowledged' }, 1.5)] }),
    ).toBeDefined();
    expect(status({ ...CLOSED, replies: [said(reply, 3)] })).toBeUndefined();
  });

  it('cuts a learning line that is too long for a slot, and leaves out what hides', () => {
    const long = owedStatus({
      ...CLOSED,
      closing: { reason: 'resolved', line: 'Wörter über Pumpen. '.repeat(90) },
    });
    if (long?.reply.type !== 'status') throw new TypeError('no status');
    expect(replyRoom(long.reply)).toBeGreaterThanOrEqual(0);
    expect(long.reply.text?.endsWith('…')).toBe(true);
    expect(status({ ...CLOSED, closing: { reason: 'duplicate', line: '\u202e\u0601' } })).toEqual({
      type: 'status',
      status: 'closed',
      reason: 'duplicate',
    });
  });

  it('says it again when something is reopened, and when it is closed once more', () => {
    const history = [...CLOSED.history, did({ type: 'in-review' }, 4)];
    const closedTold = said({ type: 'status', status: 'closed', reason: 'resolved' }, 3);
    const reopened = state({ status: 'in-review', history, replies: [closedTold] });
    expect(status(reopened)).toEqual({ type: 'status', status: 'in-review' });
    const told = [closedTold, said({ type: 'status', status: 'in-review' }, 5)];
    expect(status({ ...reopened, replies: told })).toBeUndefined();
    // An acknowledgement that left late does not stand for "in review".
    const late = [closedTold, said({ type: 'status', status: 'acknowledged' }, 5)];
    expect(status({ ...reopened, replies: late })).toBeDefined();
    const again = state({
      status: 'closed',
      closing: { reason: 'not-safety', line: '' },
      history: [...history, did({ type: 'closed', reason: 'not-safety', line: '' }, 6)],
      replies: told,
    });
    expect(status(again)).toMatchObject({ status: 'closed', reason: 'not-safety' });
  });

  it('tells whoever added something that it was read, once, without saying the rest again', () => {
    const told = { ...ACKNOWLEDGED, replies: [said({ type: 'status', status: 'acknowledged' }, 2)] };
    expect(status(told, [added(null)])).toBeUndefined();
    expect(status(told, [added(3)])).toEqual({ type: 'status', status: 'acknowledged' });
    const twice = {
      ...told,
      replies: [...told.replies, said({ type: 'status', status: 'acknowledged' }, 4)],
    };
    expect(status(twice, [added(3)])).toBeUndefined();
    const closed = {
      ...CLOSED,
      replies: [said({ type: 'status', status: 'closed', reason: 'resolved' }, 3)],
    };
    expect(status(closed, [added(5)])).toEqual({ type: 'status', status: 'closed', reason: 'resolved' });
  });

  it('is said by the inbox of whoever did it, and by any after two days', () => {
    const owed = owedStatus(ACKNOWLEDGED);
    if (owed === null) throw new TypeError('nothing owed');
    expect(isMineToSay(owed, 'ada', DAY)).toBe(true);
    expect(isMineToSay(owed, 'ben', '2026-11-25')).toBe(false);
    expect(isMineToSay(owed, 'ben', '2026-11-26')).toBe(true);
  });
});

describe('answers', () => {
  it('stop the clock; questions do not, and a promise lasts until the next word', () => {
    const question = said({ type: 'question', text: 'Where?' }, 1);
    const planned = said({ type: 'answer', text: 'Soon.', status: 'planned', day: '2026-12-13' }, 2);
    expect(hasAnswer({ replies: [question] })).toBe(false);
    expect(hasAnswer({ replies: [question, planned] })).toBe(true);
    expect(promisedDay({ replies: [planned] })).toBe('2026-12-13');
    expect(promisedDay({ replies: [planned, said({ type: 'status', status: 'acknowledged' }, 3)] })).toBe(
      '2026-12-13',
    );
    expect(promisedDay({ replies: [planned, said({ type: 'answer', text: 'Done.' }, 3)] })).toBeNull();
    expect(nextIndex([])).toBe(0);
    expect(nextIndex([{ index: 7 }, { index: 2 }])).toBe(8);
  });

  it('promise until the Sunday of the week, with words that travel clean', () => {
    expect(repliesOf({ type: 'answer', text: ' Thank\u202e you \r\n', week: '2026-12-07' })).toEqual([
      { type: 'answer', status: 'planned', day: '2026-12-13', text: 'Thank you' },
    ]);
    expect(repliesOf({ type: 'question', text: 'Where?', week: null })).toEqual([
      { type: 'question', text: 'Where?' },
    ]);
    expect(repliesOf({ type: 'answer', text: '\u202e \n', week: null })).toBeNull();
  });

  it('are cut between sentences, and nothing of them is lost', () => {
    const sentence = 'We have looked at every pump on the ward, and two of them are being replaced. ';
    const text = sentence.repeat(25).trim();
    const replies = repliesOf({ type: 'answer', text, week: '2026-12-07' });
    if (replies === null) throw new TypeError('too long');
    const words = replies.map((reply) => (reply.type === 'opened' ? '' : reply.text));
    expect(words.join(' ')).toBe(text);
    expect(words.every((part) => part?.endsWith('.'))).toBe(true);
    expect(replies.map((reply) => 'day' in reply && reply.day !== undefined)).toEqual([false, false, true]);
  });

  it('fit their slots whatever is written, say when they do not, and lose no word', () => {
    const kinds = ['a b. ', 'ö ü! ', 'سلام. ', '漢字。', '😀 ', '"\\\n', '👩‍⚕️', 'x'];
    const texts = fc
      .array(fc.tuple(fc.constantFrom(...kinds), fc.nat(300)), { minLength: 1, maxLength: 6 })
      .map((runs) => runs.map(([unit, times]) => unit.repeat(times)).join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('answer' as const, 'question' as const), (text, type) => {
        const draft = { type, text, week: type === 'answer' ? '2026-12-07' : null };
        const replies = repliesOf(draft);
        if (sayable(text) === '') return;
        expect(charactersLeft(draft) >= 0).toBe(replies !== null);
        if (replies === null) return;
        expect(replies.length).toBeLessThanOrEqual(MOST_PARTS);
        for (const reply of replies) expect(replyRoom(reply)).toBeGreaterThanOrEqual(0);
        const parts = replies.map((reply) => (reply.type === 'opened' ? '' : (reply.text ?? '')));
        const bare = (words: string) => words.replace(/\s/g, '');
        expect(bare(parts.join(''))).toBe(bare(sayable(text)));
      }),
      { numRuns: 60 },
    );
  });
});
