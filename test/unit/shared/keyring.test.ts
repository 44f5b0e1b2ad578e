import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import { textOf, utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import {
  activeMembers,
  checkSuccession,
  deskOf,
  type Keyring,
  memberOf,
  signKeyring,
  verifyKeyring,
} from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { signBlob } from '../../../shared/signing.ts';
import {
  amal,
  berit,
  keyring,
  keyringBlob,
  mailroom,
  PEOPLE,
  root,
  SAFETY,
  stranger,
} from '../../vectors/cast.ts';
import { codeOf, laterCodeOf } from './code-of.ts';

const [safety, people] = keyring.desks;
if (safety === undefined || people === undefined) throw new Error('the cast has lost a desk');

/** As much of a keyring's JSON as the changes below reach into. */
interface PlainKeyring {
  readonly desks: readonly [object, object];
  readonly members: readonly [object, object, object];
}

/** The keyring as JSON with one thing changed, signed by the root. */
function signedWith(change: (json: PlainKeyring) => void): Uint8Array {
  const json = JSON.parse(textOf(keyringBlob.subarray(64)));
  change(json);
  return signBlob('candor keyring 1', root.seed, utf8(JSON.stringify(json)));
}

describe('a keyring', () => {
  it('reads back to whoever pinned the root', async () => {
    expect(await verifyKeyring(keyringBlob, root.publicKey)).toEqual(keyring);
  });

  it('of another root does not match the pin', async () => {
    expect(await laterCodeOf(verifyKeyring(keyringBlob, stranger.signing.publicKey))).toBe('bad-signature');
    const forged = signKeyring(keyring, stranger.signing.seed);
    expect(await laterCodeOf(verifyKeyring(forged, root.publicKey))).toBe('bad-signature');
  });

  it('signed as something else is none', async () => {
    const other = signBlob('candor bulletin 1', root.seed, keyringBlob.subarray(64));
    expect(await laterCodeOf(verifyKeyring(other, root.publicKey))).toBe('bad-signature');
  });

  it.each<[string, (json: PlainKeyring) => void]>([
    ['an unknown field', (json) => Object.assign(json, { more: 1 })],
    ['an unknown field of a desk', (json) => Object.assign(json.desks[0], { more: 1 })],
    ['serial 0', (json) => Object.assign(json, { serial: 0 })],
    ['no desk', (json) => Object.assign(json, { desks: [] })],
    ['a desk numbered 0', (json) => Object.assign(json.desks[0], { id: 0 })],
    ['a desk numbered 256', (json) => Object.assign(json.desks[0], { id: 256 })],
    ['two desks with one number', (json) => Object.assign(json.desks[1], { id: SAFETY })],
    ['two desks with one slug', (json) => Object.assign(json.desks[1], { slug: 'patient-safety' })],
    ['a kind nobody knows', (json) => Object.assign(json.desks[0], { kinds: ['gossip'] })],
    ['a member nobody knows', (json) => Object.assign(json.desks[0], { members: ['AAAAAA'] })],
    [
      'a member twice on one desk',
      (json) =>
        Object.assign(json.desks[0], {
          members: Array(2).fill(toBase64url(kidOf(berit.signing.publicKey))),
        }),
    ],
    [
      'two members with one signing key',
      (json) => Object.assign(json.members[1], { sign: toBase64url(amal.signing.publicKey) }),
    ],
    [
      'a member who signs with the key of the mailroom',
      (json) => Object.assign(json.members[2], { sign: toBase64url(mailroom.publicKey) }),
    ],
    ['a key of 31 bytes', (json) => Object.assign(json, { mailroom: 'A'.repeat(42) })],
    ['a day that does not exist', (json) => Object.assign(json, { issued: '2026-13-01' })],
  ])('with %s is refused although the root signed it', async (_, change) => {
    expect(await laterCodeOf(verifyKeyring(signedWith(change), root.publicKey))).toBe('bad-public-file');
  });

  it('that nobody could verify is not signed', () => {
    expect(codeOf(() => signKeyring({ ...keyring, serial: 0 }, root.seed))).toBe('bad-public-file');
    expect(codeOf(() => signKeyring({ ...keyring, desks: [safety, safety] }, root.seed))).toBe(
      'bad-public-file',
    );
    const lost = { ...safety, members: [kidOf(stranger.signing.publicKey)] };
    expect(codeOf(() => signKeyring({ ...keyring, desks: [lost] }, root.seed))).toBe('bad-public-file');
  });

  it('knows its desks and members', () => {
    expect(deskOf(keyring, PEOPLE)?.slug).toBe('people');
    expect(deskOf(keyring, 9)).toBeUndefined();
    expect(memberOf(keyring, kidOf(berit.signing.publicKey))?.label).toBe('Berit, patient safety');
    expect(memberOf(keyring, kidOf(stranger.signing.publicKey))).toBeUndefined();
  });

  it('counts a membership through its last day and not beyond', () => {
    const labels = (day: string): string[] => activeMembers(keyring, people, day).map(({ label }) => label);
    expect(labels('2026-11-24')).toEqual(['Amal, safety and people', 'Chidi, people']);
    expect(labels('2026-11-25')).toEqual(['Amal, safety and people']);
    expect(labels('2027-02-21')).toEqual([]);
  });
});

describe('the next keyring', () => {
  const signed = (changes: Partial<Keyring>): { keyring: Keyring; blob: Uint8Array } => {
    const next = { ...keyring, ...changes };
    return { keyring: next, blob: signKeyring(next, root.seed) };
  };
  const known = { keyring, blob: keyringBlob };
  const second = signed({ serial: 2, previous: sha256(keyringBlob) });

  it('may be the same bytes again', () => {
    expect(codeOf(() => checkSuccession(known, { keyring, blob: Uint8Array.from(keyringBlob) }))).toBe(
      'no error',
    );
  });

  it('follows when it names the one before it', () => {
    expect(codeOf(() => checkSuccession(known, second))).toBe('no error');
  });

  it('with a lower serial is stale', () => {
    expect(codeOf(() => checkSuccession(second, known))).toBe('stale');
  });

  it('with the same serial and other words is stale', () => {
    expect(codeOf(() => checkSuccession(known, signed({ issued: '2026-11-26' })))).toBe('stale');
  });

  it.each([
    ['nothing', null],
    ['another keyring', sha256(utf8('another'))],
  ])('with the next serial that names %s is refused', (_, previous) => {
    expect(codeOf(() => checkSuccession(known, signed({ serial: 2, previous })))).toBe('bad-public-file');
  });

  it('may come after some that were missed', () => {
    const fifth = signed({ serial: 5, previous: sha256(utf8('the fourth')) });
    expect(codeOf(() => checkSuccession(known, fifth))).toBe('no error');
  });

  it('of another organisation is refused, since every receipt would be lost', () => {
    const org = { id: 'elsewhere-trust', name: 'Elsewhere Trust' };
    const renamed = { id: keyring.org.id, name: 'A new name' };
    expect(codeOf(() => checkSuccession(known, signed({ serial: 7, org })))).toBe('bad-public-file');
    expect(codeOf(() => checkSuccession(known, signed({ serial: 7, org: renamed })))).toBe('no error');
  });
});
