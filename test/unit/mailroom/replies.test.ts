import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replyRoundAt } from '../../../relay/mailroom/reply-rounds.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, concat } from '../../../shared/bytes.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { newReceiptSeed, replyKeysOf, replySecretFor } from '../../../shared/receipt.ts';
import { verifyReplyIndex } from '../../../shared/reply-index.ts';
import { decodeReplyPack, SLOTS_PER_PACK } from '../../../shared/reply-pack.ts';
import { sealReplySlot, tagOfSlot } from '../../../shared/reply-slot.ts';
import { REPLY_PACK, REPLY_SLOT, REPLY_TAG } from '../../../shared/sizes.ts';
import { addDays } from '../../../shared/weeks.ts';
import { asMember, count, DAY, type Hospital, newHospital, random } from './hospital.ts';

const PATH = '/v1/desks/1/replies';
let hospital: Hospital;
beforeEach(async () => {
  hospital = await newHospital({ settings: { keyWeeksAhead: 1 } });
  await hospital.keeper.tick();
});
afterEach(() => hospital.close());

/** To the mailroom a reply is a tag and bytes; a real one is sealed where that matters. */
const slot = (tag?: Bytes) => concat(tag ?? random(REPLY_TAG), random(REPLY_SLOT - REPLY_TAG));
const post = (slots: readonly Bytes[], automatic?: boolean, keys = hospital.members.ann, path = PATH) =>
  asMember(
    hospital,
    keys,
    'POST',
    path,
    jsonBytes({ slots: slots.map(toBase64url), ...(automatic === undefined ? {} : { automatic }) }),
  );
const nextDay = async () => {
  hospital.now += DAY;
  await hospital.keeper.tick();
};
const indexAtRelay = () =>
  verifyReplyIndex(hospital.relay.files.get('index') as Bytes, hospital.keyring.mailroom);
/** The tags of everything that the relay's index lists, day by day, newest first. */
async function publishedTags(): Promise<string[][]> {
  const { days } = await indexAtRelay();
  return days.map(({ packs }) =>
    packs.flatMap((hash) =>
      decodeReplyPack(hospital.relay.replies.get(toBase64url(hash)) as Bytes).map((one) =>
        toBase64url(tagOfSlot(one)),
      ),
    ),
  );
}
const tagOf = (one: Bytes) => toBase64url(tagOfSlot(one));

describe('a desk', () => {
  test('hands in replies, which stand in the packs of the next day', async () => {
    const slots = [slot(), slot()];
    const answer = await post(slots);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect((await publishedTags()).flat()).not.toContain(tagOf(slots[0] as Bytes));
    await nextDay();
    const [today, before] = await publishedTags();
    expect(today).toEqual(expect.arrayContaining(slots.map(tagOf)));
    expect(before?.length).toBe(SLOTS_PER_PACK);
  });

  test('cannot use a tag twice, and may send the same once more', async () => {
    const [mine] = [slot()];
    await post([mine as Bytes]);
    expect((await post([mine as Bytes])).status).toBe(200);
    const other = slot(tagOfSlot(mine as Bytes));
    const refused = await post([other], false, hospital.members.ben);
    expect([refused.status, await refused.json()]).toEqual([409, { error: 'tag-used' }]);
    await nextDay();
    expect((await post([other], false, hospital.members.ben)).status).toBe(409);
    expect((await post([mine as Bytes])).status).toBe(200);
  });

  test.each<[string, () => unknown]>([
    ['a slot that is too short', () => ({ slots: [toBase64url(slot().subarray(1))] })],
    ['a slot that is too long', () => ({ slots: [toBase64url(concat(slot(), new Uint8Array(1)))] })],
    ['no slot', () => ({ slots: [] })],
    ['too many slots', () => ({ slots: Array.from({ length: 65 }, () => toBase64url(slot())) })],
    ['something that is no base64url', () => ({ slots: ['+'.repeat(1366)] })],
    ['another field', () => ({ slots: [toBase64url(slot())], desk: 2 })],
    ['a word instead of yes or no', () => ({ slots: [toBase64url(slot())], automatic: 'yes' })],
  ])('is refused %s', async (_, body) => {
    const answer = await asMember(hospital, hospital.members.ann, 'POST', PATH, jsonBytes(body()));
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'bad-request' }]);
  });

  test('takes none of a request in which one tag is used', async () => {
    const [known, fresh] = [slot(), slot()];
    await post([known]);
    expect((await post([fresh, slot(tagOfSlot(known))])).status).toBe(409);
    await nextDay();
    expect((await publishedTags()).flat()).not.toContain(tagOf(fresh));
  });

  test('answers for its own desk only', async () => {
    expect((await post([slot()], false, hospital.members.cat)).status).toBe(403);
    expect((await post([slot()], false, hospital.members.ann, '/v1/desks/2/replies')).status).toBe(403);
    expect((await hospital.app.request(PATH, { method: 'POST' })).status).toBe(401);
  });
});

