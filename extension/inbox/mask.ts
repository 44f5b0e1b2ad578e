import { guessLanguage, type RuleId, scan } from '../../shared/guard/guard.ts';
import { BOX_ORDER, type OpenedConcern } from './opening.ts';

/*
 * Names and numbers of people in a concern stay covered until two members ask. The guard finds them, here on this page;
 * what it does not find is not covered, and nothing promises otherwise.
 */

/** What points to one person. Days, ages, places and words about the writer stay: the desk needs them to act. */
const COVERED: ReadonlySet<RuleId> = new Set<RuleId>([
  'staff_name',
  'patient_name',
  'person_name',
  'initials',
  'sign_off',
  'email',
  'email_spoken',
  'handle',
  'phone_us',
  'phone_uk',
  'phone_intl',
  'phone_local',
  'pager_ext',
  'employee_id',
  'ssn',
  'ssn_cued',
  'nhs_number',
  'npi',
  'dea',
  'mbi',
  'nino',
  'kvnr',
  'iban',
  'card_number',
  'mrn_cued',
  'vehicle',
  'site_pattern',
]);

/** U+2588, which nobody types: what it stands for has one length for every name. */
export const COVER = '█████';
/** In which language to look where a text does not show its own. */
const ELSE = 'en';

export interface Masked {
  readonly text: string;
  /** How many places are covered. */
  readonly covered: number;
}

/** A text with what points to one person covered. */
export function masked(text: string): Masked {
  let shown = '';
  let from = 0;
  let covered = 0;
  for (const { rule, start, end } of scan(text, { language: guessLanguage(text) ?? ELSE })) {
    if (!COVERED.has(rule)) continue;
    shown += text.slice(from, start) + COVER;
    from = end;
    covered++;
  }
  return { text: shown + text.slice(from), covered };
}

/** The boxes of an opened concern, masked; worked out once, when it is first looked at. */
export function maskedBoxes(opened: OpenedConcern): ReadonlyMap<(typeof BOX_ORDER)[number], Masked> {
  const known = BOXES.get(opened);
  if (known !== undefined) return known;
  const words = opened.state === 'read' ? (opened.concern.t ?? {}) : {};
  const boxes = new Map(
    BOX_ORDER.flatMap((box) => (words[box] === undefined ? [] : [[box, masked(words[box])] as const])),
  );
  BOXES.set(opened, boxes);
  return boxes;
}

/** The first words for a row, masked. Scanning takes about a millisecond, so only rows in sight ask for it. */
export function maskedFirst(opened: OpenedConcern): string {
  if (opened.state === 'unreadable') return '';
  const known = FIRSTS.get(opened);
  if (known !== undefined) return known;
  const { text } = masked(opened.first);
  FIRSTS.set(opened, text);
  return text;
}

const BOXES = new WeakMap<OpenedConcern, ReadonlyMap<(typeof BOX_ORDER)[number], Masked>>();
const FIRSTS = new WeakMap<OpenedConcern, string>();
