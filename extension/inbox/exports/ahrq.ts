import type { CaseRecord } from './case-record.ts';
import {
  CATEGORY_CODES,
  CAUGHT_BY_WORDS,
  FACTORS_AHRQ,
  HARM,
  isSafetyKind,
  SAFETY_KINDS,
} from './crosswalk.ts';
import { csvOf } from './csv.ts';

const COLUMNS = [
  'caseId',
  'reportedWeek',
  'concernClass',
  'categoryModule',
  'extentOfHarm_LOINC_74560-4',
  'extentOfHarmAnswer',
  'handover',
  'contributingFactors',
  'whyNearMiss',
  'narrative',
];

/** A crosswalk for a US patient safety organisation, which submits by its own tooling. Safety kinds only. */
export function ahrqCsv(cases: readonly CaseRecord[]): { readonly text: string; readonly events: number } {
  const rows = cases.flatMap((record) => {
    const { caseId, receivedWeek, kind, category, harmTriage, factors, caughtBy, narrative } = record;
    if (!isSafetyKind(kind)) return [];
    // Harm is what reached a patient: neither a near miss nor a condition has an extent of it.
    const harm = kind === 'incident' && harmTriage !== null ? HARM[harmTriage] : null;
    const handover = category === 'handover' || factors.includes('handover');
    return [
      [
        caseId,
        receivedWeek,
        SAFETY_KINDS[kind].ahrq,
        category === null ? 'Generic' : CATEGORY_CODES[category].ahrq,
        harm?.loinc ?? null,
        harm?.ahrq ?? null,
        handover ? 'yes' : 'not said',
        factors.map((factor) => FACTORS_AHRQ[factor]).join('; '),
        kind === 'near_miss' && caughtBy !== null ? CAUGHT_BY_WORDS[caughtBy] : null,
        narrative,
      ],
    ];
  });
  return { text: csvOf(COLUMNS, rows), events: rows.length };
}
