import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lackingPack, outdatedPacks } from '../../../extension/outbox/reply-packs.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { encodeKeysFile, splitKeysFile } from '../../../shared/key-records.ts';
import { signKeyring } from '../../../shared/keyring.ts';
import { REPLY_PACK } from '../../../shared/sizes.ts';
import { type Install, newInstall } from './install.ts';
import { type SimulatedSite, seededRandom, simulatedSite } from './simulated-site.ts';

const random = seededRandom(40);
const newPack = () => random(REPLY_PACK);
const nameOf = (pack: Bytes) => toBase64url(sha256(pack));
const DAYS = ['2026-11-27', '2026-11-26', '2026-11-25'];
const twoADay = () => DAYS.map((day) => ({ day, packs: [newPack(), newPack()] }));

async function tick(install: Install, site: SimulatedSite, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    site.pass(60);
    await install.dispatch().tick();
  }
}

/** What was asked for in each tick, the cell included. */
function byTick(site: SimulatedSite, since: number): string[][] {
  const ticks: string[][] = [[]];
  for (const request of site.requests.slice(since)) {
    ticks.at(-1)?.push(request);
    if (request === 'cell') ticks.push([]);
  }
  return ticks.slice(0, -1);
}

describe('an install', () => {
  it('fetches every pack, newest day first, never more than two files in a tick', async () => {
    const site = simulatedSite();
    const days = twoADay();
    site.publish(days);
    const install = newInstall(site);
    await tick(install, site, 7);
    const names = days.map(({ packs }) => packs.map((pack) => `pack ${nameOf(pack)}`));
    expect(byTick(site, 0)).toEqual([
      ['manifest', 'keys', 'cell'],
      ['bulletin', 'index', 'cell'],
      ...names.map((two) => [...two, 'cell']),
      ['cell'],
      ['cell'],
    ]);
    for (const { packs } of days)
      for (const pack of packs) expect(install.disk.packs.get(nameOf(pack))).toEqual(pack);
  });

  it('asks for a new day at the tick after the manifest names its index, and forgets what is listed no longer', async () => {
    const site = simulatedSite();
    const days = twoADay();
    site.publish(days);
    const install = newInstall(site);
    await tick(install, site, 6);
    const newest = { day: '2026-11-28', packs: [newPack()] };
    site.publish([newest, ...days.slice(0, 2)]);
    const since = site.requests.length;
    await tick(install, site, 3);
    expect(byTick(site, since)).toEqual([
      ['cell'],
      ['index', `pack ${nameOf(newest.packs[0] as Bytes)}`, 'cell'],
      ['cell'],
    ]);
    expect([...install.disk.packs.keys()].sort()).toEqual([...site.packs.keys()].sort());
  });

  it('asks the same of the relay whatever a person does', async () => {
    const asked = async (busy: boolean) => {
      const site = simulatedSite(3);
      site.publish(DAYS.map((day, at) => ({ day, packs: [seededRandom(at)(REPLY_PACK)] })));
      const install = newInstall(site);
      for (let i = 0; i < 6; i++) {
        if (busy) {
          const { content } = site.envelope();
          await install.dispatch().hold({ id: `id${i}`, content, undoSeconds: 1 });
          await install.dispatch().standing();
        }
        await tick(install, site);
      }
      return byTick(site, 0);
    };
    expect(await asked(true)).toEqual(await asked(false));
  });

  it('is not kept from older packs by one that does not come, and comes back to it', async () => {
    const site = simulatedSite();
    const days = twoADay();
    const [lost] = days[0]?.packs ?? [];
    site.publish(days);
    site.packs.delete(nameOf(lost as Bytes));
    const install = newInstall(site);
    await tick(install, site, 7);
    expect(install.disk.packs.size).toBe(5);
    const since = site.requests.length;
    await tick(install, site, 2);
    const again = [`pack ${nameOf(lost as Bytes)}`, 'cell'];
    expect(byTick(site, since)).toEqual([again, again]);
    site.packs.set(nameOf(lost as Bytes), lost as Bytes);
    await tick(install, site, 1);
    expect(install.disk.packs.size).toBe(6);
  });

  it('keeps no pack that was changed or cut short on the way, and sends its cell all the same', async () => {
    const site = simulatedSite();
    site.publish(twoADay());
    const install = newInstall(site);
    await tick(install, site, 2);
    const honest = new Map(site.packs);
    for (const [name, pack] of honest) site.packs.set(name, pack.slice(0, -1));
    await tick(install, site);
    for (const [name] of honest) site.packs.set(name, newPack());
    const before = site.drop.size;
    await tick(install, site, 2);
    expect([install.disk.packs.size, site.drop.size - before]).toEqual([0, 2]);
    site.packs = honest;
    await tick(install, site, 4);
    expect(install.disk.packs.size).toBe(6);
  });

  it('sends its cell although nothing can be kept', async () => {
    const site = simulatedSite();
    site.publish(twoADay());
    const install = newInstall(site);
    install.disk.packs.set = () => {
      throw new Error('the disk is full');
    };
    await tick(install, site, 4);
    expect([site.drop.size, install.disk.packs.size]).toEqual([4, 0]);
  });

  it('fetches none by an index that is not the mailroom’s', async () => {
    const site = simulatedSite();
    site.publish(twoADay());
    const install = newInstall(site);
    await tick(install, site, 2);
    const forged = site.files.index.slice();
    forged[60] = forged[60] === 65 ? 66 : 65;
    install.disk.files = { ...install.disk.files, index: forged };
    site.files.index = forged;
    site.issue();
    const since = site.requests.length;
    await tick(install, site, 3);
    expect(site.requests.slice(since).filter((request) => request.startsWith('pack'))).toEqual([]);
  });

  it('keeps the keyring that another takes the place of, once, and none while only week keys change', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const { keyringBlob, records } = splitKeysFile(site.files.keys);
    site.files.keys = encodeKeysFile(keyringBlob, [...records].reverse());
    await tick(install, site, 2);
    expect(install.disk.keyrings).toEqual(new Map());
    const next = { ...site.keyring, serial: 2, previous: sha256(keyringBlob) };
    site.files.keys = encodeKeysFile(signKeyring(next, site.root.seed), records);
    await tick(install, site, 2);
    expect(install.disk.files.keys).toEqual(site.files.keys);
    expect(install.disk.keyrings).toEqual(new Map([[1, keyringBlob]]));
  });

  it('has all of them in the end, however often its background dies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(24), fc.boolean()), { maxLength: 8 }), async (deaths) => {
        const site = simulatedSite();
        site.publish(twoADay());
        const install = newInstall(site);
        for (const [effect, after] of deaths) {
          install.killAt(effect, after);
          site.pass(60);
          await install
            .dispatch()
            .tick()
            .catch(() => undefined);
          install.killBackground();
        }
        await tick(install, site, 6);
        expect([...install.disk.packs.keys()].sort()).toEqual([...site.packs.keys()].sort());
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

describe('which pack comes next', () => {
  const [a, b, c] = [newPack(), newPack(), newPack()] as const;
  const index = {
    v: 1 as const,
    serial: 1,
    days: [
      { day: '2026-11-26', packs: [sha256(a)] },
      { day: '2026-11-25', packs: [sha256(b), sha256(c)] },
    ],
  };
  const names = (...packs: Bytes[]) => new Set(packs.map(nameOf));

  it('is the newest that is not here, those that were missed last', () => {
    expect(lackingPack(index, names(), names())).toBe(nameOf(a));
    expect(lackingPack(index, names(a), names())).toBe(nameOf(b));
    expect(lackingPack(index, names(b), names(a))).toBe(nameOf(c));
    expect(lackingPack(index, names(b, c), names(a))).toBe(nameOf(a));
    expect(lackingPack(index, names(a, b, c), names())).toBeNull();
  });

  it('and what is listed no longer goes', () => {
    const old = newPack();
    expect(outdatedPacks(index, names(a, old))).toEqual([nameOf(old)]);
    expect(outdatedPacks(index, names(a, b))).toEqual([]);
  });
});
