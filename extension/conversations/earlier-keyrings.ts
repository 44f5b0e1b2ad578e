import { CandorError } from '../../shared/errors.ts';
import { type Keyring, verifyKeyring } from '../../shared/keyring.ts';

/** The keyrings of an organisation among those that an install has kept: whatever the root has not signed is left out. */
export async function earlierKeyrings(
  blobs: readonly Uint8Array[],
  rootKey: Uint8Array,
  organisation: string,
): Promise<Keyring[]> {
  const keyrings = await Promise.all(
    blobs.map((blob) =>
      verifyKeyring(blob, rootKey).catch((error) => {
        if (error instanceof CandorError) return null;
        throw error;
      }),
    ),
  );
  return keyrings.filter((keyring) => keyring !== null && keyring.org.id === organisation) as Keyring[];
}