describe('a round', () => {
  test.each([0, 1, 32, 33])('brings as many packs of one size for %i replies', async (replies) => {
    const many = Array.from({ length: replies }, () => slot());
    if (many.length > 0) await post(many);
    await nextDay();
    await nextDay();
    const { days } = await indexAtRelay();
    expect(days.map(({ packs }) => packs.length)).toEqual([1, 1, 1]);
    for (const pack of hospital.relay.replies.values()) expect(pack.length).toBe(REPLY_PACK);
    const out = await publishedTags();
    expect(out.map((tags) => tags.length)).toEqual([32, 32, 32]);
    const counted = out.map((tags) => many.filter((one) => tags.includes(tagOf(one))).length);
    expect(counted).toEqual([Math.max(0, replies - 32), Math.min(32, replies), 0]);
    const alarms = hospital.logged.filter(({ event }) => event === 'alarm.replies-waiting');
    expect(alarms.map(({ fields }) => fields)).toEqual(replies > 32 ? [{ replies: replies - 32 }] : []);
  });

  test('of two packs spreads replies over both, by tag and nothing else', async () => {
    await hospital.close();
    hospital = await newHospital({ settings: { keyWeeksAhead: 1, replyPacksPerDay: 2 } });
    await hospital.keeper.tick();
    const many = Array.from({ length: 20 }, () => slot());
    await post(many);
    await nextDay();
    const [tags = []] = await publishedTags();
    expect(tags.length).toBe(64);
    for (const pack of [...hospital.relay.replies.values()].slice(-2)) {
      const inside = decodeReplyPack(pack).map(tagOf);
      expect(many.filter((one) => inside.includes(tagOf(one))).length).toBeGreaterThan(0);
    }
  });

  test('lets what people wrote go first, however late', async () => {
    await post(
      Array.from({ length: 40 }, () => slot()),
      true,
    );
    const answers = Array.from({ length: 30 }, () => slot());
    await post(answers);
    await nextDay();
    const [today = []] = await publishedTags();
    expect(answers.every((one) => today.includes(tagOf(one)))).toBe(true);
  });

  test('fills up with boxes that are sealed like replies', async () => {
    const secret = replySecretFor(newReceiptSeed(random), 1);
    const to = { organisation: 'st-elsewhere', desk: 1, index: 0, reply: replyKeysOf(secret) };
    await post([sealReplySlot({ type: 'opened' }, to, hospital.members.ann.signing, random)], true);
    await nextDay();
    for (const pack of hospital.relay.replies.values()) {
      for (const one of decodeReplyPack(pack)) expect((one[REPLY_TAG + 31] ?? 0xff) & 0x80).toBe(0);
    }
  });

  test('leaves nothing in the database that tells replies from filler', async () => {
    const mine = slot();
    await post([mine]);
    await nextDay();
    const { store } = hospital.deps;
    const [today = []] = await publishedTags();
    // Every tag of the packs is taken, whoever asks.
    for (const tag of today) {
      const bytes = Uint8Array.from(Buffer.from(tag, 'base64url'));
      expect(await store.addReplies([slot(bytes)], false, '2026-11-26')).toBe('tag-used');
    }
  });

  test('begins with a day of the organisation, or after so many seconds', () => {
    const berlin = { replyPackSeconds: DAY, timeZone: 'Europe/Berlin' };
    const at = (iso: string) => replyRoundAt(Date.parse(iso) / 1000, berlin);
    expect(at('2026-11-24T22:59:59Z')).toBe(at('2026-11-24T00:00:00Z'));
    expect(at('2026-11-24T23:00:00Z')).toBe(at('2026-11-24T22:59:59Z') + 1);
    // Also where the clocks change.
    expect(at('2026-10-25T23:00:00Z') - at('2026-10-24T22:00:00Z')).toBe(1);
    expect(replyRoundAt(1205, { replyPackSeconds: 20, timeZone: 'UTC' })).toBe(60);
  });
});

