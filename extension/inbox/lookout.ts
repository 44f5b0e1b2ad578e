import { BOX_ORDER, type OpenedConcern } from './opening.ts';
import type { QueueItem } from './queue.ts';
import { folded } from './search.ts';
import type { FollowUp } from './thread.ts';

/*
 * Looking over a text for names takes about a millisecond, and a list that is scrolled or searched asks for a hundred at a
 * time. So they are looked over elsewhere, and what has not been looked over yet is not shown and not found.
 */

/** Gives texts with names covered, each in its place; fewer when the inbox was locked meanwhile. */
export type Cover = (texts: readonly string[]) => Promise<readonly string[]>;

export interface Lookout {
  /** The first words of a message, covered; `null` while they are being looked over. */
  first(opened: OpenedConcern): string | null;
  /** All words of a concern and of what was added to it, covered, as search compares them; `null` as above. */
  searchable(item: QueueItem): string | null;
  /** Something is being looked over. */
  busy(): boolean;
}

type Source = OpenedConcern | FollowUp;

/** `changed` is called whenever something that was asked for has been looked over. */
export function lookout(cover: Cover, changed: () => void): Lookout {
  const firsts = new WeakMap<Source, string>();
  const wholes = new WeakMap<Source, string>();
  let wanted = new Map<Source, { first?: string; whole?: readonly string[] }>();
  const underWay = { firsts: new WeakSet<Source>(), wholes: new WeakSet<Source>() };
  let portions = 0;

  const look = async (): Promise<void> => {
    const asked = [...wanted];
    wanted = new Map();
    const texts = asked.flatMap(([, { first, whole = [] }]) => [
      ...(first === undefined ? [] : [first]),
      ...whole,
    ]);
    const covered = await cover(texts);
    portions--;
    if (covered.length < texts.length) return;
    let at = 0;
    for (const [source, { first, whole }] of asked) {
      if (first !== undefined) firsts.set(source, covered[at++] ?? '');
      if (whole === undefined) continue;
      wholes.set(source, folded(covered.slice(at, at + whole.length).join('\n')));
      at += whole.length;
    }
    changed();
  };
  const want = (source: Source, what: { first?: string; whole?: readonly string[] }): null => {
    if (wanted.size === 0) {
      portions++;
      // Whatever else the same drawing asks for goes along.
      void Promise.resolve().then(look);
    }
    wanted.set(source, { ...wanted.get(source), ...what });
    return null;
  };
  const wholeOf = (source: Source, texts: readonly string[]): string | null => {
    const known = wholes.get(source);
    if (known !== undefined || underWay.wholes.has(source)) return known ?? null;
    underWay.wholes.add(source);
    return want(source, { whole: texts });
  };

  return {
    first(opened) {
      if (opened.state === 'unreadable') return '';
      const known = firsts.get(opened);
      if (known !== undefined || underWay.firsts.has(opened)) return known ?? null;
      underWay.firsts.add(opened);
      return want(opened, { first: opened.first });
    },
    searchable({ opened, followUps }) {
      const parts = [
        wholeOf(opened, textsOf(opened)),
        ...followUps.map((followUp) => wholeOf(followUp, [followUp.text])),
      ];
      return parts.includes(null) ? null : parts.join('\n');
    },
    busy: () => portions > 0,
  };
}

/** The words of a message as they were written, box by box. */
export function textsOf(opened: OpenedConcern): readonly string[] {
  if (opened.state === 'follow-up') return [opened.text];
  if (opened.state !== 'read') return [];
  const { t = {} } = opened.concern;
  return BOX_ORDER.flatMap((box) => t[box] ?? []);
}
