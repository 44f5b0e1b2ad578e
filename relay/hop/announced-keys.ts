import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { splitKeysFile, verifyKeysFile } from '../../shared/key-records.ts';
import { checkedKeys } from './checked-keys.ts';
import type { HopDeps } from './deps.ts';

/*
 * Another keyring takes the place of the known one only after everybody could have seen it for a while: whoever holds
 * the root can neither show installs a member for an hour nor change it twice a day. New weekly keys under the same
 * keyring are published at once.
 */

/** Dues are whole hours, so that they say no more than a window does. */
const HOUR_SECONDS = 3600;

/** Whether a keys file that has been checked must be announced before it takes the place of the known one. */
export function needsNotice(body: Bytes, known: Bytes | undefined, { settings }: HopDeps): boolean {
  if (known === undefined || (settings.keyringNoticeSeconds ?? 0) === 0) return false;
  return !equalBytes(keyringIn(body), keyringIn(known));
}

/**
 * Announces a keys file, and gives when it is due. The same keyring announced again, with other weekly keys, is due
 * when it was. Throws `stale` when a keyring of a higher serial, or another of the same, is announced already.
 */
export async function announceKeys(body: Bytes, serial: number, deps: HopDeps): Promise<number> {
  const { drop, clock, rootKey } = deps;
  const standing = await drop.announcedKeys();
  const again = standing !== null && equalBytes(keyringIn(standing.bytes), keyringIn(body));
  const dueSeconds = again ? standing.dueSeconds : dueFrom(clock(), deps);
  if (standing !== null && equalBytes(standing.bytes, body)) return dueSeconds;
  if (standing !== null && !again && serial <= (await verifyKeysFile(standing.bytes, rootKey)).keyring.serial)
    throw new CandorError('stale', 'another keyring is announced');
  const replaces = standing === null ? null : sha256(standing.bytes);
  if (!(await drop.announceKeys({ bytes: body, dueSeconds }, replaces)))
    throw new CandorError('stale', 'another keyring was announced first');
  return dueSeconds;
}

/** Publishes the announced keys once they are due. To be called at every tick, by every copy. */
export async function publishAnnounced(deps: HopDeps): Promise<void> {
  const { drop, clock, rootKey, log } = deps;
  const announced = await drop.announcedKeys();
  if (announced === null) return;
  const { bytes, dueSeconds } = announced;
  const latest = dueFrom(clock(), deps);
  if (dueSeconds > latest) {
    // Announced by a clock that was ahead.
    await drop.announceKeys({ bytes, dueSeconds: latest }, sha256(bytes));
    return;
  }
  if (clock() < dueSeconds) return;
  const known = await drop.file('keys');
  if (known === null || !equalBytes(known, bytes)) {
    try {
      const before = known === null ? null : await verifyKeysFile(known, rootKey);
      const { serial, intakeKeys } = await checkedKeys(bytes, deps, before);
      const replaces = known === null ? null : sha256(known);
      if (!(await drop.putFile({ name: 'keys', serial, bytes }, replaces, intakeKeys))) return;
      log('keyring.published', { serial });
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      log('alarm.announced-keys-refused');
    }
  }
  await drop.forgetAnnouncedKeys(sha256(bytes));
}

function dueFrom(nowSeconds: number, { settings }: HopDeps): number {
  const notice = settings.keyringNoticeSeconds ?? 0;
  return Math.ceil((nowSeconds + notice) / HOUR_SECONDS) * HOUR_SECONDS;
}

function keyringIn(file: Bytes): Bytes {
  return splitKeysFile(file).keyringBlob;
}
