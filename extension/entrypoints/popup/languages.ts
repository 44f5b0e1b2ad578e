import { LANGUAGES } from '../../ui/languages.ts';
import { createTranslator, type Messages, type Translator } from '../../ui/translator.ts';

/** Reads a packaged catalogue. Rejects for a language that there is none for. */
export async function translatorFor(code: string): Promise<Translator> {
  const file = LANGUAGES.find((language) => language.code === code);
  if (file === undefined) throw new RangeError('no such language');
  const messages: Messages = await (await fetch(file.url)).json();
  return createTranslator(code, messages);
}
