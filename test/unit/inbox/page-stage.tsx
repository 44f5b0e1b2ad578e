import { cleanup, render } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { NO_FILTERS } from '../../../extension/inbox/filters.ts';
import type { Check } from '../../../extension/inbox/leaving.ts';
import { practiceIn } from '../../../extension/inbox/practice/concerns.ts';
import { charactersLeft } from '../../../extension/inbox/replies.ts';
import { coach } from '../../../extension/inbox/reply-coach.ts';
import { ACCESS_TOOLS } from '../../../extension/inbox/subject-access.ts';
import type { ConcernView, InboxView, LockedView, OpenView, Row } from '../../../extension/inbox/view.ts';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import type { AnswerTools, InboxCallbacks } from '../../../extension/ui/inbox/contract.ts';
import { InboxPage } from '../../../extension/ui/inbox/inbox.tsx';
import { createTranslator } from '../../../extension/ui/translator.ts';
import { applyFix, type Fix } from '../../../shared/guard/guard.ts';
import { addDays } from '../../../shared/weeks.ts';

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
  wordless: null,
  week: '2026-11-23',
  due: { what: 'acknowledge', day: '2026-12-01', daysLeft: 7 },
  status: 'new',
  assignee: null,
  addition: false,
  practice: false,
  unread: 0,
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
  clocks: { acknowledgeDaysLeft: 7, answerDaysLeft: 97, promiseDaysLeft: null, answered: false },
  assignee: null,
  closing: null,
  history: [],
  answering: { thread: [], unread: 0, people: 1, returned: null, copy: false },
  addition: null,
  team: {
    harm: null,
    tags: [],
    knownTags: [],
    others: [],
    into: null,
    aside: [],
    canStepAside: true,
    names: { covered: 0, shown: false, askedBy: null, askedByMe: false },
    waiting: [],
    moved: null,
    hold: null,
    record: null,
  },
  playbook: null,
  position: 1,
};

export const OPEN: OpenView = {
  phase: 'open',
  organisation: 'Northgate General Hospital',
  fingerprint: 'wisdom beyond grief birth',
  demo: false,
  member: 'HR partner',
  sync: { state: 'current' },
  alarms: {
    forgedShares: 0,
    missingEvents: 0,
    refusedEvents: 0,
    unposted: 0,
    keyless: 0,
    lapsed: false,
    orphaned: 0,
    few: false,
  },
  opening: 0,
  desks: [{ id: 1, name: 'People Team', independent: false, waiting: 1, overdue: 0 }],
  desk: 1,
  shelf: 'concerns',
  page: null,
  storiesWaiting: 0,
  pulsesWaiting: 0,
  looking: false,
  pledgesWaiting: 0,
  casesWaiting: 0,
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
  templates: [],
  help: { emergency: '2222', support: [] },
  undoable: null,
  problem: null,
};

/** The coach and the slots' arithmetic as they are; the guard finds one name. */
export const ANSWERING: AnswerTools = {
  scan: (text) => {
    const start = text.indexOf('Dr Osei');
    if (start === -1) return [];
    const fixes: Fix[] = [{ kind: 'neutral', text: 'the doctor' }];
    return [{ rule: 'staff_name', tier: 'block', start, end: start + 7, fixes, reason: 'names somebody' }];
  },
  applyFix,
  languageOf: () => 'en',
  coach,
  charactersLeft,
  weeksFrom: (week, count) => Array.from({ length: count }, (_, n) => addDays(week, 7 * n)),
  after(_, then) {
    then();
    return () => undefined;
  },
};

export function stage(view: InboxView) {
  const on = {
    onFile: vi.fn(),
    onForget: vi.fn(),
    onUnlock: vi.fn(),
    onLock: vi.fn(),
    onBrowse: vi.fn(),
    onAct: vi.fn(),
    onPulse: vi.fn(async () => true),
    onAgreeToPulse: vi.fn(),
    onSubjectSearch: vi.fn(async () => null),
    access: ACCESS_TOOLS,
    onUndo: vi.fn(),
    onSync: vi.fn(),
    onPrint: vi.fn(),
    onAlike: vi.fn((): { ids: string[]; first: string }[] => []),
    onDesk: vi.fn(),
    onCard: vi.fn(),
    onBulletin: vi.fn(async () => 'saved' as const),
    onRecoveryFile: vi.fn(async () => true),
    onHelp: vi.fn(async () => null),
    onSimilar: vi.fn(() => []),
    check: vi.fn<Check>(() => ({ findings: [], copied: false })),
    onSave: vi.fn(),
    onAnswer: vi.fn(),
    onTemplate: vi.fn(),
    onPractice: vi.fn(() => practiceIn('en')),
    answering: ANSWERING,
  } satisfies InboxCallbacks;
  const shown = render(<InboxPage view={view} on={on} t={t} />);
  const show = (next: InboxView) => shown.rerender(<InboxPage view={next} on={on} t={t} />);
  return { on, show, container: shown.container };
}
