import type { Bytes } from '../../shared/bytes.ts';
import { type Keys, verifyKeysFile } from '../../shared/key-records.ts';
import { checkSuccession } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { IntakeKey } from '../drop/drop.ts';
import type { HopDeps } from './deps.ts';
import { type HopSettings, intakeRefusedFrom } from './settings.ts';

/** What the drop must know of a public file that has been checked. */
export interface Checked {
  readonly serial: number;
  readonly intakeKeys: readonly IntakeKey[];
}

/** What there is to know of a keys file that an install would take after the known one. Throws as `putPublicFile`. */
export async function checkedKeys(
  body: Bytes,
  { rootKey, settings }: HopDeps,
  known: Keys | null,
): Promise<Checked> {
  const next = await verifyKeysFile(body, rootKey);
  if (known !== null) {
    checkSuccession(
      { keyring: known.keyring, blob: known.keyringBlob },
      { keyring: next.keyring, blob: next.keyringBlob },
    );
  }
  return { serial: next.keyring.serial, intakeKeys: intakeKeysIn(next, settings) };
}

function intakeKeysIn({ records }: Keys, settings: HopSettings): IntakeKey[] {
  return records
    .filter(({ desk }) => desk === 0)
    .map(({ key, until }) => ({
      kid: kidOf(key),
      supersededSeconds: until,
      endsSeconds: intakeRefusedFrom(until, settings),
    }));
}
