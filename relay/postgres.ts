import pg from 'pg';

type Value = string | number | Uint8Array | null;
export type PostgresRow = Readonly<Record<string, unknown>>;

/** Runs one statement with `$1`, `$2` … and gives its rows. Bytes come as plain bytes, 64-bit numbers as numbers. */
export type RunStatement = (text: string, values?: readonly Value[]) => Promise<PostgresRow[]>;

/** A PostgreSQL client whose every connection works in one schema. */
export interface PostgresClient {
  readonly run: RunStatement;
  /** Runs `work` in one transaction: committed when this resolves, undone when it rejects. */
  transaction<T>(mode: string, work: (run: RunStatement) => Promise<T>): Promise<T>;
  /** Runs statements in one transaction, one after the other. Gives the rows of each. */
  together(statements: readonly (readonly [text: string, ...values: Value[]])[]): Promise<PostgresRow[][]>;
  /** Finishes what is under way and closes. */
  end(): Promise<void>;
}

/* PostgreSQL's numbers for types. */
const BYTEA = 17;
const BIGINT = 20;

const CONNECTIONS = 4;
const CONNECT_MILLISECONDS = 10_000;
/** A statement with more values inserts however many rows there are, and does not come again. */
const MOST_PREPARED_VALUES = 8;

const types = {
  getTypeParser(type: number, format: 'text' | 'binary' = 'text') {
    if (type === BYTEA) return (text: string) => new Uint8Array(Buffer.from(text.slice('\\x'.length), 'hex'));
    if (type === BIGINT) return Number;
    return format === 'text' ? pg.types.getTypeParser(type, 'text') : pg.types.getTypeParser(type, 'binary');
  },
};

/**
 * Opens a client. `url` is read as libpq reads it: `postgresql://user@host/name`, or with a socket's folder as
 * `?host=/var/run/postgresql` or percent-encoded in the host's place. Connections are made when they are needed, and
 * again after the server was away: until then every call rejects, and nothing else happens.
 */
export function openPostgres(url: string, schemaName: string): PostgresClient {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    keepAlive: true,
    options: `-c search_path=${schemaName}`,
    types,
  });
  // A server that goes away ends connections that nobody is using, or whose statement rejects anyway.
  const unheard = () => {};
  pool.on('error', unheard);
  pool.on('connect', (connection) => connection.on('error', unheard));
  const nameOf = names();

  const runOn =
    (connection: pg.PoolClient): RunStatement =>
    async (text, values = []) => {
      const again = values.length <= MOST_PREPARED_VALUES;
      const query = { text, values: [...values], ...(again && { name: nameOf(text) }) };
      return (await connection.query<PostgresRow>(query)).rows;
    };
  const borrowed = async <T>(work: (connection: pg.PoolClient) => Promise<T>): Promise<T> => {
    const connection = await pool.connect();
    let failed = true;
    try {
      const result = await work(connection);
      failed = false;
      return result;
    } finally {
      // After a failure it could be in the middle of anything.
      connection.release(failed && !(await isUsable(connection)));
    }
  };

  return {
    run: (text, values) => borrowed((connection) => runOn(connection)(text, values)),

    transaction: (mode, work) =>
      borrowed(async (connection) => {
        await connection.query(`BEGIN ${mode}`);
        const result = await work(runOn(connection));
        await commit(connection);
        return result;
      }),

    together: (statements) =>
      borrowed(async (connection) => {
        const run = runOn(connection);
        const results: PostgresRow[][] = [];
        await connection.query('BEGIN');
        for (const [text, ...values] of statements) results.push(await run(text, values));
        await commit(connection);
        return results;
      }),

    end: () => pool.end(),
  };
}

/** PostgreSQL answers COMMIT with a rollback, and no error, when a statement before it failed. */
async function commit(connection: pg.PoolClient): Promise<void> {
  const { command } = await connection.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
}

/** Leaves no transaction open behind. `false` for a connection that is gone. */
async function isUsable(connection: pg.PoolClient): Promise<boolean> {
  try {
    await connection.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

/** Names for statements that come again and again, so that the server parses each once a connection. */
function names(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const name = known.get(text) ?? `candor_${known.size}`;
    known.set(text, name);
    return name;
  };
}
