import { FEWEST_SEND_MINUTES } from '../../../shared/settings-table.ts';
import { ANSWER, CELL, MANIFEST, REPLY_PACK } from '../../../shared/sizes.ts';
import { findScript, findScriptForWindows } from './find-scripts.ts';
import {
  CHROMIUM_PACKAGE,
  CHROMIUM_UPDATES,
  FIREFOX_PACKAGE,
  FIREFOX_UPDATES,
  json,
  type PolicyFile,
  type PolicyInput,
} from './input.ts';

/*
 * For whoever looks after proxies, endpoint and network detection and data-loss prevention. A small request of constant
 * size to one address, at random moments, day and night, from every computer, is what a beacon of malware looks like. So
 * it is said beforehand: what it is, how to recognise it, and why it must not be made to look like anything else.
 */

/** The only requests that the extension makes, all of them from the browser's background. */
const REQUESTS = [
  { method: 'POST', path: '/v1/cells', sends: CELL, receives: ANSWER, when: 'at every tick' },
  {
    method: 'GET',
    path: '/v1/manifest',
    sends: 0,
    receives: MANIFEST,
    when: 'at a tick, when the last one is 90 minutes old',
  },
  {
    method: 'GET',
    path: '/v1/keys',
    sends: 0,
    receives: null,
    when: 'at a tick, when the manifest names another',
  },
  {
    method: 'GET',
    path: '/v1/bulletin',
    sends: 0,
    receives: null,
    when: 'at a tick, when the manifest names another',
  },
  {
    method: 'GET',
    path: '/v1/index',
    sends: 0,
    receives: null,
    when: 'at a tick, when the manifest names another',
  },
  { method: 'GET', path: '/v1/replies/', sends: 0, receives: REPLY_PACK, when: 'at a tick, each pack once' },
] as const;

const FLOOR_SECONDS = 30;
const SECONDS_PER_DAY = 8 * 3600;
/** Headers and TLS of a request and its answer, about. */
const AROUND_BYTES = 1500;

export function networkFiles(input: PolicyInput): PolicyFile[] {
  const relay = new URL(String(input.settings.relayUrl));
  const updates = new URL(input.updatesUrl);
  return [
    { path: 'network/README.md', text: readme(input, relay, updates) },
    { path: 'network/allow-list.json', text: json(allowList(input, relay, updates)) },
    { path: 'network/squid-candor.conf', text: squid(relay, updates) },
    { path: 'network/proxy.pac', text: pac(relay, updates) },
    { path: 'network/find-candor.sh', text: findScript(input) },
    { path: 'network/Find-Candor.ps1', text: findScriptForWindows(input).replaceAll('\n', '\r\n') },
  ];
}

function minutesOf(input: PolicyInput): number {
  return Number(input.settings.sendMinutes ?? 2);
}

