/** The languages the guard has rules for. A new one is a file in `languages/` and a line here. */

import type { Language } from './language.ts';
import { arabic } from './languages/ar.ts';
import { german } from './languages/de.ts';
import { english } from './languages/en.ts';
import { spanish } from './languages/es.ts';
import { french } from './languages/fr.ts';
import { italian } from './languages/it.ts';
import { dutch } from './languages/nl.ts';
import { polish } from './languages/pl.ts';
import { portuguese } from './languages/pt.ts';
import { swedish } from './languages/sv.ts';
import { turkish } from './languages/tr.ts';
import { ukrainian } from './languages/uk.ts';

export const LANGUAGES: readonly Language[] = [
  english,
  german,
  arabic,
  dutch,
  french,
  italian,
  polish,
  portuguese,
  spanish,
  swedish,
  turkish,
  ukrainian,
];

/** The rules of a language by its tag ("de", "de-AT"); `null` where there are none. */
export function languageOf(tag: string): Language | null {
  const code = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language.code === code) ?? null;
}
