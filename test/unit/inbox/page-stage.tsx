import { cleanup, render } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { NO_FILTERS } from '../../../extension/inbox/filters.ts';
import type { ConcernView, InboxView, LockedView, OpenView, Row } from '../../../extension/inbox/view.ts';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import type { InboxCallbacks } from '../../../extension/ui/inbox/contract.ts';
import { InboxPage } from '../../../extension/ui/inbox/inbox.tsx';
import { createTranslator } from '../../../extension/ui/translator.ts';

/* The page on a stage of its own: views as plain data, callbacks that only remember. */

afterEach(cleanup);

export const t = createTranslator('en', english);

export const LOCKED: LockedView = {
  phase: 'locked',
  organisation: 'Northgate General Hospital',
  fingerprint: 'wisdom beyond grief birth',
  backup: { label: 'HR partner', kept: false },
  refusal: null,
  unlocking: false,
  idle: false,
  demo: false,
};

export const ROW: Row = {
  id: 'a',
  kind: 'near_miss',
  category: 'medication',
  words: 'Two look-alike vials',
  week: '2026-11-23',
  due: { what: 'acknowledge', day: '2026-12-01', daysLeft: 7 },
  status: 'new',
  assignee: null,
};

export const CONCERN: ConcernView = {
  id: 'a',
  desk: 'People Team',
  week: '2026-11-23',
  status: 'new',
  fields: {
    kind: 'near_miss',
    category: 'medication',
    unit: 'W7',
    worry: 'very',
    factors: ['staffing', 'it'],
  },
  boxes: [
    { box: 'what', text: 'Two look-alike vials in one drawer.\n<img src=x onerror="alert(1)">' },
    { box: 'help', text: 'Coloured trays.' },
  ],
  clocks: { acknowledgeDaysLeft: 7, answerDaysLeft: 97 },
  assignee: null,
  closing: null,
  history: [],
  position: 1,
};

export const OPEN: OpenView = {
  phase: 'open',
  organisation: 'Northgate General Hospital',
  fingerprint: 'wisdom beyond grief birth',
  demo: false,
  member: 'HR partner',
  sync: { state: 'current' },
  alarms: { forgedShares: 0, missingEvents: 0, refusedEvents: 0, unposted: 0, keyless: 0, lapsed: false },
  opening: 0,
  desks: [{ id: 1, name: 'People Team', independent: false, waiting: 1, overdue: 0 }],
  desk: 1,
  shelf: 'concerns',
  filters: NO_FILTERS,
  counts: {
    folders: { new: 1, acknowledged: 0, 'in-review': 0, closed: 0, all: 1 },
    overdue: 0,
    kinds: [{ value: 'near_miss', count: 1 }],
    categories: [{ value: 'medication', count: 1 }],
    weeks: [{ value: '2026-11-23', count: 1 }],
  },
  signalsWaiting: 0,
  rows: [ROW],
  tally: [],
  concern: null,
  places: new Map([['W7', 'Ward 7']]),
  colleagues: [
    { kid: 'ada', label: 'HR partner', self: true },
    { kid: 'ben', label: 'Guardian', self: false },
  ],
  thisWeek: '2026-11-23',
  lastWeek: '2026-11-16',
  undoable: null,
  problem: null,
};

export function stage(view: InboxView) {
  const on = {
    onFile: vi.fn(),
    onForget: vi.fn(),
    onUnlock: vi.fn(),
    onLock: vi.fn(),
    onBrowse: vi.fn(),
    onAct: vi.fn(),
    onUndo: vi.fn(),
    onSync: vi.fn(),
    onPrint: vi.fn(),
  } satisfies InboxCallbacks;
  const shown = render(<InboxPage view={view} on={on} t={t} />);
  const show = (next: InboxView) => shown.rerender(<InboxPage view={next} on={on} t={t} />);
  return { on, show, container: shown.container };
}
