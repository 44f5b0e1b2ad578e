import { type Bytes, concat, equalBytes, type RandomBytes, readU32, u32, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { type KeyRecord, type SignedKeyRecord, signKeyRecord } from './key-records.ts';
import type { Member } from './keyring.ts';
import { kidOf } from './kid.ts';
import { type BoxKeyPair, boxKeyPairOf, newBoxKeyPair, openSealed, seal } from './sealed-box.ts';
import type { SigningKeyPair } from './signing.ts';
import { KEY, MAGIC } from './sizes.ts';

/*
 * SHARE = SB(member's box key, "CDs1" ‖ desk(1) ‖ from(4) ‖ until(4) ‖ secret key(32))
 */

const SHARE_MAGIC = utf8('CDs1');
const SHARE_INSIDE = MAGIC + 1 + 4 + 4 + KEY;

/** A desk's weekly secret, sealed to one member. The mailroom keeps it and cannot open it. */
export interface DeskShare {
  /** Kid of the weekly public key. */
  readonly deskKid: Bytes;
  /** Kid of the member's signing key. */
  readonly memberKid: Bytes;
  readonly sealed: Bytes;
}

/** Makes a desk's key for one week: the record to publish and the secret, sealed to every member. */
export function makeDeskWeek(
  desk: number,
  week: { from: number; until: number },
  members: readonly Member[],
  signer: SigningKeyPair,
  random: RandomBytes,
): { record: SignedKeyRecord; shares: DeskShare[] } {
  const pair = newBoxKeyPair(random);
  const record = signKeyRecord({ desk, key: pair.publicKey, ...week }, signer);
  return { record, shares: members.map((member) => shareFor(member, { desk, ...week }, pair, random)) };
}

/** Seals a weekly secret to one more member. */
export function shareFor(
  member: Member,
  week: { desk: number; from: number; until: number },
  pair: BoxKeyPair,
  random: RandomBytes,
): DeskShare {
  const inside = concat(
    SHARE_MAGIC,
    new Uint8Array([week.desk]),
    u32(week.from),
    u32(week.until),
    pair.secretKey,
  );
  return {
    deskKid: kidOf(pair.publicKey),
    memberKid: kidOf(member.sign),
    sealed: seal(member.box, inside, random),
  };
}

/**
 * The weekly key pair of a share, checked against the published record. `null` when it is not sealed to this member;
 * throws `unknown-key` when the secret does not yield the public key, which is an alarm and not an accident.
 */
export function openShare(share: DeskShare, memberBox: BoxKeyPair, record: KeyRecord): BoxKeyPair | null {
  const opened = opening(share, memberBox);
  if (opened === null) return null;
  const matches =
    opened.desk === record.desk &&
    opened.from === record.from &&
    opened.until === record.until &&
    equalBytes(opened.pair.publicKey, record.key);
  if (!matches) throw new CandorError('unknown-key', 'a share does not yield the published desk key');
  return opened.pair;
}

/**
 * The weekly key pair of a share whose record is not published: its week is over, or a colleague who has left could
 * open it. It is checked against the kid that envelopes name it by, and comes with the end of its week. `null` when it
 * is not sealed to this member; throws like `openShare`.
 */
export function openUnpublishedShare(
  share: DeskShare,
  memberBox: BoxKeyPair,
  desk: number,
): { pair: BoxKeyPair; until: number } | null {
  const opened = opening(share, memberBox);
  if (opened === null) return null;
  if (opened.desk !== desk || !equalBytes(kidOf(opened.pair.publicKey), share.deskKid)) {
    throw new CandorError('unknown-key', 'a share does not yield the key it is named after');
  }
  return { pair: opened.pair, until: opened.until };
}

function opening(
  share: DeskShare,
  memberBox: BoxKeyPair,
): { desk: number; from: number; until: number; pair: BoxKeyPair } | null {
  const inside = openSealed(memberBox, share.sealed);
  if (inside === null) return null;
  // Anybody can seal something to a member, so the shape is looked at before a key is made of it.
  if (inside.length !== SHARE_INSIDE || !equalBytes(inside.subarray(0, MAGIC), SHARE_MAGIC)) {
    throw new CandorError('unknown-key', 'not a share');
  }
  return {
    desk: inside[MAGIC] ?? 0,
    from: readU32(inside, MAGIC + 1),
    until: readU32(inside, MAGIC + 5),
    pair: boxKeyPairOf(inside.subarray(SHARE_INSIDE - KEY)),
  };
}
