import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeOutbox, OUTBOX } from '../../../extension/outbox/outbox.ts';
import { Ended, type Install, type Network, newInstall } from './install.ts';
import { type SimulatedSite, simulatedSite } from './simulated-site.ts';

/*
 * Whatever happens to a browser, in any order: ticks, rewrites, concerns, second thoughts, a network that loses and
 * spoils, a background that ends between any two of its effects, restarts. `CANDOR_RUNS` makes it run for longer.
 */

const SHORT_RUNS = 10;
const RUNS = Number(process.env.CANDOR_RUNS ?? SHORT_RUNS);

type Step =
  | { readonly do: 'tick' | 'rewrite'; readonly network: Network }
  | { readonly do: 'hold' }
  | { readonly do: 'kill' | 'restart' }
  | { readonly do: 'behind' | 'replace' | 'withdraw'; readonly which: number }
  | { readonly do: 'die'; readonly effect: number; readonly after: boolean }
  | { readonly do: 'pass'; readonly seconds: number };

const network = fc.constantFrom<Network[]>(
  'up',
  'up',
  'up',
  'down',
  'answer-lost',
  'answer-spoiled',
  'forged',
);
const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('tick' as const, 'tick' as const, 'rewrite' as const),
      network,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('behind' as const, 'replace' as const, 'withdraw' as const),
      which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'restart' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('die' as const),
      effect: fc.nat({ max: 14 }),
      after: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(6, 30, 60, 9000) }),
  },
);

interface Concern {
  readonly id: string;
  /** Names of every envelope that may have stood for it. */
  readonly versions: string[];
  /** The name of the one it stands for, as far as the panel was told. */
  now: string;
  /** Whether the panel was told that it is held. */
  held: boolean;
  /** The background ended while it was asked to hold, replace or withdraw: either may be true. */
  unsure: boolean;
  withdrawn: boolean;
  /** Memory was lost while it stood nowhere else, or only as an older version. */
  browserClosed: boolean;
}

/** Runs one step; true when the background lived through it. */
async function lives(install: Install, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    install.killBackground();
    return false;
  }
}

function expectFullOutbox(install: Install, begun: boolean): void {
  const { outbox } = install.disk;
  if (outbox === null) {
    expect(begun).toBe(false);
    return;
  }
  expect(outbox.length).toBe(OUTBOX);
  const places = decodeOutbox(outbox);
  expect(places?.length).toBe(4);
  const distinct = new Set(places?.map(({ intake }) => Buffer.from(intake).toString('base64')));
  expect(distinct.size).toBe(4);
}

async function play(steps: readonly Step[], site: SimulatedSite, install: Install): Promise<Concern[]> {
  const concerns: Concern[] = [];
  let begun = false;
  for (const step of steps) {
    const dispatch = install.dispatch();
    const concern = 'which' in step ? concerns[step.which] : undefined;
    if (step.do === 'pass') site.pass(step.seconds);
    if (step.do === 'kill') install.killBackground();
    if (step.do === 'restart') {
      install.restartBrowser();
      for (const each of concerns) each.browserClosed = true;
    }
    if (step.do === 'die') install.killAt(step.effect, step.after);
    if (step.do === 'tick' || step.do === 'rewrite') {
      install.network = step.network;
      await lives(install, () => (step.do === 'tick' ? dispatch.tick() : dispatch.rewrite()));
    }
    if (step.do === 'hold') {
      const { content, name } = site.envelope();
      const fresh: Concern = {
        id: String(concerns.length),
        versions: [name],
        now: name,
        held: false,
        unsure: false,
        withdrawn: false,
        browserClosed: false,
      };
      concerns.push(fresh);
      const lived = await lives(install, async () => {
        fresh.held = await dispatch.hold({ id: fresh.id, content, undoSeconds: 5 });
      });
      fresh.unsure = !lived;
    }
    if (step.do === 'replace' && concern !== undefined) {
      const { content, name } = site.envelope();
      let replaced: boolean | null = null;
      await lives(install, async () => {
        replaced = await dispatch.replace(concern.id, content);
      });
      if (replaced !== false) concern.versions.push(name);
      if (replaced === true) concern.now = name;
      if (replaced === null) concern.unsure = true;
    }
    if (step.do === 'behind' && concern !== undefined)
      await lives(install, () => dispatch.keepBehind(concern.id, 90));
    if (step.do === 'withdraw' && concern !== undefined) {
      let withdrawn: boolean | null = null;
      await lives(install, async () => {
        withdrawn = await dispatch.withdraw(concern.id);
      });
      if (withdrawn === true) concern.withdrawn = true;
      if (withdrawn === null) concern.unsure = true;
    }
    begun ||= install.disk.outbox !== null;
    expectFullOutbox(install, begun);
  }
  return concerns;
}

