import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Drop } from '../../relay/drop/drop.ts';
import { compareBytes } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { INTAKE, KID, MAGIC, MANIFEST } from '../../shared/sizes.ts';
import {
  cellsAtLeast,
  cellsOf,
  closeWindows,
  type DropUnderTest,
  forgetAll,
  HOUR,
  hashesOf,
  intakeFor,
  learnKey,
  packedIntakes,
  postgresDrops,
  random,
  releaseAll,
  START,
  sqliteDrops,
} from './drop-fixture.ts';

/* What every drop must do, whatever it stands on. */

describe.each([sqliteDrops(), postgresDrops()])('a drop on $name', (maker) => {
  let place: DropUnderTest;
  let drop: Drop;

  beforeEach(async () => {
    place = await maker.make();
    drop = await place.open();
    await closeWindows(drop, START, releaseAll);
  }, 120_000);
  afterEach(() => place.dispose());
  afterAll(() => maker.stop());

  const acceptAll = (intakes: readonly Uint8Array<ArrayBuffer>[], into = drop) =>
    Promise.all(intakes.map((intake) => into.accept(intake, START)));

  describe('cells', () => {
    test('come out of the window in one pack, byte for byte, sorted by hash', async () => {
      const kid = await learnKey(drop);
      const intakes = Array.from({ length: 300 }, () => intakeFor(kid));
      expect(new Set(await acceptAll(intakes))).toEqual(new Set(['stored']));
      expect(await drop.packs()).toEqual([]);

      expect(await closeWindows(drop, START + HOUR, releaseAll)).toBe(1);

      const [pack, ...others] = await drop.packs();
      expect(others).toEqual([]);
      expect(pack).toEqual({
        id: expect.any(Uint8Array),
        intakeKid: kid,
        closedSeconds: START + HOUR,
        count: 300,
      });
      const [packed = []] = await packedIntakes(drop);
      expect(packed).toEqual(intakes.toSorted((a, b) => compareBytes(sha256(a), sha256(b))));
    });

    test('are kept once, however often and wherever they are sent', async () => {
      const kid = await learnKey(drop);
      const other = await place.open();
      const intake = intakeFor(kid);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? drop : other).accept(intake, START)),
      );
      expect(new Set(answers)).toEqual(new Set(['stored']));
      await closeWindows(drop, START + HOUR, releaseAll);
      expect(await other.accept(intake, START + HOUR)).toBe('stored');
      await closeWindows(other, START + 2 * HOUR, releaseAll);

      expect(hashesOf((await packedIntakes(drop)).flat())).toEqual(hashesOf([intake]));
    });

    test('are still known after their pack has gone', async () => {
      const kid = await learnKey(drop);
      const intake = intakeFor(kid);
      await drop.accept(intake, START);
      await closeWindows(drop, START + HOUR, releaseAll);
      for (const { id } of await drop.packs()) await drop.confirmPack(id);
      await forgetAll(drop, START + HOUR);

      expect(await drop.accept(intake, START + HOUR)).toBe('stored');
      await closeWindows(drop, START + 2 * HOUR, releaseAll);
      expect(await drop.packs()).toEqual([]);
    });

    test('are refused for a key that is not known, has ended, or is no key', async () => {
      const ended = await learnKey(drop, { endsSeconds: START });
      expect(await drop.accept(intakeFor(random(KID)), START)).toBe('refused');
      expect(await drop.accept(intakeFor(ended), START)).toBe('refused');
      expect(await drop.accept(random(INTAKE - 1), START)).toBe('refused');
      await closeWindows(drop, START + HOUR, releaseAll);
      expect(await drop.packs()).toEqual([]);
    });

    test('survive windows that close while they are stored, each in exactly one pack', async () => {
      const kid = await learnKey(drop);
      const other = await place.open();
      const intakes = Array.from({ length: 600 }, () => intakeFor(kid));
      let now = START;
      let storing = true;
      const keepers = [drop, other].map(async (copy) => {
        while (storing) {
          now += HOUR;
          await closeWindows(copy, now, releaseAll);
          await pause(20);
        }
      });
      for (let at = 0; at < intakes.length; at += 60) {
        const group = intakes.slice(at, at + 60);
        // Every cell twice, through both copies: senders whose answer was lost.
        const answers = await Promise.all(
          group.flatMap((intake) => [drop.accept(intake, START), other.accept(intake, START)]),
        );
        expect(new Set(answers)).toEqual(new Set(['stored']));
      }
      storing = false;
      await Promise.all(keepers);
      await closeWindows(drop, now + 2 * HOUR, releaseAll);

      const packed = hashesOf((await packedIntakes(drop)).flat());
      expect(packed.length).toBe(intakes.length);
      expect(new Set(packed)).toEqual(new Set(hashesOf(intakes)));
    });
  });

  describe('windows', () => {
    test('are carried over until the judge lets them go', async () => {
      const kid = await learnKey(drop);
      const intakes = Array.from({ length: 9 }, () => intakeFor(kid));
      await acceptAll(intakes.slice(0, 4));
      await closeWindows(drop, START + HOUR, cellsAtLeast(9));
      expect(await drop.packs()).toEqual([]);
      await acceptAll(intakes.slice(4));
      await closeWindows(drop, START + 2 * HOUR, cellsAtLeast(9));

      const [pack] = await drop.packs();
      expect(pack).toMatchObject({ count: 9, closedSeconds: START + 2 * HOUR });
      expect(new Set(hashesOf((await packedIntakes(drop)).flat()))).toEqual(new Set(hashesOf(intakes)));
    });

    test('tell the judge what waits, what is new and how long it took', async () => {
      const kid = await learnKey(drop);
      const seen: unknown[] = [];
      const judge = (waiting: object, window: object) => {
        seen.push({ ...waiting, ...window });
        return { crowd: 7, stragglers: 3, release: false, announce: false };
      };
      await acceptAll([intakeFor(kid), intakeFor(kid)]);
      await closeWindows(drop, START + HOUR, judge);
      await acceptAll([intakeFor(kid)]);
      await closeWindows(drop, START + 4 * HOUR + 5, judge);

      expect(seen).toEqual([
        {
          intakeKid: kid,
          cells: 2,
          fresh: 2,
          crowd: 0,
          stragglers: 0,
          closedSeconds: START + HOUR,
          lastedSeconds: HOUR,
        },
        {
          intakeKid: kid,
          cells: 3,
          fresh: 1,
          crowd: 7,
          stragglers: 3,
          closedSeconds: START + 4 * HOUR,
          lastedSeconds: 3 * HOUR,
        },
      ]);
    });

    test('keep the cells of different keys apart', async () => {
      const kids = [await learnKey(drop), await learnKey(drop)];
      await acceptAll(kids.flatMap((kid, n) => Array.from({ length: n + 2 }, () => intakeFor(kid))));
      await closeWindows(drop, START + HOUR, cellsAtLeast(3));
      expect(await drop.packs()).toMatchObject([{ intakeKid: kids[1], count: 3 }]);
    });

    test('close once when two keepers close them together', async () => {
      const kid = await learnKey(drop);
      const copies = [drop, await place.open(), await place.open()];
      for (let hour = 1; hour <= 4; hour++) {
        await acceptAll(Array.from({ length: 30 }, () => intakeFor(kid)));
        const closed = await Promise.all(
          copies.map((copy) => closeWindows(copy, START + hour * HOUR, releaseAll)),
        );
        expect(closed.reduce((sum, one) => sum + one)).toBe(1);
      }
      expect((await drop.packs()).map(({ count }) => count)).toEqual([30, 30, 30, 30]);
    });

    test('lose nothing when the clock jumps', async () => {
      const kid = await learnKey(drop);
      const intakes = Array.from({ length: 3 }, () => intakeFor(kid));
      const [first, second, third] = intakes;
      if (!first || !second || !third) throw new TypeError();
      await drop.accept(first, START);
      await closeWindows(drop, START + 40 * 24 * HOUR, releaseAll);
      await forgetAll(drop, START + 40 * 24 * HOUR, 14 * 24);
      // And back: the key of the cells is in use again, and windows are no further away than they are long.
      expect(await drop.accept(second, START + HOUR)).toBe('stored');
      expect(await closeWindows(drop, START + HOUR, releaseAll)).toBe(1);
      await drop.accept(third, START + HOUR);
      expect(await drop.accept(first, START + HOUR)).toBe('stored');
      expect(await closeWindows(drop, START + 2 * HOUR, releaseAll)).toBe(1);

      expect(hashesOf((await packedIntakes(drop)).flat()).sort()).toEqual(hashesOf(intakes).sort());
    });
  });

  describe('packs', () => {
    const makePack = async (cells: number) => {
      const kid = await learnKey(drop);
      await acceptAll(Array.from({ length: cells }, () => intakeFor(kid)));
      await closeWindows(drop, START + HOUR, releaseAll);
      const [pack] = await drop.packs();
      if (pack === undefined) throw new TypeError('no pack');
      return pack;
    };

    test('go once they are confirmed, and only once', async () => {
      const pack = await makePack(600);
      expect(await drop.confirmPack(random(16))).toBe(false);
      expect(await drop.confirmPack(pack.id)).toBe(true);
      expect(await drop.confirmPack(pack.id)).toBe(false);
      expect(await drop.packs()).toEqual([]);
      await expect(cellsOf(drop, pack.id)).rejects.toMatchObject({ code: 'not-found' });

      await forgetAll(drop, START + HOUR);
      expect(await place.storedOrder()).toSatisfy((marks: string[]) => marks.filter(Boolean).length === 0);
    });

    test('end a reader with an error when they go while it reads', async () => {
      const pack = await makePack(200);
      const reader = drop.packCells(pack.id)[Symbol.asyncIterator]();
      await reader.next();
      await drop.confirmPack(pack.id);
      await expect(
        (async () => {
          while (!(await reader.next()).done);
        })(),
      ).rejects.toMatchObject({ code: 'not-found' });
    });

    test('go after so many windows, not by the clock', async () => {
      await makePack(3);
      await forgetAll(drop, START + 1000 * 24 * HOUR, 2);
      expect((await drop.packs()).length).toBe(1);
      for (let hour = 2; hour <= 4; hour++) await closeWindows(drop, START + hour * HOUR, releaseAll);
      await forgetAll(drop, START, 2);
      expect(await drop.packs()).toEqual([]);
    });

    test('make their crowd known when the judge announces it', async () => {
      expect((await drop.state()).crowd).toBe(0);
      await makePack(12);
      expect((await drop.state()).crowd).toBe(12);
    });
  });

  test('an intake key that has ended stays ended, and its hashes go', async () => {
    const kid = await learnKey(drop, { endsSeconds: START + 2 * HOUR });
    const intake = intakeFor(kid);
    await drop.accept(intake, START);
    await closeWindows(drop, START + HOUR, releaseAll);
    const mark = Buffer.from(sha256(intake).subarray(0, 16));
    for (const { id } of await drop.packs()) await drop.confirmPack(id);

    // Not at once: the clock may be wrong for a while.
    await forgetAll(drop, START + 3 * HOUR);
    expect(await drop.accept(intake, START + HOUR)).toBe('stored');
    for (let hour = 4; hour < 4 + 30; hour++) {
      await closeWindows(drop, START + hour * HOUR, releaseAll);
      await forgetAll(drop, START + hour * HOUR);
    }
    expect(await drop.accept(intake, START + HOUR)).toBe('refused');
    expect(await drop.packs()).toEqual([]);
    if (maker.name === 'SQLite') expect((await place.onDisk()).includes(mark)).toBe(false);
  });

  describe('what the copies share', () => {
    test('public files are replaced only by who knows the one before', async () => {
      const other = await place.open();
      const [first, second, third] = [random(300), random(300), random(300)];
      const put = (into: Drop, serial: number, bytes: typeof first, replaces: typeof first | null) =>
        into.putFile({ name: 'bulletin', serial, bytes }, replaces);

      expect(await put(drop, 1, first, null)).toBe(true);
      expect(await put(other, 1, second, null)).toBe(false);
      const raced = await Promise.all([
        put(drop, 2, second, sha256(first)),
        put(other, 3, third, sha256(first)),
      ]);
      expect(raced.toSorted()).toEqual([false, true]);
      const winner = raced[0] ? { serial: 2, hash: sha256(second) } : { serial: 3, hash: sha256(third) };
      expect((await other.state()).files).toEqual({ bulletin: winner });
      expect(await drop.file('bulletin')).toEqual(raced[0] ? second : third);
      expect(await drop.file('index')).toBeNull();
    });

    test('keys are announced one at a time, apart from the public files, and taken back by their hash', async () => {
      const other = await place.open();
      expect(await drop.announcedKeys()).toBeNull();
      const [mine, theirs] = [random(300), random(301)];
      const raced = await Promise.all([
        drop.announceKeys({ bytes: mine, dueSeconds: START }, null),
        other.announceKeys({ bytes: theirs, dueSeconds: START + HOUR }, null),
      ]);
      expect(raced.toSorted()).toEqual([false, true]);
      const [first, second] = raced[0] ? [mine, theirs] : [theirs, mine];
      expect((await other.announcedKeys())?.bytes).toEqual(first);
      expect(await other.announceKeys({ bytes: second, dueSeconds: START + 2 * HOUR }, sha256(first))).toBe(
        true,
      );
      expect(await drop.announcedKeys()).toEqual({ bytes: second, dueSeconds: START + 2 * HOUR });
      expect((await drop.state()).files).toEqual({});
      await drop.forgetAnnouncedKeys(sha256(first));
      expect((await drop.announcedKeys())?.bytes).toEqual(second);
      await drop.forgetAnnouncedKeys(sha256(second));
      expect(await other.announcedKeys()).toBeNull();
    });

    test('reply packs are found by hash until nobody lists them', async () => {
      const pack = random(32 * 1024);
      const hash = sha256(pack);
      expect(await drop.reply(hash)).toBeNull();
      await drop.putReply(hash, pack);
      await drop.putReply(hash, pack);
      expect(await drop.reply(hash)).toEqual(pack);
      await drop.deleteReplies([hash]);
      expect(await drop.reply(hash)).toBeNull();
    });

    test('one hop key a term, destroyed when its time is over', async () => {
      const other = await place.open();
      const key = () => ({ ...newBoxKeyPair(random), fromSeconds: START, untilSeconds: START + 2 * HOUR });
      const [mine, theirs] = [key(), key()];
      const added = await Promise.all([drop.addHopKey(mine), other.addHopKey(theirs)]);
      expect(added.toSorted()).toEqual([false, true]);
      const kept = added[0] ? mine : theirs;
      expect((await drop.state()).hopKeys).toEqual([kept]);
      expect((await other.state()).hopKeys).toEqual([kept]);

      await forgetAll(drop, START + 2 * HOUR - 1);
      expect((await other.state()).hopKeys).toEqual([kept]);
      const before = await place.onDisk();
      expect(before.includes(kept.publicKey)).toBe(true);
      expect(before.includes(kept.secretKey)).toBe(false);
      await forgetAll(other, START + 2 * HOUR);
      expect((await drop.state()).hopKeys).toEqual([]);
      expect((await place.onDisk()).includes(kept.publicKey)).toBe(false);
    });

    test('manifests follow each other, one for all copies, and are remembered for two hours', async () => {
      const other = await place.open();
      const manifest = (number: number) => {
        const bytes = random(MANIFEST);
        new DataView(bytes.buffer).setUint32(MAGIC, number);
        return bytes;
      };
      const [one, two, alsoTwo, three] = [manifest(1), manifest(2), manifest(2), manifest(3)];
      expect(await drop.addManifest(one, null, START)).toBe(true);
      const raced = await Promise.all([
        drop.addManifest(two, one, START + 60),
        other.addManifest(alsoTwo, one, START + 60),
      ]);
      expect(raced.toSorted()).toEqual([false, true]);
      const second = raced[0] ? two : alsoTwo;
      expect((await other.state()).manifests).toEqual([second, one]);
      expect(await drop.addManifest(manifest(2), second, START + 120)).toBe(false);
      expect(await drop.addManifest(three, second, START + 120)).toBe(true);

      await forgetAll(drop, START + 60 + 2 * HOUR - 1);
      expect((await drop.state()).manifests).toEqual([three, second, one]);
      await forgetAll(drop, START + 60 + 2 * HOUR);
      expect((await drop.state()).manifests).toEqual([three, second]);
      await forgetAll(drop, START + 100 * HOUR);
      expect((await drop.state()).manifests).toEqual([three]);
    });

    test('a nonce passes once, until it is forgotten', async () => {
      const other = await place.open();
      const passed = await Promise.all(
        [drop, other, drop].map((copy) => copy.rememberNonce('n', START + HOUR)),
      );
      expect(passed.filter(Boolean).length).toBe(1);
      expect(await drop.rememberNonce('m', START + HOUR)).toBe(true);
      await forgetAll(drop, START + HOUR);
      expect(await other.rememberNonce('n', START + 2 * HOUR)).toBe(true);
    });
  });

  describe('what a stolen database tells', () => {
    test('it does not open under another wrapping key', async () => {
      await expect(place.open({ wrapKey: random(32) })).rejects.toMatchObject({ code: 'bad-settings' });
      await expect(place.open({ wrapKey: random(31) })).rejects.toMatchObject({ code: 'bad-settings' });
    });

    test('no cell of an open window, nor its hash', async () => {
      const kid = await learnKey(drop);
      const intakes = Array.from({ length: 20 }, () => intakeFor(kid));
      await acceptAll(intakes);
      await acceptAll(intakes.slice(0, 5));
      const disk = await place.onDisk();
      for (const intake of intakes) {
        expect(disk.includes(intake.subarray(2000, 2032))).toBe(false);
        expect(disk.includes(sha256(intake).subarray(0, 16))).toBe(false);
      }
      await closeWindows(drop, START + HOUR, releaseAll);
      const closed = await place.onDisk();
      for (const intake of intakes) expect(closed.includes(intake.subarray(2000, 2032))).toBe(true);
    });

    test('no time finer than the window about any cell', async () => {
      const kid = await learnKey(drop);
      const late = START + 2 * HOUR + 1234;
      for (const now of [START + 17, START + HOUR + 1801, late]) {
        for (let n = 0; n < 3; n++) await drop.accept(intakeFor(kid), now);
        await closeWindows(drop, now + 600, now === late ? cellsAtLeast(100) : releaseAll);
        await drop.accept(intakeFor(kid), now + 700);
      }
      const tables = ['windows', 'arrivals', 'echoes', 'accepted', 'batches', 'held'];
      const numbers = (await Promise.all(tables.map((table) => place.numbersIn(table)))).flat();
      // Counts are small. Whatever is large enough to be a time is a whole hour.
      const times = numbers.filter((number) => number > 1_000_000);
      expect(times.length).toBeGreaterThan(2);
      expect(times.filter((time) => time % HOUR !== 0)).toEqual([]);
    });

    test('not in which order the cells of a pack came', async () => {
      const kid = await learnKey(drop);
      const intakes = Array.from({ length: 500 }, () => intakeFor(kid));
      for (let at = 0; at < intakes.length; at += 10) await acceptAll(intakes.slice(at, at + 10));
      await closeWindows(drop, START + HOUR, releaseAll);
      // Deleting and inserting around them must not sort them by age either.
      await acceptAll(Array.from({ length: 50 }, () => intakeFor(kid)));
      await closeWindows(drop, START + 2 * HOUR, releaseAll);

      const places = new Map((await place.storedOrder()).map((mark, at) => [mark, at]));
      const found = intakes.map((intake) => {
        const mark = Buffer.from(sha256(intake).subarray(0, 16)).toString('hex').toUpperCase();
        return places.get(mark) ?? Number.NaN;
      });
      expect(found.every(Number.isFinite)).toBe(true);
      // Standard error for 500 pairs without any connection is 0.045.
      expect(Math.abs(rankCorrelation(found))).toBeLessThan(0.2);
    });
  });

  test('a repeated cell takes as long to answer as a first one', async () => {
    const kid = await learnKey(drop);
    const rounds = 120;
    const time = async (intake: Uint8Array<ArrayBuffer>) => {
      const started = performance.now();
      await drop.accept(intake, START);
      return performance.now() - started;
    };
    const first: number[] = [];
    const repeated: number[] = [];
    for (let round = 0; round < rounds + 20; round++) {
      const intake = intakeFor(kid);
      const times = [await time(intake), await time(intake)] as const;
      if (round < 20) continue;
      first.push(times[0]);
      repeated.push(times[1]);
    }
    // How often a repeated one was the slower: one half when nothing can be told.
    const slower = first.flatMap((a) => repeated.map((b): number => (b > a ? 1 : b === a ? 0.5 : 0)));
    const share = slower.reduce((sum, one) => sum + one, 0) / slower.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.75);
  });
});

/** Spearman's rank correlation between the positions in the list and the ranks of its values. */
function rankCorrelation(values: readonly number[]): number {
  const ranks = new Map(values.toSorted((a, b) => a - b).map((value, rank) => [value, rank]));
  const n = values.length;
  const squares = values.reduce((sum, value, at) => sum + ((ranks.get(value) ?? 0) - at) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
