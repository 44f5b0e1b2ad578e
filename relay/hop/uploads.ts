import { type Bulletin, verifyBulletin } from '../../shared/bulletin.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { verifyKeysFile } from '../../shared/key-records.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { type ReplyIndex, verifyReplyIndex } from '../../shared/reply-index.ts';
import { REPLY_PACK } from '../../shared/sizes.ts';
import type { FileName } from '../drop/drop.ts';
import { announceKeys, needsNotice } from './announced-keys.ts';
import { type Checked, checkedKeys } from './checked-keys.ts';
import type { HopDeps } from './deps.ts';
import type { View } from './view.ts';

/*
 * The relay publishes nothing that an install would refuse: it checks what the mailroom brings as an install will.
 */

/** Of any public file. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024;
/** Of a reply pack, which always has as many. */
export const MOST_REPLY_BYTES = REPLY_PACK;

/** The mailroom that a keys file names, once the root's signature holds; `null` for anything else. */
export async function mailroomNamedBy(body: Bytes, rootKey: Bytes): Promise<Bytes | null> {
  try {
    return (await verifyKeysFile(body, rootKey)).keyring.mailroom;
  } catch {
    return null;
  }
}

/**
 * Takes a public file, and gives when it will be published where it had to be announced first, `null` otherwise. Throws `bad-public-file`, `bad-signature` or `not-yours` when it does not verify, `stale` when
 * its serial is not higher than the known one's, `unknown-key` when there is no keyring to verify it with.
 */
export async function putPublicFile(
  name: FileName,
  body: Bytes,
  deps: HopDeps,
  view: View,
): Promise<number | null> {
  const known = view.files[name];
  if (known !== undefined && equalBytes(known, body)) return null;
  const { serial, intakeKeys } = await (name === 'keys'
    ? checkedKeys(body, deps, view.keys)
    : checkedBySerial(name, body, view));
  if (name === 'keys' && view.keys !== null && needsNotice(body, known, deps)) {
    return announceKeys(body, serial, deps);
  }
  const replaces = known === undefined ? null : sha256(known);
  if (!(await deps.drop.putFile({ name, serial, bytes: body }, replaces, intakeKeys))) {
    throw new CandorError('stale', `another ${name} came first`);
  }
  if (name === 'index' && known !== undefined) await dropUnlisted(known, body, deps, view);
  return null;
}

/** Takes a reply pack under its own hash. Throws `bad-request` when the hash or the size is another one. */
export async function putReplyPack(hash: Bytes, body: Bytes, { drop }: HopDeps): Promise<void> {
  if (body.length !== REPLY_PACK) throw new CandorError('bad-request', 'not a reply pack');
  if (!equalBytes(sha256(body), hash)) throw new CandorError('bad-request', 'the pack has another hash');
  await drop.putReply(hash, body);
}

async function checkedBySerial(name: 'bulletin' | 'index', body: Bytes, view: View): Promise<Checked> {
  if (view.keys === null) throw new CandorError('unknown-key', 'the relay has no keyring yet');
  const { serial } = await verified(name, body, view.keys.keyring);
  if (serial <= (view.state.files[name]?.serial ?? 0)) {
    throw new CandorError('stale', `the ${name} is not newer than the known one`);
  }
  return { serial, intakeKeys: [] };
}

function verified(name: 'bulletin' | 'index', body: Bytes, keyring: Keyring): Promise<Bulletin | ReplyIndex> {
  return name === 'bulletin' ? verifyBulletin(body, keyring) : verifyReplyIndex(body, keyring.mailroom);
}

/** Deletes the reply packs that the index before listed and this one does not. */
async function dropUnlisted(before: Bytes, now: Bytes, { drop }: HopDeps, { keys }: View): Promise<void> {
  if (keys === null) return;
  const listed = async (index: Bytes) => {
    const { days } = await verifyReplyIndex(index, keys.keyring.mailroom);
    return days.flatMap(({ packs }) => packs);
  };
  try {
    const kept = await listed(now);
    const gone = (await listed(before)).filter((hash) => !kept.some((other) => equalBytes(other, hash)));
    await drop.deleteReplies(gone);
  } catch (error) {
    // The index before was another mailroom's: its packs stay until they are put right by hand.
    if (!(error instanceof CandorError)) throw error;
  }
}
