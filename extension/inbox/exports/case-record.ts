import type { Concern } from '../../../shared/concern.ts';
import type {
  Category,
  CaughtBy,
  Factor,
  HarmGrade,
  Kind,
  WhenBracket,
  WhenPrecision,
  Worry,
} from '../../../shared/taxonomy.ts';
import { isoWeekOf } from '../../../shared/weeks.ts';
import { daysBetween } from '../clocks.ts';
import type { Check } from '../leaving.ts';
import type { QueueItem } from '../queue.ts';
import type { Triage } from '../triage.ts';

export const CASE_STATUSES = [
  'received',
  'acknowledged',
  'in_review',
  'question_asked',
  'action_planned',
  'action_taken',
  'closed_no_action',
  'closed_duplicate',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * One concern as another system may keep it. Weeks stand in place of days, so that no file can be laid beside a roster;
 * nobody who wrote, answered or looked after it is named. `null` is "not said" or "not yet".
 */
export interface CaseRecord {
  readonly caseId: string;
  /** ISO 8601 week, `2026-W48`. */
  readonly receivedWeek: string;
  readonly kind: Kind;
  readonly category: Category | null;
  /** Graded by the desk, never by whoever wrote. */
  readonly harmTriage: HarmGrade | null;
  readonly worry: Worry | null;
  readonly unitGroup: string | null;
  readonly whenPrecision: WhenPrecision | null;
  readonly whenBracket: WhenBracket | null;
  readonly factors: readonly Factor[];
  readonly caughtBy: CaughtBy | null;
  readonly status: CaseStatus;
  readonly closingReason: string | null;
  readonly ackWeek: string | null;
  readonly feedbackWeek: string | null;
  readonly daysToAck: number | null;
  readonly daysToFeedback: number | null;
  /** Words of the person, box by box; only on request, and only where the guard finds nothing. */
  readonly narrative: string | null;
  /** What the desk wrote when it closed the concern; likewise. */
  readonly learning: string | null;
}

export interface Cases {
  readonly cases: readonly CaseRecord[];
  /** Concerns whose words stay here: the guard found something in them. */
  readonly withheld: number;
}

export interface CaseOptions {
  readonly withText: boolean;
  readonly groupOf: (place: string) => string;
  readonly check: Check;
}

/** Every concern of a queue but practice and what could not be read, oldest week first. */
export function casesOf(items: readonly QueueItem[], options: CaseOptions): Cases {
  let withheld = 0;
  const cases = items.flatMap((item): CaseRecord[] => {
    if (item.opened.state !== 'read' || item.opened.concern.practice === true) return [];
    const words = options.withText ? wordsOf(item.opened.concern) : null;
    const line = options.withText ? (item.triage.closing?.line ?? null) : null;
    const whole = recordOf(item, item.opened.concern, options.groupOf, { narrative: words, learning: line });
    const checked = clearedCase(whole, options.check);
    if (checked.withheld) withheld++;
    return [checked.record];
  });
  return { cases: cases.sort(byWeek), withheld };
}

/** A case whose words the guard has read, and whether some of them stay here. */
export function clearedCase(
  record: CaseRecord,
  check: Check,
): { readonly record: CaseRecord; readonly withheld: boolean } {
  const narrative = cleared(record.narrative, check);
  const learning = cleared(record.learning, check);
  const withheld = narrative !== record.narrative || learning !== record.learning;
  return { record: withheld ? { ...record, narrative, learning } : record, withheld };
}

/** Oldest week first; within a week by id, which is a hash: what came first cannot be told. */
export function byWeek(a: CaseRecord, b: CaseRecord): number {
  return a.receivedWeek + a.caseId < b.receivedWeek + b.caseId ? -1 : 1;
}

function recordOf(
  { id, releaseDay, triage }: QueueItem,
  concern: Concern,
  groupOf: CaseOptions['groupOf'],
  words: Pick<CaseRecord, 'narrative' | 'learning'>,
): CaseRecord {
  const acked = triage.acknowledged?.day ?? null;
  const answered = answeredOn(triage);
  return {
    caseId: `C-${id.slice(0, 12)}`,
    receivedWeek: isoWeekOf(releaseDay),
    kind: concern.kind,
    category: concern.category ?? null,
    harmTriage: triage.harm,
    worry: concern.worry ?? null,
    unitGroup: concern.unit === undefined ? null : groupOf(concern.unit),
    whenPrecision: concern.whenP ?? null,
    whenBracket: concern.whenB ?? null,
    factors: concern.factors ?? [],
    caughtBy: concern.caughtBy ?? null,
    status: statusOf(triage),
    closingReason: triage.closing?.reason ?? null,
    ackWeek: acked === null ? null : isoWeekOf(acked),
    feedbackWeek: answered === null ? null : isoWeekOf(answered),
    daysToAck: acked === null ? null : daysBetween(releaseDay, acked),
    daysToFeedback: answered === null ? null : daysBetween(releaseDay, answered),
    ...words,
  };
}

function statusOf({ status, closing, replies }: Triage): CaseStatus {
  if (status === 'closed' && closing !== null) {
    if (closing.reason === 'duplicate') return 'closed_duplicate';
    return closing.reason === 'resolved' ? 'action_taken' : 'closed_no_action';
  }
  const last = replies.findLast(({ reply }) => reply.type !== 'opened')?.reply;
  if (last?.type === 'question') return 'question_asked';
  if (last !== undefined && last.type !== 'opened' && last.status === 'planned') return 'action_planned';
  if (status === 'in-review') return 'in_review';
  return status === 'new' ? 'received' : 'acknowledged';
}

function answeredOn({ replies, history }: Triage): string | null {
  const days = [
    ...replies.filter(({ reply }) => reply.type === 'answer').map(({ day }) => day),
    ...history.filter(({ what }) => what.type === 'closed').map(({ day }) => day),
  ];
  return days.sort()[0] ?? null;
}

function wordsOf({ t }: Concern): string | null {
  const words = Object.values(t ?? {}).join('\n\n');
  return words === '' ? null : words;
}

function cleared(text: string | null, check: Check): string | null {
  return text !== null && check(text, null).findings.length === 0 ? text : null;
}
