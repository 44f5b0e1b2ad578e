import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { UNTOUCHED } from '../../../extension/inbox/triage.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, u32, utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays } from '../../../shared/weeks.ts';

const ADA = u32(1);
const BEN = u32(2);
const CONCERNS = [0, 1, 2].map((n) => sha256(utf8(`concern ${n}`)));

function event(
  name: string,
  what: TeamAction,
  { heads = [], concern = CONCERNS[0], by = ADA, day = '2026-11-24' }: Partial<OpenedTeamEvent> = {},
): OpenedTeamEvent {
  return { v: 1, desk: 1, id: sha256(utf8(name)), by, heads, day, concern: concern as Bytes, what };
}

const stateOf = (events: readonly OpenedTeamEvent[], concern = CONCERNS[0]) =>
  foldTeamLog(events).concerns.get(toBase64url(concern as Bytes)) ?? UNTOUCHED;

/** What several members do, each knowing some of what the others did: a history with real concurrency. */
const histories = fc
  .array(
    fc.record({
      by: fc.constantFrom(ADA, BEN),
      concern: fc.constantFrom(...CONCERNS),
      day: fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-11-24', days)),
      /** Which of the events so far the author has not seen. */
      unseen: fc.array(fc.nat(50), { maxLength: 6 }),
      what: fc.oneof(
        fc.constant<TeamAction>({ type: 'acknowledged' }),
        fc.constant<TeamAction>({ type: 'acknowledged', also: [...CONCERNS] }),
        fc.constantFrom(ADA, BEN, null).map((to): TeamAction => ({ type: 'assigned', to })),
        fc.string({ minLength: 1 }).map((text): TeamAction => ({ type: 'noted', text })),
        fc.constant<TeamAction>({ type: 'in-review' }),
        fc.constant<TeamAction>({ type: 'closed', reason: 'resolved', line: 'done' }),
      ),
    }),
    { maxLength: 24 },
  )
  .map((steps) => {
    const events: OpenedTeamEvent[] = [];
    for (const [index, step] of steps.entries()) {
      const seen = events.filter((_, i) => !step.unseen.some((n) => n % (i + 1) === 0));
      const followed = new Set(seen.flatMap(({ heads }) => heads.map(toBase64url)));
      const heads = seen.filter(({ id }) => !followed.has(toBase64url(id))).map(({ id }) => id);
      events.push(event(`${index}`, step.what, { by: step.by, concern: step.concern, day: step.day, heads }));
    }
    return events;
  });

describe('the team log', () => {
  it('folds to the same state in any order and with any repetition', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.record({
            events: fc.constant(events),
            arrived: fc
              .shuffledSubarray([...events, ...events, ...events], {
                minLength: 0,
                maxLength: 3 * events.length,
              })
              .map((some) => [...some, ...events.toReversed()]),
          }),
        ),
        ({ events, arrived }) => {
          expect(foldTeamLog(arrived)).toEqual(foldTeamLog(events));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps to what an author had seen: the later word counts, whatever its id', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const review = event(`review ${name}`, { type: 'in-review' });
      const close = event(
        `close ${name}`,
        { type: 'closed', reason: 'resolved', line: '' },
        { heads: [review.id] },
      );
      expect(stateOf([close, review]).status).toBe('closed');
    }
  });

  it('counts the earliest acknowledgement, and looking into something as one', () => {
    const later = event('later', { type: 'acknowledged' }, { by: ADA, day: '2026-11-30' });
    const offline = event('offline', { type: 'acknowledged' }, { by: BEN, day: '2026-11-26' });
    expect(stateOf([later, offline]).acknowledged).toEqual({ day: '2026-11-26', by: toBase64url(BEN) });
    expect(stateOf([event('review', { type: 'in-review' })]).acknowledged?.day).toBe('2026-11-24');
  });

  it('acknowledges many signals with one event', () => {
    const log = foldTeamLog([event('bulk', { type: 'acknowledged', also: CONCERNS.slice(1) as Bytes[] })]);
    expect([...log.concerns.values()].map(({ status }) => status)).toEqual(Array(3).fill('acknowledged'));
  });

  it('a note changes nothing but the history', () => {
    const { history, ...state } = stateOf([event('note', { type: 'noted', text: 'Spoke to the ward' })]);
    const { history: _, ...untouched } = UNTOUCHED;
    expect(state).toEqual(untouched);
    expect(history).toHaveLength(1);
  });

  it('keeps what the person was told apart from the history, and counts an answer as an acknowledgement', () => {
    const opened = event('opened', { type: 'replied', index: 0, reply: { type: 'opened' } });
    const told = stateOf([opened]);
    expect([told.status, told.acknowledged, told.history.length, told.replies.length]).toEqual([
      'new',
      null,
      0,
      1,
    ]);
    const reply = { type: 'answer' as const, text: 'Thank you. The pumps are changed.' };
    const answered = stateOf([
      opened,
      event('answer', { type: 'replied', index: 1, reply }, { heads: [opened.id], by: BEN }),
    ]);
    expect(answered.status).toBe('acknowledged');
    expect(answered.acknowledged?.by).toBe(toBase64url(BEN));
    expect(answered.replies.map(({ index, reply: { type } }) => [index, type])).toEqual([
      [0, 'opened'],
      [1, 'answer'],
    ]);
  });

  it('reopens what was closed when somebody looks into it again', () => {
    const close = event('close', { type: 'closed', reason: 'duplicate', line: 'See the other one' });
    const again = event('again', { type: 'in-review' }, { heads: [close.id] });
    expect(stateOf([close]).closing).toEqual({ reason: 'duplicate', line: 'See the other one' });
    expect(stateOf([again, close])).toMatchObject({ status: 'in-review', closing: null });
  });

  it('names what is missing when events are hidden, and knows those that only cannot be opened', () => {
    const first = event('first', { type: 'acknowledged' });
    const second = event('second', { type: 'in-review' }, { heads: [first.id], day: '2026-12-01' });
    const id = toBase64url(first.id);
    expect([...foldTeamLog([second]).missing]).toEqual([[id, '2026-12-01']]);
    expect(foldTeamLog([second], new Set([id])).missing.size).toBe(0);
    expect(foldTeamLog([first, second]).missing.size).toBe(0);
    expect(foldTeamLog([first, second]).heads).toEqual([toBase64url(second.id)]);
  });

  it('folds a long log without running out of stack', () => {
    const events: OpenedTeamEvent[] = [];
    for (let i = 0; i < 20_000; i++) {
      const before = events.at(-1);
      events.push(
        event(
          `${i}`,
          { type: 'noted', text: 'x' },
          { heads: before ? [before.id] : [], concern: CONCERNS[i % 3] as Bytes },
        ),
      );
    }
    expect(foldTeamLog(events.toReversed()).heads).toHaveLength(1);
  });
});
