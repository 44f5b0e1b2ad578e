/** How the two engines name what the tables are made of. */
export interface Dialect {
  readonly bytes: string;
  readonly number: string;
  /** Follows each table's columns. */
  readonly table: string;
}

/**
 * The mailroom's tables. Nothing in them is finer than the day, except key weeks and the end of a nonce's minutes;
 * SQLite's tables are WITHOUT ROWID, so that no hidden column keeps the order of arrival.
 */
export function schema({ bytes, number, table }: Dialect): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS keyring_offers (hash ${bytes} PRIMARY KEY, blob ${bytes} NOT NULL)${table}`,

    `CREATE TABLE IF NOT EXISTS files (
      name TEXT PRIMARY KEY, serial ${number} NOT NULL, bytes ${bytes} NOT NULL)${table}`,

    // "wrapped" is the secret key under the wrapping key, which the database never sees.
    `CREATE TABLE IF NOT EXISTS intake_keys (
      kid ${bytes} PRIMARY KEY, from_seconds ${number} NOT NULL, until_seconds ${number} NOT NULL,
      signer ${bytes} NOT NULL, record ${bytes} NOT NULL, wrapped ${bytes} NOT NULL)${table}`,
    `CREATE UNIQUE INDEX IF NOT EXISTS intake_keys_week ON intake_keys (from_seconds, signer)`,

    // "round" grows with every arrival and is levelled once a day; see queue.ts.
    `CREATE TABLE IF NOT EXISTS queue (
      desk ${number} NOT NULL, round ${number} NOT NULL, id ${bytes} NOT NULL, desk_kid ${bytes} NOT NULL,
      release_day TEXT NOT NULL, envelope ${bytes} NOT NULL, PRIMARY KEY (desk, round, id))${table}`,
    `CREATE UNIQUE INDEX IF NOT EXISTS queue_id ON queue (id)`,
    `CREATE INDEX IF NOT EXISTS queue_day ON queue (release_day)`,

    `CREATE TABLE IF NOT EXISTS desk_weeks (
      kid ${bytes} PRIMARY KEY, desk ${number} NOT NULL, from_seconds ${number} NOT NULL,
      until_seconds ${number} NOT NULL, signer ${bytes} NOT NULL, record ${bytes} NOT NULL,
      retired ${number} NOT NULL DEFAULT 0)${table}`,
    `CREATE UNIQUE INDEX IF NOT EXISTS desk_weeks_one ON desk_weeks (desk, from_seconds, signer) WHERE retired = 0`,

    `CREATE TABLE IF NOT EXISTS desk_shares (
      desk_kid ${bytes} NOT NULL, member_kid ${bytes} NOT NULL, sealed ${bytes} NOT NULL,
      PRIMARY KEY (desk_kid, member_kid))${table}`,

    `CREATE TABLE IF NOT EXISTS events (
      desk ${number} NOT NULL, number ${number} NOT NULL, id ${bytes} NOT NULL, sealed ${bytes} NOT NULL,
      PRIMARY KEY (desk, number))${table}`,
    `CREATE UNIQUE INDEX IF NOT EXISTS events_id ON events (desk, id)`,

    // Which slots are replies and which are filler stands nowhere once a round is closed; see replies.ts.
    `CREATE TABLE IF NOT EXISTS reply_slots (
      tag ${bytes} PRIMARY KEY, automatic ${number} NOT NULL, day TEXT NOT NULL, slot ${bytes} NOT NULL)${table}`,
    `CREATE TABLE IF NOT EXISTS reply_tags (
      tag ${bytes} PRIMARY KEY, hash ${bytes} NOT NULL, day TEXT NOT NULL)${table}`,
    `CREATE TABLE IF NOT EXISTS reply_packs (
      hash ${bytes} PRIMARY KEY, day TEXT NOT NULL, bytes ${bytes} NOT NULL)${table}`,

    // For the daily line: what an inbox last said, and when somebody looked; see daily-line/.
    `CREATE TABLE IF NOT EXISTS standings (
      desk ${number} PRIMARY KEY, day TEXT NOT NULL, seen ${number} NOT NULL, due TEXT NOT NULL)${table}`,
    `CREATE TABLE IF NOT EXISTS line_periods (
      desk ${number} PRIMARY KEY, fetched ${number} NOT NULL, sent ${number} NOT NULL)${table}`,

    `CREATE TABLE IF NOT EXISTS nonces (hash ${bytes} PRIMARY KEY, until_seconds ${number} NOT NULL)${table}`,

    `CREATE TABLE IF NOT EXISTS leases (
      name TEXT PRIMARY KEY, holder ${bytes} NOT NULL, until_seconds ${number} NOT NULL)${table}`,

    `CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value ${number} NOT NULL)${table}`,
    `INSERT INTO counters (name, value) VALUES ('round', 0), ('level', 0), ('level-day', 0), ('event', 0),
      ('reply-round', 0)
      ON CONFLICT DO NOTHING`,
  ];
}
