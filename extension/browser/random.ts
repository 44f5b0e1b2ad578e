import type { RandomBytes } from '../../shared/bytes.ts';

/** The extension's one source of randomness. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
