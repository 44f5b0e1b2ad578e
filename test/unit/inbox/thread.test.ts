import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenedConcern, SealedConcern } from '../../../extension/inbox/opening.ts';
import { type QueueItem, queueOf, unread } from '../../../extension/inbox/queue.ts';
import { nextIndex } from '../../../extension/inbox/replies.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { replyKeysOf, threadLines, threadName } from '../../../extension/inbox/thread.ts';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, u32, utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { TeamAction } from '../../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays } from '../../../shared/weeks.ts';
import { seededRandom } from './desk-fixture.ts';

const TODAY = '2026-12-01';
const idOf = (name: string) => toBase64url(sha256(utf8(name)));

interface Message {
  readonly name: string;
  readonly thread: string;
  readonly day: string;
  readonly kind: 'concern' | 'tile' | 'follow-up';
}

function opened({ name, thread, kind }: Message): OpenedConcern {
  const id = idOf(name);
  const words = { first: name, searchable: name, thread };
  if (kind === 'follow-up') return { id, state: 'follow-up', text: name, ...words };
  const concern = {
    v: 1 as const,
    tax: '1.0.0',
    kind: 'hazard' as const,
    ...(kind === 'concern' && { t: { what: name } }),
  };
  return { id, state: 'read', concern, signal: kind === 'tile', ...words };
}

const sealed = ({ name, day }: Message): SealedConcern => ({
  id: idOf(name),
  desk: 1,
  deskKid: 'k',
  releaseDay: day,
  envelope: '',
});

function queue(messages: readonly Message[], events: readonly OpenedTeamEvent[] = []) {
  const contents = new Map(messages.map((message) => [idOf(message.name), opened(message)]));
  return queueOf(messages.map(sealed), contents, foldTeamLog(events), TODAY);
}

/** An item as the page shows it. */
const shown = (item: QueueItem) => ({
  id: item.id,
  status: item.triage.status,
  due: item.due,
  unread: unread(item).map(({ id }) => id),
  next: nextIndex(item.triage.replies),
  lines: threadLines(item.triage.replies, item.followUps).map((line) => [
    line.week,
    line.what === 'reply' ? line.sent.id : line.followUp.id,
  ]),
});

function event(
  name: string,
  concern: string,
  what: TeamAction,
  heads: readonly Bytes[],
  day: string,
): OpenedTeamEvent {
  const id = sha256(utf8(`event ${name}`));
  return { v: 1, desk: 1, id, by: u32(1), heads: [...heads], day, concern: fromBase64url(concern), what };
}

const actions = fc.oneof(
  fc.constant<TeamAction>({ type: 'acknowledged' }),
  fc.constant<TeamAction>({ type: 'in-review' }),
  fc.constant<TeamAction>({ type: 'closed', reason: 'resolved', line: 'learned' }),
  fc.nat(5).map((index): TeamAction => ({ type: 'replied', index, reply: { type: 'opened' } })),
  fc.nat(5).map(
    (index): TeamAction => ({
      type: 'replied',
      index,
      reply: { type: 'answer', text: 'Thank you.', status: 'planned', day: '2026-12-13' },
    }),
  ),
);

