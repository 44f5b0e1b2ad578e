import type {
  Category,
  CaughtBy,
  Factor,
  HarmGrade,
  Kind,
  WhenBracket,
  Worry,
} from '../../../shared/taxonomy.ts';

/*
 * What our words are called elsewhere. AHRQ: Common Formats for Event Reporting, Hospital (CFER-H 2.0). LFPSE: taxonomy
 * version 5 of January 2023; the service has moved on, so its codes are for a worksheet that a person checks. FHIR R4:
 * adverse-event-category of 4.0.1, where only two of our categories have a code. LOINC: answer list LL2819-2.
 */

export const LFPSE_TAXONOMY = 'LFPSE taxonomy v5, January 2023';

/** The kinds that are patient-safety events; the others are nobody's adverse event. */
export type SafetyKind = 'near_miss' | 'incident' | 'hazard';

export interface KindCodes {
  readonly ahrq: string;
  readonly fhirActuality: 'actual' | 'potential';
}

export const SAFETY_KINDS: Readonly<Record<SafetyKind, KindCodes>> = {
  near_miss: { ahrq: 'Near miss', fhirActuality: 'potential' },
  incident: { ahrq: 'Incident', fhirActuality: 'actual' },
  hazard: { ahrq: 'Unsafe condition', fhirActuality: 'potential' },
};

/** There is no near miss among the event types of version 5: an incident without harm is the nearest. */
export const LFPSE_EVENT_TYPES: Readonly<Partial<Record<Kind, 'incident' | 'risk' | 'good-care'>>> = {
  near_miss: 'incident',
  incident: 'incident',
  hazard: 'risk',
  good_care: 'good-care',
};

export interface HarmCodes {
  readonly ahrq: string;
  /** Answer to LOINC 74560-4, "extent of harm". */
  readonly loinc: string;
  readonly lfpsePhysical: number | null;
}

export const HARM: Readonly<Record<HarmGrade, HarmCodes>> = {
  none: { ahrq: 'No harm', loinc: 'LA21151-8', lfpsePhysical: 5 },
  mild: { ahrq: 'Mild harm', loinc: 'LA21150-0', lfpsePhysical: 4 },
  moderate: { ahrq: 'Moderate harm', loinc: 'LA20749-0', lfpsePhysical: 3 },
  severe: { ahrq: 'Severe harm', loinc: 'LA20748-2', lfpsePhysical: 2 },
  death: { ahrq: 'Death', loinc: 'LA20747-4', lfpsePhysical: 1 },
  unknown: { ahrq: 'Unknown', loinc: 'LA4489-6', lfpsePhysical: null },
};

/** LFPSE's levels of concern; it has no 2. */
export const WORRY_LFPSE: Readonly<Record<Worry, number>> = { very: 5, fairly: 4, notvery: 3, notatall: 1 };

export const BRACKET_LFPSE: Readonly<Record<WhenBracket, number>> = {
  day: 1,
  night: 2,
  am_handover: 3,
  pm_handover: 4,
  other: 5,
  unknown: 6,
};

export const CAUGHT_BY_WORDS: Readonly<Record<CaughtBy, string>> = {
  person_noticed: 'Someone noticed',
  self_noticed: 'The person doing it noticed',
  system: 'A safety check or alert worked',
  patient_family: 'Patient or family spoke up',
  luck: 'Luck',
  unknown: 'Not sure',
};

export const FACTORS_AHRQ: Readonly<Record<Factor, string>> = {
  staffing: 'environment',
  fatigue: 'human factors: fatigue',
  handover: 'communication / handover',
  communication: 'communication: among staff',
  hierarchy: 'environment: culture of safety',
  training: 'staff qualifications',
  policy: 'policies and procedures',
  equipment: 'device',
  it: 'HIT',
  interruption: 'environment: physical surroundings',
  other: 'other',
};

export interface CategoryCodes {
  /** Empty for what is no patient-safety event. */
  readonly ahrq: string;
  readonly lfpse: Readonly<
    Partial<Record<'agent' | 'process' | 'safetyChallenge' | 'riskTheme' | 'serviceType', number>>
  >;
  readonly fhirR4?: 'medical-device-use-error' | 'unsafe-physical-environment';
}

export const CATEGORY_CODES: Readonly<Record<Category, CategoryCodes>> = {
  medication: { ahrq: 'Medication or Other Substance', lfpse: { agent: 4, riskTheme: 3 } },
  blood: { ahrq: 'Blood or Blood Product', lfpse: { agent: 11 } },
  device: {
    ahrq: 'Device or Medical/Surgical Supply',
    lfpse: { agent: 3, riskTheme: 2 },
    fhirR4: 'medical-device-use-error',
  },
  it: { ahrq: 'Generic, contributing factor HIT', lfpse: { agent: 9, riskTheme: 6 } },
  fall: { ahrq: 'Fall', lfpse: { safetyChallenge: 2 } },
  pressure_injury: { ahrq: 'Pressure Injury', lfpse: { safetyChallenge: 1 } },
  infection: { ahrq: 'Generic', lfpse: { safetyChallenge: 5 } },
  procedure: { ahrq: 'Surgery', lfpse: { process: 6 } },
  anaesthesia: { ahrq: 'Anesthesia', lfpse: { process: 6 } },
  maternity: { ahrq: 'Perinatal', lfpse: { serviceType: 19 } },
  vte: { ahrq: 'Venous Thromboembolism', lfpse: { process: 3 } },
  diagnosis: { ahrq: 'Generic', lfpse: { process: 4 } },
  wrong_patient: { ahrq: 'Generic', lfpse: { process: 6 } },
  handover: { ahrq: 'Generic', lfpse: { process: 8, riskTheme: 6 } },
  discharge: { ahrq: 'Generic', lfpse: { process: 9 } },
  staffing: { ahrq: 'Generic', lfpse: { riskTheme: 1 } },
  environment: {
    ahrq: 'Generic',
    lfpse: { agent: 13, riskTheme: 5 },
    fhirR4: 'unsafe-physical-environment',
  },
  self_harm: { ahrq: 'Generic', lfpse: { safetyChallenge: 3 } },
  records: { ahrq: 'Generic', lfpse: { riskTheme: 7 } },
  assault: { ahrq: '', lfpse: {} },
  wellbeing: { ahrq: '', lfpse: { riskTheme: 1 } },
  behaviour: { ahrq: '', lfpse: {} },
  speaking_up: { ahrq: '', lfpse: {} },
  other: { ahrq: 'Generic', lfpse: { riskTheme: 8 } },
};

export function isSafetyKind(kind: Kind): kind is SafetyKind {
  return kind in SAFETY_KINDS;
}
