import { fromBase64url } from './base64url.ts';
import { compileSitePatterns } from './guard/site-patterns.ts';
import { KEY } from './sizes.ts';

/*
 * Every managed setting, once. From this table come the parser (extension/policy), extension/public/managed_schema.json
 * and what admins read, so that a setting cannot exist in one of them and be missing in another.
 */

/** Settings as the install uses them, defaults filled in. Keys are 32 bytes in base64url. */
export interface ManagedSettings {
  readonly relayUrl: string;
  readonly mailroomUrl: string | null;
  readonly rootKey: string;
  readonly relayKey: string;
  readonly staffKey: string;
  readonly sendMinutes: number;
  readonly profile: Profile;
  readonly panel: PanelMode;
  readonly sitePatterns: readonly string[];
  readonly language: string | null;
  readonly fallbackContact: string | null;
}

export const PROFILES = ['shared', 'personal', 'wiped'] as const;
/** What a browser profile may remember: nothing of a person, a draft for 15 minutes, or nothing at all. */
export type Profile = (typeof PROFILES)[number];

export const PANEL_MODES = ['hidden', 'practice', 'on'] as const;
/** hidden: cover only. practice: what the panel makes says that it is practice. on: the real thing. */
export type PanelMode = (typeof PANEL_MODES)[number];

/** Why a value was not taken. The Status page says each in the reader's language. */
export type Fault =
  | 'bad-address'
  | 'bad-key'
  | 'bad-language'
  | 'bad-pattern'
  | 'empty'
  | 'not-listed'
  | 'out-of-range'
  | 'too-long'
  | 'too-many'
  | 'wrong-type';

/** What JSON type a setting has: the only thing that the generated schema says about it, see managed-schema.ts. */
export type SettingType = 'integer' | 'list' | 'string';

export interface SettingRow {
  readonly name: keyof ManagedSettings;
  readonly type: SettingType;
  /** Without it nothing can be sent. */
  readonly required: boolean;
  /** forced: the person at the browser cannot change it. default: the person can, for herself. */
  readonly hold: 'default' | 'forced';
  /** What holds where the policy says nothing; `null` for "none". */
  readonly fallback: string | number | null | readonly string[];
  readonly title: string;
  readonly description: string;
  /** What is wrong with a value of the right type, or with one item of a list; `null` when nothing is. */
  readonly faultOf: (value: string | number) => Fault | null;
}

export const FEWEST_SEND_MINUTES = 1;
export const MOST_SEND_MINUTES = 60;
/** Items beyond it are left out: each pattern costs time at every key that is pressed. */
export const MOST_SITE_PATTERNS = 100;
const LONGEST_PATTERN = 200;
const LONGEST_CONTACT = 200;

