import { setImmediate } from 'node:timers';

/** Things that are written together: many senders wait for one fsync. */
export interface GroupCommit<Item, Result> {
  /** Resolves when the group that the item went with has been written; rejects with the group. */
  submit(item: Item): Promise<Result>;
  /** Resolves once nothing is under way or waiting. */
  drain(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Hands whatever has come in to `flush` in one go: everything that the event loop found in one round, or everything
 * that queued up while `lanes` flushes were under way. `flush` gives one result per item, in their order.
 */
export function groupCommit<Item, Result>(
  flush: (items: readonly Item[]) => Promise<readonly Result[]>,
  { largestGroup, lanes }: { largestGroup: number; lanes: number },
): GroupCommit<Item, Result> {
  const queue: Waiting<Item, Result>[] = [];
  const underWay = new Set<Promise<void>>();
  let scheduled = false;

  const write = async (group: readonly Waiting<Item, Result>[]) => {
    try {
      const results = await flush(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, at) => {
        const result = results[at];
        if (result === undefined) reject(new TypeError('a group lacks a result'));
        else resolve(result);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  const startGroups = () => {
    scheduled = false;
    while (queue.length > 0 && underWay.size < lanes) {
      const group: Promise<void> = write(queue.splice(0, largestGroup)).then(() => {
        underWay.delete(group);
        schedule();
      });
      underWay.add(group);
    }
  };
  // After the event loop's round: whatever it still finds on its sockets joins the group.
  const schedule = () => {
    if (scheduled || queue.length === 0 || underWay.size >= lanes) return;
    scheduled = true;
    setImmediate(startGroups);
  };

  return {
    submit: (item) =>
      new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        schedule();
      }),
    async drain() {
      while (queue.length > 0 || underWay.size > 0) {
        await (underWay.size > 0 ? Promise.all(underWay) : new Promise((next) => setImmediate(next)));
      }
    },
  };
}
