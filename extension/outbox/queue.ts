/** Runs what it is given one after the other, in the order in which it came. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Ticks, rewrites and holds all pass through one queue, so that none sees the half-written state of another. */
export function makeQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
