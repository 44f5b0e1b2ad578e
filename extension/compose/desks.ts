import { CandorError } from '../../shared/errors.ts';
import type { Keys } from '../../shared/key-records.ts';
import type { Desk } from '../../shared/keyring.ts';
import type { Kind } from '../../shared/taxonomy.ts';

/** Who reads a kind unless the person chooses another desk: the first that takes it, else the first there is. */
export function deskFor(keys: Keys, kind: Kind): Desk {
  const { desks } = keys.keyring;
  const desk = desks.find(({ kinds }) => kinds.includes(kind)) ?? desks[0];
  if (desk === undefined) throw new CandorError('unknown-key');
  return desk;
}
