import type { Options } from 'postgres';

/**
 * Reads a connection URL as libpq does: the host may be left out or given as `?host=`, and is then a socket's folder
 * where it starts with a slash. Whatever else stands in the query is left to the client.
 */
export function postgresAddress(url: string): { url: string; options: Options<Record<string, never>> } {
  const [, scheme, authority = '', rest = ''] = /^(postgres(?:ql)?:\/\/)([^/?]*)(.*)$/.exec(url) ?? [];
  if (scheme === undefined) return { url, options: {} };
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  // A URL with a user and no host is not one to the platform's parser.
  const parsed = new URL(`${scheme}${authority.slice(0, at + 1)}${host === '' ? 'localhost' : host}${rest}`);
  const namedHost = parsed.searchParams.get('host');
  const port = parsed.searchParams.get('port');
  parsed.searchParams.delete('host');
  parsed.searchParams.delete('port');
  return {
    url: parsed.href,
    options: { ...(namedHost !== null && { host: namedHost }), ...(port !== null && { port: Number(port) }) },
  };
}
