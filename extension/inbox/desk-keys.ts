import { toBase64url } from '../../shared/base64url.ts';
import { openPastShare, openShare } from '../../shared/desk-secrets.ts';
import type { KeyRecord } from '../../shared/key-records.ts';
import { kidOf } from '../../shared/kid.ts';
import type { BoxKeyPair } from '../../shared/sealed-box.ts';
import { deskShareOf } from './mailroom-client.ts';
import type { SealedShare } from './store-port.ts';

/** What a member's shares of one desk yield. */
export interface OpenedShares {
  readonly keys: ReadonlyMap<string, BoxKeyPair>;
  /** Kids of shares that do not yield the key their record publishes: an alarm, not an accident. */
  readonly forged: readonly string[];
}

/**
 * Opens a member's shares of one desk and checks each: against the published, signed record of its week, or, when
 * that week is over and its record gone, against the kid that envelopes name it by.
 */
export function openShares(
  shares: readonly SealedShare[],
  memberBox: BoxKeyPair,
  of: { readonly desk: number; readonly records: readonly KeyRecord[]; readonly nowSeconds: number },
): OpenedShares {
  const published = new Map(
    of.records
      .filter(({ desk }) => desk === of.desk)
      .map((record) => [toBase64url(kidOf(record.key)), record] as const),
  );
  const keys = new Map<string, BoxKeyPair>();
  const forged: string[] = [];
  for (const sealed of shares) {
    const record = published.get(sealed.deskKid);
    try {
      const share = deskShareOf(sealed);
      const pair = record ? openShare(share, memberBox, record) : openPastShare(share, memberBox, of);
      if (pair !== null) keys.set(sealed.deskKid, pair);
      else if (record) forged.push(sealed.deskKid);
    } catch {
      forged.push(sealed.deskKid);
    }
  }
  return { keys, forged };
}
