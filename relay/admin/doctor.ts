import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Bytes, equalBytes, type RandomBytes } from '../../shared/bytes.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { type Keys, splitKeysFile } from '../../shared/key-records.ts';
import { type SigningKeyPair, signingKeyPairOf } from '../../shared/signing.ts';
import { readKeyFile } from '../key-file.ts';
import { readSettingsText } from '../settings.ts';
import { type Finding, ok, problem } from './doctor/finding.ts';
import { checkMailroom, checkPacks } from './doctor/mailroom-checks.ts';
import { checkCrowd, checkKeyLifetimes, checkMembers, checkVisits } from './doctor/organisation-checks.ts';
import { type AnnouncedFile, checkRelay, type DoctorSite } from './doctor/relay-checks.ts';
import { checkRollout } from './doctor/rollout-checks.ts';
import { checkSettings } from './policy.ts';
import { refusal } from './refusal.ts';
import { readExtensionSection, readKeyring, readPins } from './site-folder.ts';

const USAGE = `Usage: candor doctor [--site FOLDER] [--json]

Looks at a running deployment as an install would see it, and at the organisation's folder, and explains each finding
with its remedy. Exit status 0 when all is well, 1 with warnings only, 2 with problems, 3 when it could not look.
`;

export interface DoctorIo {
  out(text: string): void;
  err(text: string): void;
  nowSeconds(): number;
  random: RandomBytes;
  fetch: DoctorSite['fetch'];
}

/** `candor doctor`. */
export async function runDoctor(argv: readonly string[], io: DoctorIo): Promise<number> {
  const call = callOf(argv);
  if (call === null) {
    io.err(USAGE);
    return 3;
  }
  try {
    const findings = await examine(call.site, io);
    for (const finding of findings) io.out(call.json ? `${JSON.stringify(finding)}\n` : inWords(finding));
    if (findings.some((finding) => finding.level === 'problem')) return 2;
    return findings.some((finding) => finding.level === 'warning') ? 1 : 0;
  } catch (error) {
    return refusal(error, io, 3);
  }
}

async function examine(site: string, io: DoctorIo): Promise<Finding[]> {
  const pins = readPins(site);
  const settings = checkSettings(readExtensionSection(site));
  const known = await readKeyring(site);
  const nowSeconds = io.nowSeconds();
  const outside = { ...pins, relayUrl: String(settings.relayUrl), nowSeconds, fetch: io.fetch };
  const relay = await checkRelay(outside);
  const findings = [...relay.findings];
  const { manifest, keys, keysFile, announced } = relay.facts;
  if (keys !== undefined) {
    findings.push(
      checkFingerprint(keys, announced, known.blob, fingerprint(pins.rootKey, pins.relayKey, known.blob)),
      ...checkKeyLifetimes(keys, nowSeconds),
      ...checkVisits(keys, nowSeconds),
    );
  }
  findings.push(...checkMembers(known.keyring, nowSeconds));
  const rates = ratesOf(site);
  if (manifest !== undefined) {
    findings.push(...checkCrowd(manifest, rates, String(settings.panel ?? 'on')));
    findings.push(...(await checkPacks(outside, mailroomIdentity(site), io.random)));
  }
  if (settings.mailroomUrl !== undefined)
    findings.push(
      ...(await checkMailroom(String(settings.mailroomUrl), announced?.keysFile ?? keysFile, io.fetch)),
    );
  findings.push(...checkRollout(site, pins, settings, rates));
  return findings;
}

function checkFingerprint(
  keys: Keys,
  announced: AnnouncedFile | undefined,
  keyringBlob: Bytes,
  words: string,
): Finding {
  if (equalBytes(keys.keyringBlob, keyringBlob))
    return ok('fingerprint', `Everyone has this folder's keyring: ${words}`);
  if (announced !== undefined && equalBytes(keyringIn(announced.keysFile), keyringBlob)) {
    const when = new Date(announced.dueSeconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
    return ok(
      'fingerprint',
      `This folder's keyring is announced; installs get it from ${when} UTC on: ${words}`,
    );
  }
  return problem(
    'fingerprint',
    'The relay serves another keyring than this folder holds.',
    'After "candor keyring" copy keyring.bin to the mailroom and restart it. If nobody changed anything, ask who did.',
  );
}

/** Nothing for bytes that are no keys file. */
function keyringIn(file: Bytes): Bytes {
  try {
    return splitKeysFile(file).keyringBlob;
  } catch {
    return new Uint8Array(0);
  }
}

/** Only where doctor runs in the organisation's own folder. */
function mailroomIdentity(site: string): SigningKeyPair | null {
  const file = join(site, 'mailroom/mailroom.key');
  return existsSync(file) ? signingKeyPairOf(readKeyFile(file)) : null;
}

const ratesSchema = v.looseObject({
  relay: v.looseObject({
    meanSendSeconds: v.optional(v.number(), 120),
    windowSeconds: v.optional(v.number(), 3600),
    minimumCrowd: v.optional(v.number(), 200),
  }),
});

function ratesOf(site: string): v.InferOutput<typeof ratesSchema>['relay'] {
  const parsed = v.safeParse(ratesSchema, readSettingsText(`${site}/candor.toml`));
  return parsed.success
    ? parsed.output.relay
    : { meanSendSeconds: 120, windowSeconds: 3600, minimumCrowd: 200 };
}

function inWords({ level, says, remedy }: Finding): string {
  const mark = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' }[level];
  return remedy === undefined ? `${mark}  ${says}\n` : `${mark}  ${says}\n         → ${remedy}\n`;
}

function callOf(argv: readonly string[]): { site: string; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { site: { type: 'string' }, json: { type: 'boolean' } },
    });
    return { site: values.site ?? 'candor-site', json: values.json === true };
  } catch {
    return null;
  }
}
