import { describe, expect, it, vi } from 'vitest';
import { READ_SECONDS } from '../../../extension/inbox/inbox.ts';
import type { AnswerDraft } from '../../../extension/inbox/replies.ts';
import { UNDO_SECONDS } from '../../../extension/inbox/session.ts';
import { encodeConcern } from '../../../shared/concern.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { encodeFollowUp } from '../../../shared/follow-up.ts';
import { sealEnvelope } from '../../../shared/message.ts';
import type { ReplySecret } from '../../../shared/receipt.ts';
import { newReceiptSeed, replyKeysOf, replySecretFor, stretchReceipt } from '../../../shared/receipt.ts';
import { openReplySlot, replyTag, sealReplySlot } from '../../../shared/reply-slot.ts';
import { addDays } from '../../../shared/weeks.ts';
import { deskKey, envelopeOf, NOON, TODAY } from './desk-fixture.ts';
import { org, type Page, unlocked, type World, world } from './inbox-stage.ts';

/*
 * The desk's side of a conversation: Ada and Ben at one desk, and a person with a receipt who reads what comes out.
 */

vi.setConfig({ testTimeout: 30_000 });

const WORDS = 'The suction in bay four has been weak for days.';
const THANKS: AnswerDraft = { type: 'answer', text: 'Thank you. We replace it.', week: '2026-12-07' };

interface Person {
  readonly secret: ReplySecret;
  /** Puts a message into the desk's queue, sealed as a panel seals it; gives back its id. */
  writes(text: string | null, day?: string): Promise<string>;
  adds(text: string, day?: string): Promise<string>;
  /** What the receipt finds among the slots that the mailroom took, by number. */
  reads(): Promise<[number, string, string | undefined][]>;
}

async function person(at: World): Promise<Person> {
  const secret = replySecretFor(await stretchReceipt(newReceiptSeed(org.random), 'test'), 1);
  const put = async (
    type: 'concern' | 'follow-up',
    body: Parameters<typeof sealEnvelope>[1]['body'],
    day: string,
  ) => {
    const key = await deskKey(org, 1, at.mailroom.records);
    const item = envelopeOf(sealEnvelope(key, { type, reply: replyKeysOf(secret), body }, org.random), key);
    at.mailroom.sendRaw(1, item, day);
    return item.id;
  };
  return {
    secret,
    writes: (text, day = TODAY) =>
      put('concern', encodeConcern({ kind: 'hazard', ...(text !== null && { t: { what: text } }) }), day),
    adds: (text, day = TODAY) => put('follow-up', encodeFollowUp(text), day),
    async reads() {
      const found: [number, string, string | undefined][] = [];
      for (let index = 0; index < 80; index++) {
        for (const { slot } of at.mailroom.slots()) {
          const place = { organisation: 'test', desk: 1, index, secret };
          const opened = await openReplySlot(slot, place, org.keyring);
          if (opened === null) continue;
          const { reply } = opened;
          found.push(
            reply.type === 'opened'
              ? [index, 'opened', undefined]
              : [index, reply.status ?? reply.type, reply.text],
          );
        }
      }
      return found;
    },
  };
}

async function stage(): Promise<{ at: World; ada: Page; writer: Person; concern: string }> {
  const at = world();
  at.mailroom.addWeek(1);
  const writer = await person(at);
  const concern = await writer.writes(WORDS);
  const ada = await unlocked(at, { quick: true });
  return { at, ada, writer, concern };
}

const settle = (page: Page) => page.pass(UNDO_SECONDS + 1);
const select = (page: Page, id: string) => page.inbox.browse({ to: 'concern', id });
const lines = (page: Page) =>
  page
    .open()
    .concern?.answering.thread.map((entry) => (entry.what === 'reply' ? entry.reply.type : entry.text));

