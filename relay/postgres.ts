import postgres from 'postgres';

/** A PostgreSQL client whose every connection works in one schema, with 64-bit numbers as plain numbers. */
export type PostgresClient = ReturnType<typeof openPostgres>;

/** PostgreSQL's number for the type `bigint`. */
const BIGINT = 20;
const DEFAULT_PORT = 5432;

/**
 * Opens a client. `url` is read as libpq reads it: `postgresql://user@host/name`, or with a socket's folder as
 * `?host=/var/run/postgresql` or percent-encoded in the host's place. Connections are made when they are needed, and
 * again after the server was away.
 */
export function openPostgres(url: string, schemaName: string) {
  const { address, host, port } = splitUrl(url);
  return postgres(address, {
    host,
    port,
    max: 4,
    connect_timeout: 10,
    // A notice could quote what it is about.
    onnotice: () => {},
    connection: { search_path: schemaName },
    types: { count: { to: BIGINT, from: [BIGINT], serialize: String, parse: Number } },
  });
}

/** The client takes the folder of a socket as an option only, and Node's URL refuses a user without a host. */
function splitUrl(text: string): { address: string; host: string; port: number } {
  const url = new URL(text.replace(/^([a-z]+:\/\/)([^/?]*@)?(?=[/?]|$)/, '$1$2localhost'));
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const port = Number(url.searchParams.get('port') ?? url.port) || DEFAULT_PORT;
  url.searchParams.delete('host');
  url.searchParams.delete('port');
  url.hostname = 'localhost';
  return { address: url.href, host, port };
}
