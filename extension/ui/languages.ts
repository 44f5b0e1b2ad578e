/// <reference types="vite/client" />
/*
 * Which languages there are: whatever stands in extension/locales. Adding one is adding its file. The catalogues are
 * files that the entry point reads, not script: a script that only one language loads would leave, in the browser's
 * code cache, which language somebody chose.
 *
 * Most catalogues hold what the panel says. Those below also hold what the inbox and Status say; a test keeps both so.
 */

const COMPLETE = new Set(['ar', 'de', 'en']);

/** Read by somebody who grew up with the language and works in health care. Add one here, and in docs/languages.md. */
const REVIEWED = COMPLETE;

export interface LanguageFile {
  readonly code: string;
  /** Where the packaged catalogue can be read. */
  readonly url: string;
  /** Its own name for itself, such as "Deutsch". */
  readonly name: string;
  /** Knows the inbox and Status too, not only the panel. */
  readonly complete: boolean;
  /** No native speaker has read it yet; the panel says so. */
  readonly awaitsReview: boolean;
}

const FILES = import.meta.glob<string>('../locales/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

export const LANGUAGES: readonly LanguageFile[] = Object.entries(FILES)
  .map(([path, url]) => ({ code: /([^/]+)\.json$/.exec(path)?.[1] ?? '', url }))
  .map(({ code, url }) => ({
    code,
    url,
    name: ownName(code),
    complete: COMPLETE.has(code),
    awaitsReview: !REVIEWED.has(code),
  }));

/** Those in which everything can be shown. */
export const COMPLETE_LANGUAGES: readonly LanguageFile[] = LANGUAGES.filter(({ complete }) => complete);

/** The best of these languages for what the browser or the person prefers (BCP 47, best first); else English. */
export function bestLanguage(
  preferred: readonly string[],
  among: readonly Pick<LanguageFile, 'code'>[] = LANGUAGES,
): string {
  for (const wanted of preferred) {
    const found = among.find(({ code }) => code === wanted || code === wanted.split('-')[0]);
    if (found !== undefined) return found.code;
  }
  return 'en';
}

/** As it stands in a list of names, where "français" is "Français". */
function ownName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
