// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AnswerView, ThreadEntry } from '../../../extension/inbox/answer-view.ts';
import type { AnswerDraft } from '../../../extension/inbox/replies.ts';
import type { ConcernView, OpenView } from '../../../extension/inbox/view.ts';
import { CONCERN, OPEN, ROW, stage } from './page-stage.tsx';

/* The conversation on the page: what was said, the box, the coach, the guard. */

const concern = (answering: Partial<AnswerView>, change: Partial<ConcernView> = {}): OpenView => ({
  ...OPEN,
  concern: { ...CONCERN, answering: { ...CONCERN.answering, ...answering }, ...change },
});
const field = () => screen.getByLabelText('Your answer') as HTMLTextAreaElement;
const write = (text: string) => fireEvent.input(field(), { target: { value: text } });
const send = () => screen.getByRole('button', { name: 'Send answer' }) as HTMLButtonElement;
const press = (key: string, target: Element | Document = document, more: object = {}) =>
  fireEvent.keyDown(target, { key, ...more });

const THREAD: readonly ThreadEntry[] = [
  {
    id: '0',
    week: '2026-11-09',
    what: 'reply',
    by: 'HR partner',
    reply: { type: 'opened' },
    promised: null,
    waiting: false,
  },
  {
    id: '1',
    week: '2026-11-16',
    what: 'reply',
    by: 'HR partner',
    reply: { type: 'question', text: 'Which <b>bay</b>?' },
    promised: null,
    waiting: false,
  },
  { id: '2', week: '2026-11-16', what: 'follow-up', text: 'Bay four.', unread: true },
  {
    id: '3',
    week: '2026-11-23',
    what: 'reply',
    by: '',
    reply: { type: 'answer', text: 'Thank you.', status: 'planned', day: '2026-12-13' },
    promised: '2026-12-07',
    waiting: true,
  },
  {
    id: '4',
    week: '2026-11-23',
    what: 'reply',
    by: 'HR partner',
    reply: { type: 'status', status: 'closed', reason: 'resolved', text: 'New tubing.' },
    promised: null,
    waiting: false,
  },
];

describe('the conversation', () => {
  it('tells who said what, in weeks, as text and nothing else', () => {
    const { container } = stage(concern({ thread: THREAD, unread: 1 }));
    const lines = [...container.querySelectorAll('.thread li')].map((line) =>
      line.textContent?.replace(/ $/, ''),
    );
    expect(lines).toEqual([
      'They were told: opened week of 9 November',
      'HR partner asked last week Which <b>bay</b>?',
      'Added by whoever wrote last week NewBay four.',
      'a former colleague answered this week leaves in a momentThank you.Next step promised: week of 7 December',
      'They were told: closed (Something was learned or changed) this week New tubing.',
    ]);
    expect(container.querySelector('.thread b')?.textContent).not.toBe('bay');
  });

  it('acknowledges what was added, by button or e, also when the concern itself was acknowledged before', () => {
    const { on, container } = stage(concern({ thread: THREAD, unread: 1 }, { status: 'in-review' }));
    press('e');
    fireEvent.click(container.querySelector('[data-action="acknowledge"]') as Element);
    expect(on.onAct.mock.calls).toEqual(Array(2).fill([['a'], { type: 'acknowledged' }]));
  });

  it('has no box where there is nobody to answer', () => {
    stage(concern({ people: 0 }, { fields: null, boxes: [] }));
    expect(screen.queryByLabelText('Your answer')).toBeNull();
    expect(screen.getByText(/nobody to answer/)).toBeDefined();
  });

  it('says why a concern of which only the copy is left cannot be answered', () => {
    stage(concern({ people: 0, copy: true }));
    expect(screen.queryByLabelText('Your answer')).toBeNull();
    expect(screen.getByText(/Only a copy of this concern is left/)).toBeDefined();
  });

  it('says that support was asked for without words', () => {
    stage(concern({}, { fields: { kind: 'staff', wishes: ['support'] }, boxes: [] }));
    expect(screen.getByText(/asks for support and wrote nothing/)).toBeDefined();
  });
});

