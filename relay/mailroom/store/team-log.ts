import type { Bytes } from '../../../shared/bytes.ts';
import { nextNumber } from './counters.ts';
import { bytesIn, numberIn, type SqlDatabase } from './sql.ts';

/** A sealed event of a desk's team log. */
export interface StoredEvent {
  /** SHA-256 of the sealed bytes. */
  readonly id: Bytes;
  readonly sealed: Bytes;
}

export interface EventPage {
  readonly items: readonly StoredEvent[];
  /** The last event's number, or `null` when there is nothing after the number that was asked from. */
  readonly cursor: number | null;
  readonly more: boolean;
}

/** The team logs: append-only, one a desk, opaque to the mailroom. There is no way to change or delete an event. */
export interface TeamLogStore {
  /** Appends an event once, however often it is offered. */
  appendEvent(desk: number, event: StoredEvent): Promise<void>;
  eventPage(desk: number, after: number, limit: number): Promise<EventPage>;
}

export function teamLogOn(db: SqlDatabase): TeamLogStore {
  return {
    async appendEvent(desk, { id, sealed }) {
      await db.transaction(async (sql) => {
        const number = await nextNumber(sql, 'event');
        await sql.rows(
          'INSERT INTO events (desk, number, id, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
          desk,
          number,
          id,
          sealed,
        );
      });
    },

    async eventPage(desk, after, limit) {
      const rows = await db.rows(
        'SELECT number, id, sealed FROM events WHERE desk = $1 AND number > $2 ORDER BY number LIMIT $3',
        desk,
        after,
        limit + 1,
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({ id: bytesIn(row, 'id'), sealed: bytesIn(row, 'sealed') })),
        cursor: last === undefined ? null : numberIn(last, 'number'),
        more: rows.length > limit,
      };
    },
  };
}
