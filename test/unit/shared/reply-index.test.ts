import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { signReplyIndex, verifyReplyIndex } from '../../../shared/reply-index.ts';
import { signBlob } from '../../../shared/signing.ts';
import { amal, mailroom } from '../../vectors/cast.ts';
import { laterCodeOf } from './code-of.ts';

const index = { serial: 4, days: [{ day: '2026-11-25', packs: [sha256(utf8('a')), sha256(utf8('b'))] }] };

describe('a reply index', () => {
  it('by the mailroom reads back, empty ones too', async () => {
    for (const days of [index.days, []]) {
      const signed = signReplyIndex({ ...index, days }, mailroom.seed);
      expect(await verifyReplyIndex(signed, mailroom.publicKey)).toEqual({ v: 1, serial: 4, days });
    }
  });

  it('by a desk member is refused', async () => {
    const signed = signReplyIndex(index, amal.signing.seed);
    expect(await laterCodeOf(verifyReplyIndex(signed, mailroom.publicKey))).toBe('bad-signature');
  });

  it.each([
    ['serial 0', { v: 1, serial: 0, days: [] }],
    ['a short hash', { v: 1, serial: 1, days: [{ day: '2026-11-25', packs: ['AAAA'] }] }],
    ['an unknown field', { v: 1, serial: 1, days: [], more: 1 }],
    ['more than 400 days', { v: 1, serial: 1, days: Array(401).fill({ day: '2026-11-25', packs: [] }) }],
  ])('with %s is refused although the mailroom signed it', async (_, wrong) => {
    const blob = signBlob('candor reply index 1', mailroom.seed, jsonBytes(wrong));
    const file = jsonBytes({ v: 1, blob: toBase64url(blob) });
    expect(await laterCodeOf(verifyReplyIndex(file, mailroom.publicKey))).toBe('bad-public-file');
  });
});
