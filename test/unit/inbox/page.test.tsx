// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../extension/inbox/view.ts';
import { CONCERN, LOCKED, OPEN, ROW, stage, t } from './page-stage.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });
const rows = () => [...document.querySelectorAll('.queue [role=option]')];
const passphrase = () => screen.getByLabelText<HTMLInputElement>('Passphrase');

describe('the locked page', () => {
  it('asks for the backup file first, and for nothing else', () => {
    const { on, container } = stage({ ...LOCKED, backup: null });
    expect(container.querySelector('input[type=password]')).toBeNull();
    const file = new File(['{}'], 'backup.json');
    fireEvent.change(screen.getByLabelText(t('inbox.locked.choose')), { target: { files: [file] } });
    expect(on.onFile).toHaveBeenCalledWith(file);
  });

  it('shows four words to compare, in their own order in every language', () => {
    const { container } = stage(LOCKED);
    const words = container.querySelector('#fingerprint');
    expect([...(words?.children ?? [])].map((word) => word.textContent)).toEqual([
      'wisdom',
      'beyond',
      'grief',
      'birth',
    ]);
    expect(words?.getAttribute('dir')).toBe('ltr');
  });

  it('unlocks with the passphrase, keeping the sealed key unless told not to', () => {
    const { on } = stage(LOCKED);
    fireEvent.input(passphrase(), { target: { value: 'quiet lamps help nobody' } });
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(button('Unlock'));
    expect(on.onUnlock).toHaveBeenCalledWith('quiet lamps help nobody', false);
  });

  it('does nothing with an empty passphrase', () => {
    const { on } = stage(LOCKED);
    fireEvent.click(button('Unlock'));
    expect(on.onUnlock).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(passphrase());
  });

  it('refuses a wrong passphrase in one line, empties the field and says nothing of the desk', () => {
    const { show, container } = stage(LOCKED);
    fireEvent.input(passphrase(), { target: { value: 'wrong horse' } });
    show({ ...LOCKED, unlocking: true });
    expect(screen.queryByRole('alert')?.textContent).toBe('');
    show({ ...LOCKED, refusal: 'wrong-passphrase' });
    expect(screen.getByRole('alert').textContent).toBe('That passphrase does not open this key.');
    expect(passphrase().value).toBe('');
    expect(passphrase().getAttribute('aria-invalid')).toBe('true');
    expect(container.textContent).not.toContain('People Team');
  });

  it('says that it locked itself, and forgets the kept key on request', () => {
    const { on } = stage({ ...LOCKED, idle: true, backup: { label: 'HR partner', kept: true } });
    expect(screen.getByText(t('inbox.locked.idle'))).toBeTruthy();
    fireEvent.click(button('Forget it here'));
    expect(on.onForget).toHaveBeenCalled();
  });

  it('lets no browser remember or spell-check what is typed', () => {
    stage(LOCKED);
    expect(passphrase().getAttribute('autocomplete')).toBe('off');
    expect(passphrase().closest('form')?.getAttribute('autocomplete')).toBe('off');
  });
});

