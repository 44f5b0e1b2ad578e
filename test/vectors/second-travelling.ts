import { inflateRawSync } from 'node:zlib';
import { hmac, sha256, verify } from './second-primitives.ts';
import { hex, hexOf, type Input, json, opened, sameKid, seeded, text } from './second-reading.ts';

export function readEnvelope(bytes: Buffer, input: Input): unknown {
  const message = opened(hex(input, 'deskSecret'), bytes, 3903);
  if (message.toString('latin1', 0, 4) !== 'CDd1' || message[5] !== 0) throw new Error('not a message');
  const length = message.readUInt16BE(70);
  if (message.subarray(72 + length).some((byte) => byte !== 0)) throw new Error('dirty padding');
  return {
    type: [undefined, 'concern', 'follow-up', 'answer'][message[4] ?? 0],
    replyPublic: message.toString('hex', 6, 38),
    replyTagKey: message.toString('hex', 38, 70),
    value: json(inflateRawSync(message.subarray(72, 72 + length))),
  };
}

export function readIntake(bytes: Buffer, input: Input): unknown {
  if (bytes.length !== 4014 || bytes[0] !== 1) throw new Error('not an intake');
  const inner = opened(hex(input, 'intakeSecret'), bytes.subarray(5), 3961);
  if (inner.toString('latin1', 0, 4) !== 'CDi1') throw new Error('not an inner');
  const content = {
    desk: inner[5],
    deskKid: inner.toString('hex', 6, 10),
    envelopeSha256: hexOf(sha256(inner.subarray(10))),
  };
  return {
    kid: sameKid(bytes.subarray(1, 5), hex(input, 'intakePublic')),
    content: inner[4] === 0 ? 'cover' : content,
  };
}

export function readCell(bytes: Buffer, input: Input): unknown {
  if (bytes.length !== 4096 || bytes[0] !== 1 || bytes[1] !== 1) throw new Error('not a cell');
  const inside = opened(hex(input, 'hopSecret'), bytes.subarray(6), 4042);
  if (inside.toString('latin1', 0, 4) !== 'CDh1') throw new Error('not a hop');
  const hopPublic = hex(input, 'hopPublic');
  const manifestHash = inside.subarray(20, 28);
  const intake = inside.subarray(28);
  const tag = hmac(hex(input, 'staffKey'), text('candor staff 1'), hopPublic, manifestHash, intake).subarray(
    0,
    16,
  );
  if (!tag.equals(inside.subarray(4, 20))) throw new Error('wrong staff tag');
  return {
    kid: sameKid(bytes.subarray(2, 6), hopPublic),
    staffTag: hexOf(tag),
    manifestHash: hexOf(manifestHash),
    intakeSha256: hexOf(sha256(intake)),
  };
}

export function readAnswer(bytes: Buffer, input: Input): unknown {
  if (bytes.length !== 273) throw new Error('not an answer');
  const intake = seeded(String(input.intake), 4014);
  const ack = hmac(sha256(text('candor ack 1'), intake), bytes.subarray(0, 1), bytes.subarray(17)).subarray(
    0,
    16,
  );
  return {
    status: ['stored', 'stale', 'refused'][bytes[0] ?? 3],
    authentic: ack.equals(bytes.subarray(1, 17)),
    manifest: bytes.toString('hex', 17),
  };
}

export function readManifest(bytes: Buffer, input: Input): unknown {
  if (bytes.length !== 256 || bytes.toString('latin1', 0, 4) !== 'CDm1') throw new Error('not a manifest');
  verify(hex(input, 'relayPublic'), bytes.subarray(192), text('candor manifest 1'), bytes.subarray(0, 192));
  const hop = (at: number) => ({
    publicKey: bytes.toString('hex', at, at + 32),
    fromSeconds: bytes.readUInt32BE(at + 32),
    untilSeconds: bytes.readUInt32BE(at + 36),
  });
  return {
    number: bytes.readUInt32BE(4),
    timeSeconds: bytes.readUInt32BE(8),
    crowd: bytes.readUInt32BE(12),
    hop: hop(16),
    nextHop: hop(56),
    files: {
      keys: bytes.toString('hex', 96, 128),
      bulletin: bytes.toString('hex', 128, 160),
      index: bytes.toString('hex', 160, 192),
    },
    hash: hexOf(sha256(bytes).subarray(0, 8)),
  };
}

export function readPack(bytes: Buffer): unknown {
  if (bytes.toString('latin1', 0, 4) !== 'CDp1') throw new Error('not a pack');
  const count = bytes.readUInt32BE(12);
  if (bytes.length !== 16 + count * 4014) throw new Error('not as long as it says');
  const hashes = Array.from({ length: count }, (_, at) =>
    hexOf(sha256(bytes.subarray(16 + at * 4014, 16 + (at + 1) * 4014))),
  );
  if (hashes.join() !== [...hashes].sort().join()) throw new Error('not sorted');
  return [{ intakeKid: bytes.toString('hex', 4, 8), closedSeconds: bytes.readUInt32BE(8), count }, ...hashes];
}
