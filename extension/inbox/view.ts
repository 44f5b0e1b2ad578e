import { toBase64url } from '../../shared/base64url.ts';
import type { Bulletin } from '../../shared/bulletin.ts';
import type { Concern } from '../../shared/concern.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { activeMembers } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { Category, Kind } from '../../shared/taxonomy.ts';
import type { ClosingReason } from '../../shared/team-actions.ts';
import { addDays } from '../../shared/weeks.ts';
import { type AnswerView, answerView, coveredIn } from './answer-view.ts';
import { type Browse, DESK_PAGES } from './browse.ts';
import { casesWaiting } from './cases/cases.ts';
import { ackDue, daysBetween, feedbackDue, weekStart } from './clocks.ts';
import type { DeskAlarms, DeskRoom } from './desk-room.ts';
import { type Counts, countsOf, type Filters, filteredSignals, folderOf, isOverdue } from './filters.ts';
import { pledgesWaiting } from './launch/pledge.ts';
import type { Lookout } from './lookout.ts';
import { maskedBoxes, maskedFirst } from './mask.ts';
import { BOX_ORDER, type OpenedConcern } from './opening.ts';
import { type PageView, pageView } from './pages-view.ts';
import { playbookFor } from './playbook.ts';
import { pulsesWaiting } from './pulse/pulse-page.ts';
import { type Due, isPractice, type Queue, type QueueItem, type Tally, tallyOf, unread } from './queue.ts';
import { type AnswerDraft, hasAnswer, promisedDay } from './replies.ts';
import type { Session, SyncState, Undoable } from './session.ts';
import { orphanedCount, storiesWaiting, type TeamView, teamView } from './team-view.ts';
import { type Template, templatesIn } from './templates.ts';
import { type Entry, namesShown, type Status, type Triage } from './triage.ts';

/** Everything the inbox page shows, as plain data. Weeks stand for themselves as the ISO date of their Monday. */
export type InboxView =
  | { readonly phase: 'starting' }
  /** The settings of the organisation are not here, or name no mailroom. */
  | { readonly phase: 'unset'; readonly why: 'waiting' | 'no-mailroom' | 'refused' }
  | LockedView
  | OpenView;

/** Why an attempt to unlock failed. */
export type Refusal =
  | 'failed'
  | 'keys-refused'
  | 'no-keys-yet'
  | 'not-a-backup'
  | 'not-a-member'
  | 'wrong-passphrase';

export interface LockedView {
  readonly phase: 'locked';
  readonly organisation: string | null;
  /** Four words to compare with the poster; `null` while the mailroom has not been reached once. */
  readonly fingerprint: string | null;
  /** Whose backup is at hand, as it names itself, and whether this browser kept it. */
  readonly backup: { readonly label: string; readonly kept: boolean } | null;
  readonly refusal: Refusal | null;
  readonly unlocking: boolean;
  /** The page locked itself because nobody touched it. */
  readonly idle: boolean;
  readonly demo: boolean;
}

export interface OpenView {
  readonly phase: 'open';
  readonly organisation: string;
  readonly fingerprint: string;
  readonly demo: boolean;
  readonly member: string;
  readonly sync: SyncState;
  /** Set when a part of the team log or of the keys is not what it should be. */
  readonly alarms: DeskAlarms & {
    readonly keyless: number;
    readonly lapsed: boolean;
    /** Concerns that everybody on the desk has stepped aside from. */
    readonly orphaned: number;
    /** Fewer than two members of the desk are active. */
    readonly few: boolean;
  };
  /** Messages that are still being opened. */
  readonly opening: number;
  readonly desks: readonly DeskEntry[];
  readonly desk: number | null;
  readonly shelf: Browse['shelf'];
  /** The page beside the queue that is open. */
  readonly page: PageView | null;
  /** Something of the desk's own waits for a second member. */
  readonly storiesWaiting: number;
  readonly pledgesWaiting: number;
  readonly casesWaiting: number;
  /** A pulse waits for this member's word. */
  readonly pulsesWaiting: number;
  readonly filters: Filters;
  readonly counts: Counts;
  readonly signalsWaiting: number;
  readonly rows: readonly Row[];
  /** More may be found: what was found is still being looked over for names. */
  readonly looking: boolean;
  readonly tally: readonly Tally[];
  readonly concern: ConcernView | null;
  readonly places: ReadonlyMap<string, string>;
  /** Numbers of this hospital that a desk may have to name at once. */
  readonly help: { readonly emergency: string | null; readonly support: readonly string[] };
  readonly colleagues: readonly Colleague[];
  /** The desk's own words for answers. */
  readonly templates: readonly Template[];
  readonly thisWeek: string;
  readonly lastWeek: string;
  /** What was last done, while it can be undone. */
  readonly undoable: Undoable | null;
  /** The last action could not be taken. */
  readonly problem: ErrorCode | null;
}