function allowList(input: PolicyInput, relay: URL, updates: URL): object {
  return {
    product: 'Candor',
    organisation: input.organisation,
    version: input.version,
    extension: { chromium: input.chromiumId, firefox: input.firefoxId },
    sha256: { [CHROMIUM_PACKAGE]: input.sha256.crx, [FIREFOX_PACKAGE]: input.sha256.xpi },
    destinations: [
      { host: relay.hostname, port: portOf(relay), purpose: 'relay', from: 'every managed browser' },
      {
        host: updates.hostname,
        port: portOf(updates),
        purpose: 'packages and updates',
        from: 'every managed browser',
      },
    ],
    requests: REQUESTS.map(({ method, path, sends, receives, when }) => ({
      method,
      path: `${relay.pathname.replace(/\/$/, '')}${path}`,
      bodyBytes: sends,
      answerBytes: receives,
      when,
    })),
    interval: {
      distribution: 'exponential above a floor',
      floorSeconds: FLOOR_SECONDS,
      meanSeconds: minutesOf(input) * 60,
    },
  };
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

function readme(input: PolicyInput, relay: URL, updates: URL): string {
  const minutes = minutesOf(input);
  const perDay = Math.round(SECONDS_PER_DAY / (minutes * 60));
  const megabytes = ((perDay * (CELL + ANSWER + AROUND_BYTES)) / 1e6).toFixed(1);
  const rows = REQUESTS.map(
    ({ method, path, sends, receives, when }) =>
      `| ${method} | \`${path}\` | ${sends === 0 ? '–' : sends} | ${receives ?? 'as the file is'} | ${when} |`,
  );
  return `# Candor on your network

For proxy, endpoint, network-detection and data-loss teams at ${input.organisation}. Candor lets staff flag a safety concern
without being tracked down. Every managed browser sends one sealed message of constant size at random moments, all day,
whether or not anybody wrote anything. **That is what a beacon looks like. It is on purpose, and this page says why.**

## What it sends
To \`${relay.hostname}\`, port ${portOf(relay)}, over TLS, from the browser's own background. Nothing else, nowhere else.

| | path | bytes sent | bytes received | when |
|---|---|---|---|---|
${rows.join('\n')}

- **How often.** A tick comes ${FLOOR_SECONDS} seconds and a random time after the last one, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} in the mean (never below
  ${FEWEST_SEND_MINUTES}); shortly after the browser's start a little sooner. In eight hours about ${perDay} requests and ${megabytes} MB from each computer.
- **Which headers.** Those that the browser adds to every request (User-Agent, Accept-Language), the same each time; no cookie, no
  referrer, no authorisation, no content type. Chrome and Edge send
  \`Origin: chrome-extension://${input.chromiumId}\`, the same for everyone; Firefox sends \`Origin: null\`.
- **Packages and updates** come from \`${updates.hostname}\`, port ${portOf(updates)}: \`${CHROMIUM_UPDATES}\`, \`${FIREFOX_UPDATES}\`, \`${CHROMIUM_PACKAGE}\`, \`${FIREFOX_PACKAGE}\`.

## Why constant size, and why all day
A message that is only sent when somebody has something to say points to that person in your logs. So all computers send
all the time, and a real message takes the place of an empty one. Padding is what makes them look alike; that they cannot
be told apart from outside, by you either, is the product. If one could be, staff would be right not to trust it.

## How to recognise it
| | |
|---|---|
| Chrome, Chromium, Edge | \`${input.chromiumId}\`, version ${input.version} |
| Firefox | \`${input.firefoxId}\`, version ${input.version} |
| ${CHROMIUM_PACKAGE} | sha256 \`${input.sha256.crx}\` |
| ${FIREFOX_PACKAGE} | sha256 \`${input.sha256.xpi}\` |

\`find-candor.sh\` (Linux, macOS) and \`Find-Candor.ps1\` (Windows) list the installs on a computer: browser, version, expected or
not. They read which extensions are there and nothing of what any of them stored. Packages are built from source, the same
bytes each time, so your own build must give these hashes. \`allow-list.json\` holds all of this for machines.

## What to set
1. **Proxy that asks for a login**: let \`${relay.hostname}\` and \`${updates.hostname}\` through without one. An extension's background cannot
   answer a login question. \`squid-candor.conf\` does it for Squid, before your own rules; \`proxy.pac\` does it in the browser.
2. **Proxy that inspects TLS**: it works with and without an exception. Please make one all the same. Inspecting shows you
   nothing (the messages are sealed inside), and each log line of it is one more list of who was at which computer when.
3. **EDR and NDR**: one exception for "regular requests of constant size" to \`${relay.hostname}\`, from browsers only. A program
   that is not a browser and talks to it is worth an alarm.
4. **DLP**: nothing to scan for; the content is sealed before it leaves the browser.
5. **Logs**: please keep no request log for \`${relay.hostname}\`, or the shortest your duties allow. It says nothing about who wrote
   something (everybody is in it, equally), but it does say who was there.

## What must not be done
- **Don't delay, batch, sample or rate-limit** single computers: whoever is slower than the rest is a smaller crowd.
- **Don't block some wards or machines.** Blocking all but one would name that one. Block everywhere or nowhere.
- **Don't rewrite answers.** Whatever is changed on the way is noticed, and the browser stops.

## What staff see when you block it
Nothing, for two hours: what they write is kept. Then the panel says "Nothing has left this computer since …", with the number
to call (the setting \`fallbackContact\` until the bulletin has come once) and the paper form. A computer that has never
reached the relay cannot take anything down before: until then the panel waits, calmly. When the way is free again
everything goes out by itself.

## How far this was checked
With real Chromium through Squid with a login and through mitmproxy with inspection, on Linux, by the project's own tests.
No EDR, NDR or DLP product was tried: what they say about Candor is for you to find out on one computer first.
`;
}

/** To be included before the site's own http_access, access_log and ssl_bump lines. */
function squid(relay: URL, updates: URL): string {
  const hosts = [...new Set([relay.hostname, updates.hostname])].join(' ');
  const ports = [...new Set([portOf(relay), portOf(updates)])].join(' ');
  return `# Candor: include this before your own http_access and access_log lines, so that it comes before the one that asks for a
# login, and before the one that logs.
acl candor_hosts dstdomain ${hosts}
acl candor_ports port ${ports}
http_access allow candor_hosts candor_ports
# No line in the log for it: see README.md.
access_log none candor_hosts
# Where you inspect TLS, leave these alone (uncomment; needs a squid built with OpenSSL):
# acl candor_names ssl::server_name ${hosts}
# ssl_bump splice candor_names
`;
}

function pac(relay: URL, updates: URL): string {
  const hosts = JSON.stringify([...new Set([relay.hostname, updates.hostname])]);
  return `// Candor goes directly; everything else as before. Merge it into your own file, whose rules stand in "otherwise".
function FindProxyForURL(url, host) {
  var direct = ${hosts};
  for (var i = 0; i < direct.length; i++) if (host === direct[i]) return "DIRECT";
  return otherwise(url, host);
}

function otherwise(url, host) {
  return "DIRECT";
}
`;
}
