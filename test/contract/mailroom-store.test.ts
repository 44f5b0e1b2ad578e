import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresMailroomStore } from '../../relay/mailroom/store/postgres.ts';
import type { QueueCursor, QueuedEnvelope } from '../../relay/mailroom/store/queue.ts';
import { openSqliteMailroomStore } from '../../relay/mailroom/store/sqlite.ts';
import type { MailroomStore } from '../../relay/mailroom/store/store.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { type Bytes, compareBytes, concat } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { kidOf } from '../../shared/kid.ts';
import { decodeReplyPack, encodeReplyPack, SLOTS_PER_PACK } from '../../shared/reply-pack.ts';
import { tagOfSlot } from '../../shared/reply-slot.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { REPLY_SLOT, REPLY_TAG } from '../../shared/sizes.ts';
import { startTestPostgres, type TestPostgres } from './postgres-fixture.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const WRAP_KEY = random(32);

let postgres: TestPostgres;
const folders: string[] = [];
const opened: MailroomStore[] = [];

/** Each engine makes empty places, and opens as many copies on one place as a test wants. */
const ENGINES = {
  SQLite: {
    place: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'candor-mailroom-'));
      folders.push(folder);
      return join(folder, 'mailroom.sqlite');
    },
    open: openSqliteMailroomStore,
  },
  PostgreSQL: { place: () => postgres.freshDatabase(), open: openPostgresMailroomStore },
};

beforeAll(async () => {
  // What is thrown away afterwards need not survive a power cut.
  postgres = await startTestPostgres({ fsync: 'off' });
}, 120_000);
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
  await postgres.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

function envelope(given: Partial<QueuedEnvelope> = {}): QueuedEnvelope {
  return {
    id: random(32),
    desk: 1,
    deskKid: random(4),
    releaseDay: '2026-11-24',
    envelope: random(3951),
    ...given,
  };
}

async function wholeQueue(
  store: MailroomStore,
  desk: number,
  pageSize = 2,
  after: QueueCursor | null = null,
) {
  const items: QueuedEnvelope[] = [];
  let cursor = after;
  for (let more = true; more; ) {
    const page = await store.queuePage(desk, cursor, pageSize);
    items.push(...page.items);
    cursor = page.cursor ?? cursor;
    more = page.more;
  }
  return { items, cursor };
}

const byId = (a: { id: Bytes }, b: { id: Bytes }) => compareBytes(a.id, b.id);
const week = (number: number) => ({ from: number * 604_800, until: (number + 1) * 604_800 });

