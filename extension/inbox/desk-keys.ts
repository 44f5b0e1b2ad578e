import { toBase64url } from '../../shared/base64url.ts';
import { openShare, openUnpublishedShare } from '../../shared/desk-secrets.ts';
import type { KeyRecord } from '../../shared/key-records.ts';
import { kidOf } from '../../shared/kid.ts';
import type { BoxKeyPair } from '../../shared/sealed-box.ts';
import { deskShareOf } from './mailroom-client.ts';
import type { SealedShare } from './store-port.ts';

/** What a member's shares of one desk yield. */
export interface OpenedShares {
  readonly keys: ReadonlyMap<string, BoxKeyPair>;
  /** Kids of shares that do not yield the key they stand for: an alarm, not an accident. */
  readonly forged: readonly string[];
  /** Of shares whose record is not published: when their week ends, in seconds since 1970. */
  readonly endOf: ReadonlyMap<string, number>;
}

/**
 * Opens a member's shares of one desk and checks each: against the published, signed record of its week, or, where
 * there is none any more, against the kid that envelopes name it by. Only published keys are ever sealed to.
 */
export function openShares(
  shares: readonly SealedShare[],
  memberBox: BoxKeyPair,
  of: { readonly desk: number; readonly records: readonly KeyRecord[] },
): OpenedShares {
  const published = new Map(
    of.records
      .filter(({ desk }) => desk === of.desk)
      .map((record) => [toBase64url(kidOf(record.key)), record] as const),
  );
  const keys = new Map<string, BoxKeyPair>();
  const endOf = new Map<string, number>();
  const forged: string[] = [];
  for (const sealed of shares) {
    const kid = sealed.deskKid;
    const record = published.get(kid);
    try {
      const share = deskShareOf(sealed);
      if (record !== undefined) {
        const pair = openShare(share, memberBox, record);
        if (pair === null) forged.push(kid);
        else keys.set(kid, pair);
        continue;
      }
      const opened = openUnpublishedShare(share, memberBox, of.desk);
      if (opened === null) continue;
      keys.set(kid, opened.pair);
      endOf.set(kid, opened.until);
    } catch {
      forged.push(kid);
    }
  }
  return { keys, forged, endOf };
}
