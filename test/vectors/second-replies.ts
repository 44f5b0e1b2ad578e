import { inflateRawSync } from 'node:zlib';
import { hmac, openSealedBox, verify } from './second-primitives.ts';
import { hex, hexOf, type Input, json, opened, sameKid, seeded, text } from './second-reading.ts';

const TYPES = ['opened', 'status', 'answer', 'question'];

export function readReplySlot(bytes: Buffer, input: Input): unknown {
  if (bytes.length !== 1024) throw new Error('not a slot');
  const tag = tagOf(input);
  if (!bytes.subarray(0, 16).equals(tag)) throw new Error('another tag');
  const inside = opened(hex(input, 'replySecret'), bytes.subarray(16), 960);
  if (inside.toString('latin1', 0, 4) !== 'CDr1') throw new Error('not a reply');
  const type = inside.subarray(4, 5);
  const member = hex(input, 'memberPublic');
  const length = inside.subarray(73, 75);
  const payload = inside.subarray(75, 75 + length.readUInt16BE());
  if (inside.subarray(75 + payload.length).some((byte) => byte !== 0)) throw new Error('dirty padding');
  const organisation = text(String(input.organisation));
  verify(
    member,
    inside.subarray(9, 73),
    text('candor reply 1'),
    Buffer.from([organisation.length >> 8, organisation.length & 255]),
    organisation,
    Buffer.from([Number(input.desk)]),
    hex(input, 'replyPublic'),
    tag,
    type,
    length,
    payload,
  );
  return {
    tag: hexOf(tag),
    by: sameKid(inside.subarray(5, 9), member),
    reply: { type: TYPES[type[0] ?? 9], ...json(payload) },
  };
}

/** The tags as they stand, sorted, and how many of them are neither drawn from the filler's source nor sealed by it. */
export function readReplyPack(bytes: Buffer, input: Input): unknown {
  if (bytes.length !== 32 * 1024) throw new Error('not a pack');
  const slots = Array.from({ length: 32 }, (_, at) => bytes.subarray(at * 1024, (at + 1) * 1024));
  const tags = slots.map((slot) => hexOf(slot.subarray(0, 16)));
  if (tags.join() !== [...new Set(tags)].sort().join()) throw new Error('not sorted');
  // Filler by filler: tag(16), the secret key that is thrown away(32), the box's own ephemeral key(32).
  const source = drawsOf(String(input.random), 32 - Number(input.real));
  const filler = slots.filter((slot) => {
    const draw = source.get(hexOf(slot.subarray(0, 16)));
    if (draw === undefined) return false;
    const inside = openSealedBox(draw, slot.subarray(16));
    if (inside?.length !== 960 || inside.some((byte) => byte !== 0)) throw new Error('not as filler is');
    return true;
  });
  return { tags, replies: slots.length - filler.length };
}

export function readFollowUp(bytes: Buffer): unknown {
  return json(inflateRawSync(bytes));
}

function tagOf(input: Input): Buffer {
  const index = Buffer.alloc(4);
  index.writeUInt32BE(Number(input.index));
  return hmac(hex(input, 'tagKey'), text('candor tag 1'), index).subarray(0, 16);
}

function drawsOf(label: string, count: number): Map<string, Buffer> {
  const bytes = seeded(label, count * 80);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const draw = bytes.subarray(at * 80, (at + 1) * 80);
      return [hexOf(draw.subarray(0, 16)), draw.subarray(16, 48)] as const;
    }),
  );
}
