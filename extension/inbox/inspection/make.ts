import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { DeskPack } from '../../../shared/inspection.ts';
import type { OpenedTeamEvent } from '../../../shared/team-log.ts';
import { addDays, isoWeekOf } from '../../../shared/weeks.ts';
import { ackDue, feedbackDue } from '../clocks.ts';
import { foldTeamLog, type TeamLog } from '../team-fold.ts';
import { type Triage, UNTOUCHED } from '../triage.ts';
import { decisionsOf } from './decisions.ts';
import { answeredOn, caseIdOf, goneOn, isJunk, type Stood, stoodAt, sundayOf } from './states.ts';

/*
 * The desk's copy of an inspection pack, from the team log and the concerns that are still here. What was carried over from
 * the quarter before and has been deleted since is known from the pack before: that is what the chain is for.
 */

/** One message of the desk that is still here; `signal` is a tap without words. */
export interface OnTheBooks {
  readonly id: string;
  readonly releaseDay: string;
  readonly signal: boolean;
}

export interface Inspected {
  readonly organisation: string;
  readonly desk: string;
  /** `2026-Q3` with its first and its last day. */
  readonly quarter: { readonly name: string; readonly first: string; readonly last: string };
  readonly today: string;
  readonly previous: { readonly pack: DeskPack; readonly hash: string } | null;
  readonly concerns: readonly OnTheBooks[];
  readonly events: readonly OpenedTeamEvent[];
  readonly retentionDays: number;
  /** How colleagues know each member; a kid that is not there belongs to somebody the keyring no longer names. */
  readonly roles: ReadonlyMap<string, string>;
  /** 32 random bytes. */
  readonly salt: Bytes;
}

/** A concern whose state at the end of the quarter is counted. */
interface Counted {
  readonly case: string;
  readonly week: string;
  readonly releaseDay: string | null;
  readonly triage: Triage;
  readonly came: 'opening' | 'received' | 'reopened';
  readonly stood: Stood | 'deleted';
  /** Of one that is gone: the week of its answer's due day, where that was still to come. */
  readonly answerBy: string | null;
}

export function makeDeskPack(asked: Inspected): DeskPack {
  const { quarter, previous, events } = asked;
  const log = foldTeamLog(events.filter(({ day }) => day <= quarter.last));
  const counted = countedOf(asked, log);
  const number = (test: (one: Counted) => boolean): number => counted.filter(test).length;
  return {
    copy: 'desk',
    v: 1,
    organisation: asked.organisation,
    desk: asked.desk,
    quarter: quarter.name,
    made: isoWeekOf(asked.today),
    previous: previous?.hash ?? null,
    balance: {
      opening: number(({ came }) => came === 'opening'),
      received: number(({ came }) => came !== 'opening'),
      reopened: number(({ came }) => came === 'reopened'),
      closed: number(({ stood }) => stood === 'closed'),
      moved: number(({ stood }) => stood === 'moved'),
      held: number(({ stood }) => stood === 'held'),
      deleted: number(({ stood }) => stood === 'deleted'),
      open: number(({ stood }) => stood === 'open'),
    },
    signals: asked.concerns.filter(({ signal, releaseDay }) => signal && isIn(releaseDay, quarter)).length,
    clocks: clocksOf(counted, quarter),
    decisions: decisionsOf(log, quarter, asked.roles),
    carried: counted
      .filter(({ stood }) => stood === 'open' || stood === 'held')
      .map((one) => ({ case: one.case, week: one.week, answerBy: answerStillDue(one, quarter.last) }))
      .sort((a, b) => (a.case < b.case ? -1 : 1)),
    log: {
      heads: toBase64url(sha256(utf8(log.heads.join(' ')))),
      missing: log.missing.size,
    },
    salt: toBase64url(asked.salt),
  };
}

/**
 * Every concern that was on the books in the quarter, once: carried over, received, or back again. Each ends it in one of
 * five states, which is why the numbers add up.
 */
