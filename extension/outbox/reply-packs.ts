import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import type { ReplyIndex } from '../../shared/reply-index.ts';
import { REPLY_PACK } from '../../shared/sizes.ts';

/*
 * Every install fetches every reply pack that the index lists, whoever uses it and whether or not anybody waits for an
 * answer: so a request for a pack says nothing, and opening a receipt needs none. Packs are named by their SHA-256 in
 * base64url.
 */

/** Where packs lie, and where they come from. */
export interface PackPort {
  /** The packs that are here. */
  names(): Promise<ReadonlySet<string>>;
  save(name: string, bytes: Bytes): Promise<void>;
  forget(names: readonly string[]): Promise<void>;
  /** Asks the relay; `null` for whatever is not a whole answer of at most 32,768 bytes. Never rejects. */
  fetch(name: string): Promise<Bytes | null>;
}

/**
 * The pack to ask for next: the newest that is not here, those that did not come lately (`missed`) last. `null` when
 * nothing is missing.
 */
export function lackingPack(
  index: ReplyIndex,
  here: ReadonlySet<string>,
  missed: ReadonlySet<string>,
): string | null {
  const lacking = namesIn(index).filter((name) => !here.has(name));
  return lacking.find((name) => !missed.has(name)) ?? lacking[0] ?? null;
}

/** Packs that are here and that the index lists no longer: their time is over. */
export function outdatedPacks(index: ReplyIndex, here: ReadonlySet<string>): string[] {
  const listed = new Set(namesIn(index));
  return [...here].filter((name) => !listed.has(name));
}

/** Whether bytes are the pack of this name; whatever is not is asked for again. */
export function isPack(bytes: Bytes, name: string): boolean {
  return bytes.length === REPLY_PACK && toBase64url(sha256(bytes)) === name;
}

/** Newest day first, as the index lists them. */
function namesIn({ days }: ReplyIndex): string[] {
  return days.flatMap(({ packs }) => packs.map(toBase64url));
}
