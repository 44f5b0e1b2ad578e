import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepHop } from '../../../relay/hop/keeper.ts';
import { equalBytes } from '../../../shared/bytes.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { bulletinFile, random, type Stage, stage } from './relay-stage.ts';

const HOUR = 3600;

describe('the keeper', () => {
  let one: Stage;
  afterEach(() => one.dispose());

  describe('of manifests', () => {
    beforeEach(async () => {
      one = await stage();
    });

    it('issues one at once, and leaves it as long as it is true and fresh', async () => {
      const first = await one.manifest();
      expect(first.manifest).toMatchObject({ timeSeconds: one.now, crowd: 0 });
      await one.pass(1);
      await one.pass(58);
      expect((await one.manifest()).bytes).toEqual(first.bytes);
      await one.pass(1);
      const second = await one.manifest();
      expect(second.manifest.number).toBeGreaterThan(first.manifest.number);
      expect(second.manifest.timeSeconds).toBe(one.now);
      expect(second.manifest.hop).toEqual(first.manifest.hop);
    });

    it('issues another as soon as a file has changed', async () => {
      const first = await one.manifest();
      await one.publish('bulletin', bulletinFile(1));
      await one.pass(1);
      expect((await one.manifest()).manifest.number).toBeGreaterThan(first.manifest.number);
    });

    it('never lets the number fall, even on a drop that lost everything', async () => {
      const before = (await one.manifest()).manifest.number;
      const fresh = await stage();
      fresh.now = one.now + 60;
      await fresh.pass(0);
      const after = (await fresh.manifest()).manifest.number;
      await fresh.dispose();
      expect(after).toBeGreaterThan(before);
    });

    it('issues one in its own name when the relay gets another identity', async () => {
      const identity = newSigningKeyPair(random);
      await keepHop({ ...one.deps, identity }).tick();
      const { verifyManifest } = await import('../../../shared/manifest.ts');
      const [bytes] = (await one.drop.state()).manifests;
      expect((await verifyManifest(bytes ?? random(1), identity.publicKey)).timeSeconds).toBe(one.now);
    });

    it('puts a clock right that was ahead', async () => {
      one.now += 10 * HOUR;
      await one.pass(0);
      one.now -= 10 * HOUR;
      await one.pass(1);
      const { manifest } = await one.manifest();
      expect(manifest.timeSeconds).toBe(one.now);
    });
  });

  describe('of hop keys', () => {
    beforeEach(async () => {
      one = await stage();
    });

    it('has the one in use and the next, and destroys each after two terms', async () => {
      const seen: string[] = [];
      for (let hour = 0; hour < 4; hour++) {
        const { manifest } = await one.manifest();
        const { hopKeys } = await one.drop.state();
        expect(manifest.hop.fromSeconds).toBe(Math.floor(one.now / HOUR) * HOUR);
        expect(manifest.hop.untilSeconds).toBe(manifest.hop.fromSeconds + 2 * HOUR);
        expect(manifest.nextHop.fromSeconds).toBe(manifest.hop.fromSeconds + HOUR);
        expect(hopKeys.length).toBe(hour === 0 ? 2 : 3);
        expect(hopKeys.every(({ untilSeconds }) => untilSeconds > one.now)).toBe(true);
        seen.push(Buffer.from(manifest.hop.publicKey).toString('hex'));
        await one.pass(HOUR);
        // What was announced as next is what is in use now.
        expect((await one.manifest()).manifest.hop).toEqual(manifest.nextHop);
      }
      expect(new Set(seen).size).toBe(4);
    });

    it('makes a way back when the clock has jumped', async () => {
      await one.pass(100 * 24 * HOUR);
      await one.pass(-100 * 24 * HOUR);
      const { cell, intake } = await one.cell();
      expect((await one.sendCell(cell, intake)).status).toBe('stored');
    });
  });

  describe('of windows', () => {
    const send = async (cells: number) => {
      for (let n = 0; n < cells; n++) {
        const { cell, intake } = await one.cell();
        await one.sendCell(cell, intake);
      }
    };

    it('lets a crowd go, tells everyone how large it was, and logs numbers only', async () => {
      one = await stage({ minimumCrowd: 3, meanSendSeconds: 1800 });
      await send(7);
      await one.pass(HOUR);
      // Seven cells at two an hour from each machine.
      expect((await one.drop.packs()).map(({ count }) => count)).toEqual([7]);
      expect((await one.manifest()).manifest.crowd).toBe(3);
      expect(one.log).toEqual(['{"event":"window.closed","cells":7,"packs":1}']);
    });

    it('carries a small crowd over, and never counts its machines twice', async () => {
      one = await stage({ minimumCrowd: 5 });
      await send(3);
      await one.pass(HOUR);
      await send(3);
      await one.pass(HOUR);
      await send(4);
      await one.pass(HOUR);
      expect(await one.drop.packs()).toEqual([]);
      await send(5);
      await one.pass(HOUR);
      expect((await one.drop.packs()).map(({ count }) => count)).toEqual([15]);
      expect((await one.manifest()).manifest.crowd).toBe(5);
    });

    it('does a large window in several ticks', async () => {
      one = await stage({ siteBudgetPerSecond: 100_000 });
      const { intake } = await one.cell();
      const count = 7000;
      for (let at = 0; at < count; at += 500) {
        await Promise.all(
          Array.from({ length: 500 }, () => {
            const other = intake.slice();
            other.set(random(32), 100);
            return one.drop.accept(other, one.now);
          }),
        );
      }
      one.now += HOUR;
      await one.tick();
      expect(await one.drop.packs()).toEqual([]);
      for (let n = 0; n < 4; n++) await one.tick();
      expect((await one.drop.packs()).map((pack) => pack.count)).toEqual([count]);
    });

    it('does not run twice at once', async () => {
      one = await stage();
      await send(2);
      one.now += HOUR;
      await Promise.all([one.tick(), one.tick(), one.tick()]);
      expect((await one.drop.packs()).length).toBe(1);
      expect(one.log.length).toBe(1);
    });
  });

  it('goes on after the drop was away', async () => {
    one = await stage();
    let away = true;
    const state = () => (away ? Promise.reject(new Error('gone')) : one.drop.state());
    const keeper = keepHop({ ...one.deps, drop: { ...one.drop, state } });
    await expect(keeper.tick()).rejects.toThrow();
    away = false;
    const before = (await one.manifest()).bytes;
    one.now += 60;
    await keeper.tick();
    expect(equalBytes((await one.manifest()).bytes, before)).toBe(false);
  });
});
