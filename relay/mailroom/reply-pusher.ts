import { toBase64url } from '../../shared/base64url.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { type ReplyIndex, verifyReplyIndex } from '../../shared/reply-index.ts';
import { REPLY_PACK } from '../../shared/sizes.ts';
import type { MailroomDeps } from './deps.ts';
import { rebuildIndexFile } from './index-file.ts';
import { bodyOf, type RelayClient } from './relay-client.ts';

const LARGEST_INDEX = 4 * 1024 * 1024;

/**
 * Brings the packs that our index lists to the relay, before the index. `true` when all of them are there. What the
 * relay's own index lists is there already, since every pack comes before the index that lists it. Throws `unreachable`.
 */
export async function pushReplyPacks(deps: MailroomDeps, relay: RelayClient, ours: Bytes): Promise<boolean> {
  const { store, identity, log } = deps;
  const index = await verifyReplyIndex(ours, identity.publicKey);
  const atRelay = await indexAtRelay(deps, relay);
  if (atRelay !== null && atRelay.serial >= index.serial) {
    const latest = await store.file('index');
    // Otherwise another copy was faster, and the next look sees its index.
    if (latest !== null && equalBytes(latest, ours)) await catchUp(deps, relay, atRelay);
    return false;
  }
  const there = new Set(hashesIn(atRelay));
  for (const name of hashesIn(index)) {
    if (there.has(name)) continue;
    const hash = index.days.flatMap(({ packs }) => packs).find((one) => toBase64url(one) === name);
    const pack = hash === undefined ? null : await store.replyPack(hash);
    // Deleted since: the next index does without it.
    if (pack === null) return false;
    const answer = await relay.request('PUT', `/v1/replies/${name}`, pack);
    await answer.body?.cancel();
    if (!answer.ok) {
      log('reply-pack.refused', { status: answer.status });
      return false;
    }
  }
  return true;
}

/**
 * The relay has a newer index of ours than we have: our store was put back from a backup. The packs that it lists hold
 * answers that people may not have read yet, so they are fetched back, and the next serial is higher.
 */
async function catchUp(deps: MailroomDeps, relay: RelayClient, atRelay: ReplyIndex): Promise<void> {
  const { store, log } = deps;
  let restored = 0;
  for (const { day, packs } of atRelay.days) {
    for (const hash of packs) {
      if ((await store.replyPack(hash)) !== null) continue;
      const bytes = await fetched(relay, `/v1/replies/${toBase64url(hash)}`, REPLY_PACK);
      if (bytes === null || bytes.length !== REPLY_PACK || !equalBytes(sha256(bytes), hash)) continue;
      await store.restoreReplyPack(bytes, day);
      restored++;
    }
  }
  log('alarm.index-behind-relay', { restored });
  await rebuildIndexFile(deps, atRelay.serial);
}

/** The index that the relay has, if we signed it. */
async function indexAtRelay({ identity }: MailroomDeps, relay: RelayClient): Promise<ReplyIndex | null> {
  const bytes = await fetched(relay, '/v1/index', LARGEST_INDEX);
  if (bytes === null) return null;
  return verifyReplyIndex(bytes, identity.publicKey).catch(() => null);
}

async function fetched(relay: RelayClient, path: string, mostBytes: number): Promise<Bytes | null> {
  const answer = await relay.request('GET', path);
  if (!answer.ok) {
    await answer.body?.cancel();
    return null;
  }
  try {
    return await bodyOf(answer, mostBytes);
  } catch (error) {
    if (error instanceof CandorError && error.code === 'too-long') return null;
    throw error;
  }
}

function hashesIn(index: ReplyIndex | null): string[] {
  return index === null ? [] : index.days.flatMap(({ packs }) => packs.map(toBase64url));
}
