import * as v from 'valibot';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { blobField, hashField, kidField } from '../../shared/json-fields.ts';
import { NOTICINGS, type Noticed } from './noticed.ts';
import { PLACES } from './outbox.ts';
import type { Pending } from './pending.ts';
import { FILE_NAMES, type FileName } from './public-files.ts';

/*
 * What lives as long as the browser does, in memory only (storage.session). Where it is missing the browser has just
 * started, or the extension was updated: whatever stands in the outbox then leaves as it is.
 */

/** What became of the last cell. unopened: an answer without a valid ack. unreachable: no answer at all. */
export const OUTCOMES = ['stored', 'stale', 'refused', 'unopened', 'unreachable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** All times are seconds since 1970 by this computer's clock. */
export interface Session {
  readonly startedSeconds: number;
  /** Cells still to be sent at the starting pace. */
  readonly startTicks: number;
  /** When the relay last gave a manifest that is ours. */
  readonly manifestSeenSeconds: number | null;
  /** When the relay last stored a cell, shown by its ack. */
  readonly storedSeconds: number | null;
  /** Ticks since then. */
  readonly failures: number;
  readonly lastOutcome: Outcome | null;
  /** A file that the manifest names and that does not hold: nothing is sent until the manifest names another. */
  readonly stopped: { readonly file: FileName; readonly hash: Bytes } | null;
  /** Signs of tampering, each kind once. */
  readonly noticed: readonly Noticed[];
  readonly pending: readonly Pending[];
}

export function newSession(nowSeconds: number): Session {
  return {
    startedSeconds: nowSeconds,
    startTicks: PLACES,
    manifestSeenSeconds: null,
    storedSeconds: null,
    failures: 0,
    lastOutcome: null,
    stopped: null,
    noticed: [],
    pending: [],
  };
}

const time = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const sessionSchema = v.strictObject({
  startedSeconds: time,
  startTicks: count,
  manifestSeenSeconds: v.nullable(time),
  storedSeconds: v.nullable(time),
  failures: count,
  lastOutcome: v.nullable(v.picklist(OUTCOMES)),
  stopped: v.nullable(v.strictObject({ file: v.picklist(FILE_NAMES), hash: hashField })),
  noticed: v.array(v.strictObject({ what: v.picklist(NOTICINGS), times: count, lastSeconds: time })),
  pending: v.array(
    v.strictObject({
      id: v.string(),
      desk: v.number(),
      deskKid: kidField,
      envelope: blobField,
      heldUntil: time,
      behindUntil: time,
      placed: v.nullable(hashField),
      placing: v.nullable(hashField),
    }),
  ),
});

/** As JSON, which is what every browser's `storage.session` surely keeps. */
export function sessionToJson(session: Session): unknown {
  const { stopped, pending } = session;
  return {
    ...session,
    stopped: stopped && { file: stopped.file, hash: toBase64url(stopped.hash) },
    pending: pending.map(({ content, placed, placing, ...times }) => ({
      ...times,
      desk: content.desk,
      deskKid: toBase64url(content.deskKid),
      envelope: toBase64url(content.envelope),
      placed: placed && toBase64url(placed),
      placing: placing && toBase64url(placing),
    })),
  };
}

/** Reads what `sessionToJson` wrote; `null` for anything else, which counts as a browser that has just started. */
export function sessionFromJson(json: unknown): Session | null {
  const result = v.safeParse(sessionSchema, json);
  if (!result.success) return null;
  const pending = result.output.pending.map(
    ({ desk, deskKid, envelope, ...times }): Pending => ({ ...times, content: { desk, deskKid, envelope } }),
  );
  return { ...result.output, pending };
}
