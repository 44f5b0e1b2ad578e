import type { CaseRecord } from './case-record.ts';
import {
  BRACKET_LFPSE,
  CATEGORY_CODES,
  HARM,
  LFPSE_EVENT_TYPES,
  LFPSE_TAXONOMY,
  WORRY_LFPSE,
} from './crosswalk.ts';

/** What the service asks for and this product never collects: whoever types the worksheet in must know it is missing. */
const NOT_COLLECTED = [
  'patient age, sex and ethnicity',
  'reporter, role and contact',
  'date and time of the event',
  'exact location',
];

/**
 * A worksheet of codes to check and type in, one block for each event. Nothing is submitted: the service takes records
 * from approved systems only, and its codes change with its version.
 */
export function lfpseWorksheet(cases: readonly CaseRecord[]): {
  readonly text: string;
  readonly events: number;
} {
  const events = cases.flatMap((record) => {
    const event = eventOf(record);
    return event === null ? [] : [event];
  });
  const worksheet = {
    worksheet: 'LFPSE',
    taxonomy: LFPSE_TAXONOMY,
    check: 'Check every code against the current version before use. This file is not a submission.',
    notCollected: NOT_COLLECTED,
    events,
  };
  return { text: JSON.stringify(worksheet, null, 1), events: events.length };
}

function eventOf(record: CaseRecord): object | null {
  const { caseId, receivedWeek, kind, category, harmTriage, worry, whenBracket, narrative } = record;
  const eventType = LFPSE_EVENT_TYPES[kind];
  if (eventType === undefined) return null;
  const codes = category === null ? {} : CATEGORY_CODES[category].lfpse;
  const { riskTheme, ...incidentCodes } = codes;
  const graded = harmTriage === null ? null : HARM[harmTriage].lfpsePhysical;
  const physicalHarm = kind === 'near_miss' ? HARM.none.lfpsePhysical : graded;
  return {
    caseId,
    reportedWeek: receivedWeek,
    eventType,
    ...(eventType === 'incident' && physicalHarm !== null && { physicalHarm }),
    ...(kind === 'near_miss' && { reading: 'near miss: no such type in this version, read as no harm' }),
    ...(eventType === 'incident' && incidentCodes),
    ...(eventType === 'risk' && riskTheme !== undefined && { riskTheme }),
    ...(worry !== null && { levelOfConcern: WORRY_LFPSE[worry] }),
    ...(whenBracket !== null && { timeOfIncident: BRACKET_LFPSE[whenBracket] }),
    ...(narrative !== null && { description: narrative }),
  };
}
