import { CLOSING_REASONS, type Reply, type ReplyStatus } from '../../shared/reply.ts';
import { replyRoom } from '../../shared/reply-slot.ts';
import { addDays } from '../../shared/weeks.ts';
import type { FollowUp } from './thread.ts';
import type { Entry, SentReply, Triage } from './triage.ts';
import { plainText } from './words.ts';

/*
 * What the person behind a concern is told: words that a member writes, and the statuses that inboxes post by
 * themselves. All of it can be worked out from the team log, so nothing has to be remembered anywhere else.
 */

/** An answer is cut into at most so many replies; a desk's packs hold 64 a day for everybody. */
export const MOST_PARTS = 3;
/** A status that its author's inbox has not posted after so many days is posted by a colleague's. */
export const LATE_DAYS = 2;

/** What a member has written in the answer box. */
export interface AnswerDraft {
  readonly type: 'answer' | 'question';
  readonly text: string;
  /** Monday of the week by whose end the next step is promised. */
  readonly week: string | null;
}

/** Whether a person of the desk has answered. A question is none. */
export function hasAnswer({ replies }: Pick<Triage, 'replies'>): boolean {
  return replies.some(({ reply }) => reply.type === 'answer');
}

/** The day that the desk's last words promise the next step for. Later words keep the promise, or make a new one. */
export function promisedDay({ replies }: Pick<Triage, 'replies'>): string | null {
  const last = replies.findLast(({ reply }) => isByPerson(reply));
  return last === undefined || last.reply.type === 'opened' ? null : (last.reply.day ?? null);
}

/** The number that the next reply of a thread takes, over all that were sent to the same reply keys. */
export function nextIndex(replies: Iterable<Pick<SentReply, 'index'>>): number {
  let highest = -1;
  for (const { index } of replies) highest = Math.max(highest, index);
  return highest + 1;
}

/** A status that the person has not been told, with the event of the team log that made it so. */
export interface Owed {
  readonly reply: Reply;
  readonly because: Pick<Entry, 'id' | 'by' | 'day'>;
}

/**
 * The status that should go out by itself now, or `null`. Everybody's inbox works out the same, and only the one whose
 * member made it so posts it. Junk is told nothing; after words of a person "acknowledged" says nothing new.
 */
export function owedStatus(
  { status, closing, history, replies }: Pick<Triage, 'status' | 'closing' | 'history' | 'replies'>,
  followUps: readonly FollowUp[] = [],
): Owed | null {
  const said = replies.filter(({ reply }) => reply.type !== 'opened');
  const made = history.findLast((entry) => madeIt(entry, status));
  if (made?.what.type === 'junk') return null;
  if (made !== undefined && status !== 'new') {
    const since = said.filter(({ at }) => at > made.at).map(({ reply }) => statusIn(reply));
    const told =
      status === 'acknowledged'
        ? said.length > 0
        : status === 'in-review'
          ? since.some((one) => one === 'in-review' || one === 'planned' || one === 'done')
          : since.includes('closed');
    if (!told) return { reply: statusReply(status, closing), because: made };
  }
  const [latest] = followUps
    .flatMap(({ acknowledged }) => acknowledged ?? [])
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  if (latest === undefined || said.some(({ at }) => at > latest.at)) return null;
  // Closed stays closed: the reason goes out again, what was learned has been said.
  const again = closing && { ...closing, line: '' };
  return { reply: statusReply(status === 'new' ? 'acknowledged' : status, again), because: latest };
}

/** Whether this member's inbox is the one to post what is owed. */
export function isMineToSay({ because }: Owed, member: string, today: string): boolean {
  return because.by === member || addDays(because.day, LATE_DAYS) <= today;
}

/** "opened" is for a concern that nobody has said anything to yet: any other word proves as much. */
export function isOpenedOwed({ replies, status }: Pick<Triage, 'replies' | 'status'>): boolean {
  return status === 'new' && replies.length === 0;
}

/**
 * The replies that an answer becomes: one, or up to three where it is longer than a slot holds, cut between sentences.
 * Date and status stand in the last. `null` for no words, or too many.
 */
