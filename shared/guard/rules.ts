/**
 * The closed list of what the guard looks for, and how hard it speaks up. A rule says *what* is found; which words
 * and formats give it away is the business of the language files and of `numbers.ts`.
 */

/** `block`: sending waits until it is changed or kept on purpose. `warn`: one-tap fix. `hint`: a quiet note. */
export type Tier = 'block' | 'warn' | 'hint';

export const RULES = {
  // Numbers and codes that belong to one person or thing, and ways to reach somebody.
  email: 'block',
  email_spoken: 'block',
  url: 'block',
  handle: 'warn',
  ipv4: 'block',
  ipv6: 'block',
  mac_address: 'warn',
  ssn: 'block',
  ssn_cued: 'block',
  nhs_number: 'block',
  npi: 'block',
  dea: 'block',
  mbi: 'block',
  nino: 'block',
  kvnr: 'block',
  national_id: 'block',
  iban: 'block',
  card_number: 'block',
  mrn_cued: 'block',
  long_number: 'warn',
  number_6: 'hint',
  phone_us: 'block',
  phone_uk: 'block',
  phone_intl: 'block',
  phone_local: 'block',
  pager_ext: 'block',
  employee_id: 'block',
  device_serial: 'warn',
  vehicle: 'warn',
  // Dates, clock times, ages.
  dob_cued: 'block',
  date_iso: 'warn',
  date_num: 'warn',
  date_text: 'warn',
  date_day: 'warn',
  rel_day: 'hint',
  clock_time: 'warn',
  clock_words: 'warn',
  age_over_89: 'block',
  age_exact: 'hint',
  // Places. A ward is a place that the panel asks for anyway, so it is a hint; a room or a bed is one patient.
  uk_postcode: 'block',
  us_zip: 'warn',
  plz_place: 'warn',
  street: 'warn',
  room_bed: 'warn',
  ward_named: 'hint',
  bed_spot: 'hint',
  // Names.
  staff_name: 'block',
  patient_name: 'block',
  person_name: 'warn',
  initials: 'warn',
  sign_off: 'warn',
  // Words that point to the writer, and the one case everybody knows.
  self_only: 'warn',
  self_role: 'warn',
  self_tenure: 'warn',
  self_past_report: 'warn',
  self_duty: 'warn',
  self_personal: 'warn',
  self_first_person: 'hint',
  rare_case: 'hint',
  // Patterns of the site's own, from managed settings.
  site_pattern: 'block',
} as const satisfies Record<string, Tier>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** Rules that find people by name; they decide whether "names are checked" may be said. */
export const NAME_RULES: readonly RuleId[] = ['staff_name', 'patient_name', 'person_name'];
