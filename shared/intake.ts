import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { kidOf } from './kid.ts';
import { type BoxKeyPair, openSealed, seal } from './sealed-box.ts';
import { ENVELOPE, INNER, INTAKE, KID, MAGIC } from './sizes.ts';

/*
 * INTAKE = version(1) ‖ kid of intake key(4) ‖ SB(intake, INNER)
 * INNER  = "CDi1" ‖ kind(1: 0 cover, 1 real) ‖ desk(1) ‖ kid of desk key(4) ‖ ENVELOPE (cover: random bytes)
 */

export const INTAKE_VERSION = 1;
const INNER_MAGIC = utf8('CDi1');
const COVER = 0;
const REAL = 1;
const HEADER = 1 + KID;

/** An envelope with the desk it goes to: all that the mailroom learns of a message. */
export interface AddressedEnvelope {
  /** Number of the desk in the keyring, 1 to 255. */
  readonly desk: number;
  /** Kid of the weekly desk key it is sealed to, 4 bytes. */
  readonly deskKid: Bytes;
  readonly envelope: Bytes;
}

/**
 * Seals an envelope, or cover when there is none, to the mailroom's intake key. Both take the same path: only the
 * bytes inside the sealed box differ.
 */
export function sealIntake(
  intakePublicKey: Uint8Array,
  content: AddressedEnvelope | null,
  random: RandomBytes,
): Bytes {
  const filling = random(KID + ENVELOPE);
  const kind = content === null ? COVER : REAL;
  const desk = content?.desk ?? 0;
  const deskKid = content?.deskKid ?? filling.subarray(0, KID);
  const envelope = content?.envelope ?? filling.subarray(KID);
  if (deskKid.length !== KID || envelope.length !== ENVELOPE) throw new CandorError('bad-length');
  if (content !== null && !isDeskNumber(desk)) throw new CandorError('bad-request', 'no such desk number');
  const inner = concat(INNER_MAGIC, new Uint8Array([kind, desk]), deskKid, envelope);
  return concat(
    new Uint8Array([INTAKE_VERSION]),
    kidOf(intakePublicKey),
    seal(intakePublicKey, inner, random),
  );
}

/** The kid of the intake key an INTAKE is sealed to, or `null` where length or version are not ours. */
export function intakeKidOf(intake: Uint8Array): Bytes | null {
  if (intake.length !== INTAKE || intake[0] !== INTAKE_VERSION) return null;
  return slice(intake, 1, HEADER);
}

/**
 * Opens an INTAKE with the key that `intakeKidOf` named: the addressed envelope, `'cover'`, or `null` for whatever is
 * neither.
 */
export function openIntake(intake: Uint8Array, key: BoxKeyPair): AddressedEnvelope | 'cover' | null {
  return openIntakeWith(intake, kidOf(key.publicKey), (sealed) => openSealed(key, sealed));
}

/** `openIntake` for one key and many INTAKEs: `open` does what `openSealed` does, in whatever way is fastest. */
export function openIntakeWith(
  intake: Uint8Array,
  kid: Uint8Array,
  open: (sealed: Uint8Array) => Bytes | null,
): AddressedEnvelope | 'cover' | null {
  const named = intakeKidOf(intake);
  if (named === null || !equalBytes(named, kid)) return null;
  const inner = open(intake.subarray(HEADER));
  if (inner === null || inner.length !== INNER || !equalBytes(inner.subarray(0, MAGIC), INNER_MAGIC))
    return null;
  const kind = inner[MAGIC];
  if (kind === COVER) return 'cover';
  const desk = inner[MAGIC + 1] ?? 0;
  if (kind !== REAL || !isDeskNumber(desk)) return null;
  const kidAt = MAGIC + 2;
  return {
    desk,
    deskKid: slice(inner, kidAt, kidAt + KID),
    envelope: slice(inner, kidAt + KID),
  };
}

function isDeskNumber(desk: number): boolean {
  return Number.isInteger(desk) && desk >= 1 && desk <= 255;
}
