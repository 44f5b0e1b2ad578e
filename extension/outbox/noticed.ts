/*
 * What an install notices of somebody who tampers with it, by what the relay's signatures and hashes say: kept in memory
 * for the Status page. Nothing of it is used, and nothing stops: whatever does not hold counts as not having come.
 *
 *   answer         an answer that the relay did not make for the cell that was sent
 *   manifest       a manifest that somebody else than the pinned relay signed
 *   two-manifests  another manifest of the relay with the number of the known one
 *   file           a public file that is not the one which the manifest names
 *   pack           a reply pack that is not the one which the index names
 */
export const NOTICINGS = ['answer', 'manifest', 'two-manifests', 'file', 'pack'] as const;
export type Noticing = (typeof NOTICINGS)[number];

export interface Noticed {
  readonly what: Noticing;
  readonly times: number;
  /** Seconds since 1970, by this computer's clock. */
  readonly lastSeconds: number;
}

export function noticedAgain(
  noticed: readonly Noticed[],
  what: Noticing,
  nowSeconds: number,
): readonly Noticed[] {
  const before = noticed.find((one) => one.what === what)?.times ?? 0;
  const others = noticed.filter((one) => one.what !== what);
  return [...others, { what, times: before + 1, lastSeconds: nowSeconds }];
}
