import type { Finding, Fix } from '../../extension/ui/panel/contract.ts';

/** A guard that knows a name, a room and the word "I": enough to see how findings look. */
const RULES: readonly {
  rule: string;
  tier: Finding['tier'];
  pattern: RegExp;
  reason: string;
  fixes: readonly Fix[];
}[] = [
  {
    rule: 'staff_name',
    tier: 'block',
    pattern: /\bDr Osei\b/g,
    reason: 'points to a person.',
    fixes: [
      { label: 'the doctor', replacement: 'the doctor' },
      { label: 'Remove', replacement: '' },
    ],
  },
  {
    rule: 'room_bed',
    tier: 'warn',
    pattern: /\broom 412\b/g,
    reason: 'tells where it was.',
    fixes: [{ label: 'a room', replacement: 'a room' }],
  },
  {
    rule: 'self_first_person',
    tier: 'hint',
    pattern: /\bI saw\b/g,
    reason: 'says that you were there.',
    fixes: [{ label: 'it was seen', replacement: 'it was seen' }],
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
  return text.slice(0, finding.start) + fix.replacement + text.slice(finding.end);
}
