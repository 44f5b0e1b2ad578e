import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newDraft } from '../../../extension/compose/draft.ts';
import { comeBack } from '../../../extension/conversations/coming-back.ts';
import { makeReceipt, receiptWords, replyKeysFor } from '../../../extension/conversations/receipt.ts';
import { wordlistLanguage } from '../../../extension/conversations/wordlists.ts';
import type { ReceiptJobs } from '../../../extension/entrypoints/popup/receipt.worker.ts';
import type { ReceiptWork } from '../../../extension/entrypoints/popup/receipt-work.ts';
import type { PublicFiles } from '../../../extension/outbox/public-files.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { decodeFollowUp } from '../../../shared/follow-up.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { AddressedEnvelope } from '../../../shared/intake.ts';
import { encodeKeysFile, verifyKeysFile } from '../../../shared/key-records.ts';
import { type Message, openEnvelope } from '../../../shared/message.ts';
import { stretchReceipt } from '../../../shared/receipt.ts';
import { keyring, keyringBlob, NOW, root, SAFETY, safetyKey, signedRecords } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { packWith, slotFor } from '../conversations/packs.ts';

/*
 * What the page does between a click and the background: words for whoever asks, and what she adds on return. The
 * background is one that only notes; the worker is none.
 */

const held = vi.hoisted(() => new Map<string, unknown>());
const gone = vi.hoisted(() => ({ now: false }));
vi.mock('../../../extension/browser/background.ts', () => {
  const put = async (id: string, content: unknown) => {
    if (gone.now) return { ok: false, code: 'gone' };
    held.set(id, content);
    return { ok: true };
  };
  return { background: { hold: put, replace: put, behind: async () => ({ ok: true }), withdraw: put } };
});

const { makeFiling } = await import('../../../extension/entrypoints/popup/filing.ts');
const { makeReturning } = await import('../../../extension/entrypoints/popup/returning.ts');

const random = seededRandom('returning');
const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
const receipt = await makeReceipt(keyring.org.id, random);
const pack = packWith([slotFor(receipt.stretched, 0, { type: 'opened' })]);
const name = toBase64url(sha256(pack.bytes));
const files = {
  keys,
  manifest: { timeSeconds: NOW },
  bulletin: null,
  index: { v: 1, serial: 1, days: [{ day: pack.day, packs: [sha256(pack.bytes)] }] },
} as unknown as PublicFiles;
const WORK: {
  [Name in keyof ReceiptJobs]: (ask: ReceiptJobs[Name]['ask']) => Promise<ReceiptJobs[Name]['get']>;
} = {
  stretch: ({ seed, organisation }) => stretchReceipt(seed, organisation),
  words: async (ask) => ({
    words: receiptWords(ask, ask.language),
    language: wordlistLanguage(ask.language),
  }),
  return: ({ words, language, index }) =>
    comeBack(words, language, {
      index,
      packs: new Map([[name, new Uint8Array(pack.bytes)]]),
      keyrings: [keyring],
    }),
};
const work: ReceiptWork = (job, ask) => WORK[job](ask);

const inside = (): (Message | null)[] =>
  [...held.values()].map((content) => openEnvelope((content as AddressedEnvelope).envelope, safetyKey));

beforeEach(() => {
  held.clear();
  gone.now = false;
});

