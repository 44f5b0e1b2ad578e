import { type Bytes, equalBytes, slice } from './bytes.ts';
import { type BoxKeyPair, openSealed, openSealedUnder } from './sealed-box.ts';

/*
 * Opening many sealed boxes: nearly all of the time goes into one X25519 multiplication each, which most platforms offer
 * natively and about eight times faster than tweetnacl. Only that step is theirs; key derivation and the box stay ours.
 */

/** Does what `openSealed` does, to the byte. */
export type OpenBox = (keyPair: BoxKeyPair, sealed: Uint8Array) => Promise<Bytes | null>;

type SecretKey = ReturnType<typeof secretKeyOf>;

const SHARED_BITS = 256;
/** RFC 8410 §7: a PKCS #8 private key of id-X25519, up to the 32 bytes of the key itself. */
const PKCS8_HEAD = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20];

/** RFC 7748 §5.2, the second vector: its point has the highest bit set, which must be ignored. */
const KNOWN = {
  secret: '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
  point: 'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
  shared: '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
};

/** With the platform's X25519 where it gives a known answer, with tweetnacl where it does not or has none. */
export async function quickestOpenBox(): Promise<OpenBox> {
  return (await nativeOpenBox()) ?? (async (keyPair, sealed) => openSealed(keyPair, sealed));
}

/** `null` where the platform has no X25519, or one that gets a published vector wrong or takes a point of low order. */
export async function nativeOpenBox(): Promise<OpenBox | null> {
  try {
    const secret = await secretKeyOf(fromHex(KNOWN.secret));
    const shared = await sharedWith(secret, fromHex(KNOWN.point));
    if (shared === null || !equalBytes(shared, fromHex(KNOWN.shared))) return null;
    const none = await sharedWith(secret, new Uint8Array(32));
    // Some give zeros where others refuse: `openSealedUnder` knows them.
    if (none?.some((byte) => byte !== 0)) return null;
  } catch {
    return null;
  }
  // As long as somebody holds the pair: a wiped pair is no longer held.
  const secrets = new WeakMap<BoxKeyPair, SecretKey>();
  return async (keyPair, sealed) => {
    const secret = secrets.get(keyPair) ?? secretKeyOf(keyPair.secretKey);
    secrets.set(keyPair, secret);
    const point = slice(sealed, 0, 32);
    const shared = point.length < 32 ? null : await sharedWith(await secret, point);
    return shared === null ? null : openSealedUnder(keyPair.publicKey, sealed, shared);
  };
}

function secretKeyOf(secretKey: Uint8Array) {
  const encoded = new Uint8Array([...PKCS8_HEAD, ...secretKey]);
  return crypto.subtle.importKey('pkcs8', encoded, { name: 'X25519' }, false, ['deriveBits']);
}

/** X25519 of a secret key and a point; `null` where the platform refuses the point, which is of low order then. */
async function sharedWith(secret: Awaited<SecretKey>, point: Bytes): Promise<Bytes | null> {
  // RFC 7748 §5: the highest bit is to be ignored. Firefox does not, for some points.
  const masked = point.slice();
  masked[31] = (masked[31] ?? 0) & 0x7f;
  try {
    const publicKey = await crypto.subtle.importKey('raw', masked, { name: 'X25519' }, false, []);
    const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: publicKey }, secret, SHARED_BITS);
    return new Uint8Array(shared);
  } catch {
    return null;
  }
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
