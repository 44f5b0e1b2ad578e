import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../../shared/bytes.ts';
import { CELL } from '../../shared/sizes.ts';
import { type HopOpener, hopOpener } from './hop-opener.ts';
import { openHop } from './opening.ts';
import {
  FROM_STAFF,
  HASH_AT,
  INTAKE_AT,
  type OpeningData,
  type OpeningOrder,
  ROW,
  STRANGER,
} from './opening-order.ts';

/*
 * A thread that opens cells for opening-threads.ts, many at a time.
 */

function openAll(
  { keyOf, cells }: OpeningOrder,
  openers: readonly (HopOpener | undefined)[],
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
    // Two of an order's keys may be the same one, read twice.
    const openers = named.map(([name]) => known.get(name));
    const rows = openAll(order, openers, staffKeys);
    port.postMessage(rows, [rows.buffer]);
  });
}