describe('a conversation', () => {
  it('goes from "opened" over an acknowledgement and an answer to a closing line, each told once', async () => {
    const { ada, writer, concern } = await stage();
    select(ada, concern);
    await ada.pass(READ_SECONDS);
    await ada.pass(1);
    await ada.inbox.act([concern], { type: 'acknowledged' });
    await settle(ada);
    await ada.inbox.answer(concern, THANKS);
    expect(ada.open().undoable).toEqual({ what: 'answered', concerns: 1 });
    await settle(ada);
    await ada.inbox.act([concern], { type: 'closed', reason: 'resolved', line: 'Both pumps are new.' });
    await settle(ada);
    await ada.pass(1);
    expect(await writer.reads()).toEqual([
      [0, 'opened', undefined],
      [1, 'acknowledged', undefined],
      [2, 'planned', 'Thank you. We replace it.'],
      [3, 'closed', 'Both pumps are new.'],
    ]);
    expect(lines(ada)).toEqual(['opened', 'status', 'answer', 'status']);
    expect(ada.open().sync).toEqual({ state: 'current' });
  });

  it('says nothing by itself to a tile without words, to what was flicked past, or before it can no longer be undone', async () => {
    const { at, ada, writer, concern } = await stage();
    const tile = await person(at);
    const signal = await tile.writes(null);
    await ada.pass(1);
    select(ada, concern);
    await ada.pass(READ_SECONDS - 1);
    ada.inbox.browse({ to: 'concern', id: null });
    await ada.inbox.act([signal], { type: 'acknowledged' });
    await settle(ada);
    await ada.inbox.act([concern], { type: 'acknowledged' });
    await ada.pass(1);
    expect(await writer.reads()).toEqual([]);
    await ada.inbox.undo();
    await settle(ada);
    expect([...(await writer.reads()), ...(await tile.reads())]).toEqual([]);
  });

  it('puts what was added under its concern, with a clock of its own, and tells that it was read', async () => {
    const { at, ada, writer, concern } = await stage();
    await ada.inbox.act([concern], { type: 'acknowledged' });
    await settle(ada);
    await ada.inbox.answer(concern, { type: 'question', text: 'Which bay? Only if you like.', week: null });
    await settle(ada);
    await writer.adds('Bay four, since the new tubing.');
    await ada.pass(1);
    select(ada, concern);
    expect(ada.open().rows).toMatchObject([{ unread: 1, due: { what: 'acknowledge' } }]);
    expect(ada.open().counts.folders).toMatchObject({ new: 1, acknowledged: 0 });
    expect(lines(ada)).toEqual(['status', 'question', 'Bay four, since the new tubing.']);
    ada.inbox.browse({ to: 'filters', filters: { query: 'tubing' } });
    expect(ada.open().rows).toHaveLength(1);
    await ada.inbox.act([concern], { type: 'acknowledged' });
    await settle(ada);
    expect(ada.open().counts.folders).toMatchObject({ new: 0, acknowledged: 1 });
    expect((await writer.reads()).map(([, what]) => what)).toEqual([
      'acknowledged',
      'question',
      'acknowledged',
    ]);
    // The same for a colleague, whatever came first.
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    await ben.pass(1);
    expect(ben.open().counts.folders).toMatchObject({ new: 0, acknowledged: 1 });
  });

  it('makes a concern of a tile once the person adds words, and shows words whose concern is gone', async () => {
    const { at, ada } = await stage();
    const tile = await person(at);
    await tile.writes(null);
    await tile.adds('It is the third time this week.');
    const stranger = await person(at);
    const orphan = await stranger.adds('You asked when: on nights.');
    await ada.pass(1);
    expect(ada.open().signalsWaiting).toBe(0);
    expect(ada.open().rows).toHaveLength(3);
    select(ada, orphan);
    expect(ada.open().concern).toMatchObject({ fields: null, addition: 'You asked when: on nights.' });
    await ada.inbox.answer(orphan, THANKS);
    await settle(ada);
    expect((await stranger.reads()).map(([, what]) => what)).toEqual(['planned']);
  });

  it('covers names in what was added until two members ask, as in the concern', async () => {
    const { at, ada, writer, concern } = await stage();
    await writer.adds('Dr Osei said so.');
    await ada.pass(1);
    select(ada, concern);
    expect(lines(ada)).toEqual(['█████ said so.']);
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    for (const page of [ada, ben]) {
      await page.inbox.act([concern], { type: 'revealed' });
      await settle(page);
    }
    await ada.pass(1);
    expect(lines(ada)).toContain('Dr Osei said so.');
  });

  it('takes an answer back, words and all, and nothing of it leaves', async () => {
    const { ada, writer, concern } = await stage();
    select(ada, concern);
    await ada.inbox.answer(concern, THANKS);
    expect(ada.open().rows[0]?.status).toBe('acknowledged');
    await ada.inbox.undo();
    expect(ada.open().concern).toMatchObject({ status: 'new', answering: { thread: [], returned: THANKS } });
    await settle(ada);
    await ada.pass(1);
    expect((await writer.reads()).map(([, what]) => what)).toEqual(['opened']);
    expect(await ada.store.outgoing(1)).toEqual([]);
  });

  it('gives words back that do not fit, and says why', async () => {
    const { ada, concern } = await stage();
    select(ada, concern);
    const long: AnswerDraft = { type: 'answer', text: 'سلام '.repeat(1000), week: null };
    await ada.inbox.answer(concern, long);
    expect(ada.open()).toMatchObject({ problem: 'too-long', concern: { answering: { returned: long } } });
  });

  it('stops the answer clock, and runs on the promise instead', async () => {
    const { ada, concern } = await stage();
    await ada.inbox.answer(concern, { ...THANKS, week: null });
    ada.inbox.browse({ to: 'filters', filters: { folder: 'all' } });
    expect(ada.open().rows[0]?.due).toBeNull();
    await settle(ada);
    await ada.inbox.answer(concern, THANKS);
    expect(ada.open().rows[0]?.due).toMatchObject({ what: 'promise', day: '2026-12-13' });
  });

  it('answers everyone who wrote the same', async () => {
    const { at, ada, writer, concern } = await stage();
    const other = await person(at);
    const same = await other.writes('Suction weak in bay four.');
    await ada.pass(1);
    await ada.inbox.act([same], { type: 'merged', into: concern });
    await settle(ada);
    select(ada, concern);
    expect(ada.open().concern?.answering.people).toBe(2);
    await ada.inbox.answer(concern, THANKS);
    await settle(ada);
    await ada.inbox.act([concern], { type: 'closed', reason: 'resolved', line: 'New tubing.' });
    await settle(ada);
    expect((await other.reads()).map(([, what]) => what)).toEqual(['planned', 'closed']);

    // What one of them adds is read with the rest, and only that one is told so.
    await other.adds('The tubing is loose again.');
    await ada.pass(1);
    expect(ada.open().concern?.answering).toMatchObject({ unread: 1 });
    expect(ada.open().counts.folders.new).toBe(1);
    await ada.inbox.act([concern], { type: 'acknowledged' });
    await settle(ada);
    await ada.pass(1);
    expect((await other.reads()).map(([, what]) => what)).toEqual(['planned', 'closed', 'closed']);
    expect((await writer.reads()).map(([, what]) => what)).toEqual(['planned', 'closed']);
    expect(ada.open().counts.folders.new).toBe(0);
  });
});

