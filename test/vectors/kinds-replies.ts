import { decodeFollowUp, encodeFollowUp } from '../../shared/follow-up.ts';
import { replyKeysOf, replySecretFor } from '../../shared/receipt.ts';
import type { Reply } from '../../shared/reply.ts';
import { decodeReplyPack, encodeReplyPack, fillerSlot, SLOTS_PER_PACK } from '../../shared/reply-pack.ts';
import { openReplySlot, replyTag, sealReplySlot, tagOfSlot } from '../../shared/reply-slot.ts';
import { signingKeyPairOf } from '../../shared/signing.ts';
import * as cast from './cast.ts';
import { fromHex, toHex } from './hex.ts';
import { kind } from './kind.ts';
import { seededRandom } from './seeded-random.ts';

/** What scrypt would have made of somebody's seven words. */
const stretched = seededRandom('stretched')(32);

const replies: Record<string, Reply> = {
  opened: { type: 'opened' },
  'a new status': { type: 'status', status: 'in-review' },
  'an end with its reason': { type: 'status', status: 'closed', reason: 'not-substantiated' },
  'an answer': { type: 'answer', text: 'Thank you. "Two" pumps are changed,\nGrüße, شكرا.', status: 'done' },
  'a plan with its day': {
    type: 'answer',
    text: 'We talk to the ward next.',
    status: 'planned',
    day: '2026-12-18',
  },
  'a question': { type: 'question', text: 'Was it the pump by the window?', day: '2026-12-01' },
  'as many words as fit': { type: 'answer', text: 'a'.repeat(874) },
};

function slotInput(name: string, index: number) {
  const { keyPair, tagKey } = replySecretFor(stretched, cast.SAFETY);
  return {
    name,
    index,
    organisation: cast.keyring.org.id,
    desk: cast.SAFETY,
    replySecret: toHex(keyPair.secretKey),
    replyPublic: toHex(keyPair.publicKey),
    tagKey: toHex(tagKey),
    memberSeed: toHex(cast.amal.signing.seed),
    memberPublic: toHex(cast.amal.signing.publicKey),
    random: `reply ${index}`,
  };
}

function slotOf(input: ReturnType<typeof slotInput>) {
  const reply = replies[input.name] ?? { type: 'opened' };
  const keys = replyKeysOf(replySecretFor(stretched, input.desk));
  const author = signingKeyPairOf(fromHex(input.memberSeed));
  return sealReplySlot(reply, { ...input, reply: keys }, author, seededRandom(input.random));
}

export const replySlotKind = kind({
  name: 'reply-slot',
  about:
    'tag(16), then a sealed box of "CDr1" ‖ type ‖ member kid ‖ signature ‖ length ‖ JSON, zero padded. The signature covers "candor reply 1" ‖ u16 length ‖ organisation ‖ desk(1) ‖ reply key ‖ tag ‖ type(1) ‖ u16 length ‖ JSON.',
  inputs: Object.keys(replies).map((name, index) => slotInput(name, index)),
  encode: slotOf,
  decode: async (bytes, input) => {
    const secret = replySecretFor(stretched, input.desk);
    const opened = await openReplySlot(bytes, { ...input, secret }, cast.keyring);
    return opened && { tag: toHex(tagOfSlot(bytes)), by: toHex(opened.by), reply: opened.reply };
  },
});

export const replyPackKind = kind({
  name: 'reply-pack',
  about:
    '32 slots sorted by tag. Filler is a random tag(16) and a sealed box of 960 zeros to a key made for it and thrown away.',
  inputs: [0, 3].map((real) => ({ name: `${real} replies`, real, random: `pack of ${real}` })),
  encode: (input) => {
    const random = seededRandom(input.random);
    const slots = Array.from({ length: SLOTS_PER_PACK }, (_, at) =>
      at < input.real ? slotOf(slotInput(Object.keys(replies)[at] ?? '', at)) : fillerSlot(random),
    );
    return encodeReplyPack(slots);
  },
  decode: (bytes, input) => {
    const { tagKey } = replySecretFor(stretched, cast.SAFETY);
    const wanted = Array.from({ length: input.real }, (_, at) => toHex(replyTag(tagKey, at)));
    const tags = decodeReplyPack(bytes).map((slot) => toHex(tagOfSlot(slot)));
    return { tags, replies: tags.filter((tag) => wanted.includes(tag)).length };
  },
});

export const followUpKind = kind({
  name: 'follow-up',
  about: 'The body of a message of type 2: raw deflate of the JSON of v and text.',
  inputs: [
    { name: 'a detail', text: 'It was the pump by the door. It has happened twice.' },
    { name: 'any script', text: 'Grüße aus der Nacht\nشكرا "جزيلا"' },
  ],
  encode: (input) => encodeFollowUp(input.text),
  decode: (bytes) => decodeFollowUp(bytes),
});
