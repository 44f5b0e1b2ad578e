import { toBase64url } from '../../shared/base64url.ts';
import type { Bulletin } from '../../shared/bulletin.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { type Basics, basicsOf } from './bulletin-basics.ts';
import { type CasesPage, casesPage } from './cases/cases-page.ts';
import { daysBetween, weekStart } from './clocks.ts';
import type { DeskRoom } from './desk-room.ts';
import { type LaunchPage, launchPage } from './launch/launch-page.ts';
import { maskedFirst } from './mask.ts';
import { type PulsePage, pulsePage } from './pulse/pulse-page.ts';
import type { QueueItem } from './queue.ts';
import { goingSoon, lastDay } from './records.ts';
import { storiesOf } from './stories.ts';
import { type AccessView, accessView } from './subject-access.ts';
import type { Deletion } from './team-fold.ts';

/*
 * The pages beside the queue: what everybody is told, who is on the desk, what is kept and deleted. Worked out only while
 * one of them is open.
 */

/** From so many days before a membership lapses its end is pointed out. */
const RENEW_DAYS = 21;
/** Of a house that has not said its own. */
const USUAL_LANGUAGE = 'en';

export interface StoryRow {
  readonly id: string;
  readonly concern: string | null;
  readonly said: string;
  readonly did: string;
  readonly by: string;
  readonly mine: boolean;
  readonly approvedBy: string | null;
  /** waiting: for its day, since its concern is fresh. */
  readonly state: 'open' | 'waiting' | 'told' | 'on-its-way' | 'withdrawn';
  /** Monday of the week from which it may be told. */
  readonly from: string | null;
}

export interface StoriesPage {
  readonly page: 'stories';
  readonly stories: readonly StoryRow[];
  /** What other desks tell. */
  readonly elsewhere: readonly { readonly said: string; readonly did: string }[];
  readonly promises: readonly {
    readonly desk: string;
    readonly acknowledged: number | null;
    readonly answered: number | null;
  }[];
  /** There is a bulletin that stories can enter. */
  readonly bulletin: boolean;
  readonly basics: Basics;
}

export interface MemberRow {
  readonly kid: string;
  readonly label: string;
  readonly self: boolean;
  /** Monday of the week in which the membership ends. */
  readonly until: string;
  readonly standing: 'active' | 'soon' | 'lapsed';
}

export interface MembersPage {
  readonly page: 'members';
  readonly desk: string;
  readonly slug: string;
  readonly members: readonly MemberRow[];
  readonly few: boolean;
  /** Members of any desk who could keep a share of this member's keys. */
  readonly helpers: readonly { readonly kid: string; readonly label: string }[];
}

export interface KeptRow {
  readonly id: string;
  readonly words: string;
  /** Monday of the week of its release; for what goes, of the week in which it does. */
  readonly week: string;
  readonly reason: string | null;
}

export interface RecordsPage {
  readonly page: 'records';
  readonly retentionDays: number;
  readonly held: readonly KeptRow[];
  readonly soon: readonly KeptRow[];
  readonly deletions: readonly Deletion[];
  readonly access: AccessView;
}

/** Six made-up concerns: they come with the page, and have nothing to do with the desk's own. */
export interface PracticePage {
  readonly page: 'practice';
}

export type PageView =
  | StoriesPage
  | LaunchPage
  | PulsePage
  | CasesPage
  | MembersPage
  | RecordsPage
  | PracticePage;

export interface PageContext {
  readonly room: DeskRoom;
  readonly keyring: Keyring;
  readonly bulletin: Bulletin | null;
  readonly member: string;
  readonly today: string;
  readonly label: (kid: string) => string;
}

export function pageView(page: PageView['page'], context: PageContext): PageView {
  switch (page) {
    case 'stories':
      return storiesPage(context);
    case 'launch':
      return launchPage(context);
    case 'pulse':
      return pulsePage(context);
    case 'members':
      return membersPage(context);
    case 'cases':
      return casesPage(context);
    case 'records':
      return recordsPage(context);
    case 'practice':
      return { page: 'practice' };
  }
}

function storiesPage({ room, keyring, bulletin, member, today, label }: PageContext): StoriesPage {
  const { items } = room.queue(today);
  const there = new Set((bulletin?.stories ?? []).map(({ said, did }) => JSON.stringify([said, did])));
  const stories = storiesOf(room.log(), (concern) => items.get(concern)?.releaseDay)
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ id, said, did, by, concern, approvedBy, state, from }): StoryRow => {
      const told = there.has(JSON.stringify([said, did]));
      const approved = told ? 'told' : from !== null && from > today ? 'waiting' : 'on-its-way';
      return {
        id,
        concern,
        said,
        did,
        by: label(by),
        mine: by === member,
        approvedBy: approvedBy === null ? null : label(approvedBy),
        state: state === 'confirmed' ? approved : state,
        from: from === null ? null : weekStart(from),
      };
    });
  const mine = new Set(stories.map(({ said, did }) => JSON.stringify([said, did])));
  return {
    page: 'stories',
    stories,
    elsewhere: (bulletin?.stories ?? []).filter(({ said, did }) => !mine.has(JSON.stringify([said, did]))),
    promises: (bulletin?.promises ?? []).flatMap(({ desk, acknowledged = null, answered = null }) => {
      const name = keyring.desks.find(({ id }) => id === desk)?.name;
      return name === undefined ? [] : [{ desk: name, acknowledged, answered }];
    }),
    bulletin: bulletin !== null,
    basics: basicsOf(bulletin, USUAL_LANGUAGE),
  };
}

function membersPage({ room, keyring, member, today }: PageContext): MembersPage {
  const desk = room.desk();
  const onDesk = new Set(desk.members.map(toBase64url));
  const everybody = keyring.members.map(({ sign, label, until }) => ({
    kid: toBase64url(kidOf(sign)),
    label,
    until,
  }));
  const members = everybody
    .filter(({ kid }) => onDesk.has(kid))
    .map(({ kid, label, until }): MemberRow => {
      const left = daysBetween(today, until);
      return {
        kid,
        label,
        self: kid === member,
        until: weekStart(until),
        standing: left < 0 ? 'lapsed' : left <= RENEW_DAYS ? 'soon' : 'active',
      };
    });
  return {
    page: 'members',
    desk: desk.name,
    slug: desk.slug,
    members,
    few: members.filter(({ standing }) => standing !== 'lapsed').length < 2,
    helpers: everybody.filter(({ kid, until }) => kid !== member && until >= today),
  };
}

function recordsPage({ room, member, today, label }: PageContext): RecordsPage {
  const { items } = room.queue(today);
  const retentionDays = room.retentionDays();
  const row = ({ id, opened }: QueueItem, week: string, reason: string | null): KeptRow => ({
    id,
    words: maskedFirst(opened),
    week,
    reason,
  });
  return {
    page: 'records',
    retentionDays,
    held: [...items.values()].flatMap((item) =>
      item.triage.hold === null ? [] : [row(item, item.week, item.triage.hold.reason)],
    ),
    soon: goingSoon(items.values(), today, retentionDays).map((item) =>
      row(item, weekStart(lastDay(item.releaseDay, retentionDays)), null),
    ),
    deletions: room.log().deletions,
    access: accessView(room, member, today, label),
  };
}
