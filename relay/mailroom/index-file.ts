import * as v from 'valibot';
import { slice } from '../../shared/bytes.ts';
import { blobField, dayField, hashField, parseJson } from '../../shared/json-fields.ts';
import { type ReplyIndex, signReplyIndex, verifyReplyIndex } from '../../shared/reply-index.ts';
import { SIGNATURE } from '../../shared/sizes.ts';
import type { MailroomDeps } from './deps.ts';

const fileSchema = v.strictObject({ v: v.literal(1), blob: blobField });
const indexSchema = v.strictObject({
  v: v.literal(1),
  serial: v.number(),
  days: v.array(v.strictObject({ day: dayField, packs: v.array(hashField) })),
});

/**
 * Sees to it that there is a reply index and that it is signed by the mailroom's present identity: an empty one at
 * first, the same days under the next serial when the identity has changed.
 */
export async function ensureIndexFile({ store, identity }: MailroomDeps): Promise<void> {
  const bytes = await store.file('index');
  if (bytes !== null && (await isOurs(bytes, identity.publicKey))) return;
  const before = bytes === null ? { serial: 0, days: [] } : readOwn(bytes);
  const index = { serial: before.serial + 1, days: before.days };
  await store.putFile('index', signReplyIndex(index, identity.seed), index.serial);
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
