import { guessLanguage, type RuleId, scan } from '../../shared/guard/guard.ts';
import { DISCLOSED_LIMIT } from '../../shared/team-actions.ts';
import { weekStart } from './clocks.ts';
import type { DeskRoom } from './desk-room.ts';
import { textsOf } from './lookout.ts';
import { COVER } from './mask.ts';
import type { QueueItem } from './queue.ts';
import { folded, matcher } from './search.ts';
import { namesShown, type Triage } from './triage.ts';

/*
 * Somebody asks what is kept about them (GDPR article 15, and its like elsewhere). A member looks for their name through
 * everything that can be read here, names and all, and prepares what is handed over: everybody else's name is covered.
 * That a search was made stands in the team log; whom it was for does not.
 */

/** Where words about somebody stand: the message itself, what was added to it, or what the desk wrote. */
export type Written = 'words' | 'added' | 'desk';

/** A concern in which the words were found. */
export interface Hit {
  readonly id: string;
  /** Monday of the week of its release. */
  readonly week: string;
  readonly parts: readonly Part[];
  /** Two members have asked to see its names: until then nobody's but the searched one's are shown. */
  readonly namesShown: boolean;
}

/** One text, cut where it names somebody. */
export interface Part {
  readonly written: Written;
  readonly pieces: readonly Piece[];
}

/** A run of words. `about` is `null` for what names nobody. */
export interface Piece {
  readonly text: string;
  readonly about: 'searched' | 'other' | null;
}

/** Which pieces are covered. */
export type Covering = ReadonlySet<Piece>;

/** What the page does with hits: it only shows and asks. */
export interface AccessTools {
  coveredAtFirst(hit: Hit): Covering;
  handedOver(
    hit: Hit,
    covering: Covering,
    more: readonly string[],
    heading: (written: Written) => string,
  ): string;
  /** The longest text of one concern that can be handed over, in characters. */
  readonly longest: number;
}

/** What a search cannot have found here. */
export interface Unseen {
  /** Could not be read, or is still sealed: its key is not here, or it is being opened. */
  readonly sealed: number;
  /** The member stepped aside from them: a colleague has to look. */
  readonly aside: number;
}

export interface Search {
  readonly hits: readonly Hit[];
  /** How many concerns were looked through. */
  readonly searched: number;
  readonly unseen: Unseen;
}

/** Words shorter than this are in every text: nobody is looked for by them alone. */
export const SHORTEST_SEARCH = 2;
const ELSE = 'en';
/** Words about when, where and what are the matter itself; they stay, unless a member covers them. */
const STAYS: ReadonlySet<RuleId> = new Set<RuleId>([
  'self_first_person',
  'rel_day',
  'ward_named',
  'number_6',
  'age_exact',
  'clock_words',
  'rare_case',
]);

/**
 * Everything here that holds all of these words, in any spelling that search knows, in names too: concerns, what was added
 * to them, notes, answers, closing lines. The newest first.
 */
export function searchSubject(room: DeskRoom, words: string, member: string, today: string): Search {
  const { items } = room.queue(today);
  const found = matcher(words);
  const hits: Hit[] = [];
  let unread = 0;
  for (const item of items.values()) {
    if (item.opened.state === 'unreadable') unread++;
    if (found(searchableIn(item))) hits.push(hitOf(item, words));
  }
  const { opening, keyless } = room.waiting();
  const aside = [...room.log().concerns.values()].filter(({ recused }) => recused.includes(member)).length;
  return {
    hits: hits.sort((a, b) => (a.week === b.week ? (a.id < b.id ? -1 : 1) : a.week < b.week ? 1 : -1)),
    searched: items.size,
    unseen: { sealed: unread + opening + keyless, aside },
  };
}

/** Cut only when somebody looks at it: the guard takes a millisecond for each. */
function hitOf(item: QueueItem, words: string): Hit {
  const { id, week, triage, opened, followUps } = item;
  let parts: readonly Part[] | null = null;
  return {
    id,
    week,
    namesShown: namesShown(triage),
    get parts() {
      parts ??= [
        ...textsOf(opened).map((text) => partOf('words', text, words)),
        ...followUps.map(({ text }) => partOf('added', text, words)),
        ...deskTexts(triage).map((text) => partOf('desk', text, words)),
      ];
      return parts;
    },
  };
}

function partOf(written: Written, text: string, words: string): Part {
  return { written, pieces: piecesOf(text, words) };
}

function searchableIn({ opened, followUps, triage }: QueueItem): string {
  const words = opened.state === 'unreadable' ? '' : opened.searchable;
  const desk = deskTexts(triage);
  if (followUps.length === 0 && desk.length === 0) return words;
  return [words, ...followUps.map(({ searchable }) => searchable), ...desk.map(folded)].join('\n');
}

