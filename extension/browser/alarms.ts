import { api } from './extension-api.ts';

/*
 * The two clocks of an install. `send` is set anew at every tick, `rewrite` comes back by itself and so also notices
 * when the other one is missing.
 */

export type AlarmName = 'rewrite' | 'send';

/** Chromium lets no alarm of a packed extension come sooner (developer.chrome.com/docs/extensions/reference/api/alarms). */
const SHORTEST_SECONDS = 30;

let ring: (name: AlarmName) => void = () => undefined;
const timers = new Map<AlarmName, ReturnType<typeof setTimeout>>();

/** To be called while the background's script runs for the first time, so that a browser wakes it for an alarm. */
export function onAlarm(callback: (name: AlarmName) => void): void {
  ring = callback;
  api.alarms.onAlarm.addListener(({ name }) => {
    if (name !== 'send' && name !== 'rewrite') return;
    stopTimer(name);
    callback(name);
  });
}

/** Sets `send` to ring once. A demo's pace is shorter than a packed extension's alarms: a timer then rings first. */
export async function setSendAlarm(seconds: number): Promise<void> {
  await api.alarms.create('send', { when: Date.now() + seconds * 1000 });
  await hurry('send', seconds);
}

/** Makes `rewrite` ring every so many seconds, unless it already does. */
export async function keepRewriteAlarm(seconds: number): Promise<void> {
  const known = await api.alarms.get('rewrite');
  if (known?.periodInMinutes !== undefined && Math.abs(known.periodInMinutes * 60 - seconds) < 0.001) return;
  await api.alarms.create('rewrite', { delayInMinutes: seconds / 60, periodInMinutes: seconds / 60 });
}

export async function isAlarmSet(name: AlarmName): Promise<boolean> {
  return (await api.alarms.get(name)) !== undefined;
}

/** When an alarm rings next, in seconds since 1970; `null` when it does not. */
export async function nextRing(name: AlarmName): Promise<number | null> {
  const alarm = await api.alarms.get(name);
  return alarm === undefined ? null : alarm.scheduledTime / 1000;
}

async function hurry(name: AlarmName, seconds: number): Promise<void> {
  stopTimer(name);
  if (seconds >= SHORTEST_SECONDS) return;
  const late = ((await nextRing(name)) ?? 0) - (Date.now() / 1000 + seconds);
  if (late < 1) return;
  timers.set(
    name,
    setTimeout(() => {
      timers.delete(name);
      ring(name);
    }, seconds * 1000),
  );
}

function stopTimer(name: AlarmName): void {
  clearTimeout(timers.get(name));
  timers.delete(name);
}
