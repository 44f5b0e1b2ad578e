import * as v from 'valibot';
import type { Bytes } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';
import { blobField, secondsField } from '../../../shared/json-fields.ts';
import { type Keys, verifyKeysFile } from '../../../shared/key-records.ts';
import { type Manifest, verifyManifest } from '../../../shared/manifest.ts';
import { ANSWER, CELL } from '../../../shared/sizes.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/** What the checks need of the world. */
export interface DoctorSite {
  readonly relayUrl: string;
  readonly rootKey: Bytes;
  readonly relayKey: Bytes;
  readonly nowSeconds: number;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/** What the relay serves, as far as it could be verified. */
export interface RelayFacts {
  readonly manifest?: Manifest;
  readonly keys?: Keys;
  /** The file as it was served. */
  readonly keysFile?: Bytes;
  /** What will take its place once everybody could have seen it. */
  readonly announced?: AnnouncedFile;
}

export interface AnnouncedFile {
  readonly dueSeconds: number;
  readonly keysFile: Bytes;
}

/** Above this the relay's clock and ours disagree by more than a window. */
const MOST_CLOCK_DIFFERENCE_SECONDS = 2 * 3600;
/** Headers that say more about the relay's machine, or about one visit, than anybody needs. */
const TELLING_HEADERS = ['set-cookie', 'x-powered-by', 'server', 'via', 'x-request-id'];

/** Looks at the relay from outside, as an install would. */
export async function checkRelay(site: DoctorSite): Promise<{ findings: Finding[]; facts: RelayFacts }> {
  const findings: Finding[] = [transport(site.relayUrl)];
  const manifest = await checkManifest(site, findings);
  if (manifest === undefined) return { findings, facts: {} };
  const keys = await checkKeys(site, findings);
  await checkCells(site, findings);
  const announced = await announcedFile(site);
  return {
    findings,
    facts: {
      manifest,
      ...(keys && { keys: keys.read, keysFile: keys.bytes }),
      ...(announced !== null && { announced }),
    },
  };
}

function transport(relayUrl: string): Finding {
  const { protocol, hostname } = new URL(relayUrl);
  if (protocol === 'https:') return ok('tls', 'The relay is reached over TLS.');
  if (hostname === '127.0.0.1' || hostname === 'localhost') {
    return warning(
      'tls',
      'The relay is on this computer, without TLS.',
      'Fine for a trial, for nothing else.',
    );
  }
  return problem(
    'tls',
    'The relay is reached without TLS.',
    'Put a TLS-terminating proxy in front: see relay/deploy.',
  );
}

async function checkManifest(site: DoctorSite, findings: Finding[]): Promise<Manifest | undefined> {
  try {
    const manifest = await verifyManifest(await get(site, '/v1/manifest', findings), site.relayKey);
    findings.push(ok('manifest', `Manifest ${manifest.number} is signed by the pinned relay identity.`));
    const difference = Math.abs(site.nowSeconds - manifest.timeSeconds);
    findings.push(
      difference <= MOST_CLOCK_DIFFERENCE_SECONDS
        ? ok('clock', 'The newest manifest is less than two hours old.')
        : problem(
            'clock',
            `The newest manifest is ${Math.round(difference / 3600)} hours away from this clock.`,
            'Check the clocks of both machines, and that the relay is running and makes a manifest every hour.',
          ),
    );
    return manifest;
  } catch (error) {
    findings.push(
      failure('manifest', error, 'Is the relay running? Does "relayKey" in the settings match relay.key?'),
    );
    return undefined;
  }
}

async function checkKeys(
  site: DoctorSite,
  findings: Finding[],
): Promise<{ read: Keys; bytes: Bytes } | undefined> {
  try {
    const bytes = await get(site, '/v1/keys', findings);
    const keys = await verifyKeysFile(bytes, site.rootKey);
    findings.push(
      ok('keys', `Keyring ${keys.keyring.serial} and ${keys.records.length} key records verify.`),
    );
    return { read: keys, bytes };
  } catch (error) {
    findings.push(
      failure('keys', error, 'Start the mailroom: it pushes the keys. Does "rootKey" match root.key?'),
    );
    return undefined;
  }
}

/** A cell that cannot be opened gets an answer of the very size that every other one gets. */
async function checkCells(site: DoctorSite, findings: Finding[]): Promise<void> {
  const sizes: number[] = [];
  for (const length of [CELL, CELL - 1, 0]) {
    const response = await site.fetch(`${site.relayUrl}/v1/cells`, {
      method: 'POST',
      body: new Uint8Array(length),
    });
    const answer = await response.arrayBuffer();
    sizes.push(response.status === 200 ? answer.byteLength : -response.status);
  }
  findings.push(
    sizes.every((size) => size === ANSWER)
      ? ok('sizes', `Every answer to a cell has ${ANSWER} bytes, whatever was sent.`)
      : problem(
          'sizes',
          `Answers to cells differ: ${sizes.join(', ')} (expected ${ANSWER} bytes; negative is an HTTP status).`,
          'Something between here and the relay changes answers: look at the proxy in front of it.',
        ),
  );
}

const announcedSchema = v.object({ due: secondsField, keys: blobField });

/** `null` where nothing is announced, or what is cannot be read. */
async function announcedFile(site: DoctorSite): Promise<AnnouncedFile | null> {
  try {
    const response = await site.fetch(`${site.relayUrl}/v1/announced`);
    if (!response.ok) return null;
    const { due, keys } = v.parse(announcedSchema, await response.json());
    return { dueSeconds: due, keysFile: keys };
  } catch {
    return null;
  }
}

async function get(site: DoctorSite, path: string, findings: Finding[]): Promise<Bytes> {
  const response = await site.fetch(`${site.relayUrl}${path}`);
  if (!response.ok) throw new CandorError('unreachable', `${path} answers ${response.status}`);
  const telling = TELLING_HEADERS.filter((name) => response.headers.has(name));
  if (telling.length > 0 && !findings.some((finding) => finding.check === 'headers')) {
    findings.push(
      warning(
        'headers',
        `Answers carry ${telling.join(', ')}.`,
        'Take these headers out in the proxy in front of the relay.',
      ),
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}

function failure(check: string, error: unknown, remedy: string): Finding {
  const why = error instanceof CandorError ? error.message : 'it cannot be reached';
  return problem(check, `${check[0]?.toUpperCase()}${check.slice(1)}: ${why}.`, remedy);
}
