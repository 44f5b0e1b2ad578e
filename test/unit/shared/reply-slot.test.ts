import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, slice, u16, utf8 } from '../../../shared/bytes.ts';
import { hmacSha256 } from '../../../shared/hash.ts';
import { kidOf } from '../../../shared/kid.ts';
import { newReceiptSeed, replyKeysOf, replySecretFor } from '../../../shared/receipt.ts';
import type { Reply } from '../../../shared/reply.ts';
import { openReplySlot, replyRoom, replyTag, sealReplySlot, tagOfSlot } from '../../../shared/reply-slot.ts';
import { openSealed, seal } from '../../../shared/sealed-box.ts';
import { type SigningKeyPair, sign } from '../../../shared/signing.ts';
import { REPLY, REPLY_SLOT, REPLY_TAG, REPLY_TEXT } from '../../../shared/sizes.ts';
import { amal, berit, chidi, keyring, PEOPLE, SAFETY, stranger } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { anyReply } from './any-reply.ts';
import { codeOf, laterCodeOf } from './code-of.ts';

const random = seededRandom('replies');
/** What scrypt would make of a receipt: slots do not care. */
const secret = replySecretFor(newReceiptSeed(random), SAFETY);
const elsewhere = replySecretFor(newReceiptSeed(random), SAFETY);
const place = { organisation: keyring.org.id, desk: SAFETY, index: 3 };
const answer: Reply = { type: 'answer', text: 'Danke. Die Pumpen sind getauscht. شكرا', status: 'done' };

const sealed = (reply: Reply = answer, author: SigningKeyPair = amal.signing, to = place): Bytes =>
  sealReplySlot(reply, { ...to, reply: replyKeysOf(secret) }, author, random);
const opened = (slot: Uint8Array, at: Partial<typeof place> = {}, of = secret) =>
  openReplySlot(slot, { ...place, ...at, secret: of }, keyring);

/** A slot around any inside, sealed for real. */
const around = (inside: Uint8Array): Bytes =>
  concat(replyTag(secret.tagKey, place.index), seal(secret.keyPair.publicKey, inside, random));

/** The inside of a slot around any JSON and type, signed for real by a member. */
function inside(json: Uint8Array, type = 2, length = json.length): Bytes {
  const tag = replyTag(secret.tagKey, place.index);
  const organisation = utf8(place.organisation);
  const signed = concat(
    utf8('candor reply 1'),
    u16(organisation.length),
    organisation,
    new Uint8Array([SAFETY]),
    secret.keyPair.publicKey,
    tag,
    new Uint8Array([type]),
    u16(json.length),
    json,
  );
  const by = kidOf(amal.signing.publicKey);
  const whole = new Uint8Array(REPLY);
  const header = concat(
    utf8('CDr1'),
    new Uint8Array([type]),
    by,
    sign(amal.signing.seed, signed),
    u16(length),
  );
  whole.set(concat(header, json).subarray(0, REPLY));
  return whole;
}

