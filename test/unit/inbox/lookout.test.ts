import { describe, expect, it } from 'vitest';
import { filtered, NO_FILTERS } from '../../../extension/inbox/filters.ts';
import { type Cover, lookout } from '../../../extension/inbox/lookout.ts';
import { masked } from '../../../extension/inbox/mask.ts';
import type { OpenedConcern } from '../../../extension/inbox/opening.ts';
import type { QueueItem } from '../../../extension/inbox/queue.ts';
import { folded } from '../../../extension/inbox/search.ts';
import { UNTOUCHED } from '../../../extension/inbox/triage.ts';

const WORDS = 'Dr Osei left the pump without a battery.';

function item(id: string, what: string): QueueItem {
  const opened: OpenedConcern = {
    id,
    state: 'read',
    concern: { v: 1, tax: '1.0.0', kind: 'hazard', t: { what } },
    signal: false,
    first: what,
    searchable: folded(what),
    thread: id,
  };
  return {
    id,
    opened,
    triage: UNTOUCHED,
    releaseDay: '2026-11-24',
    week: '2026-11-23',
    due: null,
    followUps: [],
  };
}

/** Covers as a worker does, later, and notes how often it was asked. */
function later(): { cover: Cover; asked: string[][] } {
  const asked: string[][] = [];
  return {
    asked,
    cover: async (texts) => {
      asked.push([...texts]);
      return texts.map((text) => masked(text).text);
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('looking texts over elsewhere', () => {
  it('shows nothing of a row until it has been looked over, and asks once', async () => {
    const { cover, asked } = later();
    let changes = 0;
    const looking = lookout(cover, () => changes++);
    const rows = [item('a', WORDS), item('b', 'The lift stops.')];
    for (let drawing = 0; drawing < 3; drawing++) {
      expect(rows.map(({ opened }) => looking.first(opened))).toEqual([null, null]);
    }
    expect(looking.busy()).toBe(true);
    await settled();
    expect(asked).toEqual([[WORDS, 'The lift stops.']]);
    expect(changes).toBe(1);
    expect(looking.busy()).toBe(false);
    expect(looking.first((rows[0] as QueueItem).opened)).toBe(masked(WORDS).text);
    expect(looking.first((rows[1] as QueueItem).opened)).toBe('The lift stops.');
  });

  it('never finds a covered name, neither before it was looked over nor after', async () => {
    const looking = lookout(later().cover, () => undefined);
    const items = [item('a', WORDS), item('b', 'A battery was flat.')];
    const found = (query: string) =>
      filtered(items, { ...NO_FILTERS, folder: 'all', query }, looking).map(({ id }) => id);
    expect(found('osei')).toEqual([]);
    expect(found('battery')).toEqual([]);
    await settled();
    expect(found('osei')).toEqual([]);
    expect(found('battery')).toEqual(['a', 'b']);
  });

  it('shows nothing when the inbox was locked meanwhile', async () => {
    let changes = 0;
    const looking = lookout(
      async () => [],
      () => changes++,
    );
    const { opened } = item('a', WORDS);
    looking.first(opened);
    await settled();
    expect([looking.first(opened), changes]).toEqual([null, 0]);
  });
});
