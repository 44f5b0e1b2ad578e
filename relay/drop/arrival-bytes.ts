import { type Bytes, slice } from '../../shared/bytes.ts';
import { INTAKE, KID } from '../../shared/sizes.ts';
import { MARK } from './cell-hash.ts';
import type { Arrival } from './engine.ts';
import { CELL_ID } from './window-key.ts';

/*
 * A group of arrivals as one block, to be handed over in one piece: rows of equal width.
 * ROW = id(16) ‖ id in the closing window(16) ‖ kid of intake key(4) ‖ mark(16) ‖ cell(4,014)
 */

export const EARLIER_AT = CELL_ID;
export const KID_AT = EARLIER_AT + CELL_ID;
export const MARK_AT = KID_AT + KID;
export const CELL_AT = MARK_AT + MARK;
export const ROW = CELL_AT + INTAKE;

/** Sorted by id: whatever order they came in goes no further, and copies lock rows in the same order. */
export function packArrivals(arrivals: readonly Arrival[]): Bytes {
  const packed = new Uint8Array(arrivals.length * ROW);
  const sorted = arrivals.toSorted((a, b) => Buffer.compare(a.id, b.id));
  sorted.forEach(({ id, earlierId, kid, mark, cell }, n) => {
    const at = n * ROW;
    packed.set(id, at);
    packed.set(earlierId, at + EARLIER_AT);
    packed.set(kid, at + KID_AT);
    packed.set(mark, at + MARK_AT);
    packed.set(cell, at + CELL_AT);
  });
  return packed;
}

export function unpackArrivals(packed: Uint8Array): Arrival[] {
  return Array.from({ length: packed.length / ROW }, (_, n) => {
    const part = (from: number, to: number) => slice(packed, n * ROW + from, n * ROW + to);
    return {
      id: part(0, EARLIER_AT),
      earlierId: part(EARLIER_AT, KID_AT),
      kid: part(KID_AT, MARK_AT),
      mark: part(MARK_AT, CELL_AT),
      cell: part(CELL_AT, ROW),
    };
  });
}
