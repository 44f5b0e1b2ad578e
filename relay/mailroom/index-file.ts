import * as v from 'valibot';
import { type Bytes, compareBytes, equalBytes, slice } from '../../shared/bytes.ts';
import { blobField, dayField, hashField, parseJson } from '../../shared/json-fields.ts';
import {
  MOST_INDEX_DAYS,
  type ReplyIndex,
  signReplyIndex,
  verifyReplyIndex,
} from '../../shared/reply-index.ts';
import { SIGNATURE } from '../../shared/sizes.ts';
import { dayAt } from '../../shared/weeks.ts';
import type { MailroomDeps } from './deps.ts';
import type { PublishedPack } from './store/replies.ts';

const fileSchema = v.strictObject({ v: v.literal(1), blob: blobField });
const indexSchema = v.strictObject({
  v: v.literal(1),
  serial: v.number(),
  days: v.array(v.strictObject({ day: dayField, packs: v.array(hashField) })),
});

type Days = ReplyIndex['days'];

/**
 * Writes the reply index anew, under the next serial, when other packs are kept than it lists or another identity has
 * signed it. The same store gives the same bytes, so that copies do not take turns. `above` is a serial it must exceed.
 */
export async function rebuildIndexFile(deps: MailroomDeps, above = 0): Promise<void> {
  const { store, identity, clock, settings } = deps;
  const days = daysOf(await store.replyPacks(), dayAt(clock(), settings.timeZone));
  const bytes = await store.file('index');
  const before = bytes === null ? { serial: 0, days: [] } : readOwn(bytes);
  const isCurrent =
    bytes !== null &&
    before.serial > above &&
    sameDays(before.days, days) &&
    (await isOurs(bytes, identity.publicKey));
  if (isCurrent) return;
  const serial = Math.max(before.serial, above) + 1;
  await store.putFile('index', signReplyIndex({ serial, days }, identity.seed), serial);
}

/** Newest day first. What a clock that was ahead has published came out today at the latest. */
function daysOf(packs: readonly PublishedPack[], today: string): Days {
  const days = new Map<string, Bytes[]>();
  for (const { hash, day } of packs) {
    const at = day > today ? today : day;
    days.set(at, [...(days.get(at) ?? []), hash]);
  }
  return [...days]
    .map(([day, hashes]) => ({ day, packs: hashes.sort(compareBytes) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, MOST_INDEX_DAYS);
}

function sameDays(a: Days, b: Days): boolean {
  return (
    a.length === b.length &&
    a.every(({ day, packs }, at) => {
      const other = b[at];
      return (
        day === other?.day &&
        packs.length === other.packs.length &&
        packs.every((hash, i) => equalBytes(hash, other.packs[i] ?? new Uint8Array(0)))
      );
    })
  );
}

async function isOurs(bytes: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  return verifyReplyIndex(bytes, publicKey).then(
    () => true,
    () => false,
  );
}

/** What an earlier identity of ours signed: it comes from our own store, so its signature need not be checked again. */
function readOwn(bytes: Uint8Array): Omit<ReplyIndex, 'v'> {
  const { blob } = parseJson(fileSchema, bytes, 'reply index');
  return parseJson(indexSchema, slice(blob, SIGNATURE), 'reply index');
}