describe('junk', () => {
  it('is found among the rest, put away in one go, and told nothing, whatever is added to it', async () => {
    const { at, ada, writer, concern } = await stage();
    const sender = await person(at);
    const flood: string[] = [];
    for (let n = 0; n < 60; n++)
      flood.push(await sender.writes(`Win a prize today, click here, offer ${n} ends soon`));
    await ada.pass(1);
    const [group, ...others] = ada.inbox.alike();
    expect(others).toEqual([]);
    expect(group?.ids.toSorted()).toEqual(flood.toSorted());
    await ada.inbox.act(flood, { type: 'junk' });
    expect(ada.open().undoable).toEqual({ what: 'junk', concerns: 60 });
    await settle(ada);
    await sender.adds('More of it.');
    await ada.pass(1);
    // What was added stands under the first of them.
    const first = flood.toSorted().slice(0, 1);
    await ada.inbox.act(first, { type: 'acknowledged' });
    await settle(ada);
    await ada.pass(1);
    // Two events of up to fifty, and the acknowledgement.
    expect(at.mailroom.events(1)).toHaveLength(3);
    expect(at.mailroom.slots()).toEqual([]);
    expect(ada.open().counts.folders).toMatchObject({ new: 1, closed: 60 });
    await ada.inbox.act(first, { type: 'in-review' });
    await settle(ada);
    expect((await sender.reads()).map(([, what]) => what)).toEqual(['in-review']);
    expect(await writer.reads()).toEqual([]);
    select(ada, concern);
    expect(lines(ada)).toEqual([]);
  });
});