export const SETTINGS: readonly SettingRow[] = [
  {
    name: 'relayUrl',
    type: 'string',
    required: true,
    hold: 'forced',
    fallback: null,
    title: 'Address of the relay',
    description:
      'Where cells are sent, such as https://relay.example. HTTPS, without a slash at the end. Plain HTTP only on this computer (127.0.0.1, localhost).',
    faultOf: addressFault,
  },
  {
    name: 'mailroomUrl',
    type: 'string',
    required: false,
    hold: 'forced',
    fallback: null,
    title: 'Address of the mailroom',
    description:
      'Only for computers on which somebody opens the inbox: where the mailroom answers inside the hospital, such as https://mailroom.hospital.example.',
    faultOf: addressFault,
  },
  {
    name: 'rootKey',
    type: 'string',
    required: true,
    hold: 'forced',
    fallback: null,
    title: 'Root key',
    description:
      'Public key of the organisation’s root, 43 characters of base64url. It must be the key that this build carries; where they differ nothing is sent.',
    faultOf: keyFault,
  },
  {
    name: 'relayKey',
    type: 'string',
    required: true,
    hold: 'forced',
    fallback: null,
    title: 'Relay key',
    description:
      'Public key of the relay’s identity, 43 characters of base64url. It must be the key that this build carries; where they differ nothing is sent.',
    faultOf: keyFault,
  },
  {
    name: 'staffKey',
    type: 'string',
    required: true,
    hold: 'forced',
    fallback: null,
    title: 'Staff key',
    description:
      'Shows the relay that a cell comes from the organisation. The same on every computer, 43 characters of base64url.',
    faultOf: keyFault,
  },
  {
    name: 'sendMinutes',
    type: 'integer',
    required: false,
    hold: 'forced',
    fallback: 2,
    title: 'Minutes between cells',
    description: `How often each computer sends a cell on average, whether or not it has something to say: ${FEWEST_SEND_MINUTES} to ${MOST_SEND_MINUTES} minutes, 2 where nothing is set. The same on every computer.`,
    faultOf: (value) =>
      Number(value) >= FEWEST_SEND_MINUTES && Number(value) <= MOST_SEND_MINUTES ? null : 'out-of-range',
  },
  {
    name: 'profile',
    type: 'string',
    required: false,
    hold: 'forced',
    fallback: 'shared',
    title: 'What this browser profile may remember',
    description:
      'shared (where nothing is set): nothing of a person outlives the closing of the panel. personal: a draft waits in memory for 15 minutes. wiped: for profiles that are erased at log-off; nothing is stored, and people are told to stay signed in.',
    faultOf: listed(PROFILES),
  },
  {
    name: 'panel',
    type: 'string',
    required: false,
    hold: 'forced',
    fallback: 'on',
    title: 'What the panel does',
    description:
      'on (where nothing is set): the real thing. practice: the panel works and says that it is practice; what it makes goes to the desk marked as practice and is never counted. hidden: computers send cover only and the panel says that there is nothing to do yet, for the weeks before the start.',
    faultOf: listed(PANEL_MODES),
  },
  {
    name: 'sitePatterns',
    type: 'list',
    required: false,
    hold: 'forced',
    fallback: [],
    title: 'Identifying details of this site',
    description: `Regular expressions for what identifies people here and nowhere else, such as the shape of a staff number. At most ${MOST_SITE_PATTERNS}, each at most ${LONGEST_PATTERN} characters. One that does not compile is left out; the others hold.`,
    faultOf: patternFault,
  },
  {
    name: 'language',
    type: 'string',
    required: false,
    hold: 'default',
    fallback: null,
    title: 'Language of the panel',
    description:
      'Such as en, de or ar. Where nothing is set the panel speaks the browser’s language. People can choose another while the panel is open.',
    faultOf: (value) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(String(value)) ? null : 'bad-language'),
  },
  {
    name: 'fallbackContact',
    type: 'string',
    required: false,
    hold: 'forced',
    fallback: null,
    title: 'Whom to call instead',
    description: `A phone number or a place, at most ${LONGEST_CONTACT} characters: shown while nothing has ever reached this computer from the relay. Later the bulletin says it.`,
    faultOf: (value) => textFault(String(value), LONGEST_CONTACT),
  },
];

/** Plain HTTP never leaves the computer. */
const ADDRESS =
  /^(?:https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|http:\/\/(?:127\.0\.0\.1|localhost))(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*$/i;

function addressFault(value: string | number): Fault | null {
  return ADDRESS.test(String(value)) ? null : 'bad-address';
}

function keyFault(value: string | number): Fault | null {
  try {
    return fromBase64url(String(value)).length === KEY ? null : 'bad-key';
  } catch {
    return 'bad-key';
  }
}

function patternFault(value: string | number): Fault | null {
  const fault = textFault(String(value), LONGEST_PATTERN);
  if (fault !== null) return fault;
  try {
    compileSitePatterns([String(value)]);
    return null;
  } catch {
    return 'bad-pattern';
  }
}

function textFault(text: string, longest: number): Fault | null {
  if (text.trim() === '') return 'empty';
  return text.length > longest ? 'too-long' : null;
}

function listed(names: readonly string[]): SettingRow['faultOf'] {
  return (value) => (names.includes(String(value)) ? null : 'not-listed');
}