/** What colleagues wrote about it: notes, closing lines, summaries, answers, tags. */
function deskTexts({ history, replies, tags }: Triage): string[] {
  return [
    ...history.flatMap(({ what }) => {
      if (what.type === 'noted') return [what.text];
      if (what.type === 'closed' && what.line !== '') return [what.line];
      return what.type === 'recorded' ? [what.summary] : [];
    }),
    ...replies.flatMap(({ reply }) =>
      reply.type === 'answer' || reply.type === 'question' ? [reply.text] : [],
    ),
    ...tags,
  ];
}

/** A text cut at whatever the guard finds in it and at the searched words, which are the person's own. */
export function piecesOf(text: string, words: string): Piece[] {
  const own = wordsOf(words);
  const cuts = scan(text, { language: guessLanguage(text) ?? ELSE })
    .filter(({ rule }) => !STAYS.has(rule))
    .map(({ start, end }) => ({ start, end, about: aboutOf(text.slice(start, end), own) }));
  // The guard knows no bare first names: the searched words are marked wherever they stand.
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}'’-]+/gu)) {
    const covered = cuts.some(({ start, end }) => index < end && index + word.length > start);
    if (!covered && own.includes(folded(word)))
      cuts.push({ start: index, end: index + word.length, about: 'searched' });
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, about } of cuts.sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), about: null });
    pieces.push({ text: text.slice(start, end), about });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), about: null });
  return pieces;
}

/** Somebody else's as soon as one word of it was not searched for, except a title and the like in front of the name. */
function aboutOf(found: string, own: readonly string[]): 'searched' | 'other' {
  const words = wordsOf(found);
  const last = words.at(-1);
  return last !== undefined &&
    own.includes(last) &&
    words.every((word) => own.includes(word) || TITLES.has(word))
    ? 'searched'
    : 'other';
}

const TITLES: ReadonlySet<string> = new Set(
  'dr prof professor mr mrs ms miss sister matron nurse consultant doctor herr frau schwester pfleger oberarzt oberarztin'
    .split(' ')
    .concat(
      'doktor',
      folded('د'),
      folded('الدكتور'),
      folded('الدكتورة'),
      folded('الممرضة'),
      folded('السيد'),
      folded('السيدة'),
    ),
);

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** At first everybody else is covered. */
export function coveredAtFirst(hit: Hit): Covering {
  return new Set(hit.parts.flatMap(({ pieces }) => pieces.filter(({ about }) => about === 'other')));
}

/**
 * What would be handed over of a hit, part by part under its heading: covered pieces and `more` words, typed by the member,
 * are not readable in it.
 */
export function handedOver(
  hit: Hit,
  covering: Covering,
  more: readonly string[],
  heading: (written: Written) => string,
): string {
  return hit.parts
    .map(({ written, pieces }) => {
      const text = pieces.map((piece) => (covering.has(piece) ? COVER : piece.text)).join('');
      return `${heading(written)}\n${without(text, more)}`;
    })
    .join('\n\n');
}

function without(text: string, hidden: readonly string[]): string {
  let shown = text;
  for (const words of hidden) {
    if (words.trim() === '') continue;
    const pattern = words.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    shown = shown.replace(new RegExp(pattern, 'giu'), COVER);
  }
  return shown;
}

export const ACCESS_TOOLS: AccessTools = { coveredAtFirst, handedOver, longest: DISCLOSED_LIMIT };

/** A search that was made, as everybody on the desk sees it. */
export interface SearchMade {
  readonly id: string;
  /** Monday of its week. */
  readonly week: string;
  readonly by: string;
  /** The number of the request, as the member wrote it down. */
  readonly reference: string;
  readonly hits: number;
}

/** One concern's words for one request, proposed by one member and confirmed by another. */
export interface CopyRow {
  /** Id of the event. */
  readonly id: string;
  readonly concern: string;
  readonly reference: string;
  readonly text: string;
  readonly by: string;
  readonly mine: boolean;
  readonly state: 'open' | 'confirmed';
  readonly agreedBy: string | null;
}

export interface AccessView {
  readonly searches: readonly SearchMade[];
  readonly copies: readonly CopyRow[];
}

/** What the desk's log says of requests: searches, the newest first, and what is prepared for handing over. */
export function accessView(
  room: DeskRoom,
  member: string,
  today: string,
  label: (kid: string) => string,
): AccessView {
  const { searches, concerns } = room.log();
  const { items } = room.queue(today);
  return {
    searches: searches
      .map(({ id, day, by, reference, hits }) => ({
        id,
        week: weekStart(day),
        by: label(by),
        reference,
        hits,
      }))
      .toReversed(),
    copies: [...concerns].flatMap(([concern, { proposals, recused }]) => {
      if (recused.includes(member) || !items.has(concern)) return [];
      return proposals.flatMap(({ id, by, what, state, confirmed }): CopyRow[] =>
        what.type !== 'disclosed' || state === 'withdrawn'
          ? []
          : [
              {
                id,
                concern,
                reference: what.reference,
                text: what.text,
                by: label(by),
                mine: by === member,
                state,
                agreedBy: confirmed === null ? null : label(confirmed.by),
              },
            ],
      );
    }),
  };
}
