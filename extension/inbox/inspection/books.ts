import { toBase64url } from '../../../shared/base64url.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { addDays } from '../../../shared/weeks.ts';
import type { DeskRoom } from '../desk-room.ts';
import { isPractice } from '../queue.ts';
import { dayNumber } from '../trends/facts.ts';
import { isoDay } from '../trends/periods.ts';
import { lastQuarter } from '../trends/release.ts';
import type { Inspected } from './make.ts';

/** What a pack is made of, but for the packs before it and its random bytes. */
export type Books = Omit<Inspected, 'previous' | 'salt'> & {
  /** Concerns of the quarter's first days may have been deleted: then no pack can be made of it any more. */
  readonly tooLate: boolean;
};

/**
 * What one desk has on its books, for its last whole quarter; `null` while something here is not opened. A concern that the
 * member stepped aside from counts like the others: only its words are closed to them.
 */
export function booksOf(room: DeskRoom, keyring: Keyring, member: string, today: string): Books | null {
  const { opening, keyless } = room.waiting();
  if (opening > 0 || keyless > 0) return null;
  const quarter = lastQuarter(dayNumber(today));
  const { concerns, signals } = room.queue(today);
  const log = room.log();
  const aside = room.sealed().filter(({ id }) => log.concerns.get(id)?.recused.includes(member) === true);
  return {
    organisation: keyring.org.name,
    desk: room.desk().name,
    quarter: { name: quarter.name, first: isoDay(quarter.from), last: isoDay(quarter.until - 1) },
    today,
    concerns: [
      ...concerns
        .filter((item) => !isPractice(item))
        .map(({ id, releaseDay }) => ({ id, releaseDay, signal: false })),
      ...signals
        .filter(({ opened }) => opened.state === 'read')
        .map(({ id, releaseDay }) => ({ id, releaseDay, signal: true })),
      ...aside.map(({ id, releaseDay }) => ({ id, releaseDay, signal: false })),
    ],
    events: room.events(),
    retentionDays: room.retentionDays(),
    roles: new Map(
      [...(keyring.former ?? []), ...keyring.members].map(({ sign, label }) => [
        toBase64url(kidOf(sign)),
        label,
      ]),
    ),
    tooLate: addDays(isoDay(quarter.from), room.retentionDays()) < today,
  };
}