/** Messages of three people at two paces, and what colleagues who had seen some of it did. */
const stories = fc
  .record({
    messages: fc.array(
      fc.record({
        thread: fc.constantFrom('t1', 't2', 't3'),
        day: fc.nat(20).map((days) => addDays('2026-11-10', days)),
        kind: fc.constantFrom('concern' as const, 'tile' as const, 'follow-up' as const),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    steps: fc.array(fc.record({ about: fc.nat(50), what: actions, sees: fc.nat(3), day: fc.nat(20) }), {
      maxLength: 12,
    }),
  })
  .map(({ messages, steps }) => {
    const named = messages.map((message, n): Message => ({ ...message, name: `message ${n}` }));
    const events: OpenedTeamEvent[] = [];
    for (const [n, { about, what, sees, day }] of steps.entries()) {
      const heads = events
        .slice(-1 - sees)
        .slice(0, 1)
        .map(({ id }) => id);
      const concern = idOf(named[about % named.length]?.name ?? '');
      events.push(event(`${n}`, concern, what, heads, addDays('2026-11-10', day)));
    }
    return { messages: named, events };
  });

describe('a thread', () => {
  it('is named by its reply keys, which come back as they were', () => {
    const random = seededRandom(3);
    const keys = { publicKey: random(32), tagKey: random(32) };
    expect(replyKeysOf(threadName(keys))).toEqual(keys);
    expect(threadName({ ...keys, tagKey: random(32) })).not.toBe(threadName(keys));
  });

  it('is the same for everyone, in whatever order messages and events came and however often', () => {
    fc.assert(
      fc.property(
        stories.chain(({ messages, events }) =>
          fc.record({
            messages: fc.constant(messages),
            events: fc.constant(events),
            otherMessages: fc.shuffledSubarray(messages, { minLength: messages.length }),
            otherEvents: fc
              .shuffledSubarray([...events, ...events, ...events])
              .map((some) => [...some, ...events.toReversed()]),
          }),
        ),
        ({ messages, events, otherMessages, otherEvents }) => {
          const one = queue(messages, events);
          const other = queue(otherMessages, otherEvents);
          expect(other.concerns.map(shown)).toEqual(one.concerns.map(shown));
          expect(new Set(other.signals.map(({ id }) => id))).toEqual(
            new Set(one.signals.map(({ id }) => id)),
          );
          // Nothing anybody wrote is lost: it is an item of its own or stands under one.
          const there = [...one.items.values()].flatMap(({ id, followUps }) => [
            id,
            ...followUps.map((f) => f.id),
          ]);
          expect(there.toSorted()).toEqual(messages.map(({ name }) => idOf(name)).toSorted());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('puts what was said in the order of the log, and additions where their day is', () => {
    const concern = { name: 'concern', thread: 't', day: '2026-11-10', kind: 'concern' as const };
    const first = { name: 'first', thread: 't', day: '2026-11-12', kind: 'follow-up' as const };
    const second = { name: 'second', thread: 't', day: '2026-11-20', kind: 'follow-up' as const };
    const id = idOf('concern');
    const ask = event(
      'ask',
      id,
      { type: 'replied', index: 0, reply: { type: 'question', text: 'Where?' } },
      [],
      '2026-11-16',
    );
    const late = event(
      'late',
      id,
      { type: 'replied', index: 1, reply: { type: 'answer', text: 'Done.' } },
      [ask.id],
      '2026-11-20',
    );
    const [item] = queue([second, concern, first], [late, ask]).concerns;
    if (item === undefined) throw new TypeError('nothing');
    const lines = threadLines(item.triage.replies, item.followUps);
    expect(lines.map((line) => (line.what === 'reply' ? line.sent.reply.type : line.followUp.text))).toEqual([
      'first',
      'question',
      'answer',
      'second',
    ]);
    expect(lines.map(({ week }) => week)).toEqual(['2026-11-09', '2026-11-16', '2026-11-16', '2026-11-16']);
  });

  it('makes one concern of several with the same keys’ additions: the first of them takes them', () => {
    const item = (name: string, day: string, kind: Message['kind']): Message => ({
      name,
      thread: 't',
      day,
      kind,
    });
    const { concerns, signals } = queue([
      item('later', '2026-11-12', 'concern'),
      item('tile', '2026-11-11', 'tile'),
      item('more', '2026-11-13', 'follow-up'),
    ]);
    expect(signals).toEqual([]);
    expect(concerns.map(({ id, followUps }) => [id, followUps.length]).toSorted()).toEqual(
      [
        [idOf('tile'), 1],
        [idOf('later'), 0],
      ].toSorted(),
    );
  });
});