export interface DeskEntry {
  readonly id: number;
  readonly name: string;
  readonly independent: boolean;
  /** Concerns that nobody has acknowledged. */
  readonly waiting: number;
  readonly overdue: number;
}

export interface Colleague {
  readonly kid: string;
  readonly label: string;
  readonly self: boolean;
}

/**
 * A concern in two lines. `kind` is `null` for a message that could not be read, and for words that were added to a
 * concern which is not here (any more).
 */
export interface Row {
  readonly id: string;
  readonly addition: boolean;
  /** Words of the person that nobody has acknowledged, beside the concern itself. */
  readonly unread: number;
  readonly kind: Kind | null;
  readonly category: Category | null;
  readonly words: string;
  /** It came without words: somebody asks for support, or tapped and no more. */
  readonly wordless: 'none' | 'support' | null;
  readonly week: string;
  readonly due: Due | null;
  readonly practice: boolean;
  readonly status: Status;
  /** Label of the colleague who looks after it. */
  readonly assignee: string | null;
}

export interface ConcernView {
  readonly id: string;
  readonly desk: string;
  readonly week: string;
  readonly status: Status;
  /** `null` for a message that could not be read, or an addition. */
  readonly fields: Omit<Concern, 't' | 'v' | 'tax'> | null;
  readonly boxes: readonly { readonly box: (typeof BOX_ORDER)[number]; readonly text: string }[];
  readonly clocks: {
    /** Days until a person must have acknowledged; `null` once one has. */
    readonly acknowledgeDaysLeft: number | null;
    /** Days until an answer is due; `null` once there is one, or it is closed. */
    readonly answerDaysLeft: number | null;
    /** Days until the end of the week that the last answer promised something for. */
    readonly promiseDaysLeft: number | null;
    readonly answered: boolean;
  };
  readonly assignee: string | null;
  readonly closing: { readonly reason: ClosingReason; readonly line: string } | null;
  readonly history: readonly HistoryLine[];
  readonly team: TeamView;
  /** What to do first is shown above it. */
  readonly playbook: 'danger' | 'harm' | null;
  readonly answering: AnswerView;
  /** The words that were added to a concern which is not here. */
  readonly addition: string | null;
  /** Place in the list, from 1; 0 when it is not in it. */
  readonly position: number;
}

/** One thing that was done. Colleagues by their label; empty for somebody who is no longer in the keyring. */
export interface HistoryLine {
  readonly id: string;
  readonly week: string;
  readonly by: string;
  readonly what:
    | Exclude<Entry['what'], { type: 'assigned' | 'readmitted' }>
    | { readonly type: 'assigned'; readonly to: string | null }
    | { readonly type: 'readmitted'; readonly who: string };
  readonly about: Entry['about'];
}

