import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepMailroom } from '../../../relay/mailroom/keeper.ts';
import { openSqliteMailroomStore } from '../../../relay/mailroom/store/sqlite.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, concat } from '../../../shared/bytes.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { verifyReplyIndex } from '../../../shared/reply-index.ts';
import { decodeReplyPack, SLOTS_PER_PACK } from '../../../shared/reply-pack.ts';
import { tagOfSlot } from '../../../shared/reply-slot.ts';
import { REPLY_PACK, REPLY_SLOT, REPLY_TAG } from '../../../shared/sizes.ts';
import { asMember, DAY, type Hospital, newHospital, random } from './hospital.ts';
import { throughInterleavings } from './interleavings.ts';

/*
 * Whatever happens to the mailroom, its disk, its copies and its relay, and in whatever order: every reply that was taken
 * is in exactly one pack, and a round brings one pack of one size.
 */

type Step =
  | { readonly do: 'post'; readonly slots: number; readonly automatic: boolean; readonly again: boolean }
  | { readonly do: 'next-day'; readonly down: boolean }
  | { readonly do: 'tick-both' }
  | { readonly do: 'failed-close'; readonly after: boolean }
  | { readonly do: 'failed-index' }
  | { readonly do: 'crash' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      slots: fc.integer({ min: 1, max: 24 }),
      automatic: fc.boolean(),
      again: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('next-day' as const), down: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'tick-both' } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('failed-close' as const), after: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'failed-index' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'crash' } as const) },
);

test('any interleaving of posts, rounds, failures and crashes puts every reply into exactly one pack', async () => {
  await throughInterleavings(step, newRun, 8);
}, 240_000);

async function newRun() {
  let hospital: Hospital = await newHospital({ settings: { keyWeeksAhead: 1 } });
  await hospital.keeper.tick();
  const second = await openSqliteMailroomStore(`${hospital.folder}/mailroom.sqlite`, {
    wrapKey: hospital.wrapKey,
    random,
  });
  let other = keepMailroom({ ...hospital.deps, store: second });
  const taken: Bytes[] = [];

  const both = () => Promise.all([hospital.keeper.tick(), other.tick()]);
  const nextDay = async () => {
    hospital.now += DAY;
    await both();
  };

  return {
    async take(one: Step): Promise<void> {
      switch (one.do) {
        case 'post': {
          const fresh = Array.from({ length: one.slots }, () => random(REPLY_SLOT));
          taken.push(...fresh);
          const slots = one.again ? [...fresh, ...taken.slice(0, 5)] : fresh;
          // An inbox sends again whatever it got no answer for.
          const body = jsonBytes({
            slots: [...new Set(slots)].map(toBase64url),
            automatic: one.automatic,
          });
          const answer = await asMember(hospital, hospital.members.ann, 'POST', '/v1/desks/1/replies', body);
          expect(answer.status).toBe(200);
          const stolen = concat((taken[0] as Bytes).subarray(0, REPLY_TAG), random(REPLY_SLOT - REPLY_TAG));
          const refused = await asMember(
            hospital,
            hospital.members.ben,
            'POST',
            '/v1/desks/1/replies',
            jsonBytes({ slots: [toBase64url(stolen)] }),
          );
          expect(refused.status).toBe(409);
          return;
        }
        case 'next-day':
          hospital.relay.faults.down = one.down;
          await nextDay();
          hospital.relay.faults.down = false;
          return;
        case 'tick-both':
          hospital.now += 61;
          await both();
          return;
        case 'failed-close': {
          const { store } = hospital.deps;
          const close = store.closeReplyRound;
          store.closeReplyRound = async (...args) => {
            if (one.after) await close(...args);
            throw new Error('the disk is full');
          };
          hospital.now += DAY;
          await hospital.keeper.tick();
          store.closeReplyRound = close;
          return;
        }
        case 'failed-index': {
          const { store } = hospital.deps;
          const put = store.putFile;
          store.putFile = async () => {
            throw new Error('the disk is full');
          };
          hospital.now += DAY;
          await hospital.keeper.tick();
          store.putFile = put;
          return;
        }
        case 'crash':
          hospital = await hospital.restart();
          other = keepMailroom({ ...hospital.deps, store: second });
          return;
      }
    },

    async finish(): Promise<void> {
      // Until everything fits, and once more for what the relay missed.
      for (let day = 0; day < Math.ceil(taken.length / SLOTS_PER_PACK) + 1; day++) await nextDay();
      hospital.now += 61;
      await both();
      const { days } = await verifyReplyIndex(
        hospital.relay.files.get('index') as Bytes,
        hospital.keyring.mailroom,
      );
      expect(days.map(({ packs }) => packs.length)).toEqual(days.map(() => 1));
      const slots = days.flatMap(({ packs }) =>
        packs.flatMap((hash) => {
          const pack = hospital.relay.replies.get(toBase64url(hash)) as Bytes;
          expect(pack.length).toBe(REPLY_PACK);
          return decodeReplyPack(pack);
        }),
      );
      const times = new Map<string, number>();
      for (const slot of slots) {
        const tag = toBase64url(tagOfSlot(slot));
        times.set(tag, (times.get(tag) ?? 0) + 1);
      }
      expect([...times.values()].every((count) => count === 1)).toBe(true);
      const published = new Set(slots.map(toBase64url));
      for (const slot of taken) expect(published.has(toBase64url(slot))).toBe(true);
    },

    async close(): Promise<void> {
      await second.close();
      await hospital.close();
    },
  };
}
