import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../../shared/bytes.ts';
import { CELL, INTAKE, MANIFEST_HASH } from '../../shared/sizes.ts';
import type { HopKey } from '../drop/drop.ts';
import { type HopOpener, hopOpener } from './hop-opener.ts';
import { openHop } from './opening.ts';

/*
 * A thread that opens cells for opening-threads.ts, many at a time.
 */

export interface OpeningData {
  readonly staffKeys: readonly Bytes[];
}

export interface OpeningOrder {
  /** The keys of this order. The thread forgets all others. */
  readonly keys: readonly HopKey[];
  /** Which of them each cell names. */
  readonly keyOf: readonly number[];
  /** CELLs, one after the other. */
  readonly cells: Bytes;
}

/*
 * One row for each cell: found(1) ‖ manifest hash(8) ‖ INTAKE.
 */
export const UNREADABLE = 0;
export const STRANGER = 1;
export const FROM_STAFF = 2;
export const HASH_AT = 1;
export const INTAKE_AT = HASH_AT + MANIFEST_HASH;
export const ROW = INTAKE_AT + INTAKE;

function openAll(
  { keyOf, cells }: OpeningOrder,
  openers: readonly HopOpener[],
  staffKeys: readonly Bytes[],
): Bytes {
  const rows = new Uint8Array(keyOf.length * ROW);
  keyOf.forEach((key, at) => {
    const hop = openers[key];
    const opened =
      hop === undefined ? null : openHop(cells.subarray(at * CELL, (at + 1) * CELL), hop, staffKeys);
    if (opened === null) return;
    rows[at * ROW] = opened.fromStaff ? FROM_STAFF : STRANGER;
    rows.set(opened.manifestHash, at * ROW + HASH_AT);
    rows.set(opened.intake, at * ROW + INTAKE_AT);
  });
  return rows;
}

const port = parentPort;
if (port !== null) {
  const { staffKeys }: OpeningData = workerData;
  let known = new Map<string, HopOpener>();
  port.on('message', (order: OpeningOrder) => {
    const named = order.keys.map((key) => [Buffer.from(key.publicKey).toString('latin1'), key] as const);
    known = new Map(named.map(([name, key]) => [name, known.get(name) ?? hopOpener(key)]));
    const rows = openAll(order, [...known.values()], staffKeys);
    port.postMessage(rows, [rows.buffer]);
  });
}