/** A relay that answers and a browser that stays open: what can leave, leaves. */
async function playOut(site: SimulatedSite, install: Install, ticks: number): Promise<void> {
  install.killBackground();
  install.network = 'up';
  for (let i = 0; i < ticks; i++) {
    site.pass(60);
    await install.dispatch().tick();
  }
}

it('each concern arrives once and in one INTAKE, none is lost, no place is ever empty', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), fc.nat(), async (steps, seed) => {
      const site = simulatedSite(seed);
      const install = newInstall(site, seed + 1);
      const concerns = await play(steps, site, install);
      // Four places that were frozen, and the last that waited behind cover does so for 90 s more.
      await playOut(site, install, concerns.length + 7);
      const arrived = site.arrived();
      for (const concern of concerns) {
        const came = arrived.filter((name) => concern.versions.includes(name));
        expect(came.length).toBeLessThanOrEqual(1);
        if (concern.unsure || concern.browserClosed) continue;
        expect(came).toEqual(concern.held && !concern.withdrawn ? [concern.now] : []);
      }
      // Nothing arrives that nobody made.
      const made = concerns.flatMap(({ versions }) => versions);
      expect(arrived.filter((name) => !made.includes(name))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

it('a background that ends at any effect of a tick or a rewrite neither loses nor doubles a concern', async () => {
  // Every effect in the long form; in the short one each is met once, by one network or the other.
  const stride = RUNS > SHORT_RUNS ? 1 : 2;
  const acts = [
    ['tick', 'up', 0],
    ['tick', 'answer-lost', 1],
    ['rewrite', 'up', 0],
  ] as const;
  let runs = 0;
  for (const [act, network, first] of acts) {
    for (let effect = first % stride, reached = true; reached; effect += stride, runs++) {
      const site = simulatedSite(1);
      const install = newInstall(site, 2);
      await install.dispatch().tick();
      const older = site.envelope();
      const newer = site.envelope();
      await install.dispatch().hold({ id: 'older', content: older.content, undoSeconds: 5 });
      site.pass(60);
      await install.dispatch().hold({ id: 'newer', content: newer.content, undoSeconds: 5 });
      if (effect % 4 < 2) await install.dispatch().rewrite();
      site.pass(60);
      install.network = network;
      install.killAt(effect, false);
      reached = !(await lives(install, () => install.dispatch()[act]()));
      await playOut(site, install, 4);
      expect(site.arrived()).toEqual([older.name, newer.name]);
    }
  }
  expect(runs).toBeGreaterThan(20);
}, 600_000);

it('a concern that a rewrite has put on disk arrives after any restart', async () => {
  const after = fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('tick' as const), network }),
      fc.record({ do: fc.constantFrom('kill' as const, 'restart' as const) }),
      fc.record({ do: fc.constant('die' as const), effect: fc.nat({ max: 14 }), after: fc.boolean() }),
      fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(30, 9000, 5 * 86_400) }),
    ),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(after, fc.nat(), async (steps, seed) => {
      const site = simulatedSite(seed);
      const install = newInstall(site, seed + 1);
      await install.dispatch().tick();
      const { content, name } = site.envelope();
      await install.dispatch().hold({ id: 'one', content, undoSeconds: 5 });
      site.pass(30);
      await install.dispatch().rewrite();
      install.restartBrowser();
      // At most 8 × 5 days pass; intake secrets live for 28 days after their week.
      const days = steps.reduce((sum, each) => sum + ('seconds' in each ? each.seconds / 86_400 : 0), 0);
      fc.pre(days < 28);
      await play(steps, site, install);
      await playOut(site, install, 5);
      expect(site.arrived()).toEqual([name]);
    }),
    { numRuns: Math.ceil(RUNS / 2) },
  );
}, 600_000);