describe('two colleagues', () => {
  it('never use a number twice: who comes second goes one higher, and both logs say so', async () => {
    const { at, ada, writer, concern } = await stage();
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    await ada.inbox.answer(concern, { type: 'answer', text: 'From Ada.', week: null });
    await ben.inbox.answer(concern, { type: 'answer', text: 'From Ben.', week: null });
    at.now += UNDO_SECONDS + 1;
    await Promise.all([ada.inbox.sync(), ben.inbox.sync()]);
    for (const page of [ada, ben, ada, ben]) await page.pass(1);
    const read = await writer.reads();
    expect(read.map(([index]) => index)).toEqual([0, 1]);
    expect(read.map(([, , text]) => text).toSorted()).toEqual(['From Ada.', 'From Ben.']);
    for (const page of [ada, ben]) {
      select(page, concern);
      expect(lines(page)).toEqual(['answer', 'answer']);
      expect(page.open().alarms).toMatchObject({ missingEvents: 0, refusedEvents: 0, unposted: 0 });
    }
  });

  it('do not say the same by themselves twice, and one speaks for the other after two days', async () => {
    const { at, ada, writer, concern } = await stage();
    await ada.inbox.act([concern], { type: 'acknowledged' });
    ada.inbox.lock('asked');
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    await ben.pass(1);
    expect(await writer.reads()).toEqual([]);

    const again = await unlocked(at, { store: ada.store, quick: true });
    at.now += UNDO_SECONDS;
    await again.pass(1);
    await ben.pass(1);
    expect((await writer.reads()).map(([, what]) => what)).toEqual(['acknowledged']);

    // Ada reviews and goes on leave before her inbox could say so.
    await again.inbox.act([concern], { type: 'in-review' });
    at.mailroom.slotsAway(true);
    await again.pass(UNDO_SECONDS + 1);
    at.mailroom.slotsAway(false);
    await ben.pass(1);
    expect(await writer.reads()).toHaveLength(1);
    await ben.pass(2 * 86_400);
    expect((await writer.reads()).map(([, what]) => what)).toEqual(['acknowledged', 'in-review']);
  });

  it('step over tags that a desk gave out and never wrote down', async () => {
    const { at, ada, writer, concern } = await stage();
    const { keyPair, tagKey } = writer.secret;
    for (const index of [0, 1, 2]) {
      const place = { organisation: 'test', desk: 1, index, reply: { publicKey: keyPair.publicKey, tagKey } };
      at.mailroom.takeSlot(sealReplySlot({ type: 'opened' }, place, org.ben.signing, org.random));
    }
    await ada.inbox.answer(concern, THANKS);
    await settle(ada);
    expect((await writer.reads()).at(-1)).toEqual([3, 'planned', 'Thank you. We replace it.']);
    expect(replyTag(tagKey, 3)).toHaveLength(16);
  });
});

describe('what waits here', () => {
  it('outlasts the page: an answer written offline leaves once, with the words it had', async () => {
    const { at, ada, writer, concern } = await stage();
    at.mailroom.away(true);
    await ada.inbox.answer(concern, THANKS);
    await settle(ada);
    ada.inbox.lock('asked');
    const again = await unlocked(at, { store: ada.store, quick: true });
    select(again, concern);
    expect(again.open().concern?.answering.thread).toMatchObject([{ what: 'reply', waiting: true }]);
    at.mailroom.away(false);
    await again.pass(1);
    await again.pass(1);
    expect((await writer.reads()).map(([, what]) => what)).toEqual(['planned']);
    expect(again.open().concern?.answering.thread).toMatchObject([{ waiting: false }]);
  });

  it('is told once when the answer to the slot gets lost on the way', async () => {
    const { at, ada, writer, concern } = await stage();
    await ada.inbox.answer(concern, THANKS);
    at.mailroom.loseAnswers(true);
    await settle(ada);
    at.mailroom.loseAnswers(false);
    await ada.pass(1);
    await ada.pass(1);
    expect(await writer.reads()).toHaveLength(1);
    expect(at.mailroom.slots()).toHaveLength(1);
    select(ada, concern);
    expect(ada.open().concern?.answering.thread).toMatchObject([{ waiting: false }]);
  });

  it('names no event that may still be undone', async () => {
    const { at, ada, concern } = await stage();
    const other = await (await person(at)).writes('Another thing.');
    await ada.pass(1);
    await ada.inbox.answer(concern, THANKS);
    at.now += UNDO_SECONDS + 1;
    await ada.inbox.act([other], { type: 'acknowledged' });
    await ada.inbox.sync();
    await ada.inbox.undo();
    await settle(ada);
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    await ben.pass(1);
    expect(ben.open().alarms.missingEvents).toBe(0);
    select(ben, concern);
    expect(lines(ben)).toEqual(['answer']);
  });

  it('holds no word in the clear, in the store or on its way', async () => {
    const { at, ada, concern } = await stage();
    at.mailroom.away(true);
    await ada.inbox.answer(concern, THANKS);
    await ada.inbox.keepTemplate('Replaced', 'Thank you. We replace it.');
    const kept = JSON.stringify([
      await ada.store.outgoing(1),
      await ada.store.waitingEvents(1),
      await ada.store.events(1),
    ]);
    expect(kept).not.toContain('replace');
    expect(kept).not.toContain('Replaced');
  });
});

