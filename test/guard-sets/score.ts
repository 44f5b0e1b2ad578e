/** Scores the guard on a labelled set: recall per class, and the share of clean lines on which it blocks or warns. */

import { readFileSync } from 'node:fs';
import { type Finding, type RuleId, scan } from '../../shared/guard/guard.ts';

export type LineClass = 'number' | 'titled' | 'untitled' | 'self' | 'when' | 'age' | 'place';

export interface Line {
  readonly text: string;
  readonly expect: readonly { readonly class: LineClass; readonly match: string }[];
}

export interface Score {
  readonly recall: Readonly<Partial<Record<LineClass, { readonly hit: number; readonly of: number }>>>;
  readonly cleanLines: number;
  readonly falseLines: number;
  readonly missed: readonly string[];
  readonly falseHits: readonly string[];
}

/** A miss is a miss even when the bare "I" hint stands there: that hint does not name what points to the writer. */
const NO_CREDIT: readonly RuleId[] = ['self_first_person'];
/** A name or a number that is only hinted at is a miss. */
const NEEDS_A_WARNING: readonly LineClass[] = ['number', 'titled', 'untitled', 'self'];
const NAMES: readonly RuleId[] = ['staff_name', 'patient_name', 'person_name', 'initials', 'sign_off'];

export function readSet(name: string): Line[] {
  const file = new URL(`${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

export function score(lines: readonly Line[], language: string): Score {
  const recall: Partial<Record<LineClass, { hit: number; of: number }>> = {};
  const missed: string[] = [];
  const falseHits: string[] = [];
  let cleanLines = 0;
  for (const { text, expect } of lines) {
    const findings = scan(text, { language });
    if (expect.length === 0) {
      cleanLines++;
      const loud = findings.filter((finding) => finding.tier !== 'hint');
      if (loud.length > 0) falseHits.push(`${text}  <- ${loud.map((each) => told(each, text)).join(', ')}`);
    }
    for (const expected of expect) {
      const start = text.indexOf(expected.match);
      const counts = recall[expected.class] ?? { hit: 0, of: 0 };
      recall[expected.class] = counts;
      counts.of++;
      if (isFound(expected.class, start, start + expected.match.length, findings)) counts.hit++;
      else
        missed.push(
          `${expected.class}: [${expected.match}] in: ${text}  <- ${findings.map((each) => told(each, text)).join(', ')}`,
        );
    }
  }
  return { recall, cleanLines, falseLines: falseHits.length, missed, falseHits };
}

/** Found: findings of the right kind cover at least half of the words. */
function isFound(kind: LineClass, start: number, end: number, findings: readonly Finding[]): boolean {
  let covered = 0;
  for (const finding of findings) {
    if (NO_CREDIT.includes(finding.rule)) continue;
    if (NEEDS_A_WARNING.includes(kind) && finding.tier === 'hint') continue;
    if ((kind === 'titled' || kind === 'untitled') && !NAMES.includes(finding.rule)) continue;
    covered += Math.max(0, Math.min(end, finding.end) - Math.max(start, finding.start));
  }
  return covered * 2 >= end - start;
}

function told(finding: Finding, text: string): string {
  return `${finding.rule}/${finding.tier}:"${text.slice(finding.start, finding.end)}"`;
}

if (import.meta.main) {
  const [name = 'en-1', language = name.slice(0, 2)] = process.argv.slice(2);
  const result = score(readSet(name), language);
  for (const line of result.missed) console.log('MISS ', line.replaceAll('\n', '⏎'));
  for (const line of result.falseHits) console.log('FALSE', line.replaceAll('\n', '⏎'));
  console.log(JSON.stringify(result.recall), `${result.falseLines}/${result.cleanLines}`);
}
