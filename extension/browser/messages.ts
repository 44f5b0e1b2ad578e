import * as v from 'valibot';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { blobField, kidField } from '../../shared/json-fields.ts';
import type { ManagedSettings } from '../../shared/settings-table.ts';
import { ENVELOPE } from '../../shared/sizes.ts';
import type { LogOff } from '../outbox/log-off.ts';
import type { Noticed } from '../outbox/noticed.ts';
import type { Whereabouts } from '../outbox/pending.ts';
import type { FileName } from '../outbox/public-files.ts';
import type { Outcome } from '../outbox/session.ts';
import type { SettingReport } from '../policy/settings.ts';
import { api } from './extension-api.ts';

/*
 * What the extension's pages ask the background. Envelopes come sealed: no word of a concern passes here, and nothing
 * that is asked makes the background send anything.
 */

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/));
const content = {
  desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  deskKid: kidField,
  envelope: v.pipe(
    blobField,
    v.check((bytes) => bytes.length === ENVELOPE),
  ),
};

const askSchema = v.variant('type', [
  /** `id`: whose whereabouts are wanted too. */
  v.strictObject({ type: v.literal('panel-state'), id: v.nullable(id) }),
  v.strictObject({
    type: v.literal('hold'),
    id,
    ...content,
    undoSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(60)),
  }),
  v.strictObject({ type: v.literal('replace'), id, ...content }),
  /** Somebody is adding details: wait behind cover for so long, at most. 0 to go on. */
  v.strictObject({
    type: v.literal('behind'),
    id,
    seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(120)),
  }),
  v.strictObject({ type: v.literal('withdraw'), id }),
]);

type Ask = v.InferOutput<typeof askSchema>;

/** gone: it has left or is leaving. not-ready: there are no settings. */
export type Told =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'failed' | 'gone' | 'not-ready' };

/** Where an install stands, as its pages are told. */
export interface InstallState {
  readonly settings:
    | { readonly state: 'mismatch' | 'refused' | 'waiting' }
    | {
        readonly state: 'ready';
        readonly source: 'demo' | 'last-good' | 'policy';
        readonly values: ManagedSettings;
      };
  readonly reports: readonly SettingReport[];
  /** Settings that contradict the build. */
  readonly mismatched: readonly string[];
  readonly sending: null | {
    readonly logOff: LogOff;
    /** Seconds since 1970. */
    readonly silentSince: number | null;
    readonly stopped: FileName | null;
    readonly lastOutcome: Outcome | null;
    readonly noticed: readonly Noticed[];
    /** Seconds since 1970, when the relay last stored a cell. */
    readonly storedSeconds: number | null;
    readonly whereabouts: Whereabouts | null;
  };
}

export interface Answers {
  state(id: string | null): Promise<InstallState>;
  hold(id: string, content: AddressedEnvelope, undoSeconds: number): Promise<Told>;
  replace(id: string, content: AddressedEnvelope): Promise<Told>;
  behind(id: string, seconds: number): Promise<Told>;
  withdraw(id: string): Promise<Told>;
}

/** To be called while the background's script runs for the first time. */
export function answerPages(answers: Answers): void {
  // `sendResponse` and `true` work in every browser; a promise as the answer does not (webextension-polyfill#721).
  const listener = (
    raw: unknown,
    sender: { id?: string },
    sendResponse: (answer: unknown) => void,
  ): true | undefined => {
    const parsed = v.safeParse(askSchema, raw);
    if (sender.id !== api.runtime.id || !parsed.success) return undefined;
    answerTo(parsed.output, answers).then(sendResponse, () => sendResponse({ ok: false, code: 'failed' }));
    return true;
  };
  api.runtime.onMessage.addListener(listener as Parameters<typeof api.runtime.onMessage.addListener>[0]);
}

function answerTo(ask: Ask, answers: Answers): Promise<InstallState | Told> {
  switch (ask.type) {
    case 'panel-state':
      return answers.state(ask.id);
    case 'hold':
      return answers.hold(ask.id, contentOf(ask), ask.undoSeconds);
    case 'replace':
      return answers.replace(ask.id, contentOf(ask));
    case 'behind':
      return answers.behind(ask.id, ask.seconds);
    case 'withdraw':
      return answers.withdraw(ask.id);
  }
}

function contentOf({ desk, deskKid, envelope }: AddressedEnvelope): AddressedEnvelope {
  return { desk, deskKid, envelope };
}