describe('templates', () => {
  it('are the whole desk’s, until somebody drops them, and are written anew before their key is gone', async () => {
    const { at, ada } = await stage();
    await ada.inbox.keepTemplate('Replaced', 'Thank you. We replace it.');
    await ada.inbox.keepTemplate('Wrong', 'x');
    await ada.inbox.keepTemplate('Wrong', '');
    await settle(ada);
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    await ben.pass(1);
    expect(ben.open().templates.map(({ name, text }) => [name, text])).toEqual([
      ['Replaced', 'Thank you. We replace it.'],
    ]);
    const before = at.mailroom.events(1).length;
    for (let week = 0; week < 9; week++) {
      at.now += 7 * 86_400;
      await ada.pass(1);
    }
    await ada.pass(1);
    expect(at.mailroom.events(1).length).toBe(before + 1);
    expect(ada.open().templates[0]?.day).toBe(addDays(TODAY, 63));
  });
});

describe('what happens by itself', () => {
  it('names nothing that somebody is about to take back', async () => {
    const { at, ada } = await stage();
    await ada.inbox.keepTemplate('Replaced', 'Thank you. We replace it.');
    await ada.pass(53 * 86_400);
    const before = at.mailroom.events(1).length;
    const late = await (await person(at)).writes('Something else.', addDays(TODAY, 53));
    await ada.pass(1);
    at.now += 8 * 86_400;
    await ada.inbox.act([late], { type: 'acknowledged' });
    await ada.inbox.sync();
    await ada.inbox.undo();
    await settle(ada);
    expect(at.mailroom.events(1).length).toBeGreaterThan(before);
    const ben = await unlocked(at, { quick: true, who: 'ben' });
    await ben.pass(1);
    expect(ben.open().alarms.missingEvents).toBe(0);
    expect(ben.open().templates).toHaveLength(1);
  });
});

describe('the four words', () => {
  it('never change over a whole story of events, answers and syncs', async () => {
    const { at, ada, writer, concern } = await stage();
    const words = fingerprint(org.root.publicKey, org.relayKey, org.keyringBlob);
    const seen = new Set<string>();
    const watch = () => {
      const view = ada.inbox.view();
      if (view.phase !== 'starting' && view.phase !== 'unset') seen.add(view.fingerprint ?? 'none');
    };
    ada.inbox.subscribe(watch);
    select(ada, concern);
    for (let step = 0; step < 12; step++) {
      await ada.inbox.act([concern], { type: 'acknowledged' });
      watch();
      await ada.inbox.answer(concern, { ...THANKS, text: `Thank you. Step ${step}.` });
      if (step % 3 === 0) await ada.inbox.undo();
      await writer.adds(`More ${step}`);
      await settle(ada);
      at.mailroom.away(step % 4 === 1);
      watch();
    }
    at.now = NOON + 8 * 86_400;
    await ada.pass(1);
    ada.inbox.lock('asked');
    watch();
    expect([...seen]).toEqual([words]);
  });
});
