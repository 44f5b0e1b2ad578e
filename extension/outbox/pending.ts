import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { intakeHash, type Outbox, rewritten, type SealIntake, unfrozenPlaces } from './outbox.ts';

/*
 * Sealed envelopes that wait for their place or stand in one that may still change. They live in memory only
 * (storage.session); from the moment their place is frozen, the outbox alone decides.
 */

export interface Pending {
  readonly id: string;
  readonly content: AddressedEnvelope;
  /** Not placed before: the time for Undo. Seconds since 1970. */
  readonly heldUntil: number;
  /** Placed behind cover until then, since somebody is adding details. Seconds since 1970. */
  readonly behindUntil: number;
  /** Hash of the INTAKE in which it was last seen in the outbox. */
  readonly placed: Bytes | null;
  /** Hash of the INTAKE in which it is about to be written there; what became of it shows at the next look. */
  readonly placing: Bytes | null;
}

/** Envelopes that are not on their way yet: those that still need a place or may lose the one they have. */
export function stillWaiting(pending: readonly Pending[], outbox: Outbox | null): readonly Pending[] {
  const find = finderIn(outbox);
  return pending.filter((each) => find(each.placed)?.frozen !== true);
}

/** held: only in memory. placed: also in the outbox, and still to be changed. leaving: frozen. gone: not here. */
export type Whereabouts = 'gone' | 'held' | 'leaving' | 'placed';

export function whereabouts(pending: readonly Pending[], outbox: Outbox | null, id: string): Whereabouts {
  const found = pending.find((each) => each.id === id);
  if (found === undefined) return 'gone';
  const place = finderIn(outbox)(found.placed);
  if (place === undefined) return 'held';
  return place.frozen ? 'leaving' : 'placed';
}

/**
 * What the outbox says about the pending envelopes, after whatever happened since: a worker may have died between
 * writing one and the other. What stood in a place and stands in none has been freed, so it has left; what never
 * reached its place still waits.
 */
export function reconciled(pending: readonly Pending[], outbox: Outbox | null): readonly Pending[] {
  if (pending.length === 0) return pending;
  const find = finderIn(outbox);
  const next = pending.flatMap((each): Pending[] => {
    if (find(each.placing) !== undefined) return [{ ...each, placed: each.placing, placing: null }];
    const left = outbox !== null && each.placed !== null && find(each.placed) === undefined;
    if (left) return [];
    const placed = outbox === null ? null : each.placed;
    return [placed === each.placed && each.placing === null ? each : { ...each, placed, placing: null }];
  });
  return next.length === pending.length && next.every((each, index) => each === pending[index])
    ? pending
    : next;
}

/**
 * One rewrite: every unfrozen place sealed anew, with what waits in the first ones (oldest first), with what is still
 * being added to in the last ones, and cover between. Pass `reconciled` pendings; those that come back must be stored
 * before the outbox is.
 */
export function placedAnew(
  pending: readonly Pending[],
  outbox: Outbox,
  nowSeconds: number,
  seal: SealIntake,
): { pending: readonly Pending[]; outbox: Outbox } {
  const waiting = stillWaiting(pending, outbox).filter((each) => each.heldUntil <= nowSeconds);
  const ready = waiting.filter((each) => each.behindUntil <= nowSeconds);
  const behind = waiting.filter((each) => each.behindUntil > nowSeconds);
  const room = unfrozenPlaces(outbox);
  const contents: (Pending | null)[] = Array.from({ length: room }, () => null);
  for (const [index, each] of ready.slice(0, room).entries()) contents[index] = each;
  for (const [index, each] of behind.slice(0, Math.max(0, room - ready.length)).entries()) {
    contents[room - 1 - index] = each;
  }
  const next = rewritten(
    outbox,
    contents.map((each) => each?.content ?? null),
    seal,
  );
  const fresh = next.filter((place) => !place.frozen).map((place) => intakeHash(place.intake));
  return {
    outbox: next,
    pending: pending.map((each) => {
      const placing = fresh[contents.indexOf(each)];
      if (placing !== undefined) return { ...each, placing };
      // It had a place and found none this time: it waits again, and must not count as gone.
      return waiting.includes(each) ? { ...each, placed: null, placing: null } : each;
    }),
  };
}

/** Without the one that stood in the INTAKE which the relay has stored. */
export function delivered(pending: readonly Pending[], intake: Uint8Array): readonly Pending[] {
  return pending.filter((each) => !stoodIn(each, intake));
}

/** The one that stood in an INTAKE which no relay will ever take waits again. */
export function waitingAgain(pending: readonly Pending[], intake: Uint8Array): readonly Pending[] {
  return pending.map((each) => (stoodIn(each, intake) ? { ...each, placed: null, placing: null } : each));
}

function stoodIn(pending: Pending, intake: Uint8Array): boolean {
  return pending.placed !== null && equalBytes(pending.placed, intakeHash(intake));
}

type Find = (hash: Bytes | null) => Outbox[number] | undefined;

/** Looks places up by the hash of their INTAKE, each hashed once. */
function finderIn(outbox: Outbox | null): Find {
  const hashed = (outbox ?? []).map((place) => ({ place, hash: intakeHash(place.intake) }));
  return (wanted) =>
    wanted === null ? undefined : hashed.find(({ hash }) => equalBytes(hash, wanted))?.place;
}
