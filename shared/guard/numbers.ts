/** Numbers, codes and addresses that look the same in every language. Cue words belong to the language files. */

import {
  isCardNumber,
  isDea,
  isIban,
  isKvnr,
  isMbi,
  isNhsNumber,
  isNino,
  isNpi,
  isSsn,
} from './check-digits.ts';
import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from './matcher.ts';

/** What the neutral words of a language call these things. */
export interface NumberWords {
  readonly address: string;
  readonly contact: string;
  readonly number: string;
  readonly date: string;
  /** Words before a clock time that go with it, as an alternation: "at|around". */
  readonly timeLead: string;
  /** The same before a date. */
  readonly dateLead: string;
  readonly shift: (hour: number) => string;
}

/** A number before one of these is an amount, in every language we know of. */
export const UNIT = source`(?:mg|mcg|µg|μg|ug|ng|g|gm|gr|grams?|kg|ml|mls|l|dl|cl|litres?|liters?|units?|iu|ie|i\.e\.|u|mu|mmol|
    mol|nmol|pmol|umol|meq|hz|bpm|mmhg|cmh2o|cmh20|kpa|cm|mm|hours?|hrs?|hourly|h|mins?|minutes?|seconds?|
    secs?|days?|weeks?|wks?|months?|years?|yrs?|x|times|patients?|pts|staff|nurses|people|beds|doses?|
    tabs?|tablets?|caps?|puffs?|drops|percent|kcal|cells|copies|platelets|ml\/h|\/|einheiten|stunden?|std|
    tage?n?|wochen?|monate?n?|jahre?n?|uhr|patienten|tabletten|tropfen|liter|gramm|milligramm|mal|وحده|
    وحدات|ملغ|مل|مجم|غرام|جرام|لتر|ساعه|ساعات|يوم|ايام|دقيقه|دقائق|مريض|مرضي|مره|مرات|حبه|حبات|سم|كيلو|ui|ie|j\.m|од|мо|мл|мг|г|ммоль|год|heures?|jours?|horas?|dias?|días?|ore|giorni|uur|dagen|godzin\p{L}{0,2}|dni|timmar|dagar|saat|gün|годин\p{L}{0,1}|дн\p{L}{1,2}|unités?|unidades|unità|eenheden|jednostek|enheter|ünite|одиниць)`;
const AMOUNT = new RegExp(`^ ?(?:${UNIT}${RIGHT}|[%°/×])`, 'iu');
const isAmount = (hit: Hit): boolean => AMOUNT.test(after(hit));

const TLD = source`(?:com|org|net|edu|gov|info|io|app|health|hospital|nhs|uk|de|at|ch|eu|ie|us|ca|au|nz|in|sa|ae|eg|jo|
      kw|qa|fr|es|nl|it|pl|pt|se|tr|ua|br|lu|int|mil|local|clinic|care|online|site|me|ly|gl|co|be|page)`;

const CALLING =
  /(?:call|phone|tel|telephone|fax|text|ring|mobile|cell|reach|whatsapp|number|nr|no|nummer|handy|telefon|anrufen|ruf|unter|جوال|جوالي|هاتف|هاتفي|رقم|اتصل|اتصلوا|واتساب)[\p{L} ]{0,12}[.:]? ?$/iu;

const digitsOf = (words: string): string => words.replace(/\D/g, '');
const codeOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

