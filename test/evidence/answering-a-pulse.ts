import { expect } from 'vitest';
import { openConcern } from '../../extension/inbox/opening.ts';
import { countOf } from '../../extension/inbox/pulse/counting.ts';
import { SPEAK_UP } from '../../extension/inbox/pulse/ready-made.ts';
import type { BrowserName, LaunchedBrowser, Panel } from '../../relay/demo/browsers/launched.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { signBulletin } from '../../shared/bulletin.ts';
import { sha256 } from '../../shared/hash.ts';
import { kidOf } from '../../shared/kid.ts';
import { approvePulse, encodePulse, type Pulse } from '../../shared/pulse.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, type StubRelay, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { Hand, type Walked } from './keystroke-level.ts';

/*
 * A pulse in the bulletin, answered in the extension as it is packed, beside a concern from the same browser.
 */

const { name: _, ...SURVEY } = SPEAK_UP;
export const PULSE: Pulse = {
  v: 1,
  id: 'zarqpulse1',
  desk: 1,
  from: '2025-11-24',
  until: '2025-12-07',
  ...SURVEY,
};
export const ANSWER = { v: 1, pulse: PULSE.id, answers: [4, 4, 4], reasons: ['no-benefit'], group: 'SUR' };

/** Puts it before every install of the site, signed by both members of its desk. */
export function publishPulse({ site }: StubRelay): void {
  const payload = encodePulse(PULSE);
  const bulletin: typeof site.bulletin = {
    ...site.bulletin,
    serial: 2,
    places: [
      { code: 'MED', label: 'Medicine', staff: 240 },
      { code: 'SUR', label: 'Surgery', staff: 180 },
    ],
    support: [{ kind: 'phone', label: 'Peer support', detail: '4420', hours: 'day and night' }],
    pulses: [
      {
        pulse: toBase64url(payload),
        approvals: [approvePulse(payload, site.member), approvePulse(payload, site.colleague)],
      },
    ],
    supportRequests: [{ desk: 1, quarter: '2025-Q3', requests: 14 }],
  };
  site.files.bulletin = signBulletin(bulletin, site.member);
  site.issue();
}

export async function siteThatAsks(
  all: Endings,
  name: BrowserName,
  pace: Parameters<typeof extensionFor>[3],
): Promise<{ relay: StubRelay; browser: LaunchedBrowser }> {
  const relay = await stubRelay(all);
  publishPulse(relay);
  const browser = await startBrowser(all, name, { extensionDir: await extensionFor(all, relay, name, pace) });
  await until('public files', () => relay.cells().length >= 3, 60);
  return { relay, browser };
}

/**
 * The fourth step of each item, one reason, one group: from the panel in sight until the answer is sealed. `opening` is
 * what finding the toolbar's button and the panel itself took before that.
 */
export async function answeredBy(
  open: () => Promise<Panel>,
): Promise<{ readonly opening: Walked; readonly answering: Walked; readonly panel: Panel }> {
  const before = new Hand();
  let opened: Panel | undefined;
  await before.press(async () => {
    opened = await open();
  });
  const panel = opened;
  if (panel === undefined) throw new Error('no panel');
  await panel.waitFor('.pulse-card');
  const opening = before.done();
  const hand = new Hand();
  await hand.press(() => panel.click('.pulse-card'));
  for (const at of PULSE.items.keys()) {
    await panel.waitFor(`.pulse[data-at="${at}"] .pulse-options button:nth-child(4)`);
    await hand.press(() => panel.click('.pulse-options button:nth-child(4)'));
  }
  await panel.waitFor('.pulse-options[data-scale="reasons"]');
  await hand.press(() => panel.click('.pulse-options button:nth-child(2)'));
  await panel.waitFor('.pulse-options [aria-pressed="true"]');
  await hand.press(() => panel.click('.pulse .primary'));
  await panel.waitFor('.pulse-options[data-scale="group"]');
  await hand.press(() => panel.click('.pulse-options button:nth-child(2)'));
  await panel.waitFor('.pulse-undo');
  return { opening, answering: hand.done(), panel };
}

/** What the desk makes of the envelopes that came: concerns, and the answer among ten that say the same. */
export function expectAtTheDesk({ site }: StubRelay): void {
  const opened = site.arrived().map((name) => {
    const envelope = site.envelopes.get(name) ?? new Uint8Array(0);
    const id = toBase64url(sha256(envelope));
    const deskKid = toBase64url(kidOf(site.desk.publicKey));
    const releaseDay = '2025-11-24';
    return openConcern({ id, desk: 1, deskKid, releaseDay, envelope: toBase64url(envelope) }, site.desk);
  });
  expect(opened.map(({ state }) => state).sort()).toEqual(['pulse', 'read']);
  const [answer, concern] = opened.toSorted((a, b) => (a.state < b.state ? -1 : 1));
  if (answer?.state !== 'pulse' || concern?.state !== 'read') throw new Error('not both');
  expect(answer.answer).toEqual(ANSWER);
  expect(answer.thread).not.toBe(concern.thread);
  expect(countOf(PULSE, PULSE.until, Array(10).fill(answer.answer))).toBeNull();
  expect(countOf(PULSE, PULSE.until, Array(11).fill(answer.answer))).toMatchObject({ answers: 11, fear: 0 });
}

/** How many shapes a request with a cell had: length of the body and names and values of every header but its date. */
export function shapesOfCells(relay: StubRelay): number {
  const shapes = relay.cells().map(({ body, headers, path }) => JSON.stringify([path, body.length, headers]));
  expect(relay.cells().every(({ body }) => body.length === 4096)).toBe(true);
  return new Set(shapes).size;
}
