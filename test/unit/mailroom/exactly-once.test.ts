import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type FakePack, packOf } from './fake-relay.ts';
import {
  asMember,
  DAY,
  type Hospital,
  intakeKeyNow,
  makeWeek,
  newEnvelope,
  newHospital,
  type QueueItem,
  random,
} from './hospital.ts';
import { throughInterleavings } from './interleavings.ts';

/*
 * Whatever happens between relay and mailroom, and in whatever order: every real envelope is exactly once in its
 * desk's queue, cover never, and an inbox that comes back now and then has seen all of it.
 */

type Step =
  | {
      readonly do: 'post';
      readonly desks: readonly number[];
      readonly cover: number;
      readonly resend: number;
    }
  | { readonly do: 'repeat-pack'; readonly which: number }
  | { readonly do: 'pull' }
  | { readonly do: 'cut-pull'; readonly bytes: number; readonly crash: boolean }
  | { readonly do: 'unconfirmed-pull'; readonly crash: boolean }
  | { readonly do: 'failed-write'; readonly after: boolean; readonly crash: boolean }
  | { readonly do: 'crash' }
  | { readonly do: 'next-day' }
  | { readonly do: 'read' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      desks: fc.array(fc.constantFrom(1, 1, 2, 9), { maxLength: 4 }),
      cover: fc.nat(3),
      resend: fc.nat(2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat-pack' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'pull' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('cut-pull' as const),
      bytes: fc.nat(30_000),
      crash: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unconfirmed-pull' as const), crash: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('failed-write' as const),
      after: fc.boolean(),
      crash: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'crash' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'next-day' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'read' } as const) },
);

test('any interleaving of interrupted pulls, repeated packs and crashes brings every envelope exactly once', async () => {
  await throughInterleavings(step, newRun, 16);
}, 180_000);

async function newRun() {
  let hospital: Hospital = await newHospital({ settings: { keyWeeksAhead: 1 } });
  await hospital.keeper.tick();
  const deskKid = await makeWeek(hospital, hospital.members.ann, 1);
  const sent: { desk: number; envelope: Bytes }[] = [];
  const packs: FakePack[] = [];
  const inbox = new Map<string, string>();
  let cursor = '';

  const pull = async () => {
    hospital.now += 60;
    await hospital.keeper.tick();
    hospital.relay.faults.cutPackAfter = [];
    hospital.relay.faults.loseConfirmations = 0;
  };
  const crash = async () => {
    hospital = await hospital.restart();
    // The lease of the process that died.
    hospital.now += 120;
  };
  const read = async () => {
    for (let more = true; more; ) {
      const path = `/v1/desks/1/queue?after=${cursor}`;
      const page = (await (await asMember(hospital, hospital.members.ann, 'GET', path)).json()) as {
        items: QueueItem[];
        cursor: string;
        more: boolean;
      };
      for (const item of page.items) inbox.set(item.id, item.envelope);
      ({ cursor, more } = page);
    }
  };

  return {
    async take(one: Step): Promise<void> {
      switch (one.do) {
        case 'post': {
          const fresh = one.desks.map((desk) => ({ desk, envelope: newEnvelope() }));
          sent.push(...fresh);
          // A cell whose answer was lost goes again: the same envelope under a fresh layer.
          const again = sent.slice(-one.resend - fresh.length, sent.length - fresh.length);
          const key = await intakeKeyNow(hospital);
          const contents = [
            ...fresh,
            ...again.slice(0, one.resend),
            ...Array.from({ length: one.cover }, () => null),
          ];
          const cells = contents.map((content) =>
            sealIntake(key, content && { ...content, deskKid }, random),
          );
          packs.push(packOf(kidOf(key), cells, hospital.now));
          hospital.relay.add(packs.at(-1) as FakePack);
          return;
        }
        case 'repeat-pack': {
          const pack = packs[one.which % Math.max(1, packs.length)];
          if (pack !== undefined)
            hospital.relay.add(one.which % 2 === 0 ? pack : { ...pack, id: toBase64url(random(16)) });
          return;
        }
        case 'pull':
          return pull();
        case 'cut-pull':
          hospital.relay.faults.cutPackAfter = [one.bytes];
          await pull();
          return one.crash ? crash() : undefined;
        case 'unconfirmed-pull':
          hospital.relay.faults.loseConfirmations = 1;
          await pull();
          return one.crash ? crash() : undefined;
        case 'failed-write': {
          const { store } = hospital.deps;
          const put = store.putEnvelopes;
          store.putEnvelopes = async (envelopes) => {
            if (one.after) await put(envelopes);
            throw new Error('the disk is full');
          };
          await pull();
          store.putEnvelopes = put;
          return one.crash ? crash() : undefined;
        }
        case 'crash':
          return crash();
        case 'next-day':
          for (const seconds of [DAY - 1000, 1000]) {
            hospital.now += seconds;
            await hospital.keeper.tick();
          }
          return;
        case 'read':
          return read();
      }
    },

    async finish(): Promise<void> {
      for (let i = 0; hospital.relay.packs.size > 0 && i < 5; i++) await pull();
      expect(hospital.relay.packs.size).toBe(0);
      for (const desk of [1, 2, 9]) {
        const page = await hospital.deps.store.queuePage(desk, null, 1000);
        const wanted = sent.filter((one) => one.desk === desk).map((one) => toBase64url(one.envelope));
        expect(page.items.map((item) => toBase64url(item.envelope)).sort()).toEqual(wanted.sort());
      }
      await read();
      const wanted = sent.filter((one) => one.desk === 1).map((one) => toBase64url(one.envelope));
      expect([...inbox.values()].sort()).toEqual(wanted.sort());
    },

    close: () => hospital.close(),
  };
}
