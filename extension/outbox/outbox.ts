import { type Bytes, concat, equalBytes, readU32, slice, u32 } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { type AddressedEnvelope, INTAKE_VERSION } from '../../shared/intake.ts';
import { INTAKE } from '../../shared/sizes.ts';

/*
 * The places in which cells wait: always four, always full. On disk, one value that never changes its size:
 *
 * OUTBOX = (frozen(1) ‖ end of the intake key's week(4) ‖ INTAKE(4,014)) × 4
 *
 * A place is frozen from its first attempt to send: from then on it keeps its INTAKE, so that the relay can tell a
 * second attempt from a second concern. The others are sealed anew at every rewrite, whatever they hold.
 */

export const PLACES = 4;
const KEY_UNTIL_AT = 1;
const INTAKE_AT = KEY_UNTIL_AT + 4;
const PLACE = INTAKE_AT + INTAKE;
export const OUTBOX = PLACES * PLACE;

export interface Sealed {
  readonly intake: Bytes;
  /** When the week of the intake key ends that it is sealed to: seconds since 1970. */
  readonly keyUntilSeconds: number;
}

export interface Place extends Sealed {
  readonly frozen: boolean;
}

/** Exactly `PLACES` places; the first one is sent at the next tick. */
export type Outbox = readonly Place[];

/** Seals an envelope, or cover for `null`, into a fresh INTAKE: one path for both. */
export type SealIntake = (content: AddressedEnvelope | null) => Sealed;

export function newOutbox(seal: SealIntake): Outbox {
  return Array.from({ length: PLACES }, () => ({ ...seal(null), frozen: false }));
}

/** What a browser start makes of what it finds: whatever stands there leaves as it is. */
export function allFrozen(outbox: Outbox): Outbox {
  return outbox.map((place) => ({ ...place, frozen: true }));
}

/**
 * Every place that is not frozen, sealed anew: `contents` names an envelope or cover (`null`) for each of them, in
 * order. Throws `RangeError` where the numbers differ, which would be a slip in this program.
 */
export function rewritten(
  outbox: Outbox,
  contents: readonly (AddressedEnvelope | null)[],
  seal: SealIntake,
): Outbox {
  if (contents.length !== unfrozenPlaces(outbox)) throw new RangeError('one content for each unfrozen place');
  let next = 0;
  return outbox.map((place) => (place.frozen ? place : { ...seal(contents[next++] ?? null), frozen: false }));
}

export function unfrozenPlaces(outbox: Outbox): number {
  return outbox.filter((place) => !place.frozen).length;
}

/** The outbox as it is from the moment at which its first place may have been seen by anybody else. */
export function firstFrozen(outbox: Outbox): Outbox {
  return outbox.map((place, index) => (index === 0 ? { ...place, frozen: true } : place));
}

/** The outbox without the place that holds this INTAKE: the rest moves up and cover fills the end. */
export function freed(outbox: Outbox, intake: Uint8Array, seal: SealIntake): Outbox {
  const rest = outbox.filter((place) => !equalBytes(place.intake, intake));
  if (rest.length === outbox.length) return outbox;
  return [...rest, { ...seal(null), frozen: false }];
}

/** By which an INTAKE is known without being kept: SHA-256, as the relay remembers it. */
export function intakeHash(intake: Uint8Array): Bytes {
  return sha256(intake);
}

export function encodeOutbox(outbox: Outbox): Bytes {
  return concat(
    ...outbox.flatMap(({ frozen, keyUntilSeconds, intake }) => [
      new Uint8Array([frozen ? 1 : 0]),
      u32(keyUntilSeconds),
      intake,
    ]),
  );
}

/** Reads what `encodeOutbox` wrote; `null` for anything else, as after a torn write or from another version. */
export function decodeOutbox(bytes: Uint8Array): Outbox | null {
  if (bytes.length !== OUTBOX) return null;
  const places = Array.from({ length: PLACES }, (_, index) => {
    const place = bytes.subarray(index * PLACE, (index + 1) * PLACE);
    return {
      frozen: place[0] === 1,
      keyUntilSeconds: readU32(place, KEY_UNTIL_AT),
      intake: slice(place, INTAKE_AT),
    };
  });
  return places.every(({ intake }) => intake[0] === INTAKE_VERSION) ? places : null;
}
