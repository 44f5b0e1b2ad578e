import type { RuleId } from '../../../shared/guard/guard.ts';

/** Why a finding of a rule points to somebody: one sentence for each, in one language. */
export type Reasons = (rule: RuleId) => string;

/** Files like the other catalogues, and never script: see extension/ui/languages.ts. */
const FILES = import.meta.glob<string>('../../locales/guard/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Reads the packaged reasons of a language; those in English where there are none. */
export async function reasonsIn(language: string): Promise<Reasons> {
  const url = FILES[`../../locales/guard/${language}.json`] ?? FILES['../../locales/guard/en.json'] ?? '';
  const reasons: Readonly<Record<string, string>> = await (await fetch(url)).json();
  return (rule) => reasons[`guard.reason.${rule}`] ?? '';
}
