import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReplies } from '../../../extension/conversations/lookup.ts';
import { threadStates } from '../../../extension/conversations/thread.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { concat } from '../../../shared/bytes.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import type { Reply } from '../../../shared/reply.ts';
import { REPLY_GAP, tagOfSlot } from '../../../shared/reply-slot.ts';
import { REPLY_SLOT, REPLY_TAG } from '../../../shared/sizes.ts';
import { addDays } from '../../../shared/weeks.ts';
import { amal, berit, keyring, PEOPLE, SAFETY, stranger } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { anyReply } from '../shared/any-reply.ts';
import { FIRST_DAY, packWith, slotFor } from './packs.ts';

const random = seededRandom('look-ups');
const mine = random(32);
const other = random(32);
const opened: Reply = { type: 'opened' };
const answer: Reply = { type: 'answer', text: 'Thank you. The pumps are changed.', status: 'done' };

describe('looking for answers', { timeout: 60_000 }, () => {
  it('finds all of a receipt and nothing of another, whatever was written and wherever it lies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyReply, { minLength: 1, maxLength: 6 }),
        fc.nat(3),
        fc.infiniteStream(fc.nat(3)),
        async (replies, theirs, days) => {
          const stretched = random(32);
          const packs: Bytes[][] = [[], [], [], []];
          const wanted = replies.map((reply, index) => {
            const [at = 0] = [...days.take(1)];
            packs[at]?.push(slotFor(stretched, index, reply, berit.signing));
            return { index, reply, day: addDays(FIRST_DAY, at), state: 'read' };
          });
          for (let index = 0; index < theirs; index++) packs[index]?.push(slotFor(other, index, answer));
          const published = packs.map((slots, at) => packWith(slots, addDays(FIRST_DAY, at)));
          const found = await findReplies(stretched, published.reverse(), [keyring]);
          expect(found).toMatchObject(wanted);
          expect(found.length).toBe(wanted.length);
          expect(found.every((one) => one.state === 'read' && one.by === 'Berit, patient safety')).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds nothing without the words', async () => {
    const packs = [packWith([slotFor(mine, 0, opened), slotFor(mine, 1, answer)])];
    expect(await findReplies(other, packs, [keyring])).toEqual([]);
    expect(await findReplies(mine, [], [keyring])).toEqual([]);
    expect(await findReplies(mine, packs, [])).toEqual([]);
  });

  it('goes on over gaps, such as packs that have not come yet', async () => {
    const packs = [packWith([slotFor(mine, 2, opened), slotFor(mine, 2 + REPLY_GAP, answer)])];
    expect((await findReplies(mine, packs, [keyring])).map(({ index }) => index)).toEqual([2, 2 + REPLY_GAP]);
    const tooFar = [packWith([slotFor(mine, 2, opened), slotFor(mine, 3 + REPLY_GAP, answer)])];
    expect((await findReplies(mine, tooFar, [keyring])).map(({ index }) => index)).toEqual([2]);
  });

  it('keeps desks apart', async () => {
    const fromPeople = slotFor(mine, 0, answer, amal.signing, PEOPLE);
    const found = await findReplies(mine, [packWith([fromPeople, slotFor(mine, 0, opened)])], [keyring]);
    expect(found.map(({ desk, index }) => [desk.name, index])).toEqual([
      ['Patient safety', 0],
      ['People (HR)', 0],
    ]);
  });

  it('keeps the order in which the desk wrote when what a person wrote came out first', async () => {
    const early = packWith([slotFor(mine, 2, answer)], '2026-11-25');
    const late = packWith(
      [slotFor(mine, 0, opened), slotFor(mine, 1, { type: 'status', status: 'acknowledged' })],
      '2026-11-26',
    );
    const found = await findReplies(mine, [late, early], [keyring]);
    expect(found.map(({ index, day }) => [index, day])).toEqual([
      [0, '2026-11-26'],
      [1, '2026-11-26'],
      [2, '2026-11-25'],
    ]);
    expect(threadStates(found)).toMatchObject([{ status: 'done', day: '2026-11-26' }]);
  });

  it('shows no words that nobody on the desk has signed', async () => {
    const found = await findReplies(
      mine,
      [packWith([slotFor(mine, 0, answer, stranger.signing)])],
      [keyring],
    );
    expect(found).toEqual([
      { state: 'unverified', day: FIRST_DAY, desk: { id: SAFETY, name: 'Patient safety' }, index: 0 },
    ]);
  });

  it('reads what somebody wrote who has left since, with the keyring of that time', async () => {
    const without = (who: typeof berit): Keyring => ({
      ...keyring,
      serial: 2,
      members: keyring.members.filter(({ sign }) => sign !== who.signing.publicKey),
      desks: keyring.desks.map((desk) => ({
        ...desk,
        name: `${desk.name} today`,
        members: desk.members.filter((kid) => kid.join() !== kidOf(who.signing.publicKey).join()),
      })),
    });
    const packs = [packWith([slotFor(mine, 0, answer, berit.signing)])];
    expect(await findReplies(mine, packs, [without(berit)])).toMatchObject([{ state: 'unverified' }]);
    expect(await findReplies(mine, packs, [without(berit), keyring])).toMatchObject([
      { state: 'read', by: 'Berit, patient safety', desk: { name: 'Patient safety today' } },
    ]);
  });

  it('says that something could not be read, and takes the good one of two under one tag', async () => {
    const good = slotFor(mine, 0, answer);
    const bad = concat(tagOfSlot(good), random(REPLY_SLOT - REPLY_TAG));
    expect(await findReplies(mine, [packWith([bad])], [keyring])).toMatchObject([{ state: 'unreadable' }]);
    const both = [packWith([bad], '2026-11-26'), packWith([good])];
    expect(await findReplies(mine, both, [keyring])).toMatchObject([{ state: 'read', reply: answer }]);
    expect(await findReplies(mine, both.reverse(), [keyring])).toMatchObject([{ state: 'read' }]);
    // Put back from a backup, one slot may come out twice.
    expect((await findReplies(mine, [packWith([good]), packWith([good])], [keyring])).length).toBe(1);
  });

  it('passes over what is no pack', async () => {
    const broken = { day: FIRST_DAY, bytes: packWith([slotFor(mine, 0, answer)]).bytes.subarray(1) };
    expect(await findReplies(mine, [broken], [keyring])).toEqual([]);
  });
});