describe('the queue', () => {
  it('stands under "Messages, not people."', () => {
    const { container } = stage(OPEN);
    expect(container.querySelector('.motto')?.textContent).toBe('Messages, not people.');
  });

  it('shows a concern in two lines: what it is and what is due; its words and its week', () => {
    stage(OPEN);
    const row = rows()[0] as Element;
    expect(row.textContent).toContain('Near miss / good catch · Medication or fluids');
    expect(row.textContent).toContain('7 days left');
    expect(row.textContent).toContain('Two look-alike vials');
    expect(row.textContent).toContain('this week');
    expect(row.textContent).not.toMatch(/\d\d:\d\d/);
  });

  it('says how long, and until when, in words a person would use', () => {
    const several = [-2, -1, 0, 1, 14, 92].map(
      (daysLeft, i): Row => ({
        ...ROW,
        id: `${i}`,
        due: { what: 'answer', day: '', daysLeft },
      }),
    );
    stage({ ...OPEN, rows: several });
    expect(rows().map((row) => row.querySelector('.row-due span[aria-hidden]')?.textContent)).toEqual([
      '2 days late',
      '1 day late',
      'today',
      '1 day left',
      '14 days left',
      '13 weeks left',
    ]);
  });

  it('says of a row without words what it is, rather than nothing', () => {
    const rows: Row[] = [
      { ...ROW, kind: 'staff', words: '', wordless: 'support' },
      { ...ROW, id: 'b', words: '', wordless: 'none' },
    ];
    stage({ ...OPEN, rows });
    const words = [...document.querySelectorAll('.row-words')].map((line) => line.textContent);
    expect(words).toEqual(['Asks for support, without words', 'No words, one tap']);
  });

  it('shows a message that could not be read as that', () => {
    stage({ ...OPEN, rows: [{ ...ROW, kind: null, category: null, words: '' }] });
    expect(rows()[0]?.textContent).toContain('Could not be read');
  });

  it('keeps only the rows in sight, and says how many there are', () => {
    const many = Array.from({ length: 5000 }, (_, i): Row => ({ ...ROW, id: `${i}` }));
    stage({ ...OPEN, rows: many });
    const shown = rows();
    expect(shown.length).toBeLessThan(40);
    expect(shown[0]?.getAttribute('aria-setsize')).toBe('5000');
    expect(screen.getByText('5,000 concerns')).toBeTruthy();
  });

  it('leads to the tally when signals wait', () => {
    const { on } = stage({ ...OPEN, signalsWaiting: 3 });
    fireEvent.click(button(/3 signals wait/));
    expect(on.onBrowse).toHaveBeenCalledWith({ to: 'signals' });
  });

  it('teaches while it is empty', () => {
    const none = { new: 0, acknowledged: 0, 'in-review': 0, closed: 0, all: 0 };
    const { show } = stage({ ...OPEN, rows: [], counts: { ...OPEN.counts, folders: none } });
    expect(screen.getByText('No concern has come yet')).toBeTruthy();
    expect(screen.getByText('While it is quiet').parentElement?.textContent).toContain(
      'wisdom beyond grief birth',
    );
    show({ ...OPEN, rows: [], counts: { ...OPEN.counts, folders: { ...none, acknowledged: 2, all: 2 } } });
    expect(screen.getByText('Nothing waits to be acknowledged')).toBeTruthy();
    show({ ...OPEN, rows: [], filters: { ...OPEN.filters, query: 'zebra' } });
    expect(screen.getByText('No concern has these words')).toBeTruthy();
  });

  it('names what is wrong, and is silent while nothing is', () => {
    const { show, container } = stage(OPEN);
    expect(container.querySelectorAll('.notice')).toHaveLength(0);
    show({
      ...OPEN,
      sync: { state: 'refused', code: 'stale' },
      alarms: { ...OPEN.alarms, missingEvents: 2, lapsed: true },
      problem: 'unknown-key',
    });
    const lines = [...container.querySelectorAll('.notice')].map((line) => line.textContent);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('2 entries of the team log that colleagues had seen are missing.');
    show({ ...OPEN, sync: { state: 'offline' } });
    expect(container.querySelector('.notice')?.textContent).toContain('goes out later');
  });
});

