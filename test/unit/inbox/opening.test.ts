import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openConcern, openConcernBy, type SealedConcern } from '../../../extension/inbox/opening.ts';
import { firstWords, plainText } from '../../../extension/inbox/words.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, slice, utf8 } from '../../../shared/bytes.ts';
import { newBoxKeyPair, openSealed } from '../../../shared/sealed-box.ts';
import { BODY, ENVELOPE } from '../../../shared/sizes.ts';
import { nativeOpenBox, type OpenBox, quickestOpenBox } from '../../../shared/x25519.ts';
import { envelopeOf, sealedBody, sealedConcern, seededRandom, TODAY } from './desk-fixture.ts';

const random = seededRandom(3);
const desk = newBoxKeyPair(random);
const on = (item: { id: string; deskKid: string; envelope: string }): SealedConcern => ({
  ...item,
  desk: 1,
  releaseDay: TODAY,
});
const deflated = (text: string): Bytes => slice(deflateSync(utf8(text), { level: 9 }), 0);
const hostile = (body: Bytes) => openConcern(on(sealedBody(desk.publicKey, body, random)), desk).state;

describe('opening an envelope', () => {
  it('gives the concern and says that words make it more than a signal', () => {
    const words = { what: 'The pump alarm was silenced.' };
    const opened = openConcern(
      on(sealedConcern(desk.publicKey, { kind: 'near_miss', t: words }, random)),
      desk,
    );
    expect(opened).toMatchObject({ state: 'read', signal: false, concern: { kind: 'near_miss', t: words } });
    const tile = openConcern(on(sealedConcern(desk.publicKey, { kind: 'hazard' }, random)), desk);
    expect(tile).toMatchObject({ state: 'read', signal: true });
  });

  it('takes a concern whose boxes hold nothing to see for a signal', () => {
    const body = deflated('{"v":1,"tax":"1.0.0","kind":"hazard","t":{"what":" \\u200b\\u202e "}}');
    expect(openConcern(on(sealedBody(desk.publicKey, body, random)), desk)).toMatchObject({ signal: true });
  });

  it.each([
    ['a bomb of 10 MB of nothing', deflated(`{"v":1,"t":{"what":"${' '.repeat(3_000_000)}"}}`)],
    ['deeply nested JSON', deflated(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['bytes that are no deflate', seededRandom(5)(BODY)],
    ['broken UTF-8', slice(deflateSync(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 0)],
    ['a field that does not exist', deflated('{"v":1,"tax":"1.0.0","kind":"hazard","name":"Ada"}')],
    ['an unknown kind', deflated('{"v":1,"tax":"1.0.0","kind":"<script>alert(1)</script>"}')],
    ['a prototype', deflated('{"v":1,"tax":"1.0.0","kind":"hazard","__proto__":{"x":1}}')],
    ['a number', deflated('1')],
    ['nothing', new Uint8Array(0)],
  ])('says "could not be read" to %s', (_, body) => {
    expect(hostile(body)).toBe('unreadable');
  });

  it('does not open what was sealed to another key, is cut short, or is not what its id says', () => {
    const good = on(sealedConcern(desk.publicKey, { kind: 'staff' }, random));
    const other = on(sealedConcern(desk.publicKey, { kind: 'staff' }, random));
    const states = [
      openConcern(good, newBoxKeyPair(random)),
      openConcern(good, undefined),
      openConcern({ ...good, envelope: good.envelope.slice(0, -4) }, desk),
      openConcern({ ...good, envelope: '<img src=x onerror=alert(1)>' }, desk),
      openConcern({ ...good, id: other.id }, desk),
    ].map(({ state }) => state);
    expect(states).toEqual(Array(5).fill('unreadable'));
    expect(openConcern(good, desk).state).toBe('read');
  });

  it('never throws, whatever bytes come', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: ENVELOPE + 8 }),
        fc.uint8Array({ maxLength: 600 }),
        (bytes, body) => {
          const envelope = envelopeOf(slice(bytes, 0), desk.publicKey);
          expect(openConcern(on(envelope), desk).state).toBe('unreadable');
          expect(['read', 'unreadable']).toContain(hostile(slice(body, 0)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names no key of the message when it fails', () => {
    expect(Object.keys(openConcern(on(sealedBody(desk.publicKey, utf8('x'), random)), desk))).toEqual([
      'id',
      'state',
    ]);
  });
});

describe('opening with the X25519 of the platform', () => {
  const withTweetnacl: OpenBox = async (pair, box) => openSealed(pair, box);
  const good = on(
    sealedConcern(desk.publicKey, { kind: 'near_miss', t: { what: 'The lift stopped.' } }, random),
  );
  const lowOrder = new Uint8Array(ENVELOPE);
  const cases: readonly (readonly [string, SealedConcern, typeof desk | undefined])[] = [
    ['a concern', good, desk],
    ['a concern for another key', good, newBoxKeyPair(random)],
    ['a concern whose key is not here', good, undefined],
    ['one that is cut short', { ...good, envelope: good.envelope.slice(0, -4) }, desk],
    ['what is no base64url', { ...good, envelope: '<img src=x onerror=alert(1)>' }, desk],
    ['another one’s id', { ...good, id: sealedBody(desk.publicKey, utf8('x'), random).id }, desk],
    ['a body that is no deflate', on(sealedBody(desk.publicKey, seededRandom(5)(BODY), random)), desk],
    ['a point of low order', on(envelopeOf(lowOrder, desk.publicKey)), desk],
    ['nothing', on(envelopeOf(new Uint8Array(0), desk.publicKey)), desk],
  ];

  it.each(cases)('gives the same for %s', async (name, sealed, key) => {
    const native = await nativeOpenBox();
    if (native === null) throw new Error('Node has X25519');
    const expected = openConcern(sealed, key);
    expect(await openConcernBy(native, sealed, key)).toEqual(expected);
    expect(await openConcernBy(withTweetnacl, sealed, key)).toEqual(expected);
    expect(expected.state).toBe(name === 'a concern' ? 'read' : 'unreadable');
  });

  it('does without where the platform has none, or one that is wrong', async () => {
    const { deriveBits, importKey } = crypto.subtle;
    const broken: readonly Partial<SubtleCrypto>[] = [
      { importKey: () => Promise.reject(new DOMException('', 'NotSupportedError')) },
      { deriveBits: async () => new Uint8Array(32).fill(1).buffer },
      { deriveBits: () => Promise.reject(new Error()) },
    ];
    try {
      for (const wrong of broken) {
        Object.assign(crypto.subtle, wrong);
        expect(await nativeOpenBox()).toBeNull();
        expect(await openConcernBy(await quickestOpenBox(), good, desk)).toMatchObject({ state: 'read' });
        Object.assign(crypto.subtle, { deriveBits, importKey });
      }
      // Right in all that is published, and takes a point of low order.
      const tolerant: SubtleCrypto['deriveBits'] = (...of) =>
        deriveBits.apply(crypto.subtle, of).catch(() => new Uint8Array(32).fill(5).buffer);
      Object.assign(crypto.subtle, { deriveBits: tolerant });
      expect(await nativeOpenBox()).toBeNull();
    } finally {
      Object.assign(crypto.subtle, { deriveBits, importKey });
    }
    expect(await nativeOpenBox()).not.toBeNull();
  });

  it('never rejects, whatever the platform does', async () => {
    const failing: OpenBox = () => Promise.reject(new Error());
    expect(await openConcernBy(failing, good, desk)).toEqual({ id: good.id, state: 'unreadable' });
  });
});

describe('words as they are shown', () => {
  it('cannot be turned round or hidden', () => {
    expect(plainText('pay \u202Etxt.exe\u202C now')).toBe('pay txt.exe now');
    expect(plainText('a\u0000b\u001b[31mc\u2066d\u2069')).toBe('ab[31mcd');
    expect(plainText('one\r\ntwo\u2028three')).toBe('one\ntwo\nthree');
  });

  it('keeps what Arabic, Hebrew, Persian and emoji are written with', () => {
    for (const text of ['نمی\u200cخواهم', 'א\u200Fב', '👩\u200d⚕️', 'قال\u061C (نعم)', 'مُهَنَّد']) {
      expect(plainText(text)).toBe(text);
    }
  });

  it('does not let piled marks reach over the lines above', () => {
    expect(plainText(`a${'\u0301'.repeat(400)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  });

  it('are cut at a word for a row', () => {
    expect(firstWords('One\n\ntwo')).toBe('One two');
    const cut = firstWords('word '.repeat(100));
    expect(cut.length).toBeLessThanOrEqual(161);
    expect(cut).toMatch(/word…$/);
    expect(firstWords('x'.repeat(500))).toMatch(/^x{160}…$/);
  });
});

it('ids are base64url of the hash', () => {
  const item = sealedConcern(desk.publicKey, { kind: 'hazard' }, random);
  expect(item.id).toHaveLength(toBase64url(new Uint8Array(32)).length);
});
