import * as v from 'valibot';
import { utf8 } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { blobField, parseJson, secondsField } from '../../shared/json-fields.ts';
import { type Keys, verifyKeysFile } from '../../shared/key-records.ts';
import { checkSuccession } from '../../shared/keyring.ts';

const announcedSchema = v.strictObject({ due: secondsField, keys: blobField });

/** A keyring that the relay announces: it comes into force on every computer from `dueSeconds` (since 1970) on. */
export interface AnnouncedKeyring {
  readonly dueSeconds: number;
  readonly keyringBlob: Keys['keyringBlob'];
}

/** What a relay says that announces nothing. */
const NOTHING = /^\{\s*"error":\s*"not-found"\s*\}$/;

/**
 * Reads `/v1/announced`, whose keys must hold like those in force: signed by the pinned root, continuing the known
 * keyring. `null` where nothing is announced. Throws as `verifyKeysFile` and `checkSuccession` do, and `bad-public-file` for what cannot be read.
 */
export async function readAnnounced(
  text: string,
  known: Pick<Keys, 'keyring' | 'keyringBlob'>,
  rootKey: Uint8Array,
): Promise<AnnouncedKeyring | null> {
  if (NOTHING.test(text)) return null;
  const { due, keys } = parseJson(announcedSchema, utf8(text), 'announced');
  const next = await verifyKeysFile(keys, rootKey);
  if (next.keyring.serial <= known.keyring.serial) throw new CandorError('stale');
  checkSuccession(
    { keyring: known.keyring, blob: known.keyringBlob },
    { keyring: next.keyring, blob: next.keyringBlob },
  );
  return { dueSeconds: due, keyringBlob: next.keyringBlob };
}