describe('the concern', () => {
  it('shows words as text and never as markup', () => {
    const { container } = stage({ ...OPEN, concern: CONCERN });
    expect(container.querySelector('.words')?.textContent).toContain('<img src=x onerror="alert(1)">');
    expect(container.querySelector('img')).toBeNull();
    expect(
      [...container.querySelectorAll('.words p')].every((words) => words.getAttribute('dir') === 'auto'),
    ).toBe(true);
  });

  it('names what was picked, and nothing that was not', () => {
    const { container } = stage({ ...OPEN, concern: CONCERN });
    const facts = [...container.querySelectorAll('.facts div')].map((fact) => fact.textContent);
    expect(facts).toEqual([
      'PlaceWard 7',
      'WorryVery concerned',
      'What played a partShort-staffed or too busy · EMR or computer',
      'Came inweek of 23 November',
    ]);
  });

  it('is acknowledged with its button or with e, and only while nobody has', () => {
    const { on, show } = stage({ ...OPEN, concern: CONCERN });
    fireEvent.click(button('Acknowledge'));
    press('e');
    expect(on.onAct.mock.calls).toEqual(Array(2).fill([['a'], { type: 'acknowledged' }]));
    show({ ...OPEN, concern: { ...CONCERN, status: 'acknowledged' } });
    press('e');
    expect(on.onAct).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
  });

  it('can be handed to a colleague, and back to the team', () => {
    const { on } = stage({ ...OPEN, concern: CONCERN });
    const assignee = screen.getByLabelText('Looked after by');
    expect(
      within(assignee)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['Nobody yet', 'HR partner (you)', 'Guardian']);
    fireEvent.change(assignee, { target: { value: 'ben' } });
    fireEvent.change(assignee, { target: { value: '' } });
    expect(on.onAct.mock.calls.map(([, action]) => action)).toEqual([
      { type: 'assigned', to: 'ben' },
      { type: 'assigned', to: null },
    ]);
  });

  it('takes a note for the team, which no browser remembers', () => {
    const { on } = stage({ ...OPEN, concern: CONCERN });
    const note = screen.getByLabelText<HTMLTextAreaElement>('Note for the team');
    expect(note.autocomplete).toBe('off');
    fireEvent.click(button('Add note'));
    expect(on.onAct).not.toHaveBeenCalled();
    fireEvent.input(note, { target: { value: ' Spoke to pharmacy. ' } });
    fireEvent.click(button('Add note'));
    expect(on.onAct).toHaveBeenCalledWith(['a'], { type: 'noted', text: 'Spoke to pharmacy.' });
    expect(note.value).toBe('');
  });

  it('closes with a line that says what was learned, or with another reason', () => {
    const { on } = stage({ ...OPEN, concern: { ...CONCERN, status: 'in-review' } });
    fireEvent.click(button('Close'));
    const close = () => button('Close') as HTMLButtonElement;
    expect(close().disabled).toBe(true);
    fireEvent.input(screen.getByLabelText('What was learned or changed'), {
      target: { value: 'Trays changed' },
    });
    expect(close().disabled).toBe(false);
    fireEvent.click(screen.getByLabelText('Could not be confirmed'));
    fireEvent.click(close());
    expect(on.onAct).toHaveBeenCalledWith(['a'], {
      type: 'closed',
      reason: 'not-substantiated',
      line: 'Trays changed',
    });
  });

  it('tells what the team did, by whom, in weeks', () => {
    const history = [
      { id: '1', week: '2026-11-23', by: 'HR partner', what: { type: 'acknowledged' as const }, about: null },
      {
        id: '2',
        week: '2026-11-16',
        by: 'HR partner',
        what: { type: 'assigned' as const, to: 'Guardian' },
        about: null,
      },
      {
        id: '3',
        week: '2026-11-09',
        by: '',
        what: { type: 'noted' as const, text: '<b>bold</b>' },
        about: null,
      },
    ];
    const { container } = stage({ ...OPEN, concern: { ...CONCERN, history } });
    const lines = [...container.querySelectorAll('.history li')].map((line) => line.textContent);
    expect(lines).toEqual([
      'HR partner acknowledged it this week',
      'HR partner asked Guardian to look after it last week',
      'a former colleague noted week of 9 November<b>bold</b>',
    ]);
  });
});

describe('signals', () => {
  const tally = [
    {
      key: '1',
      kind: 'hazard' as const,
      category: 'staffing' as const,
      place: 'W7',
      survey: null,
      waiting: ['a', 'b'],
      acknowledged: 4,
    },
    {
      key: '2',
      kind: 'near_miss' as const,
      category: null,
      place: null,
      survey: null,
      waiting: ['c'],
      acknowledged: 0,
    },
    {
      key: '3',
      kind: 'staff' as const,
      category: null,
      place: 'GONE',
      survey: null,
      waiting: [],
      acknowledged: 1,
    },
  ];

  it('are a tally and no rows, acknowledged by line or all together', () => {
    const { on, container } = stage({ ...OPEN, shelf: 'signals', tally, signalsWaiting: 3 });
    expect(rows()).toEqual([]);
    expect(container.querySelector('tbody tr')?.textContent).toBe(
      'Unsafe conditionStaffing or workload · Ward 724Acknowledge 2',
    );
    expect(container.querySelectorAll('tbody tr')[2]?.textContent).toBe('Staff safety or wellbeingGONE01');
    fireEvent.click(button('Acknowledge 2'));
    fireEvent.click(button('Acknowledge all 3'));
    expect(on.onAct.mock.calls.map(([ids]) => ids)).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
  });
});

