/** The languages the guard has rules for. A new one is a file in `languages/` and a line here. */

import type { Language } from './language.ts';
import { arabic } from './languages/ar.ts';
import { german } from './languages/de.ts';
import { english } from './languages/en.ts';

export const LANGUAGES: readonly Language[] = [english, german, arabic];

/** The rules of a language by its tag ("de", "de-AT"); `null` where there are none. */
export function languageOf(tag: string): Language | null {
  const code = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language.code === code) ?? null;
}
