import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allFrozen,
  decodeOutbox,
  encodeOutbox,
  firstFrozen,
  freed,
  newOutbox,
  OUTBOX,
  type Outbox,
  PLACES,
  rewritten,
  type SealIntake,
  unfrozenPlaces,
} from '../../../extension/outbox/outbox.ts';
import { type Pending, placedAnew, reconciled, whereabouts } from '../../../extension/outbox/pending.ts';
import { concat, u32 } from '../../../shared/bytes.ts';
import { ENVELOPE, INTAKE } from '../../../shared/sizes.ts';

/** Seals nothing: an INTAKE that tells what it holds and is new each time, so that many runs are cheap. */
function openSeal(): { seal: SealIntake; contentOf: (intake: Uint8Array) => number } {
  let made = 0;
  return {
    seal: (content) => ({
      intake: concat(new Uint8Array([1, content?.desk ?? 0]), u32(++made), new Uint8Array(INTAKE - 6)),
      keyUntilSeconds: 1_764_000_000,
    }),
    contentOf: (intake) => intake[1] ?? 0,
  };
}

function pendingNamed(desk: number, behindUntil = 0, heldUntil = 0): Pending {
  const content = { desk, deskKid: new Uint8Array(4), envelope: new Uint8Array(ENVELOPE) };
  return { id: String(desk), content, heldUntil, behindUntil, placed: null, placing: null };
}

describe('an outbox', () => {
  it('has one size on disk, and reads back as it was', () => {
    const { seal } = openSeal();
    const outbox = firstFrozen(newOutbox(seal));
    const bytes = encodeOutbox(outbox);
    expect(bytes.length).toBe(OUTBOX);
    expect(decodeOutbox(bytes)).toEqual(outbox);
    expect(encodeOutbox(allFrozen(outbox)).length).toBe(OUTBOX);
  });

  it('that is not one is none', () => {
    expect(decodeOutbox(new Uint8Array(OUTBOX - 1))).toBe(null);
    expect(decodeOutbox(new Uint8Array(OUTBOX))).toBe(null);
  });

  it('keeps frozen places as they are and changes all others', () => {
    const { seal } = openSeal();
    const before = firstFrozen(newOutbox(seal));
    const after = rewritten(before, [null, null, null], seal);
    expect(after[0]).toBe(before[0]);
    for (const index of [1, 2, 3]) expect(after[index]?.intake).not.toEqual(before[index]?.intake);
  });

  it('moves up when a place is freed, and cover fills the end', () => {
    const { seal } = openSeal();
    const before = newOutbox(seal);
    const after = freed(before, before[1]?.intake ?? new Uint8Array(), seal);
    expect(after.slice(0, 3)).toEqual([before[0], before[2], before[3]]);
    expect(after).toHaveLength(PLACES);
    expect(after[3]?.frozen).toBe(false);
    expect(freed(after, before[1]?.intake ?? new Uint8Array(), seal)).toBe(after);
  });
});

describe('placing', () => {
  it('gives the first places to what waits, the last to what is still being added to, and cover the rest', () => {
    const { seal, contentOf } = openSeal();
    const { outbox } = placedAnew([pendingNamed(7, 100), pendingNamed(8)], newOutbox(seal), 50, seal);
    expect(outbox.map(({ intake }) => contentOf(intake))).toEqual([8, 0, 0, 7]);
  });

  it('leaves out what may still be undone', () => {
    const { seal, contentOf } = openSeal();
    const { outbox } = placedAnew([pendingNamed(7, 0, 60)], newOutbox(seal), 59, seal);
    expect(outbox.every(({ intake }) => contentOf(intake) === 0)).toBe(true);
  });

  it('lets one that loses its place wait again, and never takes it for gone', () => {
    const { seal, contentOf } = openSeal();
    const first = placedAnew([pendingNamed(9, 100)], newOutbox(seal), 50, seal);
    const waiting = reconciled(first.pending, first.outbox);
    const more = [1, 2, 3, 4].map((desk) => pendingNamed(desk));
    const second = placedAnew([...waiting, ...more], first.outbox, 50, seal);
    expect(second.outbox.map(({ intake }) => contentOf(intake))).toEqual([1, 2, 3, 4]);
    const after = reconciled(second.pending, second.outbox);
    expect(after.map(({ id }) => id)).toEqual(['9', '1', '2', '3', '4']);
    expect(whereabouts(after, second.outbox, '9')).toBe('held');
  });

  it('knows what left from what never arrived', () => {
    const { seal } = openSeal();
    const before = newOutbox(seal);
    const { pending, outbox } = placedAnew([pendingNamed(7)], before, 0, seal);
    // The background ended before the outbox was written, after it was, and after its place was freed.
    expect(whereabouts(reconciled(pending, before), before, '7')).toBe('held');
    expect(whereabouts(reconciled(pending, outbox), outbox, '7')).toBe('placed');
    const frozen = firstFrozen(outbox);
    const leaving = reconciled(pending, frozen);
    expect(whereabouts(leaving, frozen, '7')).toBe('leaving');
    const gone = freed(frozen, frozen[0]?.intake ?? new Uint8Array(), seal);
    expect(reconciled(leaving, gone)).toEqual([]);
    // Without any outbox, as after a disk that lost it, everything waits again.
    expect(whereabouts(reconciled(leaving, null), null, '7')).toBe('held');
  });

  it('loses nothing and doubles nothing, in whatever order places freeze and free', () => {
    const act = fc.record({
      freeze: fc.boolean(),
      free: fc.boolean(),
      add: fc.boolean(),
      behind: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { seal, contentOf } = openSeal();
        let outbox: Outbox = newOutbox(seal);
        let pending: readonly Pending[] = [];
        let made = 0;
        const left: number[] = [];
        for (const { freeze, free, add, behind } of acts) {
          if (add && made < 250) pending = [...pending, pendingNamed(++made, behind ? 1 : 0)];
          ({ pending, outbox } = placedAnew(pending, outbox, 0, seal));
          if (freeze) outbox = firstFrozen(outbox);
          pending = reconciled(pending, outbox);
          const [first] = outbox;
          if (free && first?.frozen) {
            left.push(contentOf(first.intake));
            outbox = freed(outbox, first.intake, seal);
            pending = reconciled(pending, outbox);
          }
          expect(outbox).toHaveLength(PLACES);
          expect(unfrozenPlaces(outbox)).toBeGreaterThanOrEqual(PLACES - 1);
        }
        const real = left.filter((desk) => desk !== 0);
        const waiting = pending.map(({ content }) => content.desk);
        expect([...real, ...waiting].sort((a, b) => a - b)).toEqual(
          Array.from({ length: made }, (_, index) => index + 1),
        );
      }),
      { numRuns: 300 },
    );
  });
});