function countedOf(asked: Inspected, log: TeamLog): Counted[] {
  const { quarter, previous, concerns, events, retentionDays } = asked;
  const here = new Map(concerns.filter(({ signal }) => !signal).map((one) => [caseIdOf(one.id), one]));
  const logBefore = previous === null ? foldTeamLog(events.filter(({ day }) => day < quarter.first)) : null;
  const carried = new Map((previous?.pack.carried ?? []).map((one) => [one.case, one]));
  const counted: Counted[] = [];
  for (const [name, { id, releaseDay }] of here) {
    if (releaseDay > quarter.last) continue;
    const stood = stoodAt(log, id);
    const finished = stood === 'closed' || stood === 'moved';
    const before = releaseDay < quarter.first;
    const opening = logBefore === null ? carried.has(name) : before && isOpen(stoodAt(logBefore, id));
    // Back again and finished again in the same quarter is neither more nor less to do than before.
    if (!opening && before && finished) continue;
    const came = opening ? 'opening' : before ? 'reopened' : 'received';
    const triage = log.concerns.get(id) ?? UNTOUCHED;
    counted.push({
      case: name,
      week: isoWeekOf(releaseDay),
      releaseDay,
      triage,
      came,
      stood,
      answerBy: null,
    });
  }
  if (previous !== null) {
    for (const [id, triage] of log.concerns) {
      const name = caseIdOf(id);
      if (here.has(name) || carried.has(name) || !isOpen(stoodAt(log, id)) || !cameBack(triage, quarter))
        continue;
      // Neither here nor carried over, so it had been finished: it came back, and went with its week before this was made.
      counted.push({
        case: name,
        week: isoWeekOf(quarter.first),
        releaseDay: null,
        triage,
        came: 'reopened',
        stood: 'deleted',
        answerBy: null,
      });
    }
  }
  const idOf = new Map([...log.concerns.keys()].map((id) => [caseIdOf(id), id]));
  for (const [name, { week, answerBy }] of carried) {
    if (here.has(name)) continue;
    const id = idOf.get(name) ?? '';
    const was = stoodAt(log, id);
    const gone = goneOn(week, retentionDays) <= quarter.last;
    // One that was on hold when the quarter ended was here then, whatever came of it since.
    const stood = was === 'open' && gone ? 'deleted' : was;
    const triage = log.concerns.get(id) ?? UNTOUCHED;
    counted.push({ case: name, week, releaseDay: null, triage, came: 'opening', stood, answerBy });
  }
  return counted;
}

/** Clocks that were met in the quarter, or ran out in it: each of a concern's two is counted in one quarter only. */
function clocksOf(counted: readonly Counted[], quarter: Inspected['quarter']): DeskPack['clocks'] {
  const acknowledge = { due: 0, kept: 0 };
  const answer = { due: 0, kept: 0 };
  const count = (clock: typeof answer, due: string, done: string | null): void => {
    const kept = done !== null && done <= due;
    if (!isIn(kept ? done : addDays(due, 1), quarter)) return;
    clock.due++;
    if (kept) clock.kept++;
  };
  for (const { releaseDay, triage, answerBy } of counted) {
    if (isJunk(triage)) continue;
    const acked = triage.acknowledged?.day ?? null;
    if (releaseDay !== null) {
      count(acknowledge, ackDue(releaseDay), acked);
      count(answer, feedbackDue(releaseDay, acked), answeredOn(triage));
    } else if (answerBy !== null) count(answer, sundayOf(answerBy), answeredOn(triage));
  }
  return { acknowledge, answer };
}

/** The week in which the answer's clock runs out, if that is still to come and there is none. */
function answerStillDue({ releaseDay, triage, answerBy }: Counted, last: string): string | null {
  if (answeredOn(triage) !== null || isJunk(triage)) return null;
  if (releaseDay === null) return answerBy !== null && sundayOf(answerBy) >= last ? answerBy : null;
  const due = feedbackDue(releaseDay, triage.acknowledged?.day ?? null);
  return due >= last ? isoWeekOf(due) : null;
}

/** Looked into again in the quarter. */
function cameBack({ history }: Triage, quarter: Inspected['quarter']): boolean {
  return history.some(({ what, day }) => what.type === 'in-review' && isIn(day, quarter));
}

function isOpen(stood: Stood): boolean {
  return stood === 'open' || stood === 'held';
}

function isIn(day: string, { first, last }: Inspected['quarter']): boolean {
  return day >= first && day <= last;
}
