import type { Finding } from '../../extension/ui/panel/contract.ts';
import type { Fix } from '../../shared/guard/guard.ts';

/** A guard that knows a name, a room and "I saw": enough to see how findings look. */
const RULES: readonly (Pick<Finding, 'rule' | 'tier' | 'reason' | 'fixes'> & { readonly pattern: RegExp })[] =
  [
    {
      rule: 'staff_name',
      tier: 'block',
      pattern: /\bDr Osei\b/g,
      reason: 'points to a person.',
      fixes: [{ kind: 'neutral', text: 'the doctor' }, { kind: 'remove' }],
    },
    {
      rule: 'room_bed',
      tier: 'warn',
      pattern: /\broom 412\b/g,
      reason: 'tells where it was.',
      fixes: [{ kind: 'neutral', text: 'a room' }],
    },
    {
      rule: 'self_first_person',
      tier: 'hint',
      pattern: /\bI saw\b/g,
      reason: 'says that you were there.',
      fixes: [{ kind: 'third-person', text: 'It was seen' }],
    },
  ];

export function findNames(text: string): Finding[] {
  return RULES.flatMap(({ pattern, ...rule }) =>
    [...text.matchAll(pattern)].map((match) => ({
      ...rule,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

export function fixName(text: string, finding: Finding, fix: Fix): string {
  return text.slice(0, finding.start) + (fix.kind === 'remove' ? '' : fix.text) + text.slice(finding.end);
}

/** Tells German and Arabic from English by a letter or a word. */
export function guessed(text: string): string | null {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\b(?:und|nicht|wurde)\b/.test(text)) return 'de';
  return text.length > 20 ? 'en' : null;
}

export function kindsAndNames(language: string): { kinds: number; names: boolean } {
  return language === 'ar' ? { kinds: 21, names: false } : { kinds: 42, names: true };
}
