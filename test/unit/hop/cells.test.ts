import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hopApp } from '../../../relay/hop/app.ts';
import { decodeAnswer } from '../../../shared/answer.ts';
import { type Bytes, concat, equalBytes, slice } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { verifyManifest } from '../../../shared/manifest.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { ANSWER, CELL, INTAKE, MANIFEST_HASH } from '../../../shared/sizes.ts';
import { relay, staffKey } from '../../vectors/cast.ts';
import { random, type Stage, stage } from './relay-stage.ts';

describe('POST /v1/cells', () => {
  let one: Stage;
  beforeEach(async () => {
    one = await stage();
  });
  afterEach(() => one.dispose());

  it('stores a cell and answers with an ack and the current manifest', async () => {
    const { cell, intake } = await one.cell();
    const answer = await one.sendCell(cell, intake);
    expect(answer).toMatchObject({ status: 'stored', authentic: true });
    expect(answer.manifest).toEqual((await one.manifest()).bytes);
    await verifyManifest(answer.manifest, relay.publicKey);
    expect(await one.storedIntakes()).toEqual([intake]);
  });

  it('is durable before it answers', async () => {
    const { cell, intake } = await one.cell();
    let accepted = false;
    const { drop } = one.deps;
    const slow = {
      ...one.deps,
      drop: {
        ...drop,
        accept: async (...args: Parameters<typeof drop.accept>) => {
          const fate = await drop.accept(...args);
          await pause(30);
          accepted = true;
          return fate;
        },
      },
    };
    const response = await hopApp(slow).request('/v1/cells', { method: 'POST', body: cell });
    expect(accepted).toBe(true);
    expect(decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake).status).toBe('stored');
  });

  /** What stands in the drop after a bad cell: nothing. What was logged: nothing but events and numbers. */
  const expectNothing = async (sent: Uint8Array) => {
    for (const line of one.log)
      expect(line).toMatch(/^\{"event":"[a-z.-]+"(,"[a-zA-Z]+":(\d+|true|false))*\}$/);
    const disk = one.onDisk();
    if (sent.length >= 64) expect(disk.includes(sent.subarray(sent.length - 32))).toBe(false);
    expect(await one.storedIntakes()).toEqual([]);
  };

  describe('gives one answer of constant size, and stores nothing, for', () => {
    const refusedWithoutProof = async (body: Bytes, intake: Bytes = random(INTAKE)) => {
      const bytes = await one.send(body);
      expect(bytes.length).toBe(ANSWER);
      expect(decodeAnswer(bytes, intake)).toMatchObject({ status: 'refused', authentic: false });
      // The ack is no function of what was sent.
      expect(equalBytes((await one.send(body)).subarray(1, 17), bytes.subarray(1, 17))).toBe(false);
      await expectNothing(body);
    };

    it.each([0, 1, 5, CELL - 1, CELL + 1, 2 * CELL, 100_000])('a body of %i bytes', async (length) => {
      const { cell } = await one.cell();
      await refusedWithoutProof(
        length <= CELL ? slice(cell, 0, length) : concat(cell, random(length - CELL)),
      );
    });

    it('random bytes of the right length', () => refusedWithoutProof(random(CELL)));

    it.each([
      ['version', 0],
      ['suite', 1],
      ['kid of the hop key', 2],
      ['ephemeral key', 6],
      ['Poly1305 tag', 38],
      ['staff tag', 58],
      ['manifest hash', 74],
      ['INTAKE', 82],
      ['last byte', CELL - 1],
    ])('a cell with a flipped bit in its %s', async (_, at) => {
      const { cell, intake } = await one.cell();
      const flipped = slice(cell, 0);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await refusedWithoutProof(flipped, intake);
    });

    it('an unknown hop key', async () => {
      const { cell, intake } = await one.cell({ hopKey: newBoxKeyPair(random).publicKey });
      await refusedWithoutProof(cell, intake);
    });

    it('a hop key whose time is over, even before the keeper has destroyed it', async () => {
      const { cell, intake } = await one.cell();
      one.now += 2 * 3600;
      await refusedWithoutProof(cell, intake);
    });

    it('an ephemeral key of low order', async () => {
      const { cell, intake } = await one.cell();
      const lowOrder = slice(cell, 0);
      lowOrder.fill(0, 6, 38);
      await refusedWithoutProof(lowOrder, intake);
    });

    it('a stranger to the staff key, who is told so', async () => {
      const { cell, intake } = await one.cell({ staffKey: random(32) });
      expect(await one.sendCell(cell, intake)).toMatchObject({ status: 'refused', authentic: true });
      await expectNothing(intake);
    });

    it('a manifest that nobody knows', async () => {
      const { cell, intake } = await one.cell({ manifestHash: random(MANIFEST_HASH) });
      expect(await one.sendCell(cell, intake)).toMatchObject({ status: 'stale', authentic: true });
      await expectNothing(intake);
    });

    it('an intake key that is not in the keys file', async () => {
      const intake = sealIntake(newBoxKeyPair(random).publicKey, null, random);
      const { cell } = await one.cell({ intake });
      expect(await one.sendCell(cell, intake)).toMatchObject({ status: 'refused', authentic: true });
      await expectNothing(intake);
    });

    it('a drop that cannot store, which proves nothing', async () => {
      const { cell, intake } = await one.cell();
      const broken = { ...one.deps, drop: { ...one.drop, accept: () => Promise.reject(new Error('words')) } };
      const response = await hopApp(broken).request('/v1/cells', { method: 'POST', body: cell });
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(bytes.length).toBe(ANSWER);
      expect(decodeAnswer(bytes, intake)).toMatchObject({ status: 'refused', authentic: false });
      expect(one.log).toEqual(['{"event":"cell.failed","times":1}']);
    });
  });

  it('forwards a cell once, however often it is sent or wrapped anew', async () => {
    const { cell, intake } = await one.cell();
    expect((await one.sendCell(cell, intake)).status).toBe('stored');
    expect((await one.sendCell(cell, intake)).status).toBe('stored');
    const again = await one.cell({ intake });
    expect((await one.sendCell(again.cell, intake)).status).toBe('stored');
    await one.pass(3600);
    const later = await one.cell({ intake });
    expect((await one.sendCell(later.cell, intake)).status).toBe('stored');
    expect(await one.storedIntakes()).toEqual([intake]);
  });

  it('takes the manifest of a while ago, up to two hours after another took its place', async () => {
    const { cell: early, intake: earlyIntake } = await one.cell();
    const { cell: late, intake: lateIntake } = await one.cell({
      hopKey: (await one.manifest()).manifest.nextHop.publicKey,
    });
    await one.pass(60);
    expect((await one.manifest()).manifest.timeSeconds).toBe(one.now);
    await one.pass(3600);
    expect((await one.sendCell(early, earlyIntake)).status).toBe('stored');
    await one.pass(3600 - 1);
    expect((await one.sendCell(late, lateIntake)).status).toBe('stored');
    await one.pass(1);
    expect((await one.sendCell(late, lateIntake)).status).toBe('stale');
  });

  it('takes both staff keys while one is being replaced', async () => {
    const replacement = random(32);
    const app = hopApp({ ...one.deps, staffKeys: [replacement, staffKey] });
    for (const key of [staffKey, replacement, random(32)]) {
      const { cell, intake } = await one.cell({ staffKey: key });
      const response = await app.request('/v1/cells', { method: 'POST', body: cell });
      const { status } = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
      expect(status).toBe(key === staffKey || key === replacement ? 'stored' : 'refused');
    }
  });

  it('refuses everything beyond the site budget, with an alarm', async () => {
    const small = { ...one.deps, settings: { ...one.deps.settings, siteBudgetPerSecond: 1 } };
    const app = hopApp(small);
    const statuses: string[] = [];
    for (let n = 0; n < 12; n++) {
      const { cell, intake } = await one.cell();
      const response = await app.request('/v1/cells', { method: 'POST', body: cell });
      const { status, authentic } = decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake);
      statuses.push(`${status} ${authentic}`);
    }
    expect(statuses).toEqual([...Array(10).fill('stored true'), 'refused false', 'refused false']);
    expect(one.log).toEqual(['{"event":"budget.exceeded","times":1}']);
  });

  it('looks at nothing but the body, and keeps nothing of who sent', async () => {
    const canary = 'canary-8c1f';
    const { cell, intake } = await one.cell();
    const headers = {
      'user-agent': canary,
      'accept-language': canary,
      origin: `moz-extension://${canary}`,
      'x-forwarded-for': '203.0.113.77',
      cookie: canary,
      'content-type': canary,
      referer: `http://${canary}/`,
    };
    const answer = decodeAnswer(await one.send(cell, headers), intake);
    expect(answer.status).toBe('stored');
    await one.send(random(CELL), headers);
    await one.app.request(`/v1/${canary}?q=${canary}`, { headers });
    await one.storedIntakes();
    const disk = one.onDisk();
    for (const trace of [canary, '203.0.113.77']) {
      expect(disk.includes(trace)).toBe(false);
      expect(one.log.join('\n').includes(trace)).toBe(false);
    }
    // And of what was sent only the INTAKE: not the hop layer, the staff key, or the hop secret that opened it.
    const { hopKeys } = await one.drop.state();
    for (const secret of [cell.subarray(6, 38), staffKey, ...hopKeys.map((key) => key.secretKey)]) {
      expect(disk.includes(secret)).toBe(false);
    }
    expect(disk.includes(intake.subarray(2000, 2064))).toBe(true);
  });

  it('has the same headers and status for every answer', async () => {
    const { cell } = await one.cell();
    const bodies = [cell, cell, random(CELL), random(3), (await one.cell({ staffKey: random(32) })).cell];
    const seen = new Set<string>();
    for (const body of bodies) {
      const response = await one.app.request('/v1/cells', { method: 'POST', body });
      seen.add(JSON.stringify([response.status, [...response.headers]]));
    }
    expect(seen.size).toBe(1);
  });

  it('opens a recorded cell before its hop key is destroyed, and not after', async () => {
    const { cell, intake } = await one.cell();
    const before = await one.drop.state();
    await one.pass(3600);
    expect((await one.sendCell(cell, intake)).status).toBe('stored');
    await one.pass(3600);
    const after = await one.drop.state();
    const destroyed = before.hopKeys.filter(
      ({ publicKey }) => !after.hopKeys.some((key) => equalBytes(key.publicKey, publicKey)),
    );
    expect(destroyed.length).toBe(1);
    expect(decodeAnswer(await one.send(cell), intake)).toMatchObject({ status: 'refused', authentic: false });
  });

  it('is one relay in two copies: keys, manifests and what was accepted are shared', async () => {
    const other = await one.copy();
    const ask = async (path: string) => new Uint8Array(await (await other.app.request(path)).arrayBuffer());
    expect(await ask('/v1/manifest')).toEqual((await one.manifest()).bytes);

    const { cell, intake } = await one.cell();
    const post = async () => {
      const response = await other.app.request('/v1/cells', { method: 'POST', body: cell });
      return decodeAnswer(new Uint8Array(await response.arrayBuffer()), intake).status;
    };
    expect(
      await Promise.all([post(), one.sendCell(cell, intake).then(({ status }) => status), post()]),
    ).toEqual(['stored', 'stored', 'stored']);
    for (let hour = 0; hour < 3; hour++) {
      one.now += 3600;
      await Promise.all([one.tick(), other.tick(), one.tick(), other.tick()]);
      // A cell that the other copy's keeper has made possible.
      const next = await one.cell();
      expect((await one.sendCell(next.cell, next.intake)).status).toBe('stored');
    }
    const packs = await one.drop.packs();
    expect(packs.map(({ count }) => count)).toEqual([1, 1, 1]);
    const stored = await one.storedIntakes();
    expect(stored.filter((found) => equalBytes(sha256(found), sha256(intake))).length).toBe(1);
    expect((await one.drop.state()).hopKeys.length).toBe(3);
    expect(equalBytes(await ask('/v1/manifest'), (await one.manifest()).bytes)).toBe(true);
  });
});
