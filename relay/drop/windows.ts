import type { RandomBytes } from '../../shared/bytes.ts';
import { KEY } from '../../shared/sizes.ts';
import { bytesIn, numberIn, type Recipe, type Row, sql } from './recipe.ts';
import { type WindowKey, windowKey } from './window-key.ts';
import type { Unwrapping, Wrapping } from './wrapping.ts';

/*
 * A window is named by a number that grows by one, not by the clock: a clock that jumps closes a window early or late,
 * and loses nothing.
 */

export interface OpenedWindow {
  readonly id: number;
  readonly key: WindowKey;
}

/** The window that takes cells, and the one whose cells are being made ready, if any. */
export interface Windows {
  readonly open: OpenedWindow;
  readonly closing: OpenedWindow | null;
}

/** What a keeper should do next about windows. */
export type WindowDuty = 'none' | 'turn' | 'empty';

export function* readWindows(wrapping: Unwrapping): Recipe<Windows> {
  const rows = yield* sql('SELECT id, closing, wrapped FROM windows');
  const opened = (row: Row) => ({
    id: numberIn(row, 'id'),
    key: windowKey(wrapping.unwrap(bytesIn(row, 'wrapped'))),
  });
  const open = rows.find((row) => numberIn(row, 'closing') === 0);
  const closing = rows.find((row) => numberIn(row, 'closing') === 1);
  if (open === undefined) throw new TypeError('no window is open');
  return { open: opened(open), closing: closing === undefined ? null : opened(closing) };
}

/** Opens the first window there ever was. */
export function* openFirstWindow(wrapping: Wrapping, random: RandomBytes): Recipe<void> {
  const rows = yield* sql('SELECT id FROM windows WHERE closing = 0');
  if (rows.length === 0) yield* openWindow(1, 0, wrapping, random);
}

export function* windowDuty(nowSeconds: number, windowSeconds: number): Recipe<WindowDuty> {
  const rows = yield* sql('SELECT closing, closes FROM windows');
  if (rows.some((row) => numberIn(row, 'closing') === 1)) return 'empty';
  return rows.some((row) => isDue(numberIn(row, 'closes'), nowSeconds, windowSeconds)) ? 'turn' : 'none';
}

/** Ends the open window when it is due and opens the next one, with a key of its own. */
export function* turnWindow(
  nowSeconds: number,
  windowSeconds: number,
  wrapping: Wrapping,
  random: RandomBytes,
): Recipe<void> {
  if ((yield* windowDuty(nowSeconds, windowSeconds)) !== 'turn') return;
  const [open] = yield* sql('SELECT id, closes FROM windows WHERE closing = 0');
  if (open === undefined) return;
  const id = numberIn(open, 'id');
  const closes = numberIn(open, 'closes');
  const boundary = Math.floor(nowSeconds / windowSeconds) * windowSeconds;
  if (closes === 0) {
    yield* sql('UPDATE windows SET closes = $1 WHERE id = $2', boundary + windowSeconds, id);
    return;
  }
  // Whole windows only: how long it was open is stored no finer than that.
  const lasted = Math.max(1, (boundary - closes) / windowSeconds + 1) * windowSeconds;
  yield* sql(
    'UPDATE windows SET closing = 1, closes = $1, lasted = $2 WHERE id = $3',
    boundary,
    Math.round(lasted),
    id,
  );
  yield* openWindow(id + 1, boundary + windowSeconds, wrapping, random);
}

function* openWindow(id: number, closes: number, wrapping: Wrapping, random: RandomBytes): Recipe<void> {
  yield* sql(
    'INSERT INTO windows (id, closing, closes, lasted, wrapped) VALUES ($1, 0, $2, 0, $3)',
    id,
    closes,
    wrapping.wrap(random(KEY)),
  );
}

/** Also when its end is further away than a window is long: then the clock, or the setting, has changed. */
function isDue(closes: number, nowSeconds: number, windowSeconds: number): boolean {
  return nowSeconds >= closes || closes - nowSeconds > windowSeconds;
}
