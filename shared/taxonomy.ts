/** Version of the lists below, sent with every concern so that a desk reads it by the right list. */
export const TAXONOMY_VERSION = '1.0.0';

/** What a person flags with one tap. */
export const KINDS = ['near_miss', 'incident', 'hazard', 'staff', 'culture', 'good_care'] as const;
export type Kind = (typeof KINDS)[number];

export const CATEGORIES = [
  'medication',
  'blood',
  'device',
  'it',
  'fall',
  'pressure_injury',
  'infection',
  'procedure',
  'anaesthesia',
  'maternity',
  'vte',
  'diagnosis',
  'wrong_patient',
  'handover',
  'discharge',
  'staffing',
  'environment',
  'self_harm',
  'records',
  'assault',
  'wellbeing',
  'behaviour',
  'speaking_up',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** LFPSE's scale of concern; the reporter is asked for worry, never for harm. */
export const WORRY = ['very', 'fairly', 'notvery', 'notatall'] as const;
export type Worry = (typeof WORRY)[number];

/** AHRQ's harm scale (v1.2), with LFPSE's order. The desk grades it; two people agree on it only moderately. */
export const HARM_GRADES = ['none', 'mild', 'moderate', 'severe', 'death', 'unknown'] as const;
export type HarmGrade = (typeof HARM_GRADES)[number];

export const WHEN_PRECISION = ['week', 'month', 'earlier', 'ongoing'] as const;
export type WhenPrecision = (typeof WHEN_PRECISION)[number];

export const WHEN_BRACKET = ['day', 'night', 'am_handover', 'pm_handover', 'other', 'unknown'] as const;
export type WhenBracket = (typeof WHEN_BRACKET)[number];

/** The reason why a near miss did not reach the patient. */
export const CAUGHT_BY = [
  'person_noticed',
  'self_noticed',
  'system',
  'patient_family',
  'luck',
  'unknown',
] as const;
export type CaughtBy = (typeof CAUGHT_BY)[number];

export const FACTORS = [
  'staffing',
  'fatigue',
  'handover',
  'communication',
  'hierarchy',
  'training',
  'policy',
  'equipment',
  'it',
  'interruption',
  'other',
] as const;
export type Factor = (typeof FACTORS)[number];
export const MOST_FACTORS = 3;

const CLINICAL: readonly Category[] = [
  'medication',
  'handover',
  'wrong_patient',
  'diagnosis',
  'device',
  'fall',
];

/** Which six categories a kind shows first; the rest of CATEGORIES stands behind "More". */
export const CATEGORIES_FOR: Readonly<Record<Kind, readonly Category[]>> = {
  near_miss: CLINICAL,
  incident: CLINICAL,
  hazard: ['staffing', 'environment', 'device', 'it', 'infection', 'medication'],
  staff: ['wellbeing', 'staffing', 'assault', 'environment', 'behaviour', 'speaking_up'],
  culture: ['behaviour', 'speaking_up', 'staffing', 'wellbeing', 'handover', 'records'],
  good_care: ['handover', 'medication', 'wellbeing', 'staffing', 'it', 'discharge'],
};
