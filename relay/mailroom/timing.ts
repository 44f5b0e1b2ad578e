/** A step of the clock beyond this, in either direction, is a jump and not the passing of time. */
const JUMP_SECONDS = 3600;

/**
 * For how many seconds a clock has run evenly, told once a look. What cannot be undone, destroying keys and deleting
 * envelopes, waits until a clock that was set wrong has had time to be set right.
 */
export function steadiness(): (nowSeconds: number) => number {
  let since: number | null = null;
  let last = 0;
  return (now) => {
    if (since === null || now < last || now - last > JUMP_SECONDS) since = now;
    last = now;
    return now - since;
  };
}

/** `true` the first time, then once every `seconds`, and when the clock was set back. */
export function every(seconds: number): (nowSeconds: number) => boolean {
  let last: number | null = null;
  return (now) => {
    if (last !== null && now >= last && now - last < seconds) return false;
    last = now;
    return true;
  };
}

/** Calls `tell` when a value is not the one of last time, so that a log says a thing once and not every second. */
export function noticing<T>(tell: (value: T) => unknown): (value: T) => void {
  let last: { readonly value: T } | null = null;
  return (value) => {
    if (last !== null && last.value === value) return;
    last = { value };
    tell(value);
  };
}
