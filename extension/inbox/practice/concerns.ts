import type { Category, Kind } from '../../../shared/taxonomy.ts';
import type { BOX_ORDER } from '../opening.ts';
import type { AnswerDraft } from '../replies.ts';

/*
 * Six made-up concerns to practise answering, each difficult in another way. They are nobody's: nothing here came from a
 * concern, and nothing that is written about them is kept or sent.
 */

export const PRACTICE = ['anger', 'vague', 'good-catch', 'worse-since', 'staffing', 'danger'] as const;
export type PracticeName = (typeof PRACTICE)[number];

/** What the six are about, the same in every language. */
export const ABOUT: Readonly<Record<PracticeName, { readonly kind: Kind; readonly category?: Category }>> = {
  anger: { kind: 'culture', category: 'behaviour' },
  vague: { kind: 'hazard' },
  'good-catch': { kind: 'near_miss', category: 'medication' },
  'worse-since': { kind: 'culture', category: 'speaking_up' },
  staffing: { kind: 'staff', category: 'staffing' },
  danger: { kind: 'incident', category: 'self_harm' },
};

export interface PracticeConcern {
  readonly name: PracticeName;
  readonly kind: Kind;
  readonly category: Category | null;
  /** What makes it difficult, in a few words. */
  readonly title: string;
  /** Covered where a name would stand, as in the inbox. */
  readonly boxes: readonly { readonly box: (typeof BOX_ORDER)[number]; readonly text: string }[];
  /** What no checklist can see, and matters here. */
  readonly matters: readonly string[];
  /** One way to answer; never the only one. */
  readonly model: Pick<AnswerDraft, 'text' | 'type'>;
}

export interface PracticeSet {
  /** BCP 47. */
  readonly language: string;
  readonly concerns: readonly PracticeConcern[];
}

/** The words of one language. */
export type PracticeWords = Readonly<
  Record<PracticeName, Pick<PracticeConcern, 'title' | 'boxes' | 'matters' | 'model'>>
>;

/** The six in this language, or in English where it has none of its own. Each language is a file of its own. */
export async function practiceIn(language: string): Promise<PracticeSet> {
  switch (language.split('-')[0]) {
    case 'ar':
      return setOf('ar', (await import('./ar.ts')).ARABIC);
    case 'de':
      return setOf('de', (await import('./de.ts')).GERMAN);
    default:
      return setOf('en', (await import('./en.ts')).ENGLISH);
  }
}

function setOf(language: string, words: PracticeWords): PracticeSet {
  const concerns = PRACTICE.map((name) => {
    const { kind, category = null } = ABOUT[name];
    return { name, kind, category, ...words[name] };
  });
  return { language, concerns };
}
