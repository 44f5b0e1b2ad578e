import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import {
  type Bulletin,
  type Place,
  rolledUp,
  SMALLEST_PLACE,
  signBulletin,
  verifyBulletin,
} from '../../../shared/bulletin.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { kidOf } from '../../../shared/kid.ts';
import { signBlob } from '../../../shared/signing.ts';
import { berit, keyring, mailroom, root, stranger } from '../../vectors/cast.ts';
import { bulletin } from '../../vectors/kinds-public.ts';
import { codeOf, laterCodeOf } from './code-of.ts';

describe('a bulletin', () => {
  it('by a member of any desk reads back', async () => {
    expect(await verifyBulletin(signBulletin(bulletin, berit.signing), keyring)).toEqual(bulletin);
  });

  it.each([
    ['a stranger', stranger.signing],
    ['the mailroom', mailroom],
    ['the root', root],
  ])('by %s is not theirs to sign', async (_, signer) => {
    expect(await laterCodeOf(verifyBulletin(signBulletin(bulletin, signer), keyring))).toBe('not-yours');
  });

  it('by a member who sits on no desk is not theirs to sign', async () => {
    const without = { ...keyring, desks: keyring.desks.map((desk) => ({ ...desk, members: [] })) };
    expect(await laterCodeOf(verifyBulletin(signBulletin(bulletin, berit.signing), without))).toBe(
      'not-yours',
    );
  });

  it('by a member who has left since stands, and they sign no other', async () => {
    const left = (day: string) => ({
      ...keyring,
      former: [{ label: 'Gone', sign: stranger.signing.publicKey, desks: [1], left: day }],
    });
    const file = signBulletin(bulletin, stranger.signing);
    expect(await verifyBulletin(file, left(bulletin.issued))).toEqual(bulletin);
    expect(await laterCodeOf(verifyBulletin(file, left('2020-01-01')))).toBe('not-yours');
  });

  it('in the name of a member has a bad signature', async () => {
    const forged = jsonBytes({
      v: 1,
      by: toBase64url(kidOf(berit.signing.publicKey)),
      blob: toBase64url(signBlob('candor bulletin 1', stranger.signing.seed, jsonBytes(bulletin))),
    });
    expect(await laterCodeOf(verifyBulletin(forged, keyring))).toBe('bad-signature');
  });

  it.each<[string, object]>([
    ['a link that is not https', { incidentSystem: { label: 'Report', url: 'javascript:alert(1)' } }],
    ['a link without encryption', { incidentSystem: { label: 'Report', url: 'http://incidents.example' } }],
    ['a place code with a space', { places: [{ code: 'ward 7', label: 'Ward 7', staff: 40 }] }],
    ['a place with no number of staff', { places: [{ code: 'ward-7', label: 'Ward 7' }] }],
    ['a week that is none', { stories: [{ said: 'a', did: 'b', week: 'last week' }] }],
    ['an unknown field', { more: 1 }],
    ['a language that is none', { language: 'English' }],
    ['serial 0', { serial: 0 }],
  ])('with %s is not signed', (_, wrong) => {
    expect(codeOf(() => signBulletin({ ...bulletin, ...wrong } as Bulletin, berit.signing))).toBe(
      'bad-public-file',
    );
  });

  it.each([[utf8('')], [utf8('{}')], [new Uint8Array([0xff])]])('of other bytes is none', async (bytes) => {
    expect(await laterCodeOf(verifyBulletin(bytes, keyring))).toBe('bad-public-file');
  });
});

describe('a place that is too small', () => {
  const place = (code: string, staff: number, parent?: string): Place => ({
    code,
    label: code,
    staff,
    ...(parent === undefined ? {} : { parent }),
  });

  it('goes by the nearest place above that is large enough', () => {
    const places = [
      place('site', 500),
      place('wing', 9, 'site'),
      place('ward', 10, 'wing'),
      place('big', 11, 'wing'),
    ];
    expect(rolledUp(places, 'ward')).toEqual({ code: 'site', rolledUp: true });
    expect(rolledUp(places, 'big')).toEqual({ code: 'big', rolledUp: false });
  });

  it('goes by none where nothing above is large enough, is known, or ends', () => {
    expect(rolledUp([place('a', 3)], 'a')).toEqual({ code: null, rolledUp: true });
    expect(rolledUp([place('a', 3, 'gone')], 'a')).toEqual({ code: null, rolledUp: true });
    expect(rolledUp([place('a', 3, 'b'), place('b', 3, 'a')], 'a')).toEqual({ code: null, rolledUp: true });
    expect(rolledUp([place('a', 3, 'a')], 'a')).toEqual({ code: null, rolledUp: true });
    expect(rolledUp([], 'a')).toEqual({ code: null, rolledUp: true });
  });

  it('never names a place with fewer staff than it takes, whatever the tree', () => {
    const codes = ['a', 'b', 'c', 'd', 'e'];
    const trees = fc.tuple(
      ...codes.map((code) =>
        fc
          .tuple(fc.nat(30), fc.option(fc.constantFrom(...codes)))
          .map(([staff, parent]) => place(code, staff, parent ?? undefined)),
      ),
    );
    fc.assert(
      fc.property(trees, fc.constantFrom(...codes), (places, picked) => {
        const { code, rolledUp: up } = rolledUp(places, picked);
        const named = places.find((candidate) => candidate.code === code);
        expect(code === null || (named?.staff ?? 0) >= SMALLEST_PLACE).toBe(true);
        expect(up).toBe(code !== picked);
      }),
    );
  });
});
