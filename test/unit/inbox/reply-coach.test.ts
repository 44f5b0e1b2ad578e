import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerDraft } from '../../../extension/inbox/replies.ts';
import { coach } from '../../../extension/inbox/reply-coach.ts';
import arabic from '../../../extension/locales/ar.json' with { type: 'json' };
import german from '../../../extension/locales/de.json' with { type: 'json' };
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { cpuMilliseconds } from '../cpu-time.ts';

const draft = (text: string, change: Partial<AnswerDraft> = {}): AnswerDraft => ({
  type: 'answer',
  text,
  week: null,
  ...change,
});
const missing = (text: string, language: string, change: Partial<AnswerDraft> = {}) =>
  coach(draft(text, change), language)?.virtues.flatMap(({ virtue, there }) => (there ? [] : [virtue]));
const slips = (text: string, language: string) =>
  coach(draft(text), language)?.slips.map(({ slip, start, end }) => [slip, text.slice(start, end)]);

/** Answers as desks write them; each has a thank you, a step and a date. */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Thank you for telling us. We have replaced both pumps and will check the others by Friday.',
    'Thanks — that took courage. The team is meeting next week to change the rota.',
    'We’re grateful you wrote. The rail has been fixed today.',
    'Well spotted. I will talk to pharmacy and you will read the outcome here by 12 December.',
  ],
  de: [
    'Vielen Dank für Ihren Hinweis. Wir haben beide Pumpen getauscht und prüfen die übrigen bis Freitag.',
    'Danke. Der Dienstplan wird geändert; wir besprechen das nächste Woche im Team.',
    'Schön, dass Sie geschrieben haben. Der Griff wurde heute befestigt.',
    'Wir danken Ihnen. Als Nächstes klären wir das mit der Apotheke, bis zum 12.12.',
  ],
  ar: [
    'شكرًا لأنك أخبرتنا. لقد قمنا باستبدال المضختين وسنراجع الباقي قبل نهاية الأسبوع.',
    'نشكرك على ملاحظتك. سوف يناقش الفريق جدول المناوبات الأسبوع القادم.',
    'نقدّر لك ما كتبت. تم إصلاح المقبض اليوم.',
  ],
};

/** What hurts, and what only looks like it. */
const BLAME: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['You should have reported this earlier.', 'You should have'],
    ['This was human error.', 'human error'],
    ['It was careless of the nurse.', 'careless'],
    ['Why didn’t you call?', 'Why didn’t you'],
  ],
  de: [
    ['Sie hätten das früher melden müssen.', 'Sie hätten'],
    ['Das war menschliches Versagen.', 'menschliches Versagen'],
    ['Das Personal hat fahrlässig gehandelt.', 'fahrlässig'],
  ],
  ar: [
    ['كان عليك أن تبلغ قبل ذلك.', 'كان عليك'],
    ['هذا خطؤك أنت.', 'خطؤك'],
    ['وكان السبب إهمال الموظف.', 'إهمال'],
  ],
};
const NO_BLAME: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Nobody is to blame.',
    'This is not your fault.',
    'We look at the system rather than at human error.',
    'Without any disciplinary step.',
    'The pump failed twice.',
  ],
  de: [
    'Niemand ist schuld.',
    'Das ist nicht Ihre Schuld.',
    'Es geht nicht um Schuld.',
    'Die Pumpe ist ausgefallen.',
  ],
  ar: ['هذا ليس خطأك.', 'لا لوم على أحد.', 'تعطلت المضخة مرتين.'],
};
const ASKS: Readonly<Record<string, readonly string[]>> = {
  en: ['Please call me on Monday.', 'Can you tell us who you are and your name?', 'Which shift were you on?'],
  de: ['Bitte rufen Sie uns an.', 'Wie ist Ihr Name?', 'Melden Sie sich bei mir.'],
  ar: ['ما اسمك؟', 'اتصل بي غدا.', 'من أنت؟'],
};

describe('the coach', () => {
  it.each(Object.keys(GOOD))('finds everything a good answer has, and nothing to mend, in %s', (language) => {
    for (const text of GOOD[language] ?? []) {
      expect([text, missing(text, language), slips(text, language)]).toEqual([text, [], []]);
    }
  });

  it.each(Object.keys(BLAME))(
    'finds blame where it stands, and not where it is taken back, in %s',
    (language) => {
      for (const [text, words] of BLAME[language] ?? []) {
        expect(slips(text, language)).toEqual([['blame', words]]);
      }
      for (const text of NO_BLAME[language] ?? []) expect([text, slips(text, language)]).toEqual([text, []]);
    },
  );

  it.each(Object.keys(ASKS))('notices a question for who somebody is, in %s', (language) => {
    for (const text of ASKS[language] ?? []) {
      expect([text, slips(text, language)?.some(([slip]) => slip === 'asks-who')]).toEqual([text, true]);
    }
  });

  it('says what is missing, a promised week standing for a date', () => {
    expect(missing('We look at it.', 'en')).toEqual(['thanks', 'next-step', 'date']);
    expect(missing('شكرا. حدث ذلك قبل ساعة وقبل سنة.', 'ar')).toContain('next-step');
    expect(missing('Thank you. We will look at it.', 'en', { week: '2026-12-07' })).toEqual([]);
    expect(missing('Which bay was it?', 'en', { type: 'question' })).toEqual(['thanks', 'choice']);
    expect(missing('Thanks. If you like: which bay?', 'en-GB', { type: 'question' })).toEqual([]);
  });

  it('points at the gaps that a template left, and not at dots that end a thought', () => {
    expect(slips('We have … by ...', 'en')).toEqual([
      ['gap', '…'],
      ['gap', '...'],
    ]);
    expect(slips('We looked… and waited...', 'en')).toEqual([]);
  });

  it('is silent in a language it does not know', () => {
    expect(coach(draft('Grazie. Lo faremo.'), 'it')).toBeNull();
  });

  it('has nothing to mend in the templates that come with the product', () => {
    const catalogues: Record<string, Record<string, string>> = { ar: arabic, de: german, en: english };
    for (const [language, messages] of Object.entries(catalogues)) {
      const texts = Object.entries(messages).filter(([key]) => /^inbox\.template\.\w+\.text$/.test(key));
      expect(texts).toHaveLength(6);
      for (const [key, text] of texts) {
        const type = /more|still/.test(key) ? ('question' as const) : ('answer' as const);
        const gaps = [...text.matchAll(/…/g)].map(() => ['gap', '…']);
        expect([key, slips(text, language)]).toEqual([key, gaps]);
        const week = type === 'answer' ? '2026-12-07' : null;
        expect([key, missing(text, language, { type, week })]).toEqual([key, []]);
      }
    }
  });

  it('points at words that are there, whatever is written, and fast', () => {
    const bits = fc.constantFrom(
      'you should have ',
      'شكرًا ',
      'Ä',
      'ß',
      '﷽',
      '\u0301',
      '👩‍⚕️',
      ' ',
      '\n',
      'not ',
      '½',
    );
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 200 }),
        fc.constantFrom('en', 'de', 'ar'),
        (parts, language) => {
          const text = parts.join('');
          for (const { start, end } of coach(draft(text), language)?.slips ?? []) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
    const long = 'you should have been there and '.repeat(200);
    expect(cpuMilliseconds(() => coach(draft(long), 'en'))).toBeLessThan(1000);
  });
});
