import { toBase64url } from '../../../shared/base64url.ts';
import { rolledUp } from '../../../shared/bulletin.ts';
import { asTravels, type Concern, roomLeft } from '../../../shared/concern.ts';
import { CandorError } from '../../../shared/errors.ts';
import { replyKeysOfNobody } from '../../../shared/message.ts';
import { replyKeysOf, replySecretFor } from '../../../shared/receipt.ts';
import { CELL } from '../../../shared/sizes.ts';
import type { Kind } from '../../../shared/taxonomy.ts';
import { background } from '../../browser/background.ts';
import type { Told } from '../../browser/messages.ts';
import { randomBytes } from '../../browser/random.ts';
import { deskFor } from '../../compose/desks.ts';
import { concernOf, type Draft, newDraft } from '../../compose/draft.ts';
import type { Refusal } from '../../compose/panel-state.ts';
import { sealConcern } from '../../compose/sealing.ts';
import type { Receipt } from '../../conversations/receipt.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import type { Asked, Outcome, Preview } from '../../ui/panel/contract.ts';
import type { ReceiptWork } from './receipt-work.ts';
import { receiptsAhead } from './receipts-ahead.ts';

/** Time for Undo, as the panel shows it. */
const UNDO_SECONDS = 5;
/** A concern waits behind cover for so long after the last sign that somebody adds to it. */
const BEHIND_SECONDS = 20;

/** A concern that this page has sealed and may still change. */
export interface Filed {
  readonly id: string;
  /** Its way back; `null` while what is sealed carries none, as what was flagged from the menu. */
  readonly receipt: Receipt | null;
}

interface Open {
  readonly id: string;
  readonly receipt: Promise<Receipt>;
  /** The receipt whose reply keys are in the envelope now. */
  carried: Receipt | null;
  /** As it was sealed last. */
  draft: Draft | null;
}

type Fields = Omit<Concern, 'v' | 'tax'>;

/** Sealing, in the page itself: words never leave it but as an envelope. */
export function makeFiling(
  filesNow: () => PublicFiles | null,
  organisation: string,
  work: ReceiptWork,
  /** Whether what is sealed now is practice and must say so. */
  practising: () => boolean,
) {
  const receipts = receiptsAhead(organisation, work, randomBytes);
  let open: Open | null = null;

  function fieldsOf(draft: Draft): Fields {
    const places = filesNow()?.bulletin?.places ?? [];
    const fields = concernOf(draft, (place) => rolledUp(places, place));
    return practising() ? { ...fields, practice: true } : fields;
  }

  /** `null` while there is nothing to seal with. */
  function sealed(draft: Draft, receipt: Receipt | null) {
    const files = filesNow();
    const desk = files?.keys?.keyring.desks.find(({ slug }) => slug === draft.desk);
    if (files?.keys == null || files.manifest === null || desk === undefined) return null;
    const reply =
      receipt === null
        ? replyKeysOfNobody(randomBytes)
        : replyKeysOf(replySecretFor(receipt.stretched, desk.id));
    const to = { keys: files.keys, atSeconds: files.manifest.timeSeconds };
    return sealConcern(fieldsOf(draft), desk.id, reply, to, randomBytes);
  }

  /** Seals at once. A receipt that is still being made comes into the same envelope long before its undo time is over. */
  async function flag(kind: Kind): Promise<Outcome> {
    return refusing(async () => {
      const keys = filesNow()?.keys;
      if (!keys) return refused('not-ready');
      const ready = receipts.isReady();
      const receipt = receipts.take();
      const draft = newDraft(kind, deskFor(keys, kind).slug);
      const carried = ready ? await receipt : null;
      const content = sealed(draft, carried);
      if (content === null) return refused('not-ready');
      const mine: Open = { id: toBase64url(randomBytes(12)), receipt, carried, draft };
      const told = await background.hold(mine.id, content, UNDO_SECONDS);
      if (!told.ok) return outcomeOf(told);
      open = mine;
      if (!ready) void receipt.then(() => reseal(mine, mine.draft ?? draft));
      return { ok: true };
    });
  }

  async function reseal(mine: Open, draft: Draft): Promise<Outcome> {
    return refusing(async () => {
      mine.draft = draft;
      const receipt = await mine.receipt;
      const content = sealed(draft, receipt);
      if (content === null) return refused('not-ready');
      // Something was picked while the receipt was being made: that is what is sealed.
      if (mine.draft !== draft) return { ok: true };
      const told = await background.replace(mine.id, content);
      if (told.ok) mine.carried = receipt;
      return outcomeOf(told);
    });
  }

  /**
   * The seven words of the concern, in the best wordlist for a language. Where what is sealed carries no receipt yet, it is
   * sealed anew as `draft` first, or as whatever was picked since.
   */
  async function askAnswer(draft: Draft, language: string): Promise<Asked> {
    if (open === null) return refused('already-left');
    const mine = open;
    // The same receipt in every envelope of a concern: one that has left with it is answered to these words.
    if (mine.carried === null) {
      const outcome = await reseal(mine, mine.draft ?? draft);
      if (!outcome.ok) return outcome;
    }
    const { seed } = mine.carried ?? (await mine.receipt);
    return { ok: true, words: await work('words', { seed, language }) };
  }

  return {
    flag,
    askAnswer,
    change: (draft: Draft): Promise<Outcome> =>
      open === null ? Promise.resolve(refused('already-left')) : reseal(open, draft),
    filed: (): Filed | null => open && { id: open.id, receipt: open.carried },
    /** Goes on with a concern that another page or the menu has sealed. */
    goOnWith(other: Filed | null): void {
      if (other === null) return;
      const receipt = other.receipt === null ? receipts.take() : Promise.resolve(other.receipt);
      open = { id: other.id, receipt, carried: other.receipt, draft: null };
    },
    async undo(): Promise<Outcome> {
      if (open === null) return refused('already-left');
      const told = await background.withdraw(open.id);
      if (told.ok) open = null;
      return outcomeOf(told);
    },
    done(): void {
      open = null;
    },
    /** Asks the background to let cover go first while somebody adds details. */
    async editing(going: boolean): Promise<void> {
      if (open !== null) await background.behind(open.id, going ? BEHIND_SECONDS : 0);
    },
    preview: (draft: Draft): Preview => ({ fields: shown(asTravels(fieldsOf(draft))), sealedBytes: CELL }),
    room: (draft: Draft): number => roomLeft(fieldsOf(draft)),
  };
}

export type Filing = ReturnType<typeof makeFiling>;

/** What a person is told of whatever could not be sealed. */
export async function refusing(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CandorError)) throw error;
    if (error.code === 'too-long') return refused('too-long');
    return refused(error.code === 'unknown-key' ? 'not-ready' : 'failed');
  }
}

export function outcomeOf(told: Told): Outcome {
  if (told.ok) return { ok: true };
  return refused(told.code === 'gone' ? 'already-left' : told.code);
}

export function refused(code: Refusal): Extract<Outcome, { ok: false }> {
  return { ok: false, code };
}

/** Field by field, box by box, with the values as they travel. */
function shown(concern: Concern): Preview['fields'] {
  return Object.entries(concern).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([box, words]) => ({ name: `${name}.${box}`, value: String(words) }))
      : [{ name, value: Array.isArray(value) ? value.join(', ') : String(value) }],
  );
}