describe.each(Object.entries(ENGINES))('a mailroom store in %s', (_, engine) => {
  const place = () => engine.place();
  const open = async (where: string, wrapKey = WRAP_KEY) => {
    const store = await engine.open(where, { wrapKey, random });
    opened.push(store);
    return store;
  };
  const fresh = async () => open(await place());

  describe('queues', () => {
    test('give back whole what was put, to the desk it was put for', async () => {
      const store = await fresh();
      const mine = [envelope(), envelope()];
      await store.putEnvelopes([...mine, envelope({ desk: 2 })]);
      expect((await wholeQueue(store, 1)).items.sort(byId)).toEqual(mine.sort(byId));
      expect((await wholeQueue(store, 3)).items).toEqual([]);
    });

    test('keep an envelope once, within a call, across calls and across copies', async () => {
      const where = await place();
      const [one, other] = [await open(where), await open(where)];
      const known = envelope();
      expect(await one.putEnvelopes([known, known])).toEqual([known.id]);
      expect(await other.putEnvelopes([known])).toEqual([]);
      const many = Array.from({ length: 40 }, () => envelope());
      const results = await Promise.all([
        one.putEnvelopes(many),
        other.putEnvelopes([...many].reverse()),
        one.putEnvelopes(many.slice(10)),
      ]);
      expect(results.flat().length).toBe(many.length);
      expect((await wholeQueue(one, 1, 7)).items.length).toBe(many.length + 1);
    });

    test('are durable once the call has resolved', async () => {
      const where = await place();
      const store = await engine.open(where, { wrapKey: WRAP_KEY, random });
      const kept = envelope();
      await store.putEnvelopes([kept]);
      await store.close();
      expect((await wholeQueue(await open(where), 1)).items).toEqual([kept]);
    });

    test('show a reader who comes back exactly what is new', async () => {
      const store = await fresh();
      await store.putEnvelopes([envelope(), envelope(), envelope()]);
      const first = await wholeQueue(store, 1);
      const later = [envelope(), envelope()];
      for (const one of later) await store.putEnvelopes([one]);
      expect((await wholeQueue(store, 1, 2, first.cursor)).items.sort(byId)).toEqual(later.sort(byId));
    });

    test('miss nothing for a reader while two copies write', async () => {
      const where = await place();
      const copies = [await open(where), await open(where)];
      const reader = await open(where);
      const put = Array.from({ length: 30 }, () => envelope());
      const seen: QueuedEnvelope[] = [];
      let cursor: QueueCursor | null = null;
      const writing = Promise.all(put.map((one, i) => copies[i % 2]?.putEnvelopes([one])));
      for (let i = 0; i < 10; i++) {
        const read: Awaited<ReturnType<typeof wholeQueue>> = await wholeQueue(reader, 1, 4, cursor);
        seen.push(...read.items);
        cursor = read.cursor;
      }
      await writing;
      seen.push(...(await wholeQueue(reader, 1, 4, cursor)).items);
      expect(seen.sort(byId)).toEqual(put.sort(byId));
    });

    test('list a page by id, whatever the order of arrival', async () => {
      const store = await fresh();
      const put = Array.from({ length: 20 }, () => envelope());
      for (const one of put) await store.putEnvelopes([one]);
      const page = await store.queuePage(1, null, 100);
      expect(page.items.map((one) => one.id)).toEqual(put.map((one) => one.id).sort(compareBytes));
    });

    test('keep no order of arrival once the day is over, and show that day once more', async () => {
      const store = await fresh();
      expect(await store.levelQueues(20_000)).toBe(true);
      const put = Array.from({ length: 20 }, () => envelope());
      for (const one of put) await store.putEnvelopes([one]);
      const before = await wholeQueue(store, 1);
      expect(await store.levelQueues(20_001)).toBe(true);
      expect(await store.levelQueues(20_001)).toBe(false);
      const level = await wholeQueue(store, 1, 3);
      expect(level.items.map((one) => one.id)).toEqual(put.map((one) => one.id).sort(compareBytes));
      expect((await wholeQueue(store, 1, 3, before.cursor)).items.length).toBe(put.length);
      const later = envelope();
      await store.putEnvelopes([later]);
      expect((await wholeQueue(store, 1, 3, level.cursor)).items).toEqual([later]);
      expect(await store.levelQueues(20_002)).toBe(true);
      expect((await wholeQueue(store, 1, 3, level.cursor)).items).toEqual([later]);
    });

    test('are counted by desk and desk key', async () => {
      const store = await fresh();
      const deskKid = random(4);
      await store.putEnvelopes([
        envelope({ deskKid }),
        envelope({ deskKid }),
        envelope({ desk: 9, deskKid }),
      ]);
      const tally = await store.queueTally();
      expect(tally.sort((a, b) => a.desk - b.desk)).toEqual([
        { desk: 1, deskKid, count: 2 },
        { desk: 9, deskKid, count: 1 },
      ]);
    });

    test('lose what was released before a day, and nothing else', async () => {
      const store = await fresh();
      const kept = envelope({ releaseDay: '2026-05-28' });
      await store.putEnvelopes([
        kept,
        envelope({ releaseDay: '2026-05-27' }),
        envelope({ desk: 2, releaseDay: '2025-12-31' }),
      ]);
      expect(await store.deleteEnvelopesBefore('2026-05-28')).toBe(2);
      expect(await store.deleteEnvelopesBefore('2026-05-28')).toBe(0);
      expect((await wholeQueue(store, 1)).items).toEqual([kept]);
      expect((await wholeQueue(store, 2)).items).toEqual([]);
    });
  });

  describe('intake keys', () => {
    const record = () => ({ by: random(4), blob: random(100) });

    test('come back as they were, oldest first', async () => {
      const store = await fresh();
      const [early, late] = [newBoxKeyPair(random), newBoxKeyPair(random)];
      const [first, second] = [record(), record()];
      expect(await store.addIntakeKey({ ...week(2), record: second }, late)).toBe(true);
      expect(await store.addIntakeKey({ ...week(1), record: first }, early)).toBe(true);
      expect(await store.intakeWeeks()).toEqual([
        { kid: kidOf(early.publicKey), ...week(1), record: first },
        { kid: kidOf(late.publicKey), ...week(2), record: second },
      ]);
      expect(await store.intakeKey(kidOf(early.publicKey))).toEqual(early);
      expect(await store.intakeKey(random(4))).toBeNull();
    });

    test('are one a week and signer, even when two copies make them at once', async () => {
      const where = await place();
      const copies = [await open(where), await open(where)];
      const by = random(4);
      const made = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          copies[i % 2]?.addIntakeKey(
            { ...week(1), record: { by, blob: random(100) } },
            newBoxKeyPair(random),
          ),
        ),
      );
      expect(made.filter(Boolean).length).toBe(1);
      expect(await copies[0]?.addIntakeKey({ ...week(1), record: record() }, newBoxKeyPair(random))).toBe(
        true,
      );
    });

    test('refuse to open with another wrapping key', async () => {
      const where = await place();
      const pair = newBoxKeyPair(random);
      await (await open(where)).addIntakeKey({ ...week(1), record: record() }, pair);
      const stranger = await open(where, random(32));
      await expect(stranger.intakeKey(kidOf(pair.publicKey))).rejects.toThrow('another wrapping key');
    });

    test('are gone when their week ended before the moment, and others stay', async () => {
      const store = await fresh();
      const [old, current] = [newBoxKeyPair(random), newBoxKeyPair(random)];
      await store.addIntakeKey({ ...week(1), record: record() }, old);
      await store.addIntakeKey({ ...week(2), record: record() }, current);
      expect(await store.destroyIntakeKeysEndedBefore(week(1).until - 1)).toBe(0);
      expect(await store.destroyIntakeKeysEndedBefore(week(1).until)).toBe(1);
      expect(await store.intakeKey(kidOf(old.publicKey))).toBeNull();
      expect(await store.intakeKey(kidOf(current.publicKey))).toEqual(current);
    });
  });

  describe('desk keys', () => {
    const deskWeek = (given: object = {}) => ({
      kid: random(4),
      desk: 1,
      ...week(1),
      record: { by: random(4), blob: random(100) },
      ...given,
    });
    const share = (deskKid: Bytes, memberKid: Bytes) => ({ deskKid, memberKid, sealed: random(93) });

    test('keep a record with its shares, each for one member', async () => {
      const store = await fresh();
      const [ann, ben] = [random(4), random(4)];
      const made = deskWeek();
      const shares = [share(made.kid, ann), share(made.kid, ben)];
      expect(await store.addDeskWeek(made, shares)).toBe('stored');
      expect(await store.deskWeek(made.kid)).toEqual({ ...made, retired: false });
      expect(await store.deskWeeks()).toEqual([{ ...made, retired: false }]);
      expect(await store.sharesOf(1, ann)).toEqual([{ deskKid: made.kid, sealed: shares[0]?.sealed }]);
      expect(await store.sharesOf(2, ann)).toEqual([]);
      expect(await store.sharesOf(1, random(4))).toEqual([]);
      expect(await store.deskWeek(random(4))).toBeNull();
    });

    test('take the same record again and add shares, but change none', async () => {
      const store = await fresh();
      const [ann, ben] = [random(4), random(4)];
      const made = deskWeek();
      const first = share(made.kid, ann);
      await store.addDeskWeek(made, [first]);
      expect(await store.addDeskWeek(made, [share(made.kid, ann), share(made.kid, ben)])).toBe('stored');
      expect(await store.sharesOf(1, ann)).toEqual([{ deskKid: made.kid, sealed: first.sealed }]);
      expect((await store.sharesOf(1, ben)).length).toBe(1);
    });

    test('refuse a second record of a member for a week until the first is retired', async () => {
      const store = await fresh();
      const first = deskWeek();
      const by = first.record.by;
      await store.addDeskWeek(first, []);
      const second = deskWeek({ record: { by, blob: random(100) } });
      expect(await store.addDeskWeek(second, [share(second.kid, by)])).toBe('taken');
      expect(await store.sharesOf(1, by)).toEqual([]);
      expect(await store.addDeskWeek(deskWeek({ desk: 2, record: { by, blob: random(100) } }), [])).toBe(
        'stored',
      );
      await store.retireDeskWeek(first.kid);
      expect((await store.deskWeek(first.kid))?.retired).toBe(true);
      expect(await store.addDeskWeek(second, [share(second.kid, by)])).toBe('stored');
    });

    test('refuse another record under a kid that is in use', async () => {
      const store = await fresh();
      const first = deskWeek();
      await store.addDeskWeek(first, []);
      expect(await store.addDeskWeek(deskWeek({ kid: first.kid, ...week(5) }), [])).toBe('taken');
    });

    test('name who has shares of the weeks that have not ended', async () => {
      const store = await fresh();
      const [early, late, ann] = [deskWeek(), deskWeek(week(2)), random(4)];
      await store.addDeskWeek(early, [share(early.kid, ann)]);
      await store.addDeskWeek(late, [share(late.kid, ann)]);
      expect(await store.shareHolders(week(1).until)).toEqual([{ deskKid: late.kid, memberKid: ann }]);
    });

    test('go, with their shares, when their week ended before the moment', async () => {
      const store = await fresh();
      const [early, late, ann] = [deskWeek(), deskWeek(week(2)), random(4)];
      await store.addDeskWeek(early, [share(early.kid, ann)]);
      await store.addDeskWeek(late, [share(late.kid, ann)]);
      expect(await store.deleteDeskWeeksEndedBefore(week(1).until)).toBe(1);
      expect((await store.deskWeeks()).map((one) => one.kid)).toEqual([late.kid]);
      expect((await store.sharesOf(1, ann)).map((one) => one.deskKid)).toEqual([late.kid]);
    });
  });

  describe('replies', () => {
    const slot = (tag?: Bytes) => concat(tag ?? random(REPLY_TAG), random(REPLY_SLOT - REPLY_TAG));
    const tagOf = (bytes: Bytes) => toBase64url(tagOfSlot(bytes));
    const tags = (slots: readonly Bytes[]) => slots.map(tagOf).sort();
    /** One pack of what waits and of slots that stand for filler. */
    const onePack = (waiting: readonly Bytes[]) => [
      encodeReplyPack([...waiting, ...Array.from({ length: SLOTS_PER_PACK - waiting.length }, () => slot())]),
    ];
    const close = (store: MailroomStore, round: number, day = '2026-11-24', most = SLOTS_PER_PACK) =>
      store.closeReplyRound(round, day, most, onePack);
    const published = async (store: MailroomStore) => {
      const packs = await Promise.all((await store.replyPacks()).map(({ hash }) => store.replyPack(hash)));
      return packs.flatMap((pack) => decodeReplyPack(pack ?? new Uint8Array(0)));
    };

    test('wait for the next round, and are then in a pack', async () => {
      const store = await fresh();
      const slots = [slot(), slot(), slot()];
      expect(await store.addReplies(slots, false, '2026-11-24')).toBe('stored');
      expect(await store.closedReplyRound()).toBe(0);
      expect(await close(store, 5)).toEqual({ waiting: 0 });
      expect(await store.closedReplyRound()).toBe(5);
      const [pack] = await store.replyPacks();
      expect(pack?.day).toBe('2026-11-24');
      const bytes = await store.replyPack(pack?.hash ?? random(32));
      expect(sha256(bytes ?? random(1))).toEqual(pack?.hash);
      expect(tags(decodeReplyPack(bytes ?? random(1)))).toEqual(expect.arrayContaining(tags(slots)));
      expect(await store.replyPack(random(32))).toBeNull();
      await close(store, 6);
      expect((await published(store)).filter((one) => tags(slots).includes(tagOf(one))).length).toBe(3);
    });

    test('close once a round, also when several copies do it at once', async () => {
      const where = await place();
      const copies = [await open(where), await open(where), await open(where)];
      await copies[0]?.addReplies([slot()], false, '2026-11-24');
      const closed = await Promise.all(copies.flatMap((copy) => [close(copy, 7), close(copy, 7)]));
      expect(closed.filter((one) => one !== null)).toEqual([{ waiting: 0 }]);
      expect((await copies[0]?.replyPacks())?.length).toBe(1);
      // A copy whose clock is a little behind does not open the round before once more.
      expect(await close(copies[1] as MailroomStore, 6)).toBeNull();
      // A clock that was far ahead does not stop the rounds.
      expect(await close(copies[1] as MailroomStore, 20_000)).not.toBeNull();
      expect(await close(copies[1] as MailroomStore, 8)).not.toBeNull();
    });

    test('of people come before those that post themselves, and older days before newer', async () => {
      const store = await fresh();
      const [newer, older, automatic] = [slot(), slot(), slot()];
      await store.addReplies([automatic], true, '2026-11-20');
      await store.addReplies([newer], false, '2026-11-24');
      await store.addReplies([older], false, '2026-11-23');
      const taken: string[][] = [];
      const takeOne = (round: number) =>
        store.closeReplyRound(round, '2026-11-24', 1, (waiting) => {
          taken.push(waiting.map(tagOf));
          return onePack(waiting);
        });
      expect([await takeOne(1), await takeOne(2), await takeOne(3)]).toEqual([
        { waiting: 2 },
        { waiting: 1 },
        { waiting: 0 },
      ]);
      expect(taken).toEqual([[tagOf(older)], [tagOf(newer)], [tagOf(automatic)]]);
    });

    test('use a tag once: waiting or published, of a reply or of filler', async () => {
      const store = await fresh();
      const first = slot();
      const again = slot(tagOfSlot(first));
      await store.addReplies([first], false, '2026-11-24');
      expect(await store.addReplies([again], false, '2026-11-24')).toBe('tag-used');
      expect(await store.addReplies([first], false, '2026-11-24')).toBe('stored');
      await close(store, 1);
      for (const taken of await published(store)) {
        expect(await store.addReplies([slot(tagOfSlot(taken))], false, '2026-11-25')).toBe('tag-used');
      }
      // Sent once more because the answer got lost: neither refused nor published twice.
      expect(await store.addReplies([first], false, '2026-11-25')).toBe('stored');
      await close(store, 2, '2026-11-25');
      expect((await published(store)).filter((one) => tagOf(one) === tagOf(first)).length).toBe(1);
    });

    test('are taken all or none', async () => {
      const store = await fresh();
      const [known, fresher] = [slot(), slot()];
      await store.addReplies([known], false, '2026-11-24');
      expect(await store.addReplies([fresher, slot(tagOfSlot(known))], false, '2026-11-24')).toBe('tag-used');
      await close(store, 1);
      expect(tags(await published(store))).not.toContain(tagOf(fresher));
    });

    test('stay as they were when a round cannot be closed', async () => {
      const store = await fresh();
      const kept = slot();
      await store.addReplies([kept], false, '2026-11-24');
      const failing = store.closeReplyRound(1, '2026-11-24', SLOTS_PER_PACK, () => {
        throw new Error('no memory');
      });
      await expect(failing).rejects.toThrow('no memory');
      expect([await store.closedReplyRound(), await store.replyPacks()]).toEqual([0, []]);
      expect(await close(store, 1)).toEqual({ waiting: 0 });
      expect(tags(await published(store))).toContain(tagOf(kept));
    });

    test('are each in exactly one pack while copies post and close at the same time', async () => {
      const where = await place();
      const copies = [await open(where), await open(where)] as const;
      const slots = Array.from({ length: 40 }, () => slot());
      const twice = slots.map((one) => slot(tagOfSlot(one)));
      const results = await Promise.all([
        ...slots.map((one, at) => copies[at % 2 === 0 ? 0 : 1].addReplies([one], at % 3 === 0, '2026-11-24')),
        ...twice.map((one, at) => copies[at % 2 === 0 ? 1 : 0].addReplies([one], false, '2026-11-24')),
        ...[1, 2, 3].flatMap((round) => copies.map((copy) => close(copy, round))),
      ]);
      expect(results.filter((one) => one === 'stored').length).toBe(40);
      for (const round of [4, 5]) await close(copies[0], round);
      const out = await published(copies[1]);
      expect(new Set(tags(out)).size).toBe(out.length);
      for (const one of slots) expect(out.filter((other) => tagOf(other) === tagOf(one)).length).toBe(1);
    });

    test('are deleted with their tags before a day, and can be put back', async () => {
      const store = await fresh();
      const old = slot();
      await store.addReplies([old], false, '2026-05-27');
      await close(store, 1, '2026-05-27');
      await close(store, 2, '2026-05-28');
      const [kept, gone] = await store.replyPacks();
      const bytes = (await store.replyPack(gone?.hash ?? random(32))) as Bytes;
      expect([kept?.day, gone?.day]).toEqual(['2026-05-28', '2026-05-27']);
      expect(await store.deleteReplyPacksBefore('2026-05-28')).toBe(1);
      expect(await store.deleteReplyPacksBefore('2026-05-28')).toBe(0);
      expect(await store.replyPacks()).toEqual([kept]);
      await store.restoreReplyPack(bytes, '2026-05-27');
      await store.restoreReplyPack(bytes, '2026-05-27');
      expect(await store.replyPacks()).toEqual([kept, gone]);
      expect(await store.addReplies([slot(tagOfSlot(old))], false, '2026-05-28')).toBe('tag-used');
    });
  });

  describe('team logs', () => {
    const event = () => ({ id: random(32), sealed: random(300) });

    test('give back events in the order in which they came, page by page', async () => {
      const store = await fresh();
      const events = [event(), event(), event()];
      for (const one of events) await store.appendEvent(1, one);
      await store.appendEvent(2, event());
      const first = await store.eventPage(1, 0, 2);
      expect(first.items).toEqual(events.slice(0, 2));
      expect(first.more).toBe(true);
      const second = await store.eventPage(1, first.cursor ?? 0, 2);
      expect(second).toMatchObject({ items: events.slice(2), more: false });
      expect(await store.eventPage(1, second.cursor ?? 0, 2)).toEqual({
        items: [],
        cursor: null,
        more: false,
      });
    });

    test('keep an event once, as it first was', async () => {
      const store = await fresh();
      const one = event();
      await store.appendEvent(1, one);
      await store.appendEvent(1, { ...one, sealed: random(300) });
      expect((await store.eventPage(1, 0, 10)).items).toEqual([one]);
    });

    test('miss nothing for a reader while two copies append', async () => {
      const where = await place();
      const copies = [await open(where), await open(where)];
      const reader = await open(where);
      const events = Array.from({ length: 30 }, event);
      const seen: { id: Bytes }[] = [];
      let after = 0;
      const read = async () => {
        const page = await reader.eventPage(1, after, 100);
        seen.push(...page.items);
        after = page.cursor ?? after;
      };
      const writing = Promise.all(events.map((one, i) => copies[i % 2]?.appendEvent(1, one)));
      for (let i = 0; i < 10; i++) await read();
      await writing;
      await read();
      expect(seen.sort(byId)).toEqual(events.sort(byId));
    });
  });

  describe('what the daily line is made of', () => {
    test('is the last that an inbox said, and what came since', async () => {
      const store = await fresh();
      expect(await store.standing(1)).toBeNull();
      await store.putEnvelopes([envelope({ releaseDay: '2026-11-20' }), envelope(), envelope({ desk: 2 })]);
      expect(await store.queued(1)).toBe(2);
      const due = [{ day: '2026-12-01', acknowledge: 2, answer: 1 }];
      await store.putStanding(1, '2026-11-24', 5, []);
      expect((await store.standing(1))?.fresh).toBe(0);
      await store.putStanding(1, '2026-11-24', 1, due);
      expect(await store.standing(1)).toEqual({ day: '2026-11-24', due, fresh: 0 });
      await store.putEnvelopes([envelope(), envelope({ releaseDay: '2026-11-25' }), envelope({ desk: 2 })]);
      expect(await store.standing(1)).toEqual({ day: '2026-11-24', due, fresh: 2 });
      expect(await store.standing(2)).toBeNull();
    });

    test('knows the day of the last line and of the last look, for copies too', async () => {
      const where = await place();
      const [one, other] = [await open(where), await open(where)];
      expect(await one.linePeriods(1)).toEqual({ fetched: 0, sent: 0 });
      await one.noteFetch(1, 20_781);
      await other.noteSent(1, 20_782);
      await other.noteFetch(1, 20_782);
      await one.noteSent(2, 20_780);
      expect(await one.linePeriods(1)).toEqual({ fetched: 20_782, sent: 20_782 });
      expect(await other.linePeriods(2)).toEqual({ fetched: 0, sent: 20_780 });
      await one.noteSent(1, 20_700);
      expect((await other.linePeriods(1)).sent).toBe(20_700);
    });
  });

  describe('public files', () => {
    test('are replaced, and those with a serial only when it rises', async () => {
      const store = await fresh();
      expect(await store.file('keys')).toBeNull();
      const [one, two] = [random(10), random(10)];
      expect(await store.putFile('keys', one)).toBe(true);
      expect(await store.putFile('keys', two)).toBe(true);
      expect(await store.file('keys')).toEqual(two);
      expect(await store.putFile('bulletin', one, 5)).toBe(true);
      expect(await store.putFile('bulletin', two, 5)).toBe(false);
      expect(await store.putFile('bulletin', two, 4)).toBe(false);
      expect(await store.file('bulletin')).toEqual(one);
      expect(await store.putFile('bulletin', two, 6)).toBe(true);
      expect(await store.file('index')).toBeNull();
    });

    test('wait for a keyring to be adopted before it counts, and never go back to an older one', async () => {
      const store = await fresh();
      const [first, second] = [random(50), random(50)];
      await store.putKeyring(first);
      await store.putKeyring(first);
      expect(await store.keyringOffers()).toEqual([first]);
      expect(await store.keyringBlob()).toBeNull();
      expect(await store.adoptKeyring(2, first)).toBe(true);
      await store.forgetKeyringOffer(first);
      expect(await store.keyringOffers()).toEqual([]);
      expect(await store.adoptKeyring(1, second)).toBe(false);
      expect(await store.adoptKeyring(2, second)).toBe(false);
      expect(await store.keyringBlob()).toEqual(first);
    });
  });

  test('is all there after it was scrubbed, for other copies too', async () => {
    const where = await place();
    const [store, other] = [await open(where), await open(where)];
    const put = Array.from({ length: 5 }, () => envelope());
    await store.putEnvelopes(put);
    await store.putEnvelopes([envelope({ releaseDay: '2025-01-01' })]);
    await store.deleteEnvelopesBefore('2026-01-01');
    const pair = newBoxKeyPair(random);
    await store.addIntakeKey({ ...week(1), record: { by: random(4), blob: random(9) } }, pair);
    await store.scrub();
    expect((await wholeQueue(other, 1)).items.sort(byId)).toEqual(put.sort(byId));
    expect(await other.intakeKey(kidOf(pair.publicKey))).toEqual(pair);
    expect((await other.putEnvelopes([envelope()])).length).toBe(1);
  });

  describe('copies', () => {
    test('accept a nonce once between them, and forget it when its time is over', async () => {
      const where = await place();
      const [one, other] = [await open(where), await open(where)];
      const results = await Promise.all([
        one.rememberNonce('a', 100),
        other.rememberNonce('a', 100),
        other.rememberNonce('b', 200),
      ]);
      expect(results.filter(Boolean).length).toBe(2);
      await one.forgetNoncesBefore(100);
      expect(await other.rememberNonce('a', 300)).toBe(false);
      await one.forgetNoncesBefore(101);
      expect(await other.rememberNonce('a', 300)).toBe(true);
      expect(await one.rememberNonce('b', 300)).toBe(false);
    });

    test('share a lease that ends, is renewed, and does not survive a clock that was ahead', async () => {
      const store = await fresh();
      const [ann, ben] = [random(16), random(16)];
      expect(await store.takeLease('pull', ann, 1000, 60)).toBe(true);
      expect(await store.takeLease('pull', ben, 1059, 60)).toBe(false);
      expect(await store.takeLease('other', ben, 1059, 60)).toBe(true);
      expect(await store.takeLease('pull', ann, 1059, 60)).toBe(true);
      expect(await store.takeLease('pull', ben, 1118, 60)).toBe(false);
      expect(await store.takeLease('pull', ben, 1119, 60)).toBe(true);
      expect(await store.takeLease('pull', ann, 9_000_000, 60)).toBe(true);
      expect(await store.takeLease('pull', ben, 1200, 60)).toBe(true);
    });
  });
});
