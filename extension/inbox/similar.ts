import type { Queue, QueueItem } from './queue.ts';

const MOST = 12;
/** Shorter words are in every text. */
const SHORTEST = 4;
/** Below it two texts have only the ward's words in common. */
const LEAST_LIKE = 0.08;

/**
 * Other concerns that may say the same, the most alike first: by the share of words that both have (Jaccard), with a
 * little for the same kind and category.
 */
export function similarTo(queue: Queue, id: string): QueueItem[] {
  const item = queue.items.get(id);
  if (item?.opened.state !== 'read') return [];
  const { concern } = item.opened;
  const words = wordsOf(item.opened.searchable);
  return queue.concerns
    .flatMap((other) => {
      if (other.id === id || other.triage.status === 'closed' || other.opened.state !== 'read') return [];
      const kind = other.opened.concern.kind === concern.kind ? 0.02 : 0;
      const category =
        concern.category !== undefined && other.opened.concern.category === concern.category ? 0.06 : 0;
      return [{ other, like: shared(words, wordsOf(other.opened.searchable)) + kind + category }];
    })
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort((a, b) => b.like - a.like || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ other }) => other);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= SHORTEST));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
