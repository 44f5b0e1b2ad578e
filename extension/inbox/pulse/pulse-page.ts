import { MOST_PULSES } from '../../../shared/published-pulse.ts';
import type { Pulse } from '../../../shared/pulse.ts';
import type { PulseCount } from '../../../shared/pulse-count.ts';
import { addDays } from '../../../shared/weeks.ts';
import { weekStart } from '../clocks.ts';
import type { PageContext } from '../pages-view.ts';
import type { TeamLog } from '../team-fold.ts';
import { type Campaign, campaignsOf, idsIn, isOver, isRunning, nextStart } from './campaigns.ts';
import { type ReceivedAnswer, seenOf } from './counting.ts';
import { type ReadyMade, readyMade } from './ready-made.ts';

/** Of a house that has not said its own. */
const USUAL_LANGUAGE = 'en';

export interface PulsePage {
  readonly page: 'pulse';
  /** There is a bulletin that a pulse can enter. */
  readonly bulletin: boolean;
  /** Support contacts stand in it, so that people may be asked how they are. */
  readonly support: boolean;
  /** Of the house, BCP 47. */
  readonly language: string;
  /** As many are asked as a bulletin holds. */
  readonly full: boolean;
  /** Monday of the first week in which another may begin. */
  readonly firstWeek: string;
  readonly campaigns: readonly CampaignRow[];
  readonly results: readonly ResultView[];
  readonly retentionDays: number;
  /** Questions to put as they stand, by the language of the page. */
  readonly ready: (locale: string) => readonly ReadyMade[];
}

export interface CampaignRow {
  readonly id: string;
  readonly pulse: Pulse;
  readonly by: string;
  readonly mine: boolean;
  readonly approvedBy: string | null;
  readonly state: 'open' | 'on-its-way' | 'later' | 'asking';
  /** Mondays of its first week and its last. */
  readonly from: string;
  readonly until: string;
}

export interface ResultView {
  readonly pulse: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
  readonly running: boolean;
  /** `null` under 11 answers. */
  readonly count: PulseCount | null;
  /** Mean over the items, in hundredths, where all have one scale and enough answers; `null` otherwise. */
  readonly score: number | null;
  /** For each item its means so far, oldest first: the same words on the same scale, in whichever pulse. */
  readonly courses: readonly (readonly CoursePoint[])[];
}

export interface CoursePoint {
  readonly from: string;
  /** Hundredths. */
  readonly mean: number;
  readonly answered: number;
}

export function pulsePage({ room, bulletin, member, today, label }: PageContext): PulsePage {
  const campaigns = campaignsOf(room.log(), room.desk().id);
  const there = idsIn(bulletin);
  const rows = campaigns.flatMap((campaign): CampaignRow[] => {
    const state = stateOf(campaign, there, today);
    const { id, pulse, by, approvedBy, until } = campaign;
    if (state === null) return [];
    return [
      {
        id,
        pulse,
        by: label(by),
        mine: by === member,
        approvedBy: approvedBy === null ? null : label(approvedBy),
        state,
        from: weekStart(pulse.from),
        until: weekStart(until),
      },
    ];
  });
  const next = nextStart(campaigns);
  const thisWeek = weekStart(today);
  return {
    page: 'pulse',
    bulletin: bulletin !== null,
    support: (bulletin?.support.length ?? 0) > 0,
    language: bulletin?.language ?? USUAL_LANGUAGE,
    full: there.size >= MOST_PULSES,
    firstWeek: next === null || next <= thisWeek ? thisWeek : weekStart(addDays(next, 6)),
    campaigns: rows,
    results: resultsOf(campaigns, room.pulseAnswers(), room.log().counted, today),
    retentionDays: room.retentionDays(),
    ready: readyMade,
  };
}

/** Pulses of others that wait for this member's word. */
export function pulsesWaiting(log: Pick<TeamLog, 'proposals'>, member: string): number {
  return log.proposals.filter(
    ({ by, state, what }) => state === 'open' && what.type === 'asked' && by !== member,
  ).length;
}

function stateOf(campaign: Campaign, there: ReadonlySet<string>, today: string): CampaignRow['state'] | null {
  const { pulse, state, published } = campaign;
  if (state === 'open') return campaign.until < today ? null : 'open';
  if (published === null || isOver(campaign, today)) return null;
  if (!there.has(pulse.id)) return 'on-its-way';
  return isRunning(campaign, today) ? 'asking' : 'later';
}

/** Every campaign that was ever before everybody, the newest first. Of some only the count is left. */
function resultsOf(
  campaigns: readonly Campaign[],
  received: readonly ReceivedAnswer[],
  kept: TeamLog['counted'],
  today: string,
): ResultView[] {
  const begun = campaigns.filter(({ published, pulse }) => published !== null && pulse.from <= today);
  const known = new Set(begun.map(({ pulse }) => pulse.id));
  const seen = [
    ...begun.map((campaign) => ({
      pulse: campaign.pulse.id,
      title: campaign.pulse.title,
      from: campaign.pulse.from,
      until: campaign.until,
      running: isRunning(campaign, today),
      count: seenOf(campaign, received, kept, today),
    })),
    ...[...kept.values()]
      .filter(({ count }) => !known.has(count.pulse))
      .map(({ count }) => {
        const { pulse, title, from, until } = count;
        return { pulse, title, from, until, running: false, count };
      }),
  ].sort((a, b) => (a.from === b.from ? (a.pulse < b.pulse ? -1 : 1) : a.from < b.from ? 1 : -1));
  return seen.map((one) => ({
    ...one,
    score: one.count === null ? null : scoreOf(one.count),
    courses: (one.count?.items ?? []).map((item) =>
      seen
        .toReversed()
        .filter(({ from }) => from <= one.from)
        .flatMap(({ from, count }): CoursePoint[] => {
          const same = count?.items.find(({ text, scale }) => text === item.text && scale === item.scale);
          return same?.count === undefined
            ? []
            : [{ from, mean: same.count.mean, answered: same.count.answered }];
        }),
    ),
  }));
}

function scoreOf({ items }: PulseCount): number | null {
  const scales = new Set(items.map(({ scale }) => scale));
  const means = items.flatMap(({ count }) => (count === undefined ? [] : [count.mean]));
  if (items.length < 2 || scales.size !== 1 || means.length < items.length) return null;
  return Math.round(means.reduce((sum, mean) => sum + mean, 0) / means.length);
}
