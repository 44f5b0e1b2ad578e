import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import { textOf, utf8 } from '../../../shared/bytes.ts';
import { kidOf } from '../../../shared/kid.ts';
import { encodeMemberCard, verifyMemberCard } from '../../../shared/member-card.ts';
import {
  parseMemberBackup,
  SHORTEST_PASSPHRASE,
  unwrapMemberKeys,
  wrapMemberKeys,
} from '../../../shared/member-keys.ts';
import { amal, berit } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf, laterCodeOf } from './code-of.ts';

const random = seededRandom('backups');
const passphrase = 'correct horse battery';
const file = await wrapMemberKeys(amal, 'Amal', passphrase, random);

describe("a member's backup", { timeout: 60_000 }, () => {
  it('opens with the passphrase it was wrapped with', async () => {
    expect(await unwrapMemberKeys(parseMemberBackup(file), passphrase)).toEqual(amal);
  });

  it('says whose it is without being opened, and holds no key in the clear', () => {
    expect(parseMemberBackup(file).label).toBe('Amal');
    const text = textOf(file);
    for (const secret of [amal.signing.seed, amal.box.secretKey]) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64url').slice(2, 20));
    }
  });

  it.each(['correct horse batterz', '', 'Correct horse battery', 'correct horse battery '])(
    'refuses the passphrase "%s" and says nothing else',
    async (wrong) => {
      expect(await laterCodeOf(unwrapMemberKeys(parseMemberBackup(file), wrong))).toBe('wrong-passphrase');
    },
  );

  it('opens however the keyboard composes its letters', async () => {
    const composed = await wrapMemberKeys(amal, 'Amal', 'zwölf Nächte lang', random);
    const decomposed = 'zwölf Nächte lang'.normalize('NFD');
    expect(await laterCodeOf(unwrapMemberKeys(parseMemberBackup(composed), decomposed))).toBe('no error');
  });

  it('is not made with a short passphrase, counted after normalising', async () => {
    const short = 'a'.repeat(SHORTEST_PASSPHRASE - 1);
    expect(await laterCodeOf(wrapMemberKeys(amal, 'Amal', short, random))).toBe('bad-request');
    // Eleven letters that are twelve code units before they are composed.
    const composing = `${'a'.repeat(SHORTEST_PASSPHRASE - 2)}e\u0301`;
    expect(await laterCodeOf(wrapMemberKeys(amal, 'Amal', composing, random))).toBe('bad-request');
  });

  it('survives what mail programs and editors do to it', async () => {
    const carried = utf8(`${JSON.stringify(JSON.parse(textOf(file)), null, 2)}\r\n`);
    expect(await unwrapMemberKeys(parseMemberBackup(carried), passphrase)).toEqual(amal);
  });

  it.each<[string, (json: Record<string, unknown>) => void]>([
    ['a short salt', (json) => Object.assign(json, { salt: 'AAAA' })],
    ['a short nonce', (json) => Object.assign(json, { nonce: 'AAAA' })],
    ['nothing sealed', (json) => Object.assign(json, { sealed: '' })],
    [
      'the kid of a colleague',
      (json) => Object.assign(json, { kid: toBase64url(kidOf(berit.signing.publicKey)) }),
    ],
  ])('with %s does not open', async (_, change) => {
    const json = JSON.parse(textOf(file));
    change(json);
    const backup = parseMemberBackup(utf8(JSON.stringify(json)));
    expect(await laterCodeOf(unwrapMemberKeys(backup, passphrase))).toBe('wrong-passphrase');
  });

  it.each([
    ['another kind of file', { what: 'candor member card' }],
    ['an unknown field', { more: 1 }],
    ['another version', { v: 2 }],
  ])('that is %s is refused', (_, change) => {
    const json = { ...JSON.parse(textOf(file)), ...change };
    expect(codeOf(() => parseMemberBackup(utf8(JSON.stringify(json))))).toBe('bad-public-file');
  });
});

describe("a member's card", { timeout: 60_000 }, () => {
  it('hands over public keys that the member vouches for', async () => {
    expect(await verifyMemberCard(encodeMemberCard('Berit', berit))).toEqual({
      label: 'Berit',
      sign: berit.signing.publicKey,
      box: berit.box.publicKey,
    });
  });

  it('holds no secret', () => {
    const text = textOf(encodeMemberCard('Berit', berit));
    for (const secret of [berit.signing.seed, berit.box.secretKey]) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64url').slice(2, 20));
    }
  });

  it("with another's box key put in is refused", async () => {
    const mixed = encodeMemberCard('Berit', { signing: berit.signing, box: amal.box });
    const honest = JSON.parse(textOf(encodeMemberCard('Berit', berit)));
    const blob = Buffer.from(JSON.parse(textOf(mixed)).blob, 'base64url').subarray(64);
    const signature = Buffer.from(honest.blob, 'base64url').subarray(0, 64);
    const forged = { ...honest, blob: Buffer.concat([signature, blob]).toString('base64url') };
    expect(await laterCodeOf(verifyMemberCard(utf8(JSON.stringify(forged))))).toBe('bad-signature');
  });

  it('signed by somebody else than it names is refused', async () => {
    const own = JSON.parse(textOf(encodeMemberCard('Berit', berit)));
    const other = JSON.parse(textOf(encodeMemberCard('Berit', amal)));
    for (const forged of [
      { ...own, sign: other.sign },
      { ...own, blob: other.blob },
    ]) {
      expect(await laterCodeOf(verifyMemberCard(utf8(JSON.stringify(forged))))).toBe('bad-signature');
    }
  });

  it('may have gained a line end on the way', async () => {
    const carried = utf8(`${textOf(encodeMemberCard('Berit', berit))}\n`);
    expect(await laterCodeOf(verifyMemberCard(carried))).toBe('no error');
  });
});
