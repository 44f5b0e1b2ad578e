import type { Reply } from '../../shared/reply.ts';
import { weekStart } from './clocks.ts';
import { masked } from './mask.ts';
import { isCopy } from './opening.ts';
import { type QueueItem, unread } from './queue.ts';
import type { AnswerDraft } from './replies.ts';
import { threadLines } from './thread.ts';
import { namesShown } from './triage.ts';

/** One thing that was said after the concern, with the Monday of its week. */
export type ThreadEntry = { readonly id: string; readonly week: string } & (
  | { readonly what: 'follow-up'; readonly text: string; readonly unread: boolean }
  | {
      readonly what: 'reply';
      /** Label of the colleague; empty for somebody who is no longer in the keyring. */
      readonly by: string;
      readonly reply: Reply;
      /** Monday of the week by whose end the next step is promised. */
      readonly promised: string | null;
      /** Still here: it leaves when it can no longer be undone and the mailroom is there. */
      readonly waiting: boolean;
    }
);

/** What was said between the desk and the person, and what can be said next. */
export interface AnswerView {
  readonly thread: readonly ThreadEntry[];
  /** Words of the person that nobody has acknowledged. */
  readonly unread: number;
  /** People whom an answer reaches: this one, and whoever wrote the same. 0 when there is nobody to answer. */
  readonly people: number;
  /** Only a copy is left of it, and with the original went the way to whoever wrote. */
  readonly copy: boolean;
  /** Words that were just taken back, to go on writing. */
  readonly returned: AnswerDraft | null;
}

const COVERED = new WeakMap<{ readonly text: string }, string>();

/** The words of one message with names covered; worked out once, since the page is drawn often. */
export function coveredIn(message: { readonly text: string }): string {
  const known = COVERED.get(message) ?? masked(message.text).text;
  COVERED.set(message, known);
  return known;
}

export function answerView(
  item: QueueItem,
  around: {
    readonly others: number;
    readonly returned: AnswerDraft | null;
    readonly label: (kid: string) => string;
  },
): AnswerView {
  const { triage, followUps, opened } = item;
  const shown = namesShown(triage);
  const copy = isCopy(opened);
  return {
    thread: threadLines(triage.replies, followUps).map((line) => {
      const { week } = line;
      if (line.what === 'follow-up') {
        const { id, text, acknowledged } = line.followUp;
        const words = shown ? text : coveredIn(line.followUp);
        return { id, week, what: line.what, text: words, unread: acknowledged === null };
      }
      const { id, by, reply, waiting = false } = line.sent;
      const day = reply.type === 'opened' ? undefined : reply.day;
      const promised = day === undefined ? null : weekStart(day);
      return { id, week, what: line.what, by: around.label(by), reply, promised, waiting };
    }),
    unread: unread(item).length,
    people: opened.state === 'unreadable' || copy ? 0 : 1 + around.others,
    copy,
    returned: around.returned,
  };
}
