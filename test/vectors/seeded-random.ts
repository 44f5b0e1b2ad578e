import { concat, type RandomBytes, slice, u32, utf8 } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';

/**
 * Bytes that look random and are the same on every run: SHA-256("candor vectors" ‖ label ‖ counter), one block after
 * the other. For vectors and tests only.
 */
export function seededRandom(label: string): RandomBytes {
  let counter = 0;
  let held = new Uint8Array(0);
  return (length) => {
    while (held.length < length)
      held = concat(held, sha256(utf8(`candor vectors ${label} `), u32(counter++)));
    const taken = slice(held, 0, length);
    held = slice(held, length);
    return taken;
  };
}