describe('publishing', () => {
  test('happens once, restarts included, and the serial rises with each round only', async () => {
    for (let i = 0; i < 3; i++) {
      hospital.now += 120;
      await hospital.keeper.tick();
      hospital = await hospital.restart();
    }
    await hospital.keeper.tick();
    expect([hospital.relay.replies.size, (await indexAtRelay()).serial]).toEqual([1, 1]);
    await nextDay();
    expect([hospital.relay.replies.size, (await indexAtRelay()).serial]).toEqual([2, 2]);
    expect(hospital.relay.requests.filter((line) => line.startsWith('PUT /v1/replies/')).length).toBe(2);
    expect(count(hospital, 'replies.published')).toBe(2);
  });

  test('brings every pack before the index that lists it', async () => {
    await nextDay();
    const lines = hospital.relay.requests.filter((line) => /^PUT .*(replies|index)/.test(line));
    expect(lines.map((line) => line.split('/')[2])).toEqual(['replies', 'files', 'replies', 'files']);
  });

  test('is made good when the relay was away, with one pack for each day that was closed', async () => {
    const mine = slot();
    await post([mine]);
    hospital.relay.faults.down = true;
    await nextDay();
    await nextDay();
    expect(hospital.relay.replies.size).toBe(1);
    hospital.relay.faults.down = false;
    hospital.now += 60;
    await hospital.keeper.tick();
    expect(hospital.relay.replies.size).toBe(3);
    expect((await publishedTags())[1]).toContain(tagOf(mine));
  });

  test('does not send an index whose packs the relay would not take', async () => {
    const put = hospital.relay.replies.set.bind(hospital.relay.replies);
    hospital.relay.replies.set = () => {
      throw new Error('the disk is full');
    };
    await nextDay();
    expect((await indexAtRelay()).serial).toBe(1);
    expect(count(hospital, 'reply-pack.refused')).toBeGreaterThan(0);
    hospital.relay.replies.set = put;
    hospital.now += 60;
    await hospital.keeper.tick();
    expect((await indexAtRelay()).serial).toBe(2);
  });

  test('brings all packs to a relay that has lost everything', async () => {
    await nextDay();
    hospital.relay.files.clear();
    hospital.relay.replies.clear();
    hospital.now += 60;
    await hospital.keeper.tick();
    expect((await publishedTags()).map((tags) => tags.length)).toEqual([32, 32]);
  });

  test('keeps packs for as long as envelopes, and lists them newest first', async () => {
    await hospital.close();
    hospital = await newHospital({ settings: { keyWeeksAhead: 1, retentionDays: 120 } });
    for (let day = 0; day < 4; day++) await nextDay();
    hospital.now += 117 * DAY;
    // The clock must have run evenly for a while before anything is deleted.
    for (let i = 0; i < 4; i++) {
      hospital.now += 900;
      await hospital.keeper.tick();
    }
    const { days } = await indexAtRelay();
    expect(addDays('2027-03-25', -120)).toBe('2026-11-25');
    expect(days.map(({ day }) => day)).toEqual([
      '2027-03-25',
      '2026-11-28',
      '2026-11-27',
      '2026-11-26',
      '2026-11-25',
    ]);
  });

  test('after the store was put back from a backup loses no answer that was out', async () => {
    const { store } = hospital.deps;
    const lost = slot();
    await post([lost]);
    await nextDay();
    await nextDay();
    const before = await publishedTags();
    // The backup is of the first evening: it knows neither the later packs nor their index.
    const index = hospital.relay.files.get('index') as Bytes;
    const { days } = await indexAtRelay();
    await store.deleteReplyPacksBefore('2027-01-01');
    const all = await store.replyPacks();
    expect(all).toEqual([]);
    await forgetIndex(hospital);
    hospital = await hospital.restart();
    for (let i = 0; i < 4; i++) {
      hospital.now += 60;
      await hospital.keeper.tick();
    }
    expect(count(hospital, 'alarm.index-behind-relay')).toBe(1);
    expect((await indexAtRelay()).days).toEqual(days);
    expect((await indexAtRelay()).serial).toBeGreaterThan(3);
    expect(await publishedTags()).toEqual(before);
    expect(hospital.relay.files.get('index')).not.toEqual(index);
    expect((await post([slot(tagOfSlot(lost))])).status).toBe(409);
    await nextDay();
    expect((await indexAtRelay()).days.length).toBe(4);
  });
});

/** Puts the index back to that of an empty mailroom, as a backup would. */
async function forgetIndex({ folder, deps }: Hospital): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(`${folder}/mailroom.sqlite`);
  db.exec(`DELETE FROM files WHERE name = 'index'`);
  db.close();
  expect(await deps.store.file('index')).toBeNull();
}
