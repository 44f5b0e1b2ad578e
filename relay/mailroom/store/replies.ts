import { type Bytes, compareBytes, equalBytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { decodeReplyPack } from '../../../shared/reply-pack.ts';
import { tagOfSlot } from '../../../shared/reply-slot.ts';
import { bytesIn, numberIn, placeholders, type Sql, type SqlDatabase, textIn } from './sql.ts';

/** A published pack: SHA-256 of its bytes, and the day on which its round was closed. */
export interface PublishedPack {
  readonly hash: Bytes;
  readonly day: string;
}

/**
 * Reply slots on their way into packs. A slot waits until a round is closed and then is in exactly one pack. The tags of
 * published packs are remembered, those of filler among them, so that nothing here tells filler from replies.
 */
export interface ReplyStore {
  /**
   * Takes all slots or none. Taking a slot a second time changes nothing; `tag-used` when a tag belongs to another slot
   * that waits or was published. `day` is today.
   */
  addReplies(slots: readonly Bytes[], automatic: boolean, day: string): Promise<'stored' | 'tag-used'>;
  /** The round that was closed last; 0 before the first. */
  closedReplyRound(): Promise<number>;
  /**
   * Closes a round, once: takes up to `most` waiting slots (by people first, then by day, then by tag), has `pack` make
   * packs of them and keeps those. Gives back how many slots still wait, or `null` when the round is closed already.
   * A round more than one before the last counts as open: the last one was closed by a clock that was ahead.
   */
  closeReplyRound(
    round: number,
    day: string,
    most: number,
    pack: (waiting: readonly Bytes[]) => readonly Bytes[],
  ): Promise<{ readonly waiting: number } | null>;
  /** All that are kept, newest day first. */
  replyPacks(): Promise<PublishedPack[]>;
  /** The bytes of a pack, or `null`. */
  replyPack(hash: Bytes): Promise<Bytes | null>;
  /** Keeps a pack that was published and got lost here. */
  restoreReplyPack(bytes: Bytes, day: string): Promise<void>;
  /** Deletes packs of rounds closed before a day. Gives back how many. */
  deleteReplyPacksBefore(day: string): Promise<number>;
}

export function isRoundOpen(round: number, lastClosed: number): boolean {
  return round > lastClosed || round < lastClosed - 1;
}

const ORDER = 'ORDER BY automatic, day, tag LIMIT $1';

export function repliesOn(db: SqlDatabase): ReplyStore {
  return {
    async addReplies(slots, automatic, day) {
      try {
        await db.transaction(async (sql) => {
          // In one order, so that two callers never wait for each other.
          for (const slot of [...slots].sort(compareBytes)) await addSlot(sql, slot, automatic, day);
        });
        return 'stored';
      } catch (error) {
        if (error instanceof TagUsed) return 'tag-used';
        throw error;
      }
    },

    async closedReplyRound() {
      const [row] = await db.rows(`SELECT value FROM counters WHERE name = 'reply-round'`);
      return row === undefined ? 0 : numberIn(row, 'value');
    },

    async closeReplyRound(round, day, most, pack) {
      return db.transaction(async (sql) => {
        // Whoever changes the row holds it until the end, so that of two copies one finds the round closed.
        const due = await sql.rows(
          `UPDATE counters SET value = $1 WHERE name = 'reply-round' AND (value < $1 OR value > $2) RETURNING value`,
          round,
          round + 1,
        );
        if (due.length === 0) return null;
        const taken = await sql.rows(
          `DELETE FROM reply_slots WHERE tag IN (SELECT tag FROM reply_slots ${ORDER}) RETURNING slot`,
          most,
        );
        for (const bytes of pack(taken.map((row) => bytesIn(row, 'slot')))) await keepPack(sql, bytes, day);
        const [left] = await sql.rows('SELECT count(*) AS count FROM reply_slots');
        return { waiting: left === undefined ? 0 : numberIn(left, 'count') };
      });
    },

    async replyPacks() {
      const rows = await db.rows('SELECT hash, day FROM reply_packs ORDER BY day DESC, hash');
      return rows.map((row) => ({ hash: bytesIn(row, 'hash'), day: textIn(row, 'day') }));
    },

    async replyPack(hash) {
      const [row] = await db.rows('SELECT bytes FROM reply_packs WHERE hash = $1', hash);
      return row === undefined ? null : bytesIn(row, 'bytes');
    },

    restoreReplyPack: (bytes, day) => db.transaction((sql) => keepPack(sql, bytes, day)),

    async deleteReplyPacksBefore(day) {
      return db.transaction(async (sql) => {
        await sql.rows('DELETE FROM reply_tags WHERE day < $1', day);
        return (await sql.rows('DELETE FROM reply_packs WHERE day < $1 RETURNING hash', day)).length;
      });
    },
  };
}

/** Rolls a transaction back, and no more than that. */
class TagUsed extends Error {}

/**
 * The slot goes in first and published tags are looked up after it: a round that is being closed at this moment holds
 * the waiting slot of the same tag until its tag is among those.
 */
async function addSlot(sql: Sql, slot: Bytes, automatic: boolean, day: string): Promise<void> {
  const tag = tagOfSlot(slot);
  const added = await sql.rows(
    `INSERT INTO reply_slots (tag, automatic, day, slot) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING tag`,
    tag,
    automatic ? 1 : 0,
    day,
    slot,
  );
  const [published] = await sql.rows('SELECT hash FROM reply_tags WHERE tag = $1', tag);
  if (published !== undefined) {
    if (!equalBytes(bytesIn(published, 'hash'), sha256(slot))) throw new TagUsed();
    await sql.rows('DELETE FROM reply_slots WHERE tag = $1', tag);
    return;
  }
  if (added.length > 0) return;
  const [waiting] = await sql.rows('SELECT slot FROM reply_slots WHERE tag = $1', tag);
  if (waiting === undefined || !equalBytes(bytesIn(waiting, 'slot'), slot)) throw new TagUsed();
}

async function keepPack(sql: Sql, bytes: Bytes, day: string): Promise<void> {
  const hash = sha256(bytes);
  await sql.rows(
    'INSERT INTO reply_packs (hash, day, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    hash,
    day,
    bytes,
  );
  const slots = decodeReplyPack(bytes);
  await sql.rows(
    `INSERT INTO reply_tags (tag, hash, day) VALUES ${placeholders(slots.length, 3)} ON CONFLICT DO NOTHING`,
    ...slots.flatMap((slot) => [tagOfSlot(slot), sha256(slot), day]),
  );
}
