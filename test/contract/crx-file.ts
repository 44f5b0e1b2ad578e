import { createHash, createPublicKey, createVerify } from 'node:crypto';
import { unzipSync } from 'fflate';

/*
 * A CRX3 file as Chromium reads it (components/crx_file/crx3.proto, crx_verifier.cc), written a second time here.
 */

export interface CrxFile {
  /** Named by the signed header: 32 letters a to p. */
  readonly id: string;
  /** Computed from the public key inside. */
  readonly idOfKey: string;
  readonly signatureHolds: boolean;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export function readCrx(bytes: Buffer): CrxFile {
  if (bytes.toString('latin1', 0, 4) !== 'Cr24' || bytes.readUInt32LE(4) !== 3) throw new Error('not CRX3');
  const headerEnd = 12 + bytes.readUInt32LE(8);
  const header = fieldsOf(bytes.subarray(12, headerEnd));
  const zip = bytes.subarray(headerEnd);
  const proof = fieldsOf(only(header, 2));
  const signedHeader = only(header, 10_000);
  const publicKey = only(proof, 1);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signedHeader.length);
  const verify = createVerify('sha256');
  for (const part of [Buffer.from('CRX3 SignedData\0', 'latin1'), length, signedHeader, zip])
    verify.update(part);
  return {
    id: letters(only(fieldsOf(signedHeader), 1)),
    idOfKey: letters(createHash('sha256').update(publicKey).digest().subarray(0, 16)),
    signatureHolds: verify.verify(
      createPublicKey({ key: publicKey, format: 'der', type: 'spki' }),
      only(proof, 2),
    ),
    files: unzipSync(zip),
  };
}

function letters(bytes: Buffer): string {
  return bytes
    .toString('hex')
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** The length-delimited fields of a protobuf message; the header of a CRX has no others. */
function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = number();
    if (tag % 8 !== 2) throw new Error('unexpected field');
    const length = number();
    fields.set(Math.floor(tag / 8), bytes.subarray(at, at + length));
    at += length;
  }
  return fields;
}

function only(fields: Map<number, Buffer>, number: number): Buffer {
  const value = fields.get(number);
  if (value === undefined) throw new Error(`no field ${number}`);
  return value;
}
