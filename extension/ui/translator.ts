import type { ComponentChildren } from 'preact';
import type english from '../locales/en.json';
import { formatPieces, type Piece, parseMessage } from './icu.ts';

export type MessageKey = keyof typeof english;
export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;
export type RichValues = Readonly<Record<string, string | number | Wrap>>;
type Wrap = (chunks: ComponentChildren[]) => ComponentChildren;

/** Speaks one language: ICU messages by key, with its plural forms, digits, dates and direction. */
export interface Translator {
  (key: MessageKey, values?: Values): string;
  /** A message with tags, such as `<b>…</b>`, each wrapped by the function of its name. */
  rich(key: MessageKey, values: RichValues): ComponentChildren;
  /** "2 November" for an ISO date. */
  day(isoDate: string): string;
  /** "0:21" for 21 seconds. */
  duration(seconds: number): string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A language without a region would be formatted for the biggest country; ours are spelt for these. */
const REGION: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' };

/** From a list: `@@bidi_dir` and `Intl.Locale.textInfo` are wrong or missing in some of the browsers we run in. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(locale).language) ? 'rtl' : 'ltr';
}

/**
 * `messages` are the ICU strings of extension/locales/<locale>.json. A key that is missing or a message that is broken
 * shows as it stands, so that a half-finished language is usable; a test keeps that from being shipped.
 */
export function createTranslator(locale: string, messages: Messages): Translator {
  const parsed = new Map<string, readonly Piece[]>();
  const message = (key: string): readonly Piece[] => {
    const text = messages[key] ?? key;
    const pieces = parsed.get(key) ?? parseMessage(text) ?? [text];
    parsed.set(key, pieces);
    return pieces;
  };
  const region = REGION[locale] ?? locale;
  const twoDigits = new Intl.NumberFormat(region, { minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(region);
  const dayAndMonth = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const plainly = (key: MessageKey, values: Values = {}): string =>
    formatPieces<string>(message(key), region, values, (_, inside) => inside.join('')).join('');
  return Object.assign(plainly, {
    rich: (key: MessageKey, values: RichValues) =>
      formatPieces<ComponentChildren>(message(key), region, values, (tag, inside) => {
        const wrap = values[tag];
        return typeof wrap === 'function' ? wrap(inside) : inside;
      }),
    day: (isoDate: string) => dayAndMonth.format(new Date(`${isoDate}T00:00:00Z`)),
    duration: (seconds: number) =>
      `${plain.format(Math.floor(seconds / 60))}:${twoDigits.format(Math.floor(seconds % 60))}`,
    locale,
    direction: direction(locale),
  });
}
