import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { type Concern, decodeConcern, isSignal } from '../../shared/concern.ts';
import { CandorError } from '../../shared/errors.ts';
import { decodeFollowUp } from '../../shared/follow-up.ts';
import { sha256 } from '../../shared/hash.ts';
import { decodeMessage } from '../../shared/message.ts';
import { decodePulseAnswer, isPulseAnswer, type PulseAnswer } from '../../shared/pulse.ts';
import { type BoxKeyPair, openSealed } from '../../shared/sealed-box.ts';
import { ENVELOPE } from '../../shared/sizes.ts';
import { decodeSurveyAnswer, type SurveyAnswer } from '../../shared/survey-answer.ts';
import type { OpenBox } from '../../shared/x25519.ts';
import { folded } from './search.ts';
import { threadName } from './thread.ts';
import { firstWords, plainText } from './words.ts';

/** A concern as the mailroom hands it out and as it lies on disk: sealed. Bytes are base64url. */
export interface SealedConcern {
  /** SHA-256(ENVELOPE). */
  readonly id: string;
  readonly desk: number;
  /** Kid of the weekly key it is sealed to. */
  readonly deskKid: string;
  /** The day on which the mailroom released it to the desk. */
  readonly releaseDay: string;
  readonly envelope: string;
}

/**
 * What came out of an envelope: a concern, what somebody adds to one, or an answer that belongs to none. `unreadable` covers everything else: bytes that
 * do not open, a compressed bomb, a field that does not exist. It says no more, so that nothing of it is ever run or shown.
 */
export type OpenedConcern =
  | {
      readonly id: string;
      readonly state: 'read';
      readonly concern: Concern;
      readonly signal: boolean;
      /** The first words, for a row of the queue. */
      readonly first: string;
      /** The words as search compares them; in memory only, like the words. */
      readonly searchable: string;
      /** The words hold a phrase of acute distress: counted in trends, shown nowhere. */
      readonly distressed?: boolean;
      /** Its reply keys, as `threadName` writes them. */
      readonly thread: string;
    }
  | {
      readonly id: string;
      readonly state: 'follow-up';
      readonly text: string;
      readonly first: string;
      readonly searchable: string;
      /** Those of the concern it belongs to. */
      readonly thread: string;
    }
  | {
      readonly id: string;
      /** What somebody who came back has answered to "Have you been treated worse since?": belongs to no concern. */
      readonly state: 'survey';
      readonly answer: SurveyAnswer['answer'];
      readonly first: '';
      readonly searchable: '';
      /** Reply keys that nobody holds. */
      readonly thread: string;
    }
  | {
      readonly id: string;
      /** An answer to a pulse: counted with the others, and never a row of the queue. */
      readonly state: 'pulse';
      readonly answer: PulseAnswer;
      readonly first: '';
      readonly searchable: '';
      /** Reply keys that nobody holds. */
      readonly thread: string;
    }
  | { readonly id: string; readonly state: 'unreadable' };

/** Where a person wrote, in the order in which it is read. */
export const BOX_ORDER = [
  'what',
  'stopped',
  'help',
  'helped',
  'fix',
] as const satisfies readonly (keyof NonNullable<Concern['t']>)[];

/** Opens one envelope. Never throws: whatever a sender puts into it, the queue goes on. */
export function openConcern(sealed: SealedConcern, key: BoxKeyPair | undefined): OpenedConcern {
  const envelope = envelopeIn(sealed);
  const opened = key === undefined || envelope === null ? null : openSealed(key, envelope);
  return concernIn(sealed.id, opened);
}

/** The same where many are opened: `open` does what `openSealed` does, in whatever way is fastest. Never rejects. */
export async function openConcernBy(
  open: OpenBox,
  sealed: SealedConcern,
  key: BoxKeyPair | undefined,
): Promise<OpenedConcern> {
  const envelope = envelopeIn(sealed);
  if (key === undefined || envelope === null) return { id: sealed.id, state: 'unreadable' };
  return concernIn(sealed.id, await open(key, envelope).catch(() => null));
}

/** An id that is not the hash of the bytes could make one concern pass for another in the team log. */
function envelopeIn(sealed: SealedConcern): Bytes | null {
  try {
    const envelope = fromBase64url(sealed.envelope);
    const known = envelope.length === ENVELOPE && toBase64url(sha256(envelope)) === sealed.id;
    return known ? envelope : null;
  } catch {
    return null;
  }
}

function concernIn(id: string, opened: Bytes | null): OpenedConcern {
  try {
    if (opened === null) throw new CandorError('could-not-read');
    const message = decodeMessage(opened);
    const thread = threadName(message.reply);
    if (message.type === 'follow-up') return followUp(id, thread, message.body);
    if (message.type === 'answer') return answered(id, thread, message.body);
    return read(id, readable(decodeConcern(message.body)), thread);
  } catch {
    return { id, state: 'unreadable' };
  }
}

/** Instead of a thread's name, which is in base64url. */
const HELD = 'held ';

/** Whether only the copy of a held concern is left. */
export function isCopy(opened: OpenedConcern): boolean {
  return opened.state === 'read' && opened.thread.startsWith(HELD);
}

/** A held concern from its copy in the team log. Nobody behind it can be answered any more: its reply keys are gone. */
export function openCopy(id: string, body: Uint8Array): OpenedConcern {
  try {
    return read(id, readable(decodeConcern(body)), `${HELD}${id}`);
  } catch {
    return { id, state: 'unreadable' };
  }
}

function read(id: string, concern: Concern, thread: string): OpenedConcern {
  const words = Object.values(concern.t ?? {});
  return {
    id,
    state: 'read',
    concern,
    signal: isSignal(concern),
    first: firstWords(words[0] ?? ''),
    searchable: folded(words.join('\n')),
    thread,
  };
}

/** Two things are answered: what is asked on return, and a pulse. No body is both. */
function answered(id: string, thread: string, body: Uint8Array): OpenedConcern {
  const about = { id, first: '', searchable: '', thread } as const;
  if (isPulseAnswer(body)) return { ...about, state: 'pulse', answer: decodePulseAnswer(body) };
  return { ...about, state: 'survey', answer: decodeSurveyAnswer(body).answer };
}

function followUp(id: string, thread: string, body: Uint8Array): OpenedConcern {
  const text = plainText(decodeFollowUp(body).text);
  if (text === '') throw new CandorError('could-not-read');
  return { id, state: 'follow-up', text, first: firstWords(text), searchable: folded(text), thread };
}

/** The concern with its words made safe to show. Empty boxes are left out; with all of them empty it is a signal. */
function readable(concern: Concern): Concern {
  const { t, ...fields } = concern;
  const written = BOX_ORDER.map((box) => [box, plainText(t?.[box] ?? '')] as const).filter(
    ([, words]) => words !== '',
  );
  return written.length === 0 ? fields : { ...fields, t: Object.fromEntries(written) };
}
