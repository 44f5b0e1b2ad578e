import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerTools } from '../../../extension/entrypoints/inbox/answer-tools.ts';
import { masked } from '../../../extension/inbox/mask.ts';
import { PRACTICE, practiceIn } from '../../../extension/inbox/practice/concerns.ts';
import { coach } from '../../../extension/inbox/reply-coach.ts';
import { leftToDo } from '../../../extension/ui/inbox/practice/judge.ts';
import { CATEGORIES, KINDS } from '../../../shared/taxonomy.ts';

/** The guard's reasons come from a file of the extension. */
const fromTheExtension = (url: string): Promise<Response> =>
  Promise.resolve(new Response(readFileSync(`.${url.split('?')[0]}`)));
afterEach(() => vi.unstubAllGlobals());

const LANGUAGES = ['en', 'de', 'ar'] as const;

describe.each(LANGUAGES)('six made-up concerns in %s', (language) => {
  it('are six, of kinds and categories that exist, each difficult in its own way', async () => {
    const { language: found, concerns } = await practiceIn(language);
    expect(found).toBe(language);
    expect(concerns.map(({ name }) => name)).toEqual([...PRACTICE]);
    expect(new Set(concerns.map(({ title }) => title)).size).toBe(6);
    for (const { kind, category, boxes, matters } of concerns) {
      expect(KINDS).toContain(kind);
      if (category !== null) expect(CATEGORIES).toContain(category);
      expect(boxes.length).toBeGreaterThan(0);
      expect(matters).toHaveLength(3);
    }
  });

  it('name nobody: the inbox would cover nothing in them beyond what is covered', async () => {
    for (const { boxes } of (await practiceIn(language)).concerns) {
      for (const { text } of boxes) expect([text, masked(text).covered]).toEqual([text, 0]);
    }
  });

  it('have answers that the coach and the guard find nothing to mend in, and that fit', async () => {
    vi.stubGlobal('fetch', fromTheExtension);
    const tools = await answerTools([], language);
    for (const { name, model } of (await practiceIn(language)).concerns) {
      const draft = { ...model, week: null };
      const coaching = coach(draft, language);
      const missing = coaching?.virtues.filter(({ there }) => !there).map(({ virtue }) => virtue);
      const slips = coaching?.slips.map(({ slip, start, end }) => [slip, model.text.slice(start, end)]);
      expect([name, missing, slips]).toEqual([name, [], []]);
      expect([name, tools.scan(model.text, language).map(({ rule }) => rule)]).toEqual([name, []]);
      expect(tools.charactersLeft(draft)).toBeGreaterThan(0);
      expect(tools.languageOf(model.text)).toBe(language);
    }
  });

  it('are judged with reasons: an answer that blames, asks who and promises nothing has much left to do', async () => {
    const bad = {
      en: 'You should have told us earlier. What is your name?',
      de: 'Das hätten Sie früher sagen müssen. Wie ist Ihr Name?',
      ar: 'كان عليك أن تخبرنا قبل ذلك. ما اسمك؟',
    }[language];
    const coaching = coach({ type: 'answer', text: bad, week: null }, language);
    expect(leftToDo(coaching, 0)).toBeGreaterThanOrEqual(4);
    expect(leftToDo(coaching, 1)).toBe((leftToDo(coaching, 0) ?? 0) + 1);
  });
});

describe('somewhere else', () => {
  it('practice speaks English, and a coach without words says nothing', async () => {
    expect((await practiceIn('fr')).language).toBe('en');
    expect((await practiceIn('de-AT')).language).toBe('de');
    expect(leftToDo(coach({ type: 'answer', text: 'Merci', week: null }, 'fr'), 0)).toBeNull();
  });
});
