import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../panel/contract.ts';
import type { AnswerTools } from './contract.ts';

/** How long the keys rest before the guard speaks up: nobody wants to be corrected in the middle of a word. */
const PAUSE_MS = 400;

export interface Guarded {
  /** What points to a person and was not kept, as far as it still stands where it stood. */
  readonly findings: readonly Finding[];
  /** Something that must be decided before the words leave; looked for anew, whatever was typed last. */
  readonly undecided: boolean;
  /** The language the words are in, as far as one can tell. */
  readonly language: string;
  readonly keep: (finding: Finding) => void;
}

/** The guard over words that are about to leave the inbox. */
export function useGuarded(
  text: string,
  tools: Pick<AnswerTools, 'after' | 'languageOf' | 'scan'>,
  locale: string,
): Guarded {
  const language = tools.languageOf(text) ?? locale;
  const [seen, setSeen] = useState({ text: '', findings: [] as readonly Finding[] });
  const [kept, setKept] = useState<readonly string[]>([]);
  useEffect(() => {
    if (seen.text === text) return undefined;
    return tools.after(PAUSE_MS, () => setSeen({ text, findings: tools.scan(text, language) }));
  }, [text]);
  const key = ({ rule, start, end }: Finding): string => `${rule}:${text.slice(start, end)}`;
  const open = (finding: Finding): boolean => !kept.includes(key(finding));
  return {
    findings: seen.findings.filter(
      (finding) =>
        finding.end <= text.length &&
        text.slice(finding.start, finding.end) === seen.text.slice(finding.start, finding.end) &&
        open(finding),
    ),
    get undecided() {
      return tools.scan(text, language).some((finding) => finding.tier === 'block' && open(finding));
    },
    language,
    keep: (finding) => setKept([...kept, key(finding)]),
  };
}
