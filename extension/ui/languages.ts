/// <reference types="vite/client" />
/*
 * Which languages there are: whatever stands in extension/locales. Adding one is adding its file. The catalogues are
 * files that the entry point reads, not script: a script that only one language loads would leave, in the browser's
 * code cache, which language somebody chose.
 */

export interface LanguageFile {
  readonly code: string;
  /** Where the packaged catalogue can be read. */
  readonly url: string;
  /** Its own name for itself, such as "Deutsch". */
  readonly name: string;
}

const FILES = import.meta.glob<string>('../locales/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

export const LANGUAGES: readonly LanguageFile[] = Object.entries(FILES)
  .map(([path, url]) => ({ code: /([^/]+)\.json$/.exec(path)?.[1] ?? '', url }))
  .map(({ code, url }) => ({ code, url, name: ownName(code) }));

/** The best of the languages there are for what the browser or the person prefers (BCP 47, best first); else English. */
export function bestLanguage(preferred: readonly string[]): string {
  for (const wanted of preferred) {
    const found = LANGUAGES.find(({ code }) => code === wanted || code === wanted.split('-')[0]);
    if (found !== undefined) return found.code;
  }
  return 'en';
}

function ownName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