describe('the answer box', () => {
  it('is reached with r, coaches while one writes, and sends what was written with its week', () => {
    const { on, container } = stage(concern({}));
    press('r');
    expect(document.activeElement).toBe(field());
    expect(send().disabled).toBe(true);
    write('You should have said so.');
    expect(container.querySelector('[data-slip="blame"]')?.textContent).toContain('“You should have”');
    expect(container.querySelectorAll('[data-there="false"]')).toHaveLength(3);
    write('Thank you. We will change it.');
    fireEvent.change(screen.getByLabelText('Next step by the end of'), { target: { value: '2026-12-07' } });
    expect(container.querySelectorAll('[data-there="false"]')).toHaveLength(0);
    press('Enter', field(), { ctrlKey: true });
    const draft: AnswerDraft = { type: 'answer', text: 'Thank you. We will change it.', week: '2026-12-07' };
    expect(on.onAnswer.mock.calls).toEqual([['a', draft]]);
    expect(field().value).toBe('');
  });

  it('asks a question, which promises nothing', () => {
    const { on } = stage(concern({}));
    fireEvent.click(screen.getByLabelText('Question'));
    expect(screen.queryByLabelText('Next step by the end of')).toBeNull();
    fireEvent.input(screen.getByLabelText('Your question'), { target: { value: 'Which bay?' } });
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(on.onAnswer.mock.calls).toEqual([['a', { type: 'question', text: 'Which bay?', week: null }]]);
  });

  it('does not let a name leave before somebody has decided', () => {
    const { on } = stage(concern({}));
    write('Thank you. We have asked Dr Osei.');
    fireEvent.click(send());
    expect(on.onAnswer).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('may name a person');
    fireEvent.click(screen.getByRole('button', { name: 'the doctor' }));
    expect(field().value).toBe('Thank you. We have asked the doctor.');
    fireEvent.click(send());
    expect(on.onAnswer).toHaveBeenCalledTimes(1);
    write('Thanks. Dr Osei wants to be named.');
    fireEvent.click(screen.getByRole('button', { name: /^Keep anyway/ }));
    fireEvent.click(send());
    expect(on.onAnswer).toHaveBeenCalledTimes(2);
  });

  it('says how much fits, and sends nothing that does not', () => {
    const { container } = stage(concern({}));
    write('x'.repeat(5000));
    expect(container.querySelector('#answer-left')?.textContent).toMatch(
      /^About [\d,]+ characters too long$/,
    );
    expect(send().disabled).toBe(true);
  });

  it('keeps a draft while one looks at another concern, and gives back what was undone', () => {
    const { show } = stage(concern({}));
    write('Thank you, we');
    show({ ...OPEN, concern: { ...CONCERN, id: 'b' } });
    expect(field().value).toBe('');
    show(concern({}));
    expect(field().value).toBe('Thank you, we');
    write('');
    show(concern({ returned: { type: 'answer', text: 'Taken back.', week: null } }));
    expect(field().value).toBe('Taken back.');
  });

  it('says that it reaches everyone who wrote the same', () => {
    const { container } = stage(concern({ people: 3 }));
    expect(container.querySelector('#answer-who')?.textContent).toContain('all 3 who wrote the same');
  });
});

