import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, slice } from '../../../shared/bytes.ts';
import { type Manifest, manifestHashOf, signManifest, verifyManifest } from '../../../shared/manifest.ts';
import { sign } from '../../../shared/signing.ts';
import { MANIFEST, MANIFEST_HASH, SIGNATURE } from '../../../shared/sizes.ts';
import { hop, nextHop, relay, stranger } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf, laterCodeOf } from './code-of.ts';

const random = seededRandom('manifests');
const manifest: Manifest = {
  number: 1,
  timeSeconds: 2,
  crowd: 3,
  hop: { publicKey: hop.publicKey, fromSeconds: 4, untilSeconds: 5 },
  nextHop: { publicKey: nextHop.publicKey, fromSeconds: 6, untilSeconds: 0xffffffff },
  files: { keys: random(32), bulletin: random(32), index: random(32) },
};

describe('a manifest', () => {
  it('is 256 bytes and reads back to the pinned relay', async () => {
    const signed = signManifest(manifest, relay.seed);
    expect(signed).toHaveLength(MANIFEST);
    expect(await verifyManifest(signed, relay.publicKey)).toEqual(manifest);
  });

  it('reads back whatever its numbers', async () => {
    const number = fc.integer({ min: 0, max: 0xffffffff });
    await fc.assert(
      fc.asyncProperty(number, number, number, number, async (a, b, c, d) => {
        const other = {
          ...manifest,
          number: a,
          timeSeconds: b,
          crowd: c,
          hop: { ...manifest.hop, untilSeconds: d },
        };
        expect(await verifyManifest(signManifest(other, relay.seed), relay.publicKey)).toEqual(other);
      }),
      { numRuns: 25 },
    );
  });

  it('by any other identity does not match the pin', async () => {
    const signed = signManifest(manifest, stranger.signing.seed);
    expect(await laterCodeOf(verifyManifest(signed, relay.publicKey))).toBe('bad-signature');
  });

  it('signed without its label is none', async () => {
    const payload = slice(signManifest(manifest, relay.seed), 0, MANIFEST - SIGNATURE);
    const signed = concat(payload, sign(relay.seed, payload));
    expect(await laterCodeOf(verifyManifest(signed, relay.publicKey))).toBe('bad-signature');
  });

  it.each([0, MANIFEST - 1, MANIFEST + 1])('of %i bytes is none', async (length) => {
    expect(await laterCodeOf(verifyManifest(new Uint8Array(length), relay.publicKey))).toBe('bad-length');
  });

  it.each([
    ['a number that does not fit', { ...manifest, number: 2 ** 32 }],
    ['half a second', { ...manifest, timeSeconds: 1.5 }],
    ['a short hop key', { ...manifest, hop: { ...manifest.hop, publicKey: random(31) } }],
    ['a long hash', { ...manifest, files: { ...manifest.files, index: random(33) } }],
  ])('with %s is not signed', (_, wrong) => {
    expect(codeOf(() => signManifest(wrong, relay.seed))).toBe('bad-length');
  });

  it('is named by eight bytes that any change of it changes', () => {
    const name = manifestHashOf(signManifest(manifest, relay.seed));
    expect(name).toHaveLength(MANIFEST_HASH);
    expect(manifestHashOf(signManifest({ ...manifest, crowd: 4 }, relay.seed))).not.toEqual(name);
  });
});