export function repliesOf({ type, text, week }: AnswerDraft): Reply[] | null {
  const promise = week === null ? {} : { day: addDays(week, 6) };
  const last = {
    type,
    ...(week !== null && type === 'answer' && { status: 'planned' as const }),
    ...promise,
  };
  const replies: Reply[] = [];
  let rest = sayable(text);
  while (rest !== '') {
    if (replies.length === MOST_PARTS) return null;
    const whole = { ...last, text: rest };
    if (replyRoom(whole) >= 0) return [...replies, whole];
    const part = beginning(rest, (words) => replyRoom({ type, text: words }) >= 0);
    replies.push({ type, text: part });
    rest = rest.slice(part.length).trim();
  }
  return null;
}

/** About how many more characters of this kind of writing an answer holds; negative by how many it is too long. */
export function charactersLeft(draft: AnswerDraft): number {
  const text = sayable(draft.text);
  const empty = { type: draft.type, text: 'x', ...(draft.week !== null && { day: draft.week }) };
  const wholeBytes = replyRoom(empty) + 1 + (MOST_PARTS - 1) * replyRoom({ type: draft.type, text: 'x' });
  const usedBytes =
    replyRoom({ type: 'answer', text: 'x' }) + 1 - replyRoom({ type: 'answer', text: text || 'x' });
  const bytesEach = text === '' ? 1 : usedBytes / text.length;
  // Cutting between sentences leaves the ends of slots empty.
  const roughly = Math.floor((wholeBytes * 0.9 - usedBytes) / bytesEach);
  const fits = text === '' || repliesOf(draft) !== null;
  return fits ? Math.max(0, roughly) : Math.min(-1, roughly);
}

/** Words as a reply may hold them: without what hides or reorders text. */
export function sayable(text: string): string {
  return plainText(text)
    .replace(/(?![\n\t\u061C\u200C-\u200F])[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}

function statusReply(status: 'acknowledged' | 'in-review' | 'closed', closing: Triage['closing']): Reply {
  if (status !== 'closed') return { type: 'status', status };
  const reason = CLOSING_REASONS.find((known) => known === closing?.reason) ?? 'resolved';
  const line = sayable(closing?.line ?? '');
  const reply = { type: 'status' as const, status, reason };
  if (line === '') return reply;
  const fits = (words: string): boolean => replyRoom({ ...reply, text: words }) >= 0;
  return { ...reply, text: fits(line) ? line : `${beginning(line, (words) => fits(`${words}…`))}…` };
}

/** Two members who move a concern elsewhere close it with that, and so does whoever puts it away as junk. */
function madeIt({ what, about }: Entry, status: Triage['status']): boolean {
  if (status === 'closed' && what.type === 'junk') return true;
  return what.type === status || (status === 'closed' && what.type === 'confirmed' && about === 'moved');
}

function statusIn(reply: Reply): ReplyStatus | undefined {
  return reply.type === 'opened' ? undefined : reply.status;
}

function isByPerson({ type }: Reply): boolean {
  return type === 'answer' || type === 'question';
}

/** As much of a text as fits, cut after a paragraph, a sentence or a word, whichever wastes least of what counts. */
function beginning(text: string, fits: (words: string) => boolean): string {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(wholeCharacters(text, middle))) low = middle;
    else high = middle - 1;
  }
  const most = wholeCharacters(text, low);
  const ends = [/\n\s*\n/gu, /[.!?؟…](?=\s)|\n/gu, /\s/gu].map((end) => lastEnd(most, end));
  const cut = ends.find((end) => end > low / 2) ?? most.length;
  return most.slice(0, cut).trimEnd();
}

/** So many UTF-16 units of a text at most: half of a pair of surrogates would be no text. */
function wholeCharacters(text: string, units: number): string {
  const some = text.slice(0, units);
  return /[\uD800-\uDBFF]$/.test(some) ? some.slice(0, -1) : some;
}

function lastEnd(text: string, end: RegExp): number {
  const found = [...text.matchAll(end)].at(-1);
  return found === undefined ? 0 : found.index + found[0].length;
}
