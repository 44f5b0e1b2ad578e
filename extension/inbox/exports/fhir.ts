import type { CaseRecord } from './case-record.ts';
import { CATEGORY_CODES, HARM, isSafetyKind, SAFETY_KINDS } from './crosswalk.ts';

/*
 * FHIR R4 (4.0.1), AdverseEvent. A subject is required and there is none: a contained group says "not collected". Recorder
 * and contributor are left out. `severity` knows neither "none" nor "death", so the grade is an extension with LOINC's
 * answer codes. Dates are months, which dateTime allows.
 */

const CATEGORY_SYSTEM = 'http://terminology.hl7.org/CodeSystem/adverse-event-category';
const LOINC = 'http://loinc.org';
/** LOINC 74560-4, extent of harm. */
const HARM_EXTENSION = 'urn:candor:extent-of-harm';
const LOINC_NOTICE =
  'This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the LOINC Committee and is available at no cost under the license at http://loinc.org/license.';

/** A bundle of adverse events, as JSON; other kinds than near miss, incident and unsafe condition are not in it. */
export function fhirBundle(cases: readonly CaseRecord[]): { readonly text: string; readonly events: number } {
  const entry = cases.flatMap((record) => {
    const resource = adverseEvent(record);
    return resource === null ? [] : [{ fullUrl: `urn:candor:case:${record.caseId}`, resource }];
  });
  const bundle = {
    resourceType: 'Bundle',
    meta: { tag: [{ system: 'urn:candor:notice', code: 'loinc', display: LOINC_NOTICE }] },
    type: 'collection',
    ...(entry.length > 0 && { entry }),
  };
  return { text: JSON.stringify(bundle, null, 1), events: entry.length };
}

function adverseEvent(record: CaseRecord): object | null {
  const { caseId, kind, category, harmTriage, unitGroup, receivedWeek, narrative } = record;
  if (!isSafetyKind(kind)) return null;
  const codes = category === null ? null : CATEGORY_CODES[category];
  return {
    resourceType: 'AdverseEvent',
    // Ids hold no underscore; the identifier keeps it.
    id: caseId.replaceAll('_', '.'),
    contained: [
      {
        resourceType: 'Group',
        id: 'subject',
        type: 'person',
        actual: false,
        code: { text: 'Not collected' },
      },
    ],
    ...(harmTriage !== null && {
      extension: [
        {
          url: HARM_EXTENSION,
          valueCodeableConcept: {
            coding: [{ system: LOINC, code: HARM[harmTriage].loinc, display: HARM[harmTriage].ahrq }],
          },
        },
      ],
    }),
    identifier: { system: 'urn:candor:case', value: caseId },
    actuality: SAFETY_KINDS[kind].fhirActuality,
    ...(codes !== null && {
      category: [
        {
          ...(codes.fhirR4 !== undefined && { coding: [{ system: CATEGORY_SYSTEM, code: codes.fhirR4 }] }),
          text: category,
        },
      ],
    }),
    event: { text: narrative ?? SAFETY_KINDS[kind].ahrq },
    subject: { reference: '#subject' },
    recordedDate: monthOf(receivedWeek),
    ...(unitGroup !== null && { location: { display: unitGroup } }),
  };
}

/** The month of an ISO week: that of its Thursday. */
function monthOf(week: string): string {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  // 4 January always lies in the first week.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return new Date(Date.UTC(year, 0, monday + 7 * (number - 1) + 3)).toISOString().slice(0, 7);
}
