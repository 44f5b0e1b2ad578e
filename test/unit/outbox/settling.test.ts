import { describe, expect, it } from 'vitest';
import { paceOf, settleSeconds } from '../../../extension/outbox/pace.ts';
import { newInstall } from './install.ts';
import { simulatedSite } from './simulated-site.ts';

describe('a cell', () => {
  it('leaves a fixed time after its tick began, whether it says something or not', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    for (let i = 0; i < 2; i++) await install.dispatch().tick();
    for (const concern of [false, true]) {
      const { content } = site.envelope();
      if (concern) await install.dispatch().hold({ id: 'one', content, undoSeconds: 0 });
      site.pass(60);
      const [begunSeconds, requests] = [site.now(), site.requests.length];
      site.pass(3);
      await install.dispatch().tick({ begunSeconds, settleSeconds: 5 });
      expect(install.waits.at(-1)).toEqual({ until: begunSeconds + 5, requests });
      expect(site.requests.slice(requests)).toEqual(['cell']);
    }
    expect(site.arrived()).toHaveLength(1);
  });

  it('leaves a fixed time after the last file came, where the tick asked for some', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    const begunSeconds = site.now();
    site.pass(3);
    await install.dispatch().tick({ begunSeconds, settleSeconds: 1 });
    expect(install.waits).toEqual([{ until: site.now() + 1, requests: 2 }]);
  });

  it('waits a second at work, and never as long as the shortest time between two cells', () => {
    expect(settleSeconds(paceOf(2))).toBe(1);
    expect(settleSeconds({ floorSeconds: 0.3, meanSeconds: 1, rewriteSeconds: 1 })).toBeCloseTo(0.1);
  });
});