describe('a reply slot', { timeout: 60_000 }, () => {
  it('reads back whole, with who signed it, whatever was said, and always has one length', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, fc.nat(0xffffffff), async (reply, index) => {
        const slot = sealed(reply, berit.signing, { ...place, index });
        expect(slot.length).toBe(REPLY_SLOT);
        expect(await opened(slot, { index })).toEqual({ reply, by: kidOf(berit.signing.publicKey) });
      }),
      { numRuns: 40 },
    );
  });

  it('lies under the tag that HMAC of its number gives', () => {
    const wanted = hmacSha256(secret.tagKey, utf8('candor tag 1'), new Uint8Array([0, 0, 1, 2]));
    expect(replyTag(secret.tagKey, 258)).toEqual(slice(wanted, 0, REPLY_TAG));
    expect(tagOfSlot(sealed())).toEqual(replyTag(secret.tagKey, place.index));
  });

  it('is nothing to another receipt, another number of the thread or another length', async () => {
    expect(await opened(sealed(), {}, elsewhere)).toBeNull();
    expect(await opened(sealed(), { index: 4 })).toBeNull();
    expect(await opened(sealed().subarray(0, REPLY_SLOT - 1))).toBeNull();
    expect(await opened(concat(sealed(), new Uint8Array(1)))).toBeNull();
    const other = sealReplySlot(answer, { ...place, reply: replyKeysOf(elsewhere) }, amal.signing, random);
    const moved = concat(replyTag(secret.tagKey, place.index), other.subarray(REPLY_TAG));
    expect(await opened(moved)).toBeNull();
  });

  it.each([
    ['another organisation', { organisation: 'st-elsewher' }],
    ['another desk', { desk: PEOPLE }],
  ])('does not verify for %s', async (_, at) => {
    expect(await laterCodeOf(opened(sealed(), at))).toBe('bad-signature');
  });

  it('does not verify in another place of the same thread', async () => {
    const box = openSealed(secret.keyPair, sealed(answer, amal.signing, { ...place, index: 9 }).subarray(16));
    expect(await laterCodeOf(opened(around(box ?? new Uint8Array(0))))).toBe('bad-signature');
  });

  it('cannot be signed so that organisation and text change places', async () => {
    // "st-elsewhere" + desk 1 against "st-elsewhere\x01": the length in front tells them apart.
    const longer = { ...place, organisation: `${place.organisation}\u0001` };
    expect(await laterCodeOf(opened(sealed(answer, amal.signing, longer)))).toBe('bad-signature');
  });

  it.each([
    ['a stranger', stranger.signing],
    ['a member of another desk', chidi.signing],
  ])('by %s is not theirs to write', async (_, author) => {
    expect(await laterCodeOf(opened(sealed(answer, author)))).toBe('not-yours');
  });

  it('in the name of a colleague has a bad signature', async () => {
    const forged = inside(utf8('{"text":"x"}'));
    forged.set(kidOf(berit.signing.publicKey), 5);
    expect(await laterCodeOf(opened(around(forged)))).toBe('bad-signature');
  });

  it('made by hand passes, so that what follows fails for its own reason', async () => {
    expect(await opened(around(inside(utf8('{"text":"x"}'))))).toMatchObject({
      reply: { type: 'answer', text: 'x' },
    });
  });

  it.each<[string, () => Uint8Array]>([
    ['another marker', () => changed(inside(utf8('{"text":"x"}')), 3, 0x32)],
    ['dirty padding', () => changed(inside(utf8('{"text":"x"}')), REPLY - 1, 1)],
    ['a length that runs over', () => inside(utf8('{"text":"x"}'), 2, REPLY_TEXT + 1)],
    ['an unknown type', () => inside(utf8('{"text":"x"}'), 4)],
    ['an unknown field', () => inside(utf8('{"text":"x","more":1}'))],
    ['its type inside too', () => inside(utf8('{"type":"answer","text":"x"}'))],
    ['no words', () => inside(utf8('{"text":""}'))],
    ['words in "opened"', () => inside(utf8('{"text":"x"}'), 0)],
    ['no status in a status', () => inside(utf8('{"text":"x"}'), 1)],
    ['an unknown status', () => inside(utf8('{"status":"lost"}'), 1)],
    ['a plan without its day', () => inside(utf8('{"status":"planned"}'), 1)],
    ['an end without its reason', () => inside(utf8('{"status":"closed"}'), 1)],
    ['a reason without an end', () => inside(utf8('{"status":"done","reason":"resolved"}'), 1)],
    ['a day that does not exist', () => inside(utf8('{"status":"planned","day":"2026-02-30"}'), 1)],
    ['a text that turns round', () => inside(utf8('{"text":"abc\u202edcb"}'))],
    ['a text with a control character', () => inside(utf8('{"text":"a\\u0007"}'))],
    ['white space', () => inside(utf8('{"text": "x"}'))],
    ['a field twice', () => inside(utf8('{"text":"y","text":"x"}'))],
    ['no object', () => inside(utf8('"x"'))],
    ['bytes that are no UTF-8', () => inside(new Uint8Array([0x22, 0xff, 0x22]))],
    ['nothing', () => inside(new Uint8Array(0))],
  ])('with %s is said to be broken', async (_, made) => {
    expect(await laterCodeOf(opened(around(made())))).toBe('could-not-read');
  });

  it('says how much room is left, and refuses one byte more', async () => {
    const full = 'a'.repeat(replyRoom({ type: 'answer', text: 'a' }) + 1);
    expect(replyRoom({ type: 'answer', text: full })).toBe(0);
    expect(await opened(sealed({ type: 'answer', text: full }))).toMatchObject({ reply: { text: full } });
    expect(codeOf(() => sealed({ type: 'answer', text: `${full}a` }))).toBe('too-long');
    expect(replyRoom({ type: 'answer', text: 'ش' })).toBe(replyRoom({ type: 'answer', text: 'a' }) - 1);
  });

  it.each<[string, Reply]>([
    ['words that nobody could read', { type: 'answer', text: 'x\u202e' }],
    ['a plan without its day', { type: 'status', status: 'planned' }],
    ['an end without its reason', { type: 'answer', status: 'closed', text: 'x' }],
  ])('is not made of %s', (_, reply) => {
    expect(codeOf(() => sealed(reply))).toBe('bad-request');
  });
});

function changed(bytes: Bytes, at: number, value: number): Bytes {
  bytes[at] = value;
  return bytes;
}
