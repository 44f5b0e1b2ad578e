import * as v from 'valibot';
import { CandorError } from '../../../shared/errors.ts';
import { type DueDay, dueField } from '../daily-line/standing.ts';
import { numberIn, type SqlDatabase, textIn } from './sql.ts';

/** What a desk's inbox has last said about how much waits for the desk, and what came since. */
export interface StoredStanding {
  /** The day on which it said so. */
  readonly day: string;
  readonly due: readonly DueDay[];
  /** Envelopes released on that day or later that the inbox did not have yet. */
  readonly fresh: number;
}

/** What the daily line is made of. Nothing here is finer than the day. */
export interface StandingStore {
  /** Keeps what an inbox says: `seen` envelopes that were released on `day` or later. The last one holds. */
  putStanding(desk: number, day: string, seen: number, due: readonly DueDay[]): Promise<void>;
  /** `null` when no inbox of the desk has ever said anything. */
  standing(desk: number): Promise<StoredStanding | null>;
  /** Envelopes that wait for a desk, all together. */
  queued(desk: number): Promise<number>;
  /** Remembers that a member of the desk has fetched its queue in the period of a line. */
  noteFetch(desk: number, period: number): Promise<void>;
  /** The last periods in which the desk was fetched, and for which its line was sent; 0 for never. */
  linePeriods(desk: number): Promise<{ fetched: number; sent: number }>;
  noteSent(desk: number, period: number): Promise<void>;
}

export function standingsOn(db: SqlDatabase): StandingStore {
  const note = async (column: 'fetched' | 'sent', desk: number, period: number) => {
    const other = column === 'sent' ? 'fetched' : 'sent';
    // Most of the time there is nothing to write.
    await db.rows(
      `INSERT INTO line_periods (desk, ${column}, ${other}) VALUES ($1, $2, 0)
       ON CONFLICT (desk) DO UPDATE SET ${column} = excluded.${column}
       WHERE line_periods.${column} <> excluded.${column}`,
      desk,
      period,
    );
  };
  const count = async (desk: number, sinceDay: string): Promise<number> => {
    const [row] = await db.rows(
      'SELECT count(*) AS count FROM queue WHERE desk = $1 AND release_day >= $2',
      desk,
      sinceDay,
    );
    return row === undefined ? 0 : numberIn(row, 'count');
  };
  return {
    async putStanding(desk, day, seen, due) {
      await db.rows(
        `INSERT INTO standings (desk, day, seen, due) VALUES ($1, $2, $3, $4)
         ON CONFLICT (desk) DO UPDATE SET day = excluded.day, seen = excluded.seen, due = excluded.due`,
        desk,
        day,
        seen,
        JSON.stringify(due),
      );
    },

    async standing(desk) {
      const [row] = await db.rows('SELECT day, seen, due FROM standings WHERE desk = $1', desk);
      if (row === undefined) return null;
      const due = v.safeParse(dueField, JSON.parse(textIn(row, 'due')));
      if (!due.success) throw new CandorError('bad-settings', 'the store holds a standing that is none');
      const day = textIn(row, 'day');
      const fresh = Math.max(0, (await count(desk, day)) - numberIn(row, 'seen'));
      return { day, due: due.output, fresh };
    },

    queued: (desk) => count(desk, ''),
    noteFetch: (desk, period) => note('fetched', desk, period),
    noteSent: (desk, period) => note('sent', desk, period),

    async linePeriods(desk) {
      const [row] = await db.rows('SELECT fetched, sent FROM line_periods WHERE desk = $1', desk);
      return row === undefined
        ? { fetched: 0, sent: 0 }
        : { fetched: numberIn(row, 'fetched'), sent: numberIn(row, 'sent') };
    },
  };
}