/** Builds the open page from the session and from where the member is looking. `shown` is the list as it stands. */
export function openView(
  session: Session,
  room: DeskRoom | null,
  browse: Browse,
  shown: readonly QueueItem[],
  around: Pick<OpenView, 'demo' | 'fingerprint' | 'problem'> & {
    readonly today: string;
    readonly bulletin: Bulletin | null;
    /** What was just taken back. */
    readonly returned: { readonly concern: string; readonly draft: AnswerDraft } | null;
    readonly lookout: Lookout | null;
  },
): OpenView {
  const { keyring } = session.trusted().keys;
  const colleagues = keyring.members.map((member) => {
    const kid = toBase64url(kidOf(member.sign));
    return { kid, label: member.label, self: kid === session.member, until: member.until };
  });
  const former = keyring.former?.map(({ sign, label }) => ({ kid: toBase64url(kidOf(sign)), label })) ?? [];
  const label = (kid: string): string =>
    [...colleagues, ...former].find((someone) => someone.kid === kid)?.label ?? '';
  const self = colleagues.find((colleague) => colleague.self);
  const onDesk = new Set(room?.desk().members.map(toBase64url));
  const queue = room?.queue(around.today) ?? NO_QUEUE;
  const waiting = room?.waiting() ?? { opening: 0, keyless: 0 };
  const alarms = room?.alarms(around.today) ?? NO_ALARMS;
  const open = DESK_PAGES.find((page) => page === browse.shelf);
  const selected = browse.selected === null ? undefined : queue.items.get(browse.selected);
  const active =
    room === null
      ? []
      : activeMembers(keyring, room.desk(), around.today).map(({ sign }) => toBase64url(kidOf(sign)));
  return {
    phase: 'open',
    organisation: keyring.org.name,
    member: self?.label ?? '',
    sync: session.syncState(),
    alarms: {
      ...alarms,
      keyless: waiting.keyless,
      lapsed: self !== undefined && self.until < around.today,
      orphaned: room === null ? 0 : orphanedCount(room.log(), active),
      // The demo's desks have one member each, and it says that all in it is made up.
      few: room !== null && !around.demo && active.length < 2,
    },
    opening: waiting.opening,
    desks: session.rooms().map((each) => deskEntry(each, around.today)),
    desk: room?.desk().id ?? null,
    shelf: browse.shelf,
    page:
      open === undefined || room === null
        ? null
        : pageView(open, {
            room,
            keyring,
            bulletin: around.bulletin,
            member: session.member,
            today: around.today,
            label,
          }),
    storiesWaiting: room === null ? 0 : storiesWaiting(room.log(), session.member),
    casesWaiting: room === null ? 0 : casesWaiting(room.log(), session.member),
    pledgesWaiting: room === null ? 0 : pledgesWaiting(room.log(), session.member),
    pulsesWaiting: room === null ? 0 : pulsesWaiting(room.log(), session.member),
    filters: browse.filters,
    counts: countsOf(queue.concerns, browse.filters),
    signalsWaiting: queue.signals.filter(({ triage }) => triage.status === 'new').length,
    rows: shown.map((item) => rowOf(item, label, around.lookout)),
    looking: browse.filters.query !== '' && around.lookout?.busy() === true,
    tally: tallyOf(filteredSignals(queue.signals, browse.filters)),
    concern:
      selected === undefined || room === null
        ? null
        : concernView(selected, room.desk().name, around.today, shown, label, {
            queue,
            log: room.log(),
            member: session.member,
            active,
            label,
            returned: around.returned?.concern === selected.id ? around.returned.draft : null,
          }),
    colleagues: colleagues
      .filter(({ kid }) => onDesk.has(kid))
      .map(({ kid, label, self: me }) => ({ kid, label, self: me })),
    templates: room === null ? [] : templatesIn(room.log().templates),
    undoable: session.undoable(),
    thisWeek: weekStart(around.today),
    lastWeek: weekStart(addDays(around.today, -7)),
    demo: around.demo,
    fingerprint: around.fingerprint,
    places: new Map((around.bulletin?.places ?? []).map(({ code, label: name }) => [code, name])),
    help: helpOf(around.bulletin),
    problem: around.problem,
  };
}

/** Rows for any concerns, as in the list. */
export function rowsOf(items: readonly QueueItem[], session: Session): Row[] {
  const { members } = session.trusted().keys.keyring;
  const label = (kid: string): string =>
    members.find(({ sign }) => toBase64url(kidOf(sign)) === kid)?.label ?? '';
  return items.map((item) => newRow(item, label, null));
}

function helpOf(bulletin: Bulletin | null): OpenView['help'] {
  return {
    emergency: bulletin?.emergency.number ?? null,
    support: (bulletin?.support ?? []).map(({ label, detail, hours }) =>
      [label, detail, hours].filter((part) => part !== undefined).join(', '),
    ),
  };
}

const NO_QUEUE: Queue = { items: new Map(), concerns: [], signals: [], threads: new Set() };
const NO_ALARMS: DeskAlarms = { forgedShares: 0, missingEvents: 0, refusedEvents: 0, unposted: 0 };

const STANDING = new WeakMap<Queue['concerns'], Pick<DeskEntry, 'waiting' | 'overdue'>>();

function deskEntry(room: DeskRoom, today: string): DeskEntry {
  const { id, name, independent } = room.desk();
  const { concerns } = room.queue(today);
  const standing = STANDING.get(concerns) ?? { waiting: waitingIn(concerns), overdue: overdueIn(concerns) };
  STANDING.set(concerns, standing);
  return { id, name, independent, ...standing };
}

function waitingIn(concerns: Queue['concerns']): number {
  return concerns.reduce((sum, item) => (folderOf(item) === 'new' && !isPractice(item) ? sum + 1 : sum), 0);
}

