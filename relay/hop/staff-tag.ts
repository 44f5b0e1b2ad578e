import { timingSafeEqual } from 'node:crypto';
import { type OpenedCell, staffTagOf } from '../../shared/cell.ts';
import { NATIVE_HASHING } from './native-hashing.ts';

/**
 * Whether a cell comes from somebody with one of the staff keys. Every key is tried whatever the others gave, so that
 * the time tells nothing.
 */
export function isFromStaff(
  { staffTag, manifestHash, intake }: OpenedCell,
  hopPublicKey: Uint8Array,
  staffKeys: readonly Uint8Array[],
): boolean {
  const matches = staffKeys.map((key) =>
    timingSafeEqual(staffTag, staffTagOf(key, hopPublicKey, manifestHash, intake, NATIVE_HASHING)),
  );
  return matches.includes(true);
}
