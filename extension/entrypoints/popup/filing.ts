import { toBase64url } from '../../../shared/base64url.ts';
import { rolledUp } from '../../../shared/bulletin.ts';
import { asTravels, type Concern, roomLeft } from '../../../shared/concern.ts';
import { CandorError } from '../../../shared/errors.ts';
import { type Desk, deskOf } from '../../../shared/keyring.ts';
import { replyKeysOf, replySecretFor } from '../../../shared/receipt.ts';
import { CELL } from '../../../shared/sizes.ts';
import type { Kind } from '../../../shared/taxonomy.ts';
import { background } from '../../browser/background.ts';
import type { Told } from '../../browser/messages.ts';
import { randomBytes } from '../../browser/random.ts';
import { concernOf, type Draft, newDraft } from '../../compose/draft.ts';
import type { Refusal } from '../../compose/panel-state.ts';
import { deskFor, sealConcern } from '../../compose/sealing.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import type { Outcome, Preview } from '../../ui/panel/contract.ts';
import { type Receipt, receiptsAhead } from './receipts-ahead.ts';

/** Time for Undo, as the panel shows it. */
const UNDO_SECONDS = 5;
/** A concern waits behind cover for so long after the last sign that somebody adds to it. */
const BEHIND_SECONDS = 45;

/** A concern that this page has sealed and may still change. */
export interface Filed {
  readonly id: string;
  /** `null` for one that was flagged from the menu: it has no way back. */
  readonly receipt: Receipt | null;
}

type Fields = Omit<Concern, 'v' | 'tax'>;

/** Sealing, in the page itself: words never leave it but as an envelope. */
export function makeFiling(filesNow: () => PublicFiles | null, organisation: string) {
  const receipts = receiptsAhead(organisation);
  let filed: Filed | null = null;

  function fieldsOf(draft: Draft): Fields {
    const places = filesNow()?.bulletin?.places ?? [];
    return concernOf(draft, (place) => rolledUp(places, place));
  }

  /** `null` while there is nothing to seal with. */
  function sealed(fields: Fields, desk: Desk | undefined, receipt: Receipt) {
    const files = filesNow();
    if (files?.keys == null || files.manifest === null || desk === undefined) return null;
    const reply = replyKeysOf(replySecretFor(receipt.stretched, desk.id));
    const to = { keys: files.keys, atSeconds: files.manifest.timeSeconds };
    return sealConcern(fields, desk.id, reply, to, randomBytes);
  }

  function deskNamed(slug: string): Desk | undefined {
    return filesNow()?.keys?.keyring.desks.find((desk) => desk.slug === slug);
  }

  async function flag(kind: Kind): Promise<Outcome> {
    return refusing(async () => {
      const keys = filesNow()?.keys;
      if (!keys) return refused('not-ready');
      const receipt = await receipts.take();
      const desk = deskFor(keys, kind);
      const content = sealed(fieldsOf(newDraft(kind, desk.slug)), deskOf(keys.keyring, desk.id), receipt);
      if (content === null) return refused('not-ready');
      const id = toBase64url(randomBytes(12));
      const told = await background.hold(id, content, UNDO_SECONDS);
      if (told.ok) filed = { id, receipt };
      return outcomeOf(told);
    });
  }

  async function change(draft: Draft): Promise<Outcome> {
    return refusing(async () => {
      if (filed === null) return refused('already-left');
      const receipt = filed.receipt ?? (await receipts.take());
      const content = sealed(fieldsOf(draft), deskNamed(draft.desk), receipt);
      if (content === null) return refused('not-ready');
      const { id } = filed;
      const told = await background.replace(id, content);
      if (told.ok) filed = { id, receipt };
      return outcomeOf(told);
    });
  }

  return {
    flag,
    change,
    isReady: receipts.isReady,
    filed: () => filed,
    /** Goes on with a concern that another page or the menu has sealed. */
    goOnWith(other: Filed | null): void {
      filed = other;
    },
    async undo(): Promise<Outcome> {
      if (filed === null) return refused('already-left');
      const told = await background.withdraw(filed.id);
      if (told.ok) filed = null;
      return outcomeOf(told);
    },
    done(): void {
      filed = null;
    },
    /** Asks the background to let cover go first while somebody adds details. */
    async editing(going: boolean): Promise<void> {
      if (filed !== null) await background.behind(filed.id, going ? BEHIND_SECONDS : 0);
    },
    preview: (draft: Draft): Preview => ({ fields: shown(asTravels(fieldsOf(draft))), sealedBytes: CELL }),
    room: (draft: Draft): number => roomLeft(fieldsOf(draft)),
  };
}

export type Filing = ReturnType<typeof makeFiling>;

async function refusing(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CandorError)) throw error;
    if (error.code === 'too-long') return refused('too-long');
    return refused(error.code === 'unknown-key' ? 'not-ready' : 'failed');
  }
}

function outcomeOf(told: Told): Outcome {
  if (told.ok) return { ok: true };
  return refused(told.code === 'gone' ? 'already-left' : told.code);
}

function refused(code: Refusal): Outcome {
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
