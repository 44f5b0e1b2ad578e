import { buildExtension, type Target } from '../../../relay/admin/build-extension.ts';
import type { BrowserName } from '../../../relay/demo/browsers/launched.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { decodeConcern } from '../../../shared/concern.ts';
import { type Message, openEnvelope } from '../../../shared/message.ts';
import { type SimulatedSite, simulatedSite } from '../../unit/outbox/simulated-site.ts';
import type { Endings } from './endings.ts';
import { freshFolder } from './profiles.ts';
import { type RecordingServer, recordingServer, type Seen } from './recording-server.ts';

export interface StubRelay {
  readonly site: SimulatedSite;
  readonly server: RecordingServer;
  /** The cells that came, in order. */
  cells(): readonly Seen[];
  /** What the desk reads, in the order in which it came. */
  concerns(): readonly unknown[];
  /** What the desk finds in its envelopes, of whatever type, in the order in which it came. */
  messages(): readonly Message[];
  /** While false, answers are not given: the relay is silent. */
  answering: boolean;
}

export interface Pace {
  readonly floorSeconds: number;
  readonly meanSeconds: number;
  readonly rewriteSeconds: number;
}

/** A relay in the test's own process that opens what it gets with the real keys and writes down every request. */
export async function stubRelay(endings: Endings): Promise<StubRelay> {
  const site = simulatedSite();
  const open = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/octet-stream' };
  const stub: { answering: boolean } = { answering: true };
  const server = await recordingServer(endings, ({ method, path, body }) => {
    if (!stub.answering) return { status: 503 };
    if (method === 'POST') return { headers: open, body: site.post(new Uint8Array(body)) };
    const pack = /^\/v1\/replies\/([\w-]{43})$/.exec(path)?.[1];
    if (pack !== undefined) return { headers: open, body: site.pack(pack) ?? new Uint8Array() };
    const name = (['manifest', 'keys', 'bulletin', 'index'] as const).find((file) => path === `/v1/${file}`);
    return name === undefined ? { status: 404 } : { headers: open, body: site.get(name) };
  });
  const opened = (): (Message | null)[] =>
    site.arrived().map((name) => {
      const envelope = site.envelopes.get(name);
      return envelope === undefined ? null : openEnvelope(envelope, site.desk);
    });
  return Object.assign(stub, {
    site,
    server,
    cells: () => server.seen.filter(({ method }) => method === 'POST'),
    concerns: () => opened().map((message) => message && decodeConcern(message.body)),
    messages: () => opened().filter((message) => message !== null),
  });
}

/** Builds a demo extension for this relay. `settings` are added to the policy that is baked in. */
export function extensionFor(
  endings: Endings,
  relay: StubRelay,
  browser: BrowserName,
  pace: Pace,
  settings: object = {},
): Promise<string> {
  const { pins } = relay.site;
  const [rootKey, relayKey, staffKey] = [pins.rootKey, pins.relayKey, pins.staffKey].map(toBase64url);
  const relayUrl = relay.server.origin;
  const constant = {
    rootKey,
    relayKey,
    relayOrigins: [relayUrl],
    demo: { settings: { relayUrl, rootKey, relayKey, staffKey, ...settings }, pace },
  };
  const target: Target = browser;
  return buildExtension(constant, freshFolder(endings, 'build'), target);
}
