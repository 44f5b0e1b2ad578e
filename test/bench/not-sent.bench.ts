import { parseArgs } from 'node:util';
import { paceOf, secondsToNextTick, startingPace } from '../../extension/outbox/pace.ts';
import { newInstall } from '../unit/outbox/install.ts';
import { seededRandom, simulatedSite } from '../unit/outbox/simulated-site.ts';

/*
 * How many concerns have not left when the session ends 2, 5 and 10 minutes after the click, by profile mode: the real
 * outbox, pace and sealing over a simulated clock and relay. Sessions began 1 to 30 minutes before the click. In shared
 * and personal profiles (one code path) what has not left waits on the disk for the next log-on, unless the session
 * ended before the first rewrite; in wiped ones it is lost. Baseline: the arithmetic of one memoryless wait.
 *
 * Run: node test/bench/not-sent.bench.ts [--sessions 80]
 */

const { values } = parseArgs({ options: { sessions: { type: 'string', default: '80' } } });
const SESSIONS = Number(values.sessions);
const MINUTES = [2, 5, 10] as const;
const SEND_MINUTES = 2;
const LONGEST = 10 * 60;
/** As long as a concern can be undone, in extension/entrypoints. */
const UNDO_SECONDS = 5;

interface Fate {
  /** Seconds from the click until the relay had it; Infinity when not in time. */
  readonly left: number;
  /** Seconds from the click until a log-off could not lose it. */
  readonly safe: number;
}

const random = seededRandom(2026);
const uniform = (from: number, to: number): number =>
  from + ((to - from) * (random(2)[0] ?? 0)) / 256 + ((to - from) * (random(2)[1] ?? 0)) / 65_536;

async function session(seed: number, wiped: boolean, site = simulatedSite(seed)): Promise<Fate> {
  const pace = paceOf(SEND_MINUTES);
  const install = newInstall(site, seed);
  const dispatch = install.dispatch();
  await dispatch.begin();
  const start = site.now();
  const clickAt = start + Math.floor(uniform(60, 1800));
  let rewriteAt = clickAt + Math.floor(uniform(0, pace.rewriteSeconds));
  const nextTick = async () => {
    const { startTicks } = (await dispatch.standing()).session;
    return site.now() + secondsToNextTick(startTicks > 0 ? startingPace(pace) : pace, random);
  };
  let tickAt = await nextTick();
  let clicked = false;
  let safe = Number.POSITIVE_INFINITY;
  const { content, name } = site.envelope();

  for (;;) {
    const due = Math.min(tickAt, rewriteAt, clicked ? Number.POSITIVE_INFINITY : clickAt);
    if (due > clickAt + LONGEST) return { left: Number.POSITIVE_INFINITY, safe };
    site.pass(Math.max(0, Math.ceil(due) - site.now()));
    if (!clicked && due === clickAt) {
      clicked = true;
      await dispatch.hold({ id: 'concern', content, undoSeconds: UNDO_SECONDS });
    } else if (due === rewriteAt) {
      if (!wiped) await dispatch.rewrite();
      rewriteAt += pace.rewriteSeconds;
    } else {
      await dispatch.tick();
      tickAt = await nextTick();
    }
    const since = site.now() - clickAt;
    if (site.arrived().includes(name)) return { left: since, safe: Math.min(safe, since) };
    const where = (await dispatch.standing()).whereabouts('concern');
    if (clicked && !wiped && where !== 'held') safe = Math.min(safe, since);
  }
}

for (const [mode, wiped] of [
  ['shared-or-personal', false],
  ['wiped', true],
] as const) {
  const fates: Fate[] = [];
  for (let seed = 1; seed <= SESSIONS; seed++) fates.push(await session(seed, wiped));
  const share = (missed: (fate: Fate) => boolean) => fates.filter(missed).length / SESSIONS;
  const round = (value: number) => Number(value.toFixed(4));
  for (const minutes of MINUTES) {
    const end = minutes * 60;
    const value = share(({ left }) => left > end);
    const memoryless = Math.exp(-(end - UNDO_SECONDS) / (SEND_MINUTES * 60));
    process.stdout.write(
      `${JSON.stringify({
        name: `outbox.not-sent.${mode}.${minutes}min`,
        value: round(value),
        unit: 'share of concerns',
        ratio: round(value / memoryless),
        baseline: `one exponential wait of ${SEND_MINUTES} minutes, ${round(memoryless)}`,
        waitsForNextLogOn: round(share(({ left, safe }) => left > end && safe <= end)),
        lost: round(share(({ left, safe }) => left > end && safe > end)),
        sessions: SESSIONS,
      })}\n`,
    );
  }
}