describe('"I want an answer"', () => {
  const filing = () =>
    makeFiling(
      () => files,
      keyring.org.id,
      work,
      () => false,
    );
  const draft = newDraft('hazard', 'patient-safety');

  it('gives the words of the receipt that is in the envelope, in the nearest wordlist', async () => {
    const mine = filing();
    expect(await mine.flag('hazard')).toEqual({ ok: true });
    const asked = await mine.askAnswer(draft, 'de');
    if (!asked.ok) throw new Error(asked.code);
    expect([asked.words.words.length, asked.words.language]).toEqual([7, 'en']);
    const back = await comeBack(asked.words.words, 'de', {
      index: null,
      packs: new Map(),
      keyrings: [keyring],
    });
    expect(inside().map((message) => message?.reply)).toEqual([replyKeysFor(back.receipt, SAFETY)]);
    expect(mine.filed()?.receipt).toEqual(back.receipt);
  });

  it('gives a concern from the menu its receipt first, and no words where that comes too late', async () => {
    const mine = filing();
    mine.goOnWith({ id: 'menu', receipt: null });
    gone.now = true;
    expect(await mine.askAnswer(draft, 'en')).toEqual({ ok: false, code: 'already-left' });
    gone.now = false;
    const asked = await mine.askAnswer(draft, 'en');
    if (!asked.ok) throw new Error(asked.code);
    const back = await comeBack(asked.words.words, 'en', {
      index: null,
      packs: new Map(),
      keyrings: [keyring],
    });
    expect(inside().map((message) => message?.reply)).toEqual([replyKeysFor(back.receipt, SAFETY)]);
  });

  it('still gives the words of a concern that has left with its receipt, and none once the panel is done', async () => {
    const mine = filing();
    await mine.flag('hazard');
    await vi.waitFor(() => expect(mine.filed()?.receipt).toBeTruthy());
    gone.now = true;
    expect(await mine.askAnswer(draft, 'en')).toMatchObject({ ok: true });
    mine.done();
    expect(await mine.askAnswer(draft, 'en')).toEqual({ ok: false, code: 'already-left' });
  });
});

describe('somebody who is back', () => {
  const returning = (practising = false) =>
    makeReturning(
      () => files,
      () => root.publicKey,
      work,
      () => practising,
    );
  const words = receiptWords(receipt, 'en');

  it('finds the thread and adds to it with the reply keys of the concern', async () => {
    const mine = returning();
    const back = await mine.open(words, 'en');
    expect(back.ok && back.view.threads.map(({ desk, status }) => [desk, status])).toEqual([
      ['patient-safety', 'received'],
    ]);
    expect(held.size).toBe(0);
    expect(await mine.followUp('The upper one.', 'patient-safety')).toEqual({ ok: true });
    const [message] = inside();
    expect(decodeFollowUp(message?.body ?? new Uint8Array()).text).toBe('The upper one.');
    expect(message?.reply).toEqual(replyKeysFor(receipt, SAFETY));
  });

  it('is told when the words are wrong, or come before the settings', async () => {
    expect(await returning().open([...words].reverse(), 'en')).toEqual({ ok: false, code: 'wrong-words' });
    const early = makeReturning(
      () => null,
      () => null,
      work,
      () => false,
    );
    expect(await early.open(words, 'en')).toEqual({ ok: false, code: 'not-ready' });
  });

  it('is forgotten when the panel turns to something else, also while the words are still being looked up', async () => {
    const mine = returning();
    const opening = mine.open(words, 'en');
    mine.close();
    await opening;
    expect(await mine.followUp('x', 'patient-safety')).toEqual({ ok: false, code: 'not-ready' });
    expect(held.size).toBe(0);
  });

  it('cannot send no words, too many, or any to a desk that is not there', async () => {
    const mine = returning();
    await mine.open(words, 'en');
    expect(await mine.followUp(' ', 'patient-safety')).toEqual({ ok: false, code: 'failed' });
    expect(await mine.followUp('x'.repeat(4001), 'patient-safety')).toEqual({ ok: false, code: 'too-long' });
    expect(await mine.followUp('x', 'elsewhere')).toEqual({ ok: false, code: 'not-ready' });
    expect(held.size).toBe(0);
  });

  it('tells the guardian in an envelope of its own, and nobody in practice', async () => {
    const mine = returning();
    await mine.open(words, 'en');
    expect(await mine.treatedWorse('yes')).toEqual({ ok: true });
    const [message] = inside();
    expect(message?.type).toBe('answer');
    expect(message?.reply).not.toEqual(replyKeysFor(receipt, SAFETY));
    held.clear();
    expect(await returning(true).treatedWorse('yes')).toEqual({ ok: true });
    expect(held.size).toBe(0);
  });
});
