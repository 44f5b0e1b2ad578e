import type { StoredStanding } from '../store/standings.ts';

/** How a desk stands, in numbers. */
export interface LineNumbers {
  readonly toAcknowledge: number;
  readonly toAnswer: number;
  /** Of both, those whose day has passed. */
  readonly overdue: number;
  /** Messages that no inbox has fetched yet. */
  readonly fresh: number;
}

/** On a day (`2026-11-24`) in the organisation's time zone. `queued` stands in where no inbox has said anything. */
export function lineNumbers(standing: StoredStanding | null, queued: number, today: string): LineNumbers {
  const due = standing?.due ?? [];
  const sum = (of: (typeof due)[number]['day'] | null, pick: (one: (typeof due)[number]) => number) =>
    due.filter(({ day }) => of === null || day < of).reduce((total, one) => total + pick(one), 0);
  return {
    toAcknowledge: sum(null, ({ acknowledge }) => acknowledge),
    toAnswer: sum(null, ({ answer }) => answer),
    overdue: sum(today, ({ acknowledge, answer }) => acknowledge + answer),
    fresh: standing?.fresh ?? queued,
  };
}

export const LINE_LANGUAGES = ['en', 'de', 'ar'] as const;
export type LineLanguage = (typeof LINE_LANGUAGES)[number];

/** Worded so that no number needs a plural of its own. */
const WORDS: Readonly<
  Record<LineLanguage, { readonly numbers: (of: LineNumbers) => string; readonly nobodyLooked: string }>
> = {
  en: {
    numbers: (of) =>
      `${of.toAcknowledge} to acknowledge, ${of.toAnswer} to answer, ${of.overdue} overdue, ${of.fresh} new`,
    nobodyLooked: 'Nobody has opened this inbox for 24 hours.',
  },
  de: {
    numbers: (of) =>
      `${of.toAcknowledge} zu bestätigen, ${of.toAnswer} zu beantworten, ${of.overdue} überfällig, ${of.fresh} neu`,
    nobodyLooked: 'Seit 24 Stunden hat niemand diesen Eingang geöffnet.',
  },
  ar: {
    numbers: (of) =>
      `بانتظار التأكيد: ${of.toAcknowledge}، بانتظار الإجابة: ${of.toAnswer}، متأخرة: ${of.overdue}، جديدة: ${of.fresh}`,
    nobodyLooked: 'لم يفتح أحد صندوق الوارد هذا منذ 24 ساعة.',
  },
};

/** The line itself: the same shape every day, whatever the numbers are. */
export function lineText(numbers: LineNumbers, toDeputy: boolean, language: LineLanguage): string {
  const words = WORDS[language];
  const line = `${words.numbers(numbers)}.`;
  return toDeputy ? `${line} ${words.nobodyLooked}` : line;
}

/** The language of a line for a site that speaks this one (BCP 47): English where it has none of its own. */
export function lineLanguage(site: string | null): LineLanguage {
  const spoken = site?.split('-')[0];
  return LINE_LANGUAGES.find((language) => language === spoken) ?? 'en';
}
