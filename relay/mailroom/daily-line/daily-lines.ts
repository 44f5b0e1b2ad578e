import { verifyBulletin } from '../../../shared/bulletin.ts';
import type { Desk, Keyring } from '../../../shared/keyring.ts';
import { dayAt } from '../../../shared/weeks.ts';
import type { MailroomDeps } from '../deps.ts';
import { type LineLanguage, lineLanguage, lineNumbers, lineText } from './line.ts';
import { linePeriodAt } from './schedule.ts';

/** One line to one desk. It holds numbers and the desk's name, and nothing of any concern. */
export interface DailyLine {
  readonly desk: Pick<Desk, 'name' | 'slug'>;
  readonly text: string;
  /** Whether the desk's deputy gets it too, because nobody has fetched since the line before. */
  readonly toDeputy: boolean;
}

export interface DailyLineSettings {
  /** `07:30`, in the organisation's time zone. */
  readonly time: string;
  /** Without it: that of the bulletin. */
  readonly language?: LineLanguage;
  /** Rejects when it could not be handed over. */
  readonly post: (line: DailyLine) => Promise<void>;
}

const HOLDER = 16;
const LEASE = 'daily-line';
const LEASE_SECONDS = 120;
/** After a failure. */
const RETRY_SECONDS = 300;

/**
 * Sends every desk its line once a day at one time, whether or not anything waits: that it comes says nothing. Copies
 * send it once together; after a crash in the very moment it may come twice, and never not at all. What fails is tried
 * again until the next line is due.
 */
export function dailyLines(deps: MailroomDeps): (keyring: Keyring) => Promise<void> {
  const { store, clock, random, settings, log, dailyLine } = deps;
  if (dailyLine === undefined) return async () => {};
  const holder = random(HOLDER);
  let done: number | null = null;
  let failedAt: number | null = null;

  const siteLanguage = async (keyring: Keyring): Promise<LineLanguage> => {
    const bulletin = await store.file('bulletin');
    if (bulletin === null) return lineLanguage(null);
    // One that is not in force says nothing; what it would have said is no reason to send no line.
    return verifyBulletin(bulletin, keyring).then(
      ({ language }) => lineLanguage(language),
      () => lineLanguage(null),
    );
  };
  const lineFor = async (
    desk: Desk,
    period: number,
    fetched: number,
    language: LineLanguage,
  ): Promise<DailyLine> => {
    const today = dayAt(clock(), settings.timeZone);
    const numbers = lineNumbers(await store.standing(desk.id), await store.queued(desk.id), today);
    const toDeputy = fetched < period - 1;
    const text = lineText(numbers, toDeputy, language);
    return { desk: { name: desk.name, slug: desk.slug }, text, toDeputy };
  };
  const sendFor = async (desk: Desk, period: number, language: LineLanguage): Promise<boolean> => {
    const { fetched, sent } = await store.linePeriods(desk.id);
    // A desk that never had a line gets its first at the next time, not in the moment it was set up. A line of days
    // to come was sent by a clock that was ahead.
    if (sent === 0 || sent > period) await store.noteSent(desk.id, period);
    if (sent === 0 || sent >= period) return true;
    try {
      await dailyLine.post(await lineFor(desk, period, fetched, language));
    } catch {
      log('alarm.daily-line-not-sent', { desk: desk.id });
      return false;
    }
    await store.noteSent(desk.id, period);
    log('daily-line.sent', { desk: desk.id });
    return true;
  };
  return async (keyring) => {
    const now = clock();
    const period = linePeriodAt(now, settings.timeZone, dailyLine.time);
    if (done === period || (failedAt !== null && Math.abs(now - failedAt) < RETRY_SECONDS)) return;
    if (!(await store.takeLease(LEASE, holder, now, LEASE_SECONDS))) return;
    const language = dailyLine.language ?? (await siteLanguage(keyring));
    let all = true;
    for (const desk of keyring.desks) all = (await sendFor(desk, period, language)) && all;
    if (all) done = period;
    failedAt = all ? null : now;
  };
}
