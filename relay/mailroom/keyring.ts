import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { checkSuccession, type Keyring, verifyKeyring } from '../../shared/keyring.ts';
import type { MailroomDeps } from './deps.ts';

/** The keyring in force, with its signed bytes. */
export interface KnownKeyring {
  readonly keyring: Keyring;
  readonly blob: Bytes;
}

type Shelf = Pick<MailroomDeps, 'store' | 'rootKey'>;

/** Reads the keyring in force, or `null` before there is one. Verifies it whenever its bytes have changed. */
export function keyringReader({ store, rootKey }: Shelf): () => Promise<KnownKeyring | null> {
  let known: KnownKeyring | null = null;
  return async () => {
    const blob = await store.keyringBlob();
    if (blob === null) return null;
    if (known === null || !equalBytes(known.blob, blob)) {
      known = { keyring: await verifyKeyring(blob, rootKey), blob };
    }
    return known;
  };
}

/**
 * Puts a keyring in force. Throws `bad-signature` or `bad-public-file` when it is not the root's or does not continue
 * the one in force, `stale` when it is older.
 */
export async function adoptKeyring({ store, rootKey }: Shelf, blob: Bytes): Promise<Keyring> {
  const keyring = await verifyKeyring(blob, rootKey);
  const known = await keyringReader({ store, rootKey })();
  if (known !== null) {
    checkSuccession(known, { keyring, blob });
    if (equalBytes(known.blob, blob)) return keyring;
  }
  if (!(await store.adoptKeyring(keyring.serial, blob))) throw new CandorError('stale');
  return keyring;
}

/**
 * Adopts what was handed over with `store.putKeyring`. An older keyring is passed over: a copy that starts with
 * yesterday's file is no reason for alarm. Throws only when nothing could be adopted and none is in force.
 */
export async function adoptOfferedKeyrings(deps: Shelf & Pick<MailroomDeps, 'log'>): Promise<void> {
  let refused: unknown;
  for (const blob of await bySerial(deps, await deps.store.keyringOffers())) {
    try {
      const keyring = await adoptKeyring(deps, blob);
      deps.log('keyring.in-force', { serial: keyring.serial });
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      refused = error;
      if (error.code !== 'stale') deps.log('keyring.refused');
    }
    await deps.store.forgetKeyringOffer(blob);
  }
  if (refused !== undefined && (await deps.store.keyringBlob()) === null) throw refused;
}

/** Oldest first, so that two offers that follow each other are both adopted; what does not verify comes first. */
async function bySerial({ rootKey }: Shelf, blobs: readonly Bytes[]): Promise<Bytes[]> {
  const serials = new Map<Bytes, number>();
  for (const blob of blobs) {
    const keyring = await verifyKeyring(blob, rootKey).catch(() => null);
    serials.set(blob, keyring?.serial ?? 0);
  }
  return [...blobs].sort((a, b) => (serials.get(a) ?? 0) - (serials.get(b) ?? 0));
}
