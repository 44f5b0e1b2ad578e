/**
 * How the servers speak: an event's name and numbers or truths about it. There is no room for text, so that no word,
 * address, header or key can ever slip into a log.
 */
export type Log = (event: string, fields?: Readonly<Record<string, number | boolean>>) => void;

/** Writes one JSON line an event. `write` is usually `process.stdout.write`; times are the hour, not finer. */
export function jsonLog(write: (line: string) => void, clock: () => number): Log {
  return (event, fields = {}) => {
    const hour = new Date(Math.floor(clock() / 3600) * 3_600_000).toISOString().slice(0, 13);
    write(`${JSON.stringify({ hour, event, ...fields })}\n`);
  };
}

export const silentLog: Log = () => {};
