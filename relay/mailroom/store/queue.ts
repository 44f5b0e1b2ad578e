import { type Bytes, compareBytes } from '../../../shared/bytes.ts';
import { nextNumber } from './counters.ts';
import { bytesIn, numberIn, placeholders, type Sql, type SqlDatabase, type SqlRow, textIn } from './sql.ts';

/** One envelope as it waits for its desk. */
export interface QueuedEnvelope {
  /** SHA-256(ENVELOPE). */
  readonly id: Bytes;
  /** Number of the desk that the sender named; there may be no such desk. */
  readonly desk: number;
  readonly deskKid: Bytes;
  /** Day on which the mailroom released it, `2026-11-24`, in the organisation's time zone. */
  readonly releaseDay: string;
  readonly envelope: Bytes;
}

/** Where a reader of a queue has come to. */
export interface QueueCursor {
  readonly round: number;
  readonly id: Bytes;
}

export interface QueuePage {
  readonly items: readonly QueuedEnvelope[];
  /** `null` when the queue holds nothing after the cursor that was asked from. */
  readonly cursor: QueueCursor | null;
  readonly more: boolean;
}

/*
 * Queues are sorted by round and id. A round is one call of `putEnvelopes`, so that a reader who has come to some
 * round finds whatever arrives later behind it; inside a round the order is that of hashes, which is no order of
 * arrival. Once a day all rounds of the days before become one (`levelQueues`), so that neither the tables nor a
 * reader can tell the hours of a past day. Readers then get that day's envelopes once more and know them by their id.
 */
export interface QueueStore {
  /** Queues envelopes that are not there yet. Gives back the ids of those that were new. */
  putEnvelopes(envelopes: readonly QueuedEnvelope[]): Promise<Bytes[]>;
  queuePage(desk: number, after: QueueCursor | null, limit: number): Promise<QueuePage>;
  /** Makes the rounds before `dayNumber` (days since 1970) one. `false` when that day's levelling is done already. */
  levelQueues(dayNumber: number): Promise<boolean>;
  /** Envelopes waiting by desk and desk key, for finding those that nobody can open. */
  queueTally(): Promise<{ desk: number; deskKid: Bytes; count: number }[]>;
  /** Deletes what was released before a day. Gives back how many. */
  deleteEnvelopesBefore(releaseDay: string): Promise<number>;
}

const COLUMNS = 6;

export function queueOn(db: SqlDatabase): QueueStore {
  return {
    async putEnvelopes(envelopes) {
      if (envelopes.length === 0) return [];
      return db.transaction(async (sql) => {
        const round = await nextNumber(sql, 'round');
        const rows = await sql.rows(
          `INSERT INTO queue (desk, round, id, desk_kid, release_day, envelope)
           VALUES ${placeholders(envelopes.length, COLUMNS)} ON CONFLICT DO NOTHING RETURNING id`,
          ...envelopes.flatMap((one) => [one.desk, round, one.id, one.deskKid, one.releaseDay, one.envelope]),
        );
        return rows.map((row) => bytesIn(row, 'id'));
      });
    },

    async queuePage(desk, after, limit) {
      const rows = await db.rows(
        `SELECT desk, round, id, desk_kid, release_day, envelope FROM queue
         WHERE desk = $1 AND (round, id) > ($2, $3) ORDER BY round, id LIMIT $4`,
        desk,
        after?.round ?? 0,
        after?.id ?? new Uint8Array(0),
        limit + 1,
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(queued).sort((a, b) => compareBytes(a.id, b.id)),
        cursor: last === undefined ? null : { round: numberIn(last, 'round'), id: bytesIn(last, 'id') },
        more: rows.length > limit,
      };
    },

    async levelQueues(dayNumber) {
      return db.transaction(async (sql) => {
        // The counter of rounds comes first here as everywhere: whoever holds it waits for nobody.
        const round = await nextNumber(sql, 'round');
        const due = await sql.rows(
          `UPDATE counters SET value = $1 WHERE name = 'level-day' AND value <> $1 RETURNING value`,
          dayNumber,
        );
        if (due.length === 0) return false;
        await levelTo(sql, round);
        return true;
      });
    },

    async queueTally() {
      const rows = await db.rows(
        'SELECT desk, desk_kid, count(*) AS count FROM queue GROUP BY desk, desk_kid',
      );
      return rows.map((row) => ({
        desk: numberIn(row, 'desk'),
        deskKid: bytesIn(row, 'desk_kid'),
        count: numberIn(row, 'count'),
      }));
    },

    async deleteEnvelopesBefore(releaseDay) {
      const rows = await db.rows('DELETE FROM queue WHERE release_day < $1 RETURNING desk', releaseDay);
      return rows.length;
    },
  };
}

async function levelTo(sql: Sql, round: number): Promise<void> {
  await sql.rows(
    `UPDATE queue SET round = $1 WHERE round > (SELECT value FROM counters WHERE name = 'level')`,
    round,
  );
  await sql.rows(`UPDATE counters SET value = $1 WHERE name = 'level'`, round);
}

function queued(row: SqlRow): QueuedEnvelope {
  return {
    id: bytesIn(row, 'id'),
    desk: numberIn(row, 'desk'),
    deskKid: bytesIn(row, 'desk_kid'),
    releaseDay: textIn(row, 'release_day'),
    envelope: bytesIn(row, 'envelope'),
  };
}
