import { afterAll, describe, expect, test } from 'vitest';
import { decodeAnswer } from '../../shared/answer.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { type Stage, stage } from '../unit/hop/relay-stage.ts';
import { hashesOf, postgresDrops, sqliteDrops } from './drop-fixture.ts';

/* Two relays over one drop, as one would run them: both take cells, both keep house. */

describe.each([sqliteDrops(), postgresDrops()])('two relay copies over one drop on $name', (maker) => {
  afterAll(() => maker.stop());

  test('are one relay: hours pass, answers get lost, and every cell leaves once', async () => {
    const place = await maker.make();
    const one: Stage = await stage({ minimumCrowd: 20 }, { open: () => place.open() });
    const other = await one.copy();
    const apps = [one.app, other.app];
    const stored: Bytes[] = [];
    let retries = 0;

    for (let hour = 0; hour < 4; hour++) {
      const made = await Promise.all(Array.from({ length: 25 }, () => one.cell()));
      await Promise.all(
        made.map(async ({ cell, intake }, n) => {
          // Every third answer gets lost: the sender tries again, at the other copy.
          const times = n % 3 === 0 ? 2 : 1;
          for (let time = 0; time < times; time++) {
            const app = apps[(n + time) % 2] ?? one.app;
            const response = await app.request('/v1/cells', { method: 'POST', body: cell });
            const answer = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
            expect(answer).toMatchObject({ status: 'stored', authentic: true });
          }
          retries += times - 1;
          stored.push(intake);
        }),
      );
      one.now += 3600;
      for (let tick = 0; tick < 3; tick++) await Promise.all([one.tick(), other.tick()]);
      const manifests = await Promise.all(
        apps.map(async (app) => new Uint8Array(await (await app.request('/v1/manifest')).arrayBuffer())),
      );
      expect(equalBytes(manifests[0] ?? new Uint8Array(0), manifests[1] ?? new Uint8Array(1))).toBe(true);
    }

    expect(retries).toBe(36);
    expect((await one.drop.packs()).map(({ count }) => count)).toEqual([25, 25, 25, 25]);
    // One key a term, and one line in the log a window, whichever copy closed it.
    expect((await one.drop.state()).hopKeys.length).toBe(3);
    expect(one.log.filter((line) => line.includes('window.closed')).length).toBe(4);
    const packed = hashesOf(await one.storedIntakes());
    expect(packed.length).toBe(stored.length);
    expect(new Set(packed)).toEqual(new Set(hashesOf(stored)));
    await one.dispose();
    await place.dispose();
  }, 120_000);
});
