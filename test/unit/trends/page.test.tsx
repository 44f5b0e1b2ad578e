// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UnitTotals } from '../../../extension/inbox/imports/unit-totals.ts';
import { dayNumber, type Fact } from '../../../extension/inbox/trends/facts.ts';
import { type Trends, trendsOf } from '../../../extension/inbox/trends/trends.ts';
import arabic from '../../../extension/locales/ar.json' with { type: 'json' };
import german from '../../../extension/locales/de.json' with { type: 'json' };
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { TrendsPage } from '../../../extension/ui/inbox/trends.tsx';
import { createTranslator } from '../../../extension/ui/translator.ts';
import { tableFrom, times } from './fact-fixture.ts';

afterEach(cleanup);

const TODAY = dayNumber('2026-10-20');
const STORIES = [
  { said: 'The night fridge alarm is muted.', did: 'It rings at the desk now.', week: '2026-W33' },
  { said: 'Too early.', did: 'Before the quarter.', week: '2026-W20' },
];
const PLACES = [
  { code: 'MED', label: 'Medicine <b>', staff: 400 },
  { code: 'SUR', label: 'Surgery', staff: 300 },
];
/** Four a week, and eight in each of the last seven. */
const FACTS: Partial<Fact>[] = Array.from({ length: 20 }, (_, week) =>
  times(week < 7 ? 8 : 4, { released: TODAY - 3 - 7 * week, category: 'fall', place: 'MED' }),
).flat();

function trendsFrom(facts: readonly Partial<Fact>[]): Trends {
  return trendsOf(tableFrom(facts), {
    today: TODAY,
    grain: 'week',
    places: PLACES,
    pulseAnswers: new Map([['SUR', 12]]),
    stories: STORIES,
  });
}

function stage(
  trends: Trends | null,
  messages: Readonly<Record<string, string>> = english,
  locale = 'en',
  totals: UnitTotals | null = null,
) {
  const on = { onGrain: vi.fn(), onExport: vi.fn(), onPrint: vi.fn(), onTotals: vi.fn() };
  const t = createTranslator(locale, messages);
  const { container } = render(<TrendsPage view={{ trends, exported: null, totals }} on={on} t={t} />);
  const press = (selector: string): void => {
    const target = container.querySelector(selector);
    if (target === null) throw new RangeError(`nothing to press: ${selector}`);
    fireEvent.click(target);
  };
  return { on, container, press, text: () => container.textContent ?? '' };
}

