import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { freePort } from '../contract/running.ts';

/*
 * A hospital's own certificate authority, and TLS in front of what speaks plain HTTP, as nginx does it in earnest.
 */

export interface Authority {
  /** PEM, for Firefox's policy `Certificates` and for NODE_EXTRA_CA_CERTS. */
  readonly file: string;
  /** DER in base64, for Chromium's policy `CACertificates`. */
  readonly der: string;
  /** Certificate and key of this computer, localhost and 127.0.0.1. */
  readonly cert: string;
  readonly key: string;
}

export function newAuthority(endings: Endings): Authority {
  const folder = freshFolder(endings, 'authority');
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '30',
    '-subj',
    '/CN=Northgate',
  );
  openssl('req', ...key, '-keyout', at('key.pem'), '-out', at('request.pem'), '-subj', '/CN=localhost');
  writeFileSync(
    at('names'),
    'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n',
  );
  const signing = [
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    at('names'),
  ];
  openssl('x509', '-req', '-in', at('request.pem'), '-out', at('cert.pem'), ...signing);
  const pem = readFileSync(at('ca.pem'), 'utf8');
  return {
    file: at('ca.pem'),
    der: pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''),
    cert: readFileSync(at('cert.pem'), 'utf8'),
    key: readFileSync(at('key.pem'), 'utf8'),
  };
}

/** Serves over TLS what answers at `port`. Gives the port to ask. */
export async function tlsInFrontOf(
  { ending }: Endings,
  { cert, key }: Authority,
  port: number,
): Promise<number> {
  const server = createServer({ cert, key }, (asked, answer) => {
    const { method, url: path, headers } = asked;
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  const own = await freePort();
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  ending(server, () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return own;
}