describe('where a concern stands', () => {
  const stateAfter = async (...replies: Reply[]) => {
    const slots = replies.map((reply, index) => slotFor(mine, index, reply));
    return threadStates(await findReplies(mine, [packWith(slots)], [keyring]))[0];
  };

  it.each<[string, Reply[], object]>([
    ['received once a member has opened it', [opened], { status: 'received', promised: null }],
    [
      'what the desk last said, with the promised day',
      [
        opened,
        { type: 'status', status: 'in-review' },
        { type: 'answer', status: 'planned', day: '2026-12-18', text: 'x' },
      ],
      { status: 'planned', promised: '2026-12-18' },
    ],
    [
      'a question for you',
      [opened, { type: 'status', status: 'in-review' }, { type: 'question', text: 'Which pump?' }],
      { status: 'question' },
    ],
    [
      'the same after words alone',
      [opened, { type: 'status', status: 'in-review' }, { type: 'answer', text: 'We go on.' }],
      { status: 'in-review' },
    ],
    [
      'closed with its reason, and no promise any more',
      [
        { type: 'status', status: 'planned', day: '2026-12-18' },
        { type: 'status', status: 'closed', reason: 'not-safety' },
      ],
      { status: 'closed', reason: 'not-safety', promised: null },
    ],
    [
      'open again',
      [
        { type: 'status', status: 'closed', reason: 'resolved' },
        { type: 'status', status: 'in-review' },
      ],
      { status: 'in-review', reason: undefined },
    ],
  ])('is %s', async (_, replies, state) => {
    expect(await stateAfter(...replies)).toMatchObject(state);
  });

  it('is nothing while no desk has opened it', async () => {
    expect(await stateAfter()).toBeUndefined();
  });
});
