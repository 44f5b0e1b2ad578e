import { byDue, type Queue, type QueueItem } from './queue.ts';
import { byRelease } from './thread.ts';

/**
 * A desk's queue as one member sees it: without what they stepped aside from, and with every merged concern standing
 * under the one it was merged into, which then shows what runs out first among all of them. `items` still holds those
 * that are merged. Items of the view `before` that have not changed stay the same objects.
 */
export function visibleTo(whole: Queue, isAside: (concern: string) => boolean, before: Queue | null): Queue {
  // Mostly there is nothing to hide or gather, and a long queue is built again for every portion that was opened.
  if (!isTouched(whole)) return whole;
  const allowed = [...whole.items.values()].filter(({ id }) => !isAside(id));
  const items = new Map(allowed.map((item) => [item.id, item]));
  const under = new Map<string, QueueItem[]>();
  for (const item of allowed) {
    const top = topOf(item, items);
    if (top === item) continue;
    under.set(top.id, [...(under.get(top.id) ?? []), item]);
  }
  const merged = new Set([...under.values()].flat().map(({ id }) => id));
  for (const [id, others] of under) {
    const item = items.get(id);
    if (item !== undefined) items.set(id, unchanged(gathered(item, others), before?.items.get(id)));
  }
  const left = (list: readonly QueueItem[]): QueueItem[] =>
    list.flatMap(({ id }) => (merged.has(id) ? [] : (items.get(id) ?? [])));
  return { ...whole, items, concerns: left(whole.concerns).sort(byDue), signals: left(whole.signals) };
}

/** The others that say the same as a concern, over however many steps. */
export function mergedInto(queue: Queue, id: string): QueueItem[] {
  return [...queue.items.values()].filter((item) => item.id !== id && topOf(item, queue.items).id === id);
}

/** The concern at the end of the merges; one that is not in this view ends them before it. */
export function topOf(item: QueueItem, items: ReadonlyMap<string, QueueItem>): QueueItem {
  for (let at = item; ; ) {
    const into = at.triage.mergedInto;
    const next = into === null ? undefined : items.get(into);
    if (next === undefined) return at;
    at = next;
  }
}

function gathered(item: QueueItem, others: readonly QueueItem[]): QueueItem {
  const all = [item, ...others];
  const [first = null] = all.flatMap(({ due }) => due ?? []).sort((a, b) => a.daysLeft - b.daysLeft);
  // What any of them adds is read where all of them are dealt with.
  const added = others.flatMap(({ followUps }) => followUps);
  const followUps = added.length === 0 ? item.followUps : [...item.followUps, ...added].sort(byRelease);
  return first === item.due && added.length === 0 ? item : { ...item, due: first, followUps };
}

function unchanged(item: QueueItem, known: QueueItem | undefined): QueueItem {
  const same =
    known !== undefined &&
    known.opened === item.opened &&
    known.triage === item.triage &&
    known.followUps.length === item.followUps.length &&
    known.followUps.every((followUp, index) => followUp === item.followUps[index]) &&
    known.due?.day === item.due?.day &&
    known.due?.daysLeft === item.due?.daysLeft;
  return same ? known : item;
}

function isTouched(whole: Queue): boolean {
  for (const { triage } of whole.items.values()) {
    if (triage.mergedInto !== null || triage.recused.length > 0) return true;
  }
  return false;
}
