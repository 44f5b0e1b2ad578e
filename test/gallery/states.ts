import type { DraftChange } from '../../extension/compose/draft.ts';
import {
  FIRST_SCREEN,
  type PanelEvent,
  type PanelState,
  panelAfter,
} from '../../extension/compose/panel-state.ts';
import type { PanelCallbacks, PanelView } from '../../extension/ui/panel/contract.ts';
import type { Kind } from '../../shared/taxonomy.ts';
import { NOTHING_BACK, SEVEN } from './fake-site.ts';
import { PULSES } from './pulses.tsx';

type Told = PanelEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'now'> : never) : never;

interface State {
  readonly initial?: PanelState;
  readonly view?: Partial<PanelView>;
  readonly on?: Partial<PanelCallbacks>;
}

/** Every state, reached the way a person reaches it. */
export const STATES: Readonly<Record<string, State>> = {
  first: {},
  'first-demo-own-relay': {
    view: { demo: true, operator: { name: '', own: true }, safeToLogOff: { kind: 'now' } },
  },
  'first-wiped': {
    view: { profile: 'wiped', safeToLogOff: { kind: 'stay', minutes: 2 }, answersAdded: '2026-11-03' },
  },
  'relay-silent': {
    view: {
      phase: { name: 'relay-silent', since: '09:10', phone: '4411', paper: 'the blue form on the ward' },
    },
  },
  'relay-silent-call': {
    view: { phase: { name: 'relay-silent', since: '09:10', phone: '4411', paper: '' } },
  },
  'relay-silent-none': {
    view: { phase: { name: 'relay-silent', since: '09:10', phone: '', paper: '' } },
  },
  hidden: { view: { phase: { name: 'hidden' } } },
  'first-pledge': { view: { stories: [], pledge: { name: 'Amara Osei', role: 'Chief nurse' } } },
  'notices-pledge': {
    view: {
      stories: [],
      pledge: {
        name: 'Amara Osei',
        role: 'Chief nurse',
        words: 'I once saw a drug error and said nothing for two days.',
        answersBy: '2026-12-22',
      },
    },
    initial: after({ type: 'sheet', sheet: 'notices' }),
  },
  practice: { view: { practice: true } },
  'first-pulse': { view: { pulse: PULSES['speak-up'] } },
  'first-burnout': { view: { pulse: PULSES.burnout } },
  'first-team-safety': { view: { pulse: PULSES['team-safety'] } },
  refused: { initial: after(told('near_miss')[0], { type: 'refused', refusal: 'failed' }) },
  waiting: { view: { phase: { name: 'waiting' } } },
  'wrong-settings': {
    view: {
      phase: {
        name: 'wrong-settings',
        problems: [
          { key: 'rootKey', reason: 'differs from the key in this build.' },
          { key: 'relayUrl', reason: 'is not an https address.' },
        ],
      },
    },
  },
  'near-miss': { initial: after(...told('near_miss')) },
  incident: { initial: after(...told('incident')) },
  hazard: { initial: after(...told('hazard')) },
  staff: { initial: after(...told('staff'), pick({ pick: 'wish', value: 'support' })) },
  culture: {
    initial: after(...told('culture', 'guardian')),
    view: { desks: [{ id: 'guardian', name: 'Speak-up guardian', lastOpenedWeek: '2026-11-02' }] },
  },
  'good-care': { initial: after(...told('good_care')) },
  picked: {
    initial: after(
      ...told('near_miss'),
      pick({ pick: 'category', value: 'medication' }),
      pick({ pick: 'place', value: 'P1' }),
    ),
  },
  questions: {
    initial: after(
      ...told('near_miss'),
      pick({ pick: 'category', value: 'medication' }),
      { type: 'unfold', step: 'worry' },
      pick({ pick: 'worry', value: 'fairly' }),
      { type: 'unfold', step: 'when' },
      pick({ pick: 'whenP', value: 'week' }),
      { type: 'unfold', step: 'factors' },
      pick({ pick: 'factor', value: 'staffing' }),
      pick({ pick: 'factor', value: 'handover' }),
      pick({ pick: 'factor', value: 'interruption' }),
    ),
  },
  words: {
    initial: after(
      ...told('near_miss'),
      { type: 'unfold', step: 'words' },
      {
        type: 'change',
        change: {
          write: 'what',
          text: 'I saw that Dr Osei had ordered ten times the dose for room 412. The pump was not started.',
        },
      },
    ),
  },
  'words-full': {
    initial: after(
      ...told('hazard'),
      { type: 'unfold', step: 'words' },
      {
        type: 'change',
        change: { write: 'what', text: 'Two boxes look the same. '.repeat(157) },
      },
    ),
    view: { siteLanguage: 'fr' },
  },
  distress: {
    initial: after(
      ...told('staff'),
      { type: 'unfold', step: 'words' },
      {
        type: 'change',
        change: { write: 'what', text: 'Six nights in a row. I can’t go on like this.' },
      },
    ),
  },
  left: {
    initial: after(...told('near_miss'), { type: 'refused', refusal: 'already-left' }),
  },
  'still-there': {
    initial: { ...after(...told('near_miss'), { type: 'unfold', step: 'worry' }), warning: true },
  },
  support: { initial: after({ type: 'sheet', sheet: 'support' }) },
  notices: { initial: after({ type: 'sheet', sheet: 'notices' }) },
  leaves: { initial: after({ type: 'sheet', sheet: 'leaves' }) },
  receipt: { initial: after({ type: 'sheet', sheet: 'receipt' }) },
  'receipt-nothing': {
    initial: after({ type: 'sheet', sheet: 'receipt' }),
    on: { onReceiptOpen: async () => ({ ok: true, view: NOTHING_BACK }) },
  },
  language: { initial: after({ type: 'sheet', sheet: 'language' }) },
  'seven-words': { initial: after(...told('near_miss'), { type: 'words', words: SEVEN }) },
};

function told(kind: Kind, desk = kind === 'staff' ? 'people' : 'patient-safety'): [Told, Told] {
  return [
    { type: 'flag', kind },
    { type: 'filed', kind, desk },
  ];
}

function pick(change: DraftChange): Told {
  return { type: 'change', change };
}

function after(...events: Told[]): PanelState {
  return events.reduce(
    (state, event) => panelAfter(state, { ...event, now: 1_000 } as PanelEvent, 120_000),
    FIRST_SCREEN,
  );
}