/** The matchers that every language shares. Without words for what was there, removing is the only fix. */
export function numberMatchers(say: NumberWords | null): readonly Matcher[] {
  const number = { neutral: () => say?.number ?? null };
  const contact = { neutral: () => say?.contact ?? null };
  const page = { neutral: () => say?.address ?? null };
  const date = { neutral: () => say?.date ?? null };
  const dateLead = `(?:(?:${say?.dateLead ?? 'on'}) )?`;
  return [
    pattern(
      'email',
      String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`,
      contact,
    ),
    pattern(
      'email_spoken',
      source`(?<![\p{L}\p{N}._-])[\p{L}\p{N}_-]{1,40}(?:(?: ?[([{]? ?(?:dot|punkt|نقطه) ?[)\]}]? |
          \.)[\p{L}\p{N}_-]{1,40}){0,4} ?[([{<]? ?(?:@|at|ät|klammeraffe|آت|
          ات)(?: ?[)\]}>] ?| )[\p{L}\p{N}-]{1,60}(?:(?: ?[([{]? ?(?:dot|punkt|نقطه) ?[)\]}]? ?|
          \.)[\p{L}\p{N}-]{2,30}){1,4}${RIGHT}`,
      { ...contact, accept: isSpokenAddress },
    ),
    pattern(
      'url',
      String.raw`(?<![\p{L}\p{N}])(?:(?:https?|ftp|file):\/\/|www\.)[^\s<>"']{2,300}[^\s<>"'.,;:!?)]`,
      page,
    ),
    pattern(
      'url',
      source`(?<![\p{L}\p{N}@._/-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{1,40}){0,4}\.(?:com|org|net|edu|gov|info|io|
          nhs\.uk|ac\.uk|co\.uk|org\.uk|gov\.uk|local|intranet|
          lan)(?::\d{1,5})?(?:\/[^\s<>"']{0,200})?(?![\p{L}\p{N}@-])`,
      { ...page, accept: (hit) => /[a-z]/i.test(hit.words) },
    ),
    pattern(
      'url',
      String.raw`${LEFT}[a-z0-9-]{2,40}(?:\.[a-z0-9-]{1,40}){0,3}\.${TLD}\/[^\s<>"']{1,200}`,
      page,
    ),
    pattern('url', String.raw`(?<![\p{L}\p{N}:])\\\\[\p{L}\p{N}._-]{1,60}(?:\\[^\s\\]{1,60}){1,8}`, page),
    pattern('handle', String.raw`(?<![\p{L}\p{N}._@])@[\p{L}_][\p{L}\p{N}_.]{2,29}`, {
      ...contact,
      accept: (hit) =>
        /[_\d]|\.\p{L}/u.test(hit.words) ||
        /(?:insta(?:gram)?|twitter|tiktok|snap(?:chat)?|facebook|fb|whatsapp|threads|x|linkedin|telegram|ig|handle|signal)[:\s(]{0,3}$|(?:tweet(?:s|ed)?|posts?|posted|follow(?:s|ed)?)(?: \p{L}{1,6}){0,2} $/iu.test(
          before(hit),
        ),
    }),
    pattern(
      'handle',
      source`${LEFT}(?:insta(?:gram)?|twitter|tiktok|snap(?:chat)?|facebook|telegram|whatsapp)(?: (?:name|handle|account|is)){0,2}
      ?: ?@?[a-z][a-z_.]{1,24}[\d_.][a-z\d_.]{0,12}${RIGHT}`,
      contact,
    ),
    pattern('ipv4', String.raw`(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|:\d{1,5})?(?![\d]|\.\d)`, {
      ...number,
      accept: (hit) => (hit.words.split(/[/:]/)[0] ?? '').split('.').every((octet) => Number(octet) <= 255),
    }),
    pattern(
      'ipv6',
      String.raw`(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}|:)(?::[0-9a-f]{1,4}){0,5}(?![\p{L}\p{N}:])`,
      {
        ...number,
        accept: (hit) =>
          (/[a-f]/i.test(hit.words) || hit.words.includes('::') || hit.words.split(':').length === 8) &&
          hit.words.length > 6,
      },
    ),
    pattern(
      'mac_address',
      String.raw`(?<![\p{L}\p{N}:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\p{L}\p{N}:-])`,
      number,
    ),
    pattern('ssn', String.raw`(?<![\p{L}\p{N}-])\d{3}([ .-])\d{2}\1\d{4}(?![\p{L}\p{N}-])`, {
      ...number,
      accept: (hit) => isSsn(digitsOf(hit.words)),
    }),
    pattern('nhs_number', String.raw`(?<![\p{L}\p{N}.+-])\d{3}([ .-]?)\d{3}\1\d{4}(?![\p{L}\p{N}]|[.-]\d)`, {
      ...number,
      accept: (hit) => isNhsNumber(digitsOf(hit.words)),
    }),
    pattern('npi', String.raw`(?<![\p{L}\p{N}.+-])[12]\d{9}(?![\p{L}\p{N}]|[.-]\d)`, {
      ...number,
      accept: (hit) => isNpi(hit.words),
    }),
    pattern('dea', String.raw`${LEFT}[A-Z][A-Z9] ?-?\d{7}${RIGHT}`, {
      ...number,
      accept: (hit) => isDea(codeOf(hit.words)),
    }),
    pattern('mbi', String.raw`${LEFT}[1-9][A-Z][\dA-Z]\d[ -]?[A-Z][\dA-Z]\d[ -]?[A-Z]{2}\d\d${RIGHT}`, {
      ...number,
      accept: (hit) => isMbi(codeOf(hit.words)),
    }),
    pattern('nino', String.raw`${LEFT}[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]${RIGHT}`, {
      ...number,
      accept: (hit) => isNino(codeOf(hit.words)),
    }),
    pattern('kvnr', String.raw`${LEFT}[A-Z] ?\d{3} ?\d{3} ?\d{3}${RIGHT}`, {
      ...number,
      accept: (hit) => isKvnr(codeOf(hit.words)),
    }),
    pattern('kvnr', String.raw`${LEFT}\d{2} ?[0-3]\d[01]\d\d{2} ?[A-Z] ?\d{3}${RIGHT}`, number, 'exact-case'),
    // Groups behind the bank's letters hold a digit, or the next word of the sentence would pass for one.
    pattern(
      'iban',
      source`${LEFT}[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}(?: ?(?=[A-Z]{0,3}\d)[A-Z0-9]{4}){1,6}(?: ?(?=[A-Z]{0,2}\d)[A-Z0-9]{1,3})?|
          [A-Z0-9]{11,30})${RIGHT}`,
      {
        ...number,
        accept: (hit) => isIban(codeOf(hit.words)),
      },
    ),
    pattern(
      'card_number',
      String.raw`(?<![\p{L}\p{N}.-])[2-6]\d{3}(?:[ -]?\d{2,4}){2,4}[ -]?\d{1,4}(?![\p{L}\p{N}]|-\d)`,
      {
        ...number,
        accept: (hit) => isCardNumber(digitsOf(hit.words)),
      },
    ),
    pattern(
      'phone_us',
      source`(?<![\p{L}\p{N}+.-])(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\) ?|
          [2-9]\d{2}[ .-])[2-9]\d{2}[ .-]?\d{4}(?: ?(?:x|ext\.?) ?\d{2,6})?(?![\p{L}\p{N}]|[.-]\d)`,
      contact,
    ),
    pattern('phone_us', String.raw`(?<![\p{L}\p{N}+.-])1?[2-9]\d{2}[2-9]\d{6}(?![\p{L}\p{N}]|[.-]\d)`, {
      ...contact,
      accept: (hit) => CALLING.test(before(hit)),
    }),
    pattern(
      'phone_uk',
      source`(?<![\p{L}\p{N}+.,/-])\(?0(?:7\d{3}\)?[ .-]?\d{3}[ .-]?\d{3}|[12378]\d\)?[ .-]?\d{4}[ .-]?\d{4}|
          [1238]\d{2}\)?[ .-]?\d{3}[ .-]?\d{4}|1\d{3}\)?[ .-]?\d{3}[ .-]?\d{2,3}|
          1\d{4}\)?[ .-]?\d{5})(?: ?(?:x|ext\.?) ?\d{2,6})?(?![\p{L}\p{N}]|[.,-]\d)`,
      contact,
    ),
    pattern(
      'phone_intl',
      String.raw`(?<![\p{L}\p{N}+])(?:\+|00 ?)[1-9]\d{0,2}[ .\-/]?(?:\(0\) ?)?\(?\d{1,4}\)?(?:[ .\-/]?\d{2,4}){2,5}(?![\p{L}\p{N}])`,
      {
        ...contact,
        accept: (hit) => {
          const digits = digitsOf(hit.words).length;
          return digits >= 9 && digits <= 16;
        },
      },
    ),
    pattern(
      'date_iso',
      source`(?<![\p{L}\p{N}.-])${dateLead}(?:19|20)\d{2}([-./])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|
          3[01])(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?![\p{L}\p{N}]|-\d)`,
      date,
    ),
    pattern(
      'date_num',
      source`(?<![\p{L}\p{N}.,/-])${dateLead}(?<d>\d{1,2})(?<sep>[./-])(?<m>\d{1,2})\k<sep>(?<y>(?:19|
          20)\d{2}|\d{2})(?![\p{L}\p{N}]|[./-]\d)`,
      {
        ...date,
        accept: isNumericDate,
      },
    ),
    pattern(
      'clock_time',
      source`(?<![\p{L}\p{N}.,:])(?:(?:${say?.timeLead ?? 'at'}) ){0,2}(?<h>[01]?\d|
          2[0-4])(?<sep>[:.h])(?<m>[0-5]\d)(?::[0-5]\d)? ?(?<ap>[ap]\.?m\.?|hrs?|hours|uhr|ص|م|صباحا|
          مساء)?(?: ?(?:-|to|until|till|bis|الي) ?(?:[01]?\d|2[0-4])[:.h][0-5]\d(?: ?(?:[ap]\.?m\.?|hrs?|
          uhr))?(?: shift)?)?(?![\p{L}\p{N}:]|[.,]\d)`,
      {
        neutral: (hit) => say?.shift(hourOf(hit)) ?? null,
        accept: isClockTime,
      },
    ),
    pattern(
      'long_number',
      source`(?<![\p{L}\p{N}.,:/+-])(?:\d{7,12}|\d{3}([ -])\d{3}\1\d{4}|\d{3}([ -])\d{3}\2\d{3}|
          [A-Z]{1,3}\d{6,10})(?![\p{L}\p{N}]|[.,:/-]\d)`,
      {
        ...number,
        accept: (hit) => !isAmount(hit) && !/^\d0{6,}$/.test(hit.words),
      },
    ),
    pattern('number_6', String.raw`(?<![\p{L}\p{N}.,:/+-])\d{6}(?![\p{L}\p{N}]|[.,:/-]\d)`, {
      ...number,
      accept: (hit) => !isAmount(hit) && !/0{3}$/.test(hit.words),
    }),
  ];
}

/** Spoken addresses are told from prose ("at home") by a spelled-out dot or a known ending. */
function isSpokenAddress(hit: Hit): boolean {
  const words = hit.words.toLowerCase();
  if (/^[^\s]*@[^\s]*$/.test(words)) return false;
  const end = words.split(/[ .]+/).at(-1) ?? '';
  const known = new RegExp(`^(?:${TLD})$`, 'u').test(end) || /^(?:com|org|net|uk|de)$/.test(end);
  const bracketed = /[([{<] ?(?:@|at|dot) ?[)\]}>]/.test(words);
  const spelled = /[ ([{](?:dot|punkt|نقطه)[ )\]}]/.test(words);
  return (known && (spelled || bracketed || /[.]\w{2,}$/.test(words))) || (bracketed && spelled);
}

/** Real day and month in either order; a device's expiry date is not anybody's date. */
function isNumericDate(hit: Hit): boolean {
  const day = Number(hit.groups.d);
  const month = Number(hit.groups.m);
  const fits =
    (day >= 1 && day <= 31 && month >= 1 && month <= 12) ||
    (month >= 1 && month <= 31 && day >= 1 && day <= 12);
  return fits && !isExpiry(hit);
}

export function isExpiry(hit: Hit): boolean {
  return /(?:exp(?:iry|ires?|ired|iration)?|use by|best before|valid until|haltbar bis|verfallsdatum|verfallen|abgelaufen|ablaufdatum|انتهاء|الصلاحيه|p[ée]rim\p{L}{1,6}|péremption|caduc\p{L}{1,6}|scad\p{L}{1,6}|houdbaar\p{L}{0,4}|vervalt|ważn\p{L}{1,5}|validade|válido até|utgång\p{L}{0,4}|bäst före|skt|son kullanma|придатн\p{L}{1,3}|термін)[\p{L} .:]{0,16}$/iu.test(
    `${before(hit, 40)}${hit.words.replace(/\d.*$/su, '')}`,
  );
}

function hourOf(hit: Hit): number {
  const hour = Number(hit.groups.h);
  return /^p/i.test(hit.groups.ap ?? '') && hour < 12 ? hour + 12 : hour % 24;
}

/**
 * "02:17" is a time; "1:10 000" is a dilution, "1:1" is staffing, "2.15" may be a lab value and counts only with
 * am, pm or hours behind it.
 */
function isClockTime(hit: Hit): boolean {
  const separator = hit.groups.sep;
  const marked = hit.groups.ap !== undefined;
  if (separator === '.') return marked;
  if (separator === 'h') return true;
  if (/^ ?\d{3}/.test(after(hit)) || /^ ?(?:dilution|ratio|solution|verdünnung|strength)/i.test(after(hit)))
    return false;
  if (
    /(?:adrenaline|adrenalin|epinephrine|ratio|dilut\w{0,6}|i:e|titre|titer) ?(?:of |was |at )?$/i.test(
      before(hit),
    )
  )
    return false;
  return true;
}