describe('templates', () => {
  it('fill the box, the desk’s own words in the place of those that came along, and can be kept and dropped', () => {
    const own = {
      name: 'We changed something',
      text: 'Thanks, it is changed.',
      day: '2026-11-24',
      by: 'ada',
    };
    const { on, container } = stage({ ...concern({}), templates: [own] });
    const names = [...container.querySelectorAll('.template b')].map((name) => name.textContent);
    expect(names).toHaveLength(4);
    expect(names.at(-1)).toBe('We changed something');
    fireEvent.click([...container.querySelectorAll('.template')].at(-1) as Element);
    expect(field().value).toBe('Thanks, it is changed.');
    fireEvent.click(container.querySelector('.template') as Element);
    expect(field().value).toMatch(/^Thank you for writing/);
    write('In my own words.');
    fireEvent.click([...container.querySelectorAll('.template')].at(-1) as Element);
    expect(field().value).toBe('In my own words.\n\nThanks, it is changed.');
    write('Thanks, it is changed for good.');
    fireEvent.click(screen.getByRole('button', { name: 'Keep', hidden: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Drop “We changed something”', hidden: true }));
    expect(on.onTemplate.mock.calls).toEqual([
      ['We changed something', 'Thanks, it is changed for good.'],
      ['We changed something', ''],
    ]);
  });
});

describe('messages that look alike', () => {
  it('are looked for when asked, and put away or acknowledged together', () => {
    const rows = Array.from({ length: 6 }, (_, n) => ({ ...ROW, id: `${n}` }));
    const { on } = stage({ ...OPEN, rows });
    expect(on.onAlike).not.toHaveBeenCalled();
    on.onAlike.mockReturnValue([{ ids: ['0', '2', '4'], first: 'Cheap watches' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Find messages that look alike' }));
    expect(screen.getByText('3 messages with nearly these words')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Put away as junk' }));
    fireEvent.click(screen.getByRole('button', { name: 'Acknowledge all' }));
    expect(on.onAct.mock.calls).toEqual([
      [['0', '2', '4'], { type: 'junk' }],
      [['0', '2', '4'], { type: 'acknowledged' }],
    ]);
  });
});

describe('a copy to take along', () => {
  it('holds words and answers, nothing of the team’s log, and waits until what was found is decided', () => {
    const history = [
      {
        id: '1',
        week: '2026-11-23',
        by: 'HR partner',
        what: { type: 'noted' as const, text: 'secret' },
        about: null,
      },
    ];
    const { on, container } = stage(concern({ thread: THREAD }, { history }));
    on.check.mockImplementation((text) => ({
      findings: text.includes('bay four')
        ? [
            {
              start: text.indexOf('bay four'),
              words: 'bay four',
              instead: null,
              fixed: text.replace('bay four', ''),
            },
          ]
        : [],
      copied: false,
    }));
    fireEvent.click(container.querySelector('[data-action="copy"]') as Element);
    const save = container.querySelector<HTMLButtonElement>('[data-action="save-copy"]');
    const text = screen.getByLabelText<HTMLTextAreaElement>('What is saved').value;
    expect(text).toContain('Two look-alike vials');
    expect(text).toContain('Thank you.');
    expect(text).not.toContain('secret');
    fireEvent.input(screen.getByLabelText('What is saved'), { target: { value: `${text} bay four` } });
    expect(save?.disabled).toBe(true);
    fireEvent.click(container.querySelector('[data-action="fix"]') as Element);
    expect(save?.disabled).toBe(false);
    fireEvent.click(save as Element);
    expect(on.onSave.mock.calls[0]).toEqual(['candor-concern.txt', `${text} \n`]);
  });
});

describe('closing', () => {
  it('says that the line reaches whoever wrote, and lets no name into it', () => {
    const { on } = stage(concern({}, { status: 'acknowledged' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByText(/reaches whoever wrote/)).toBeDefined();
    fireEvent.input(screen.getByLabelText('What was learned or changed'), {
      target: { value: 'Dr Osei was spoken to.' },
    });
    const close = screen.getAllByRole('button', { name: 'Close' }).at(-1) as Element;
    fireEvent.click(close);
    expect(on.onAct).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'the doctor' }));
    fireEvent.click(close);
    expect(on.onAct).toHaveBeenCalledWith(['a'], {
      type: 'closed',
      reason: 'resolved',
      line: 'The doctor was spoken to.',
    });
  });
});
