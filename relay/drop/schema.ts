/** How the two engines name what the tables are made of. */
export interface Dialect {
  readonly bytes: string;
  readonly number: string;
  /** Follows each table's columns. */
  readonly table: string;
}

/**
 * The drop's tables. Every key is a hash, a random number or a boundary of a window, and SQLite's tables are WITHOUT
 * ROWID, so that no column, seen or hidden, keeps the order of arrival.
 */
export function schema({ bytes, number, table }: Dialect): string[] {
  return [
    // The public files, and the reply packs that the index names.
    `CREATE TABLE IF NOT EXISTS files (
      name TEXT PRIMARY KEY, serial ${number} NOT NULL, hash ${bytes} NOT NULL, bytes ${bytes} NOT NULL)${table}`,
    `CREATE TABLE IF NOT EXISTS replies (hash ${bytes} PRIMARY KEY, bytes ${bytes} NOT NULL)${table}`,

    // "wrapped" is a secret under the wrapping key, which the database never sees.
    `CREATE TABLE IF NOT EXISTS hop_keys (
      from_seconds ${number} PRIMARY KEY, until_seconds ${number} NOT NULL,
      public_key ${bytes} NOT NULL, wrapped ${bytes} NOT NULL)${table}`,
    // "superseded" is when another one took its place; 0 for the current one.
    `CREATE TABLE IF NOT EXISTS manifests (
      number ${number} PRIMARY KEY, bytes ${bytes} NOT NULL, superseded ${number} NOT NULL)${table}`,
    // "ended" is the window in which the end was first seen, and -1 once the key's hashes are being deleted: from
    // then on it stays ended, whatever the clock says.
    `CREATE TABLE IF NOT EXISTS intake_keys (
      kid ${bytes} PRIMARY KEY, superseded ${number} NOT NULL, ends ${number} NOT NULL,
      ended ${number} NOT NULL DEFAULT 0)${table}`,

    // One window is open; while an earlier one's cells are being made ready, that one is "closing".
    // "closes" is its end on the clock (0 until a keeper has set it), "lasted" how long it really was.
    `CREATE TABLE IF NOT EXISTS windows (
      id INTEGER PRIMARY KEY, closing ${number} NOT NULL, closes ${number} NOT NULL,
      lasted ${number} NOT NULL, wrapped ${bytes} NOT NULL)${table}`,
    // Cells of those windows, as window-key.ts hides them.
    `CREATE TABLE IF NOT EXISTS arrivals (
      window_id INTEGER NOT NULL, id ${bytes} NOT NULL, cell ${bytes} NOT NULL,
      PRIMARY KEY (window_id, id))${table}`,
    // What a repeated cell writes instead, so that answering one takes as long; emptied by the keeper.
    `CREATE TABLE IF NOT EXISTS echoes (id ${bytes} NOT NULL, cell ${bytes} NOT NULL${
      table === '' ? '' : ', PRIMARY KEY (id)'
    })${table}`,
    // Hashes of the cells of all closed windows, by intake key.
    `CREATE TABLE IF NOT EXISTS accepted (
      kid ${bytes} NOT NULL, mark ${bytes} NOT NULL, PRIMARY KEY (kid, mark))${table}`,

    // Cells of closed windows wait in a batch for their crowd (stage 0), are a pack (1), or are gone (2).
    // "closed_window" is the last window that went in: packs age by windows, not by a clock that may jump.
    `CREATE TABLE IF NOT EXISTS batches (
      id INTEGER PRIMARY KEY, pack_id ${bytes} NOT NULL, kid ${bytes} NOT NULL, stage ${number} NOT NULL,
      cells ${number} NOT NULL, fresh ${number} NOT NULL, crowd ${number} NOT NULL,
      stragglers ${number} NOT NULL, closed ${number} NOT NULL, closed_window INTEGER NOT NULL)${table}`,
    `CREATE TABLE IF NOT EXISTS held (
      batch_id INTEGER NOT NULL, mark ${bytes} NOT NULL, intake ${bytes} NOT NULL,
      PRIMARY KEY (batch_id, mark))${table}`,

    `CREATE TABLE IF NOT EXISTS nonces (hash ${bytes} PRIMARY KEY, until_seconds ${number} NOT NULL)${table}`,
    `CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value ${bytes} NOT NULL)${table}`,
  ];
}
