import type { PublicName } from '../../../extension/outbox/public-files.ts';
import { encodeAnswer } from '../../../shared/answer.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bulletin, signBulletin } from '../../../shared/bulletin.ts';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, u32 } from '../../../shared/bytes.ts';
import { openCell, staffTagOf } from '../../../shared/cell.ts';
import { sha256 } from '../../../shared/hash.ts';
import { openIntake } from '../../../shared/intake.ts';
import { encodeKeysFile, type SignedKeyRecord, signKeyRecord } from '../../../shared/key-records.ts';
import { type Keyring, signKeyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type Manifest, manifestHashOf, signManifest } from '../../../shared/manifest.ts';
import { signReplyIndex } from '../../../shared/reply-index.ts';
import { type BoxKeyPair, newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { newSigningKeyPair, signingKeyPairOf } from '../../../shared/signing.ts';
import { ENVELOPE } from '../../../shared/sizes.ts';

/*
 * A hospital and a relay in memory, honest and exact: what an install sends is opened with the real keys, so a test
 * can say what arrived. Not the relay of this project, but a second reading of the protocol to hold the install to.
 */

export const START_SECONDS = 1_764_000_000;
const WEEK = 7 * 86_400;

/** SHA-256 in counter mode: the same bytes for the same seed. */
export function seededRandom(seed: number): RandomBytes {
  let counter = 0;
  return (length) => {
    const blocks: Bytes[] = [];
    for (let made = 0; made < length; made += 32) blocks.push(sha256(u32(seed), u32(counter++)));
    return slice(concat(...blocks), 0, length);
  };
}

export type SimulatedSite = ReturnType<typeof simulatedSite>;

export function simulatedSite(seed = 1) {
  const random = seededRandom(seed);
  const root = newSigningKeyPair(random);
  const relay = newSigningKeyPair(random);
  const mailroom = newSigningKeyPair(random);
  const member = newSigningKeyPair(random);
  const memberBox = newBoxKeyPair(random);
  /** On the same desk, for what needs two. */
  const colleague = signingKeyPairOf(sha256(u32(seed)));
  const staffKey = random(32);
  const desk = newBoxKeyPair(random);
  const intakeKeys: { pair: BoxKeyPair; from: number; until: number }[] = [];
  const hops: { pair: BoxKeyPair; from: number; until: number }[] = [];
  let now = START_SECONDS;
  let indexSerial = 1;

  const keyring: Keyring = {
    v: 1,
    serial: 1,
    previous: null,
    issued: '2025-11-24',
    org: { id: 'northgate', name: 'Northgate' },
    operator: { name: 'Patient Council', own: false },
    mailroom: mailroom.publicKey,
    members: [
      { label: 'partner', sign: member.publicKey, box: memberBox.publicKey, until: '2030-01-01' },
      { label: 'guardian', sign: colleague.publicKey, box: memberBox.publicKey, until: '2030-01-01' },
    ],
    desks: [
      {
        id: 1,
        slug: 'patient-safety',
        name: 'Patient Safety',
        kinds: ['near_miss', 'incident', 'hazard', 'good_care', 'staff', 'culture'],
        independent: true,
        members: [kidOf(member.publicKey), kidOf(colleague.publicKey)],
      },
    ],
  };
  const bulletin: Bulletin = {
    v: 1,
    serial: 1,
    issued: '2025-11-24',
    language: 'en',
    emergency: { label: 'Someone in danger now?', number: '2222' },
    fallback: { phone: '4411', paper: 'the yellow form' },
    places: [],
    support: [],
    stories: [],
    notices: [],
  };

  const site = {
    root,
    relay,
    mailroom,
    member,
    colleague,
    staffKey,
    desk,
    keyring,
    bulletin,
    /** What an install is told. */
    pins: { rootKey: root.publicKey, relayKey: relay.publicKey, staffKey: slice(staffKey, 0) },
    files: {} as Record<Exclude<PublicName, 'manifest'>, Bytes>,
    manifest: null as unknown as Manifest,
    manifestBytes: new Uint8Array() as Bytes,
    /** Manifests of the last two hours. */
    accepted: [] as { bytes: Bytes; time: number }[],
    /** SHA-256(INTAKE) in hexadecimal, each once, with what the mailroom finds in it. */
    drop: new Map<string, 'cover' | string>(),
    /** Every envelope that the mailroom found, by its name in `drop`. */
    envelopes: new Map<string, Bytes>(),
    requests: [] as string[],
    /** Reply packs by their name. */
    packs: new Map<string, Bytes>(),
    now: () => now,
    pass(seconds: number): void {
      now += seconds;
      site.keep();
    },
    /** Makes the keys that are due, forgets those that are over, and issues a manifest. */
    keep(): void {
      while ((intakeKeys.at(-1)?.until ?? 0) <= now + WEEK) {
        const from = intakeKeys.at(-1)?.until ?? now - 3600;
        intakeKeys.push({ pair: newBoxKeyPair(random), from, until: from + WEEK });
        site.files.keys = keysFile();
      }
      while ((hops.at(-1)?.from ?? 0) <= now) {
        // After weeks, none that would be destroyed at once.
        const from = Math.max(hops.at(-1)?.until ?? now, now - 7200);
        hops.push({ pair: newBoxKeyPair(random), from, until: from + 3600 });
      }
      // Destroyed two hours after it began.
      while ((hops[0]?.from ?? now) + 7200 <= now) hops.shift();
      site.issue();
    },
    issue(): void {
      const current = hops.findLast((hop) => hop.from <= now) ?? hops[0];
      const next = hops.at(-1);
      if (current === undefined || next === undefined) throw new Error('no hop key');
      const record = (hop: typeof current) => ({
        publicKey: hop.pair.publicKey,
        fromSeconds: hop.from,
        untilSeconds: hop.until,
      });
      site.manifest = {
        number: (site.manifest?.number ?? 0) + 1,
        timeSeconds: now,
        crowd: 2345,
        hop: record(current),
        nextHop: record(next),
        files: {
          keys: sha256(site.files.keys),
          bulletin: sha256(site.files.bulletin),
          index: sha256(site.files.index),
        },
      };
      site.manifestBytes = signManifest(site.manifest, relay.seed);
      site.accepted = [...site.accepted, { bytes: site.manifestBytes, time: now }].filter(
        ({ time }) => time > now - 7200,
      );
    },
    get(name: PublicName): Bytes {
      site.requests.push(name);
      return name === 'manifest' ? site.manifestBytes : site.files[name];
    },
    pack(name: string): Bytes | undefined {
      site.requests.push(`pack ${name}`);
      return site.packs.get(name);
    },
    /** Publishes an index of packs, newest day first; any 32,768 bytes serve as a pack here. */
    publish(days: readonly { readonly day: string; readonly packs: readonly Bytes[] }[]): void {
      indexSerial++;
      site.packs = new Map(
        days.flatMap(({ packs }) => packs.map((pack) => [toBase64url(sha256(pack)), pack] as const)),
      );
      const listed = days.map(({ day, packs }) => ({ day, packs: packs.map((pack) => sha256(pack)) }));
      site.files.index = signReplyIndex({ serial: indexSerial, days: listed }, mailroom.seed);
      site.issue();
    },
    /** The relay's answer to a cell, after what it holds is in the drop. */
    post(cell: Bytes): Bytes {
      site.requests.push('cell');
      const opened = hops
        .map((hop) => ({ hop, found: openCell(cell, hop.pair) }))
        .find(({ found }) => found !== null);
      if (opened?.found == null) return encodeAnswer('refused', null, site.manifestBytes, random);
      const { intake, manifestHash, staffTag } = opened.found;
      const answer = (status: 'refused' | 'stale' | 'stored') =>
        encodeAnswer(status, intake, site.manifestBytes, random);
      const tag = staffTagOf(staffKey, opened.hop.pair.publicKey, manifestHash, intake);
      if (!equalBytes(tag, staffTag)) return answer('refused');
      if (!site.accepted.some(({ bytes }) => equalBytes(manifestHashOf(bytes), manifestHash)))
        return answer('stale');
      const inside = intakeKeys
        .filter((key) => now < key.until + 28 * 86_400)
        .map((key) => openIntake(intake, key.pair))
        .find((found) => found !== null);
      if (inside === undefined) return answer('refused');
      const name = inside === 'cover' ? inside : toBase64url(sha256(inside.envelope));
      if (inside !== 'cover') site.envelopes.set(name, inside.envelope);
      site.drop.set(Buffer.from(sha256(intake)).toString('hex'), name);
      return answer('stored');
    },
    /** Which envelopes the mailroom found, each as often as it came in an INTAKE of its own. */
    arrived(): string[] {
      return [...site.drop.values()].filter((found) => found !== 'cover');
    },
    /** An envelope of the right size, by which it is known again. */
    envelope(): { content: { desk: number; deskKid: Bytes; envelope: Bytes }; name: string } {
      const envelope = random(ENVELOPE);
      return {
        content: { desk: 1, deskKid: kidOf(desk.publicKey), envelope },
        name: toBase64url(sha256(envelope)),
      };
    },
    random,
  };

  function keysFile(): Bytes {
    const deskRecord = signKeyRecord(
      { desk: 1, key: desk.publicKey, from: START_SECONDS - WEEK, until: START_SECONDS + 52 * WEEK },
      member,
    );
    const records: SignedKeyRecord[] = intakeKeys
      .filter((key) => now < key.until)
      .map(({ pair, from, until }) => signKeyRecord({ desk: 0, key: pair.publicKey, from, until }, mailroom));
    return encodeKeysFile(signKeyring(keyring, root.seed), [...records, deskRecord]);
  }

  site.files.bulletin = signBulletin(bulletin, member);
  site.files.index = signReplyIndex({ serial: 1, days: [] }, mailroom.seed);
  site.keep();
  return site;
}