function overdueIn(concerns: Queue['concerns']): number {
  return concerns.reduce((sum, item) => (isOverdue(item) ? sum + 1 : sum), 0);
}

const ROWS = new WeakMap<QueueItem, Row>();

/** Worked out once for each item: a long queue is drawn again for every portion that has been opened. */
function rowOf(item: QueueItem, label: (kid: string) => string, lookout: Lookout | null): Row {
  const { assignee } = item.triage;
  const known = ROWS.get(item);
  if (known !== undefined && known.assignee === (assignee === null ? null : label(assignee))) return known;
  const row = newRow(item, label, lookout);
  ROWS.set(item, row);
  return row;
}

/** With a lookout, covered words are empty until they have been looked over. */
function newRow(item: QueueItem, label: (kid: string) => string, lookout: Lookout | null): Row {
  const { id, opened, triage, week, due } = item;
  const assignee = triage.assignee === null ? null : label(triage.assignee);
  const covered = (): string => (lookout === null ? maskedFirst(opened) : (lookout.first(opened) ?? ''));
  const addition = opened.state === 'follow-up';
  const about = {
    id,
    week,
    due,
    practice: isPractice(item),
    status: triage.status,
    assignee,
    addition,
    wordless: wordlessIn(opened),
    unread: unread(item).length,
  };
  return opened.state === 'read'
    ? {
        ...about,
        kind: opened.concern.kind,
        category: opened.concern.category ?? null,
        // Looked at by rows in sight only: covering names takes time.
        get words() {
          return namesShown(triage) ? opened.first : covered();
        },
      }
    : {
        ...about,
        kind: null,
        category: null,
        get words() {
          return addition && namesShown(triage) ? opened.first : covered();
        },
      };
}

/** Asking for support needs no words, so the row says what an empty line would not. */
function wordlessIn(opened: OpenedConcern): Row['wordless'] {
  if (opened.state !== 'read' || opened.concern.t !== undefined) return null;
  return opened.concern.wishes?.includes('support') === true ? 'support' : 'none';
}

function concernView(
  item: QueueItem,
  desk: string,
  today: string,
  shown: readonly QueueItem[],
  label: (kid: string) => string,
  team: Parameters<typeof teamView>[1] & { readonly returned: AnswerDraft | null },
): ConcernView {
  const { id, opened, triage, releaseDay, week } = item;
  const { status, acknowledged, assignee, closing, history } = triage;
  const promised = promisedDay(triage);
  const others = teamView(item, team);
  const about = {
    id,
    desk,
    week,
    status,
    clocks: {
      acknowledgeDaysLeft: acknowledged === null ? daysBetween(today, ackDue(releaseDay)) : null,
      answerDaysLeft:
        status === 'closed' || hasAnswer(triage)
          ? null
          : daysBetween(today, feedbackDue(releaseDay, acknowledged?.day ?? null)),
      promiseDaysLeft: status === 'closed' || promised === null ? null : daysBetween(today, promised),
      answered: hasAnswer(triage),
    },
    assignee,
    closing,
    history: history.map((entry) => historyLine(entry, label)),
    team: others,
    playbook: playbookFor(opened),
    answering: answerView(item, { others: others.others.length, returned: team.returned, label }),
    addition: additionIn(opened, triage),
    position: shown.findIndex((item) => item.id === id) + 1,
  };
  if (opened.state !== 'read') return { ...about, fields: null, boxes: [] };
  const { t = {}, v: _version, tax: _taxonomy, ...fields } = opened.concern;
  const cover = namesShown(triage) ? null : maskedBoxes(opened);
  const boxes = BOX_ORDER.flatMap((box) =>
    t[box] === undefined ? [] : [{ box, text: cover?.get(box)?.text ?? t[box] }],
  );
  return { ...about, fields, boxes };
}

/** Words whose concern is not here. */
function additionIn(opened: OpenedConcern, triage: Triage): string | null {
  if (opened.state !== 'follow-up') return null;
  return namesShown(triage) ? opened.text : coveredIn(opened);
}

function historyLine({ id, day, by, what, about }: Entry, label: (kid: string) => string): HistoryLine {
  const line = { id, week: weekStart(day), by: label(by), about };
  if (what.type === 'assigned') {
    return { ...line, what: { ...what, to: what.to === null ? null : label(what.to) } };
  }
  return { ...line, what: what.type === 'readmitted' ? { ...what, who: label(what.who) } : what };
}
