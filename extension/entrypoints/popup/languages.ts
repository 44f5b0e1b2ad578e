import { COMPLETE_LANGUAGES, LANGUAGES } from '../../ui/languages.ts';
import { createTranslator, type Messages, type Translator } from '../../ui/translator.ts';

/** Reads a packaged catalogue. What it does not hold is said in English. Rejects for a language that there is none for. */
export async function translatorFor(code: string): Promise<Translator> {
  const complete = COMPLETE_LANGUAGES.some((language) => language.code === code);
  const [own, rest] = await Promise.all([catalogue(code), complete ? {} : catalogue('en')]);
  return createTranslator(code, { ...rest, ...own });
}

async function catalogue(code: string): Promise<Messages> {
  const file = LANGUAGES.find((language) => language.code === code);
  if (file === undefined) throw new RangeError('no such language');
  return await (await fetch(file.url)).json();
}