describe('the trends page', () => {
  it('says that it is counting, and stands without a single concern', () => {
    expect(stage(null).text()).toContain('Counting');
    cleanup();
    const { text, press } = stage(trendsFrom([]));
    expect(text()).toContain('Too early to say');
    press('[data-option="share"]');
    expect(text()).toContain('0 concerns and signals');
  });

  it('has a chart with its message, a title and a description for whoever cannot see it, and the numbers', () => {
    const { container } = stage(trendsFrom(FACTS));
    const card = container.querySelector('[data-series="all"]');
    expect(card?.querySelector('h3')?.textContent).toBe('Higher than it used to be, 7 times in a row');
    expect(card?.querySelector('svg')?.getAttribute('role')).toBe('img');
    expect(card?.querySelector('svg title')?.textContent).toContain('week by week');
    expect(card?.querySelector('svg desc')?.textContent).toContain('Higher');
    expect(card?.querySelectorAll('.dot.unusual')).toHaveLength(7);
    const rows = [...(card?.querySelectorAll('tbody tr') ?? [])].map(({ textContent }) => textContent);
    expect(rows).toHaveLength(20);
    expect(rows.at(-1)).toBe('12 Oct8seven or more on one side');
  });

  it('draws the chart of the line that is chosen', () => {
    const { container, press } = stage(trendsFrom(FACTS));
    press('[data-option="place"]');
    expect(container.querySelector('[data-row="MED"]')?.textContent).toContain('Medicine <b>');
    expect(container.querySelector('[data-series="MED"]')).toBeNull();
    press('[data-row="MED"] button');
    expect(container.querySelector('[data-series="MED"] svg')).not.toBeNull();
    expect(container.querySelector('[data-row="MED"]')?.getAttribute('aria-current')).toBe('true');
  });

  it('tells quiet from good, and names what is stuck', () => {
    const { container, text } = stage(trendsFrom(FACTS));
    expect(container.querySelector('[data-voice="quiet"]')?.textContent).toContain('Surgery');
    expect(text()).toContain('Stuck topics');
    expect(text()).toMatch(/Fall.*Medicine <b>/);
  });

  it('shows others no number from 1 to 10, on the screen and on paper', () => {
    const few = [...FACTS, ...times(3, { released: TODAY - 60, kind: 'culture' })];
    const { container, press } = stage(trendsFrom(few));
    const onPaper = container.querySelector('.only-print');
    expect(onPaper?.textContent).toContain('Hidden: Behaviour or speaking up');
    press('[data-option="share"]');
    const numbers = [...container.querySelectorAll('.shared .number, .shared dd')]
      .map(({ textContent }) => textContent ?? '')
      .filter((shown) => /^\d+$/.test(shown));
    expect(numbers.length).toBeGreaterThan(2);
    expect(numbers.filter((shown) => Number(shown) > 0 && Number(shown) < 11)).toEqual([]);
    expect(container.querySelector('.for-desk')).toBeNull();
  });

  it('begins with what was fixed, of this quarter and in the words of the desk', () => {
    const { container, press } = stage(trendsFrom(FACTS));
    press('[data-option="share"]');
    const first = container.querySelector('.shared .card');
    expect(first?.textContent).toContain('It rings at the desk now.');
    expect(container.textContent).not.toContain('Before the quarter.');
  });

  it('hands out files, with words only when asked', () => {
    const { on, press } = stage(trendsFrom(FACTS));
    press('[data-option="share"]');
    press('[data-export="csv"]');
    expect(on.onExport).toHaveBeenLastCalledWith('csv', false);
    press('.exports input');
    press('[data-export="fhir"]');
    expect(on.onExport).toHaveBeenLastCalledWith('fhir', true);
  });

  it('sets totals beside the concerns of the same months, or says why not', () => {
    const months = trendsOf(tableFrom(FACTS), {
      today: TODAY,
      grain: 'month',
      places: PLACES,
      pulseAnswers: new Map(),
      stories: [],
    });
    const totals: UnitTotals = {
      state: 'read',
      measures: ['sick <i>days</i>'],
      months: [{ month: '2026-09', sums: [43] }],
    };
    const { container } = stage(months, english, 'en', totals);
    const cells = [...container.querySelectorAll('.totals :is(th, td)')].map(
      ({ textContent }) => textContent,
    );
    expect(cells.slice(2)).toEqual(['sick <i>days</i>', 'Sept 2026', '32', '43']);
    cleanup();
    const refused = stage(months, english, 'en', { state: 'refused', why: 'person', line: 1 });
    expect(refused.container.querySelector('[role="alert"]')?.textContent).toContain('about people');
  });

  it('has sheets to print; the one for rounds says where to go first, and never how many', () => {
    const { container, press } = stage(trendsFrom(FACTS));
    press('[data-option="sheets"]');
    const sheet = container.querySelector('.sheet');
    expect(sheet?.textContent).toContain('Go here first: Surgery · Medicine <b>');
    expect(sheet?.querySelectorAll('li')).toHaveLength(5);
    expect(sheet?.textContent).not.toMatch(/\d\d/);
  });

  it('has six made-up situations for a workshop, each with a question and room to write', () => {
    const { container, press } = stage(trendsFrom(FACTS));
    press('[data-option="sheets"]');
    fireEvent.change(container.querySelector('.sheet-choice select') as Element, {
      target: { value: 'workshop' },
    });
    const vignettes = [...container.querySelectorAll('[data-vignette]')];
    expect(vignettes).toHaveLength(6);
    expect(new Set(vignettes.map(({ textContent }) => textContent)).size).toBe(6);
    expect(vignettes.every((each) => each.querySelector('.room') !== null)).toBe(true);
  });

  it('has themes for a round: only what the shared quarter shows', () => {
    const few = [...FACTS, ...times(4, { released: TODAY - 60, category: 'records' })];
    const { container, press } = stage(trendsFrom(few));
    press('[data-option="sheets"]');
    fireEvent.change(container.querySelector('.sheet-choice select') as Element, {
      target: { value: 'themes' },
    });
    expect(container.querySelector('.sheet')?.textContent).not.toContain('Records');
  });

  it.each([
    ['de', german],
    ['ar', arabic],
  ])('has all its words in %s', (locale, messages) => {
    const { container, press, text } = stage(trendsFrom(FACTS), messages, locale);
    const pages = [text()];
    press('[data-option="share"]');
    pages.push(text());
    press('[data-option="sheets"]');
    for (const option of container.querySelectorAll('option')) {
      fireEvent.change(container.querySelector('select') as Element, { target: { value: option.value } });
      pages.push(text());
    }
    expect(pages).toHaveLength(15);
    expect(pages.join('\n')).not.toMatch(/\b(trends|sheets|kind|category)\.[a-z]/);
  });
});