describe('the keyboard', () => {
  it('moves with j and k and with the arrows in the list', () => {
    const { on } = stage(OPEN);
    press('j');
    press('k');
    press('ArrowDown', screen.getByRole('listbox'));
    press('End', screen.getByRole('listbox'));
    expect(on.onBrowse.mock.calls.map(([change]) => change)).toEqual([
      { to: 'neighbour', step: 1 },
      { to: 'neighbour', step: -1 },
      { to: 'neighbour', step: 1 },
      { to: 'concern', id: 'a' },
    ]);
  });

  it('goes to the search with /, and leaves letters alone while somebody writes', () => {
    const { on } = stage({ ...OPEN, concern: CONCERN });
    press('/');
    const search = screen.getByRole('searchbox');
    expect(document.activeElement).toBe(search);
    for (const key of ['j', 'e', '?', 'u']) press(key, search);
    press('e', screen.getByLabelText('Note for the team'));
    expect(on.onBrowse).not.toHaveBeenCalled();
    expect(on.onAct).not.toHaveBeenCalled();
    fireEvent.input(search, { target: { value: 'vials' } });
    expect(on.onBrowse).toHaveBeenCalledWith({ to: 'filters', filters: { query: 'vials' } });
  });

  it('steps back with Esc: out of the field, out of the search, out of the concern', () => {
    const { on, show } = stage({ ...OPEN, concern: CONCERN, filters: { ...OPEN.filters, query: 'vials' } });
    press('/');
    press('Escape', screen.getByRole('searchbox'));
    expect(document.activeElement).not.toBe(screen.getByRole('searchbox'));
    press('Escape');
    show({ ...OPEN, concern: CONCERN });
    press('Escape');
    expect(on.onBrowse.mock.calls.map(([change]) => change)).toEqual([
      { to: 'filters', filters: { query: '' } },
      { to: 'concern', id: null },
    ]);
  });

  it('leaves the browser’s own shortcuts alone', () => {
    const { on } = stage({ ...OPEN, concern: CONCERN });
    fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'j', altKey: true });
    expect(on.onAct).not.toHaveBeenCalled();
    expect(on.onBrowse).not.toHaveBeenCalled();
  });

  it('shows every key on a sheet, where single keys can be turned off', () => {
    const { on, container } = stage({ ...OPEN, concern: CONCERN });
    press('?');
    const sheet = container.querySelector('dialog');
    expect(sheet?.querySelectorAll('dt')).toHaveLength(11);
    fireEvent.click(within(sheet as HTMLElement).getByRole('checkbox', { hidden: true }));
    sheet?.close();
    press('e');
    press('j');
    expect(on.onAct).not.toHaveBeenCalled();
    expect(on.onBrowse).not.toHaveBeenCalled();
  });

  it('undoes with u while there is something to undo', () => {
    const { on, show } = stage(OPEN);
    press('u');
    show({ ...OPEN, undoable: { what: 'acknowledged', concerns: 12 } });
    expect(screen.getByText('12 acknowledged')).toBeTruthy();
    press('u');
    fireEvent.click(button('Undo'));
    expect(on.onUndo).toHaveBeenCalledTimes(2);
  });
});

describe('filters', () => {
  it('choose a folder, a kind and a week, and can be taken back together', () => {
    const { on, show } = stage(OPEN);
    fireEvent.click(button(/^In review/));
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'near_miss' } });
    fireEvent.change(screen.getByLabelText('Week'), { target: { value: '2026-11-23' } });
    expect(on.onBrowse.mock.calls.map(([change]) => change)).toEqual([
      { to: 'filters', filters: { folder: 'in-review' } },
      { to: 'filters', filters: { kind: 'near_miss' } },
      { to: 'filters', filters: { week: '2026-11-23' } },
    ]);
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
    show({ ...OPEN, filters: { ...OPEN.filters, kind: 'near_miss' } });
    fireEvent.click(button('Show all'));
    expect(on.onBrowse).toHaveBeenLastCalledWith({
      to: 'filters',
      filters: { kind: null, category: null, week: null, overdue: false },
    });
  });

  it('name a second desk, and which of them is independent of HR', () => {
    const guardian = { id: 2, name: 'Guardian', independent: true, waiting: 2, overdue: 1 };
    const { on } = stage({ ...OPEN, desks: [...OPEN.desks, guardian] });
    const entry = button(/^Guardian/);
    expect(entry.textContent).toContain('Independent of HR');
    expect(entry.textContent).toContain('1 late');
    fireEvent.click(entry);
    expect(on.onBrowse).toHaveBeenCalledWith({ to: 'desk', desk: 2 });
  });
});
