import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '../../relay/demo/machine/programs.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { until } from '../browser/harness/until.ts';
import { freePort } from '../contract/running.ts';
import type { Authority } from './authority.ts';

/*
 * The two kinds of proxy that hospitals have, as Debian packages them: mitmproxy inspects TLS, Squid asks for a login.
 */

const MITMPROXY = findProgram(['mitmdump']);
const SQUID = findProgram(['squid', '/usr/sbin/squid']);

/** Why the proxies cannot be tried here, in plain words; `null` when they can. */
export const whyNoProxies =
  MITMPROXY === null || SQUID === null
    ? 'Proxies can only be tried with mitmproxy and squid: apt-get install mitmproxy squid-openssl.'
    : null;

/** One request as the inspecting proxy saw it, decrypted. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly sent: number;
  readonly received: number;
  /** Names of the request's headers in small letters. */
  readonly headers: readonly string[];
  readonly origin: string | null;
}

export interface InspectingProxy {
  readonly port: number;
  /** Its own authority, DER in base64: whoever inspects has installed it on every computer. */
  readonly der: string;
  seen(): Seen[];
}

export async function inspectingProxy(endings: Endings, { file }: Authority): Promise<InspectingProxy> {
  const folder = freshFolder(endings, 'mitmproxy');
  const log = join(folder, 'seen.jsonl');
  writeFileSync(log, '');
  const script = join(folder, 'seen.py');
  writeFileSync(
    script,
    `import json
def response(flow):
    q, a = flow.request, flow.response
    seen = dict(method=q.method, path=q.path, sent=len(q.raw_content or b""), received=len(a.raw_content or b""),
                headers=sorted(k.lower() for k in q.headers.keys()), origin=q.headers.get("origin"))
    with open(${JSON.stringify(log)}, "a") as f: f.write(json.dumps(seen) + "\\n")
`,
  );
  const port = await freePort();
  const child = spawn(
    MITMPROXY ?? 'mitmdump',
    [
      ...['-q', '--listen-host', '127.0.0.1', '--listen-port', String(port), '-s', script],
      ...['--set', `confdir=${folder}`, '--set', `ssl_verify_upstream_trusted_ca=${file}`],
    ],
    { stdio: 'ignore' },
  );
  endings.ending(child, ended);
  await listening(port);
  const pem = join(folder, 'mitmproxy-ca-cert.pem');
  await until('the authority of mitmproxy', () => existsSync(pem));
  return {
    port,
    der: readFileSync(pem, 'utf8').replaceAll(/-----[A-Z ]+-----|\s/g, ''),
    seen: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  };
}

export interface AskingProxy {
  readonly port: number;
  /** One line for each request, with its status: `TCP_DENIED/407` where a login was asked for. */
  log(): string;
}

/** A Squid that lets nobody through without a login, except for what `include` (lines for squid.conf) allows. */
export async function askingProxy(endings: Endings, include: string): Promise<AskingProxy> {
  const folder = freshFolder(endings, 'squid');
  const port = await freePort();
  writeFileSync(join(folder, 'include.conf'), include);
  writeFileSync(
    join(folder, 'squid.conf'),
    `http_port 127.0.0.1:${port}
pid_filename ${folder}/squid.pid
cache_log ${folder}/cache.log
coredump_dir ${folder}
cache deny all
shutdown_lifetime 0 seconds
include ${folder}/include.conf
access_log stdio:${folder}/access.log
auth_param basic program /usr/lib/squid/basic_fake_auth
auth_param basic children 1
auth_param basic realm Northgate
acl staff proxy_auth REQUIRED
http_access allow staff
http_access deny all
`,
  );
  // Squid gives up root before it writes.
  execFileSync('chown', ['-R', 'proxy:proxy', folder]);
  const child = spawn(SQUID ?? 'squid', ['-N', '-f', join(folder, 'squid.conf')], { stdio: 'ignore' });
  endings.ending(child, ended);
  await listening(port);
  return {
    port,
    log: () =>
      existsSync(join(folder, 'access.log')) ? readFileSync(join(folder, 'access.log'), 'utf8') : '',
  };
}

async function listening(port: number): Promise<void> {
  await until(
    `a proxy at port ${port}`,
    () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      }),
    30,
  );
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
