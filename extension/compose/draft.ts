import type { Concern, ConcernText } from '../../shared/concern.ts';
import { BODY } from '../../shared/sizes.ts';
import {
  type Category,
  type CaughtBy,
  type Factor,
  type Kind,
  MOST_FACTORS,
  type WhenBracket,
  type WhenPrecision,
  type Worry,
} from '../../shared/taxonomy.ts';
import { TEXT_LIMIT } from '../../shared/text-limit.ts';

/*
 * What a person has picked and written so far. It lives in memory only, and only while the panel is open.
 */

/** The boxes a person can write in, by the names they travel under. */
export const BOXES = ['what', 'stopped', 'help', 'helped', 'fix'] as const satisfies (keyof ConcernText)[];
export type Box = (typeof BOXES)[number];
export type Wish = NonNullable<Concern['wishes']>[number];

export interface Draft {
  readonly kind: Kind;
  /** Which desk reads it. */
  readonly desk: string;
  readonly category?: Category | undefined;
  /** Code of the place the person picked, before it is rolled up. */
  readonly place?: string | undefined;
  readonly worry?: Worry | undefined;
  readonly whenP?: WhenPrecision | undefined;
  readonly whenB?: WhenBracket | undefined;
  readonly caughtBy?: CaughtBy | undefined;
  /** At most `MOST_FACTORS`, in the order they were picked. */
  readonly factors: readonly Factor[];
  readonly wishes: readonly Wish[];
  readonly t: Readonly<Record<Box, string>>;
}

/** Fields with one value; picking the same value again takes it back. */
export type Choice = 'category' | 'place' | 'worry' | 'whenP' | 'whenB' | 'caughtBy';

export type DraftChange =
  | { [Field in Choice]: { readonly pick: Field; readonly value: NonNullable<Draft[Field]> } }[Choice]
  | { readonly pick: 'desk'; readonly value: string }
  | { readonly pick: 'factor'; readonly value: Factor }
  | { readonly pick: 'wish'; readonly value: Wish }
  | { readonly write: Box; readonly text: string };

const NOTHING_WRITTEN: Draft['t'] = { what: '', stopped: '', help: '', helped: '', fix: '' };

export function newDraft(kind: Kind, desk: string): Draft {
  return { kind, desk, factors: [], wishes: [], t: NOTHING_WRITTEN };
}

/** The draft after one change. A fourth factor is ignored; words are cleaned and cut to the room there is. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  if ('write' in change) {
    const others = charactersUsed(draft) - draft.t[change.write].length;
    return { ...draft, t: { ...draft.t, [change.write]: cleanText(change.text, TEXT_LIMIT - others) } };
  }
  if (change.pick === 'desk') return { ...draft, desk: change.value };
  if (change.pick === 'wish') return { ...draft, wishes: toggled(draft.wishes, change.value) };
  if (change.pick === 'factor') {
    const factors = toggled(draft.factors, change.value);
    return factors.length > MOST_FACTORS ? draft : { ...draft, factors };
  }
  const again = draft[change.pick] === change.value;
  return { ...draft, [change.pick]: again ? undefined : change.value };
}

/** UTF-16 units written in all boxes together. */
export function charactersUsed(draft: Draft): number {
  return BOXES.reduce((sum, box) => sum + draft.t[box].length, 0);
}

export function hasWords(draft: Draft): boolean {
  return BOXES.some((box) => draft.t[box].trim() !== '');
}

/** True when a box of the draft says something else than what was last sealed. */
export function wordsDiffer(draft: Draft, sealed: Draft): boolean {
  return BOXES.some((box) => draft.t[box] !== sealed.t[box]);
}

/** What a tap on a chip seals: the choices of the draft with the words that were sealed before, not half a sentence. */
export function withWordsOf(draft: Draft, sealed: Draft): Draft {
  return { ...draft, t: sealed.t };
}

export interface Room {
  /** Characters that surely still fit; negative when there are too many already. */
  readonly characters: number;
  /** How full the concern is, 0 to 1. */
  readonly used: number;
}

/**
 * Room left for words. `bodyRoom` is what is left in the message after compression, in bytes; a character is
 * counted as one byte there, which is right or a little careful for every script that compresses.
 */
export function roomFor(draft: Draft, bodyRoom: number): Room {
  const written = charactersUsed(draft);
  const used = Math.max(written / TEXT_LIMIT, 1 - bodyRoom / BODY);
  return { characters: Math.min(TEXT_LIMIT - written, bodyRoom), used: Math.min(1, used) };
}

/** The fields of the concern that travels. `sent` names the place to send for the one picked (its parent, or none). */
export function concernOf(
  draft: Draft,
  sent: (place: string) => { code: string | null; rolledUp: boolean },
): Omit<Concern, 'v' | 'tax'> {
  const { desk: _, place, factors, wishes, t, ...choices } = draft;
  const unit = place === undefined ? undefined : sent(place);
  return {
    ...choices,
    ...(unit?.code ? { unit: unit.code } : {}),
    ...(unit?.code && unit.rolledUp ? { unitRolledUp: true as const } : {}),
    factors: [...factors],
    wishes: [...wishes],
    t: { ...t },
  };
}

/*
 * Not one person's writing but traces of where text was copied from, or tricks on the reader: control characters,
 * bidi embeddings, overrides and isolates, invisible separators, tag characters, noncharacters. The joiners and
 * the plain direction marks stay, since Arabic and Persian spelling needs them.
 */
const UNWELCOME =
  /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/**
 * Text as it may travel, at most `most` UTF-16 units. Megabytes are cut before anything else looks at them, so that
 * a paste of any size takes the time of a small one. Never cuts through a character.
 */
export function cleanText(raw: string, most: number): string {
  if (most <= 0) return '';
  const clean = raw
    .slice(0, most * 2)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNWELCOME, '');
  return clean.length <= most ? clean : clean.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
