import { blake2b, openSealedBox, sha256, verify } from './second-primitives.ts';

/* What every reader of the second implementation needs: signed JSON, kids, boxes, texts and numbers. */

/** A vector's inputs as they stand in its file. */
export type Input = Readonly<Record<string, unknown>>;

export function signedJson(context: string, blob: Buffer, publicKey: Buffer): Record<string, unknown> {
  verify(publicKey, blob.subarray(0, 64), text(context), blob.subarray(64));
  return json(blob.subarray(64));
}

export function opened(secret: Buffer, sealed: Buffer, length: number): Buffer {
  const inside = openSealedBox(secret, sealed);
  if (inside?.length !== length) throw new Error('does not open to the right length');
  return inside;
}

export function kid(publicKey: Buffer): string {
  return hexOf(blake2b(4, text('candor kid 1'), publicKey));
}

export function sameKid(given: Buffer, publicKey: Buffer): string {
  if (hexOf(given) !== kid(publicKey)) throw new Error('another kid');
  return hexOf(given);
}

/** The seeded source of the vectors: SHA-256("candor vectors LABEL " ‖ u32 counter), one after the other. */
export function seeded(label: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(at);
    return sha256(text(`candor vectors ${label} `), counter);
  });
  return Buffer.concat(blocks).subarray(0, length);
}

export function bitsOf(bytes: Buffer): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

export function json(bytes: Buffer): Record<string, unknown> {
  return JSON.parse(bytes.toString('utf8'));
}

export function text(value: string): Buffer {
  return Buffer.from(value, 'utf8');
}

export function hex(input: Input, name: string): Buffer {
  return Buffer.from(String(input[name]), 'hex');
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function base64url(hexText: string): string {
  return Buffer.from(hexText, 'hex').toString('base64url');
}

export function fromBase64(value: unknown): Buffer {
  return Buffer.from(String(value), 'base64url');
}
