import {
  CATEGORIES,
  type Category,
  FACTORS,
  type Factor,
  KINDS,
  type Kind,
} from '../../../shared/taxonomy.ts';
import { isPractice, type QueueItem } from '../queue.ts';
import type { Triage } from '../triage.ts';

/*
 * What trends know of a concern: what was picked, the day on which it was released, and the days on which the desk did
 * something. No word, no id. Kept in columns, so that 100,000 of them go to a worker in a moment.
 */

/** Days are whole days since 1970-01-01; `NEVER` where something has not happened. */
export const NEVER = -1;

const SIGNAL = 1;
const SUGGESTS_FIX = 2;
const DISTRESSED = 4;
const CLOSED = 8;
const FIXED = 16;

export interface FactTable {
  readonly count: number;
  readonly released: Int32Array<ArrayBuffer>;
  /** Position in KINDS. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** One more than the position in CATEGORIES; 0 where nobody said. */
  readonly category: Uint8Array<ArrayBuffer>;
  /** One bit for each of FACTORS. */
  readonly factors: Uint16Array<ArrayBuffer>;
  /** One more than the position in `places`; 0 where nobody said. */
  readonly place: Uint16Array<ArrayBuffer>;
  readonly places: readonly string[];
  readonly flags: Uint8Array<ArrayBuffer>;
  /** The first acknowledgement by a person. */
  readonly acknowledged: Int32Array<ArrayBuffer>;
  /** The first answer, or the closing where there was none. */
  readonly answered: Int32Array<ArrayBuffer>;
}

/** One row, read. */
export interface Fact {
  readonly released: number;
  readonly kind: Kind;
  readonly category: Category | null;
  readonly factors: readonly Factor[];
  readonly place: string | null;
  readonly signal: boolean;
  readonly suggestsFix: boolean;
  readonly distressed: boolean;
  readonly closed: boolean;
  /** Closed as resolved: something was changed. */
  readonly fixed: boolean;
  readonly acknowledged: number;
  readonly answered: number;
}

/**
 * Copies what trends need out of a queue, and rests after every `step` rows, so that a page can answer to a key in between.
 * Practice, and what could not be read, is left out.
 */
export function* factsInSteps(items: readonly QueueItem[], step: number): Generator<undefined, FactTable> {
  const read = items.filter((item) => item.opened.state === 'read' && !isPractice(item));
  const building = newTable(read.length);
  for (let at = 0; at < read.length; at++) {
    building.put(at, factOf(read[at] as QueueItem));
    if (at % step === step - 1) yield;
  }
  return building.table();
}

/** The same at once, for few. */
export function factsOf(items: readonly QueueItem[]): FactTable {
  const steps = factsInSteps(items, Number.POSITIVE_INFINITY);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** A table from facts, for tests and for whoever has no queue. */
export function tableOf(count: number, factAt: (at: number) => Fact): FactTable {
  const building = newTable(count);
  for (let at = 0; at < count; at++) building.put(at, factAt(at));
  return building.table();
}

function newTable(count: number): { put(at: number, fact: Fact): void; table(): FactTable } {
  const codes = new Map<string, number>();
  const table = {
    count,
    released: new Int32Array(count),
    kind: new Uint8Array(count),
    category: new Uint8Array(count),
    factors: new Uint16Array(count),
    place: new Uint16Array(count),
    flags: new Uint8Array(count),
    acknowledged: new Int32Array(count),
    answered: new Int32Array(count),
  };
  return {
    put(at, fact) {
      table.released[at] = fact.released;
      table.kind[at] = KIND_AT[fact.kind] ?? 0;
      table.category[at] = fact.category === null ? 0 : (CATEGORY_AT[fact.category] ?? 0);
      let bits = 0;
      for (const factor of fact.factors) bits |= 1 << (FACTOR_AT[factor] ?? 0);
      table.factors[at] = bits;
      table.place[at] = fact.place === null ? 0 : placeAt(codes, fact.place);
      table.flags[at] =
        (fact.signal ? SIGNAL : 0) |
        (fact.suggestsFix ? SUGGESTS_FIX : 0) |
        (fact.distressed ? DISTRESSED : 0) |
        (fact.closed ? CLOSED : 0) |
        (fact.fixed ? FIXED : 0);
      table.acknowledged[at] = fact.acknowledged;
      table.answered[at] = fact.answered;
    },
    table: () => ({ ...table, places: [...codes.keys()] }),
  };
}

export function isSignalAt(table: FactTable, at: number): boolean {
  return ((table.flags[at] ?? 0) & SIGNAL) !== 0;
}

export function suggestsFixAt(table: FactTable, at: number): boolean {
  return ((table.flags[at] ?? 0) & SUGGESTS_FIX) !== 0;
}

export function isDistressedAt(table: FactTable, at: number): boolean {
  return ((table.flags[at] ?? 0) & DISTRESSED) !== 0;
}

export function isClosedAt(table: FactTable, at: number): boolean {
  return ((table.flags[at] ?? 0) & CLOSED) !== 0;
}

export function isFixedAt(table: FactTable, at: number): boolean {
  return ((table.flags[at] ?? 0) & FIXED) !== 0;
}

/** Buffers that can be handed to a worker without copying. */
export function buffersOf(table: FactTable): ArrayBuffer[] {
  const { released, kind, category, factors, place, flags, acknowledged, answered } = table;
  return [released, kind, category, factors, place, flags, acknowledged, answered].map(
    ({ buffer }) => buffer,
  );
}

/** Whole days since 1970 of an ISO date. */
export function dayNumber(isoDate: string): number {
  const known = DAYS.get(isoDate);
  if (known !== undefined) return known;
  const day = Math.round(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000);
  if (DAYS.size > 4000) DAYS.clear();
  DAYS.set(isoDate, day);
  return day;
}

/** A queue of 100,000 has a few hundred days; parsing each once is most of the time saved. */
const DAYS = new Map<string, number>();
const KIND_AT = positions(KINDS, 0);
const CATEGORY_AT = positions(CATEGORIES, 1);
const FACTOR_AT = positions(FACTORS, 0);

function factOf({ opened, triage, releaseDay }: QueueItem): Fact {
  if (opened.state !== 'read') throw new RangeError('only what was read has facts');
  const { concern, signal } = opened;
  return {
    released: dayNumber(releaseDay),
    kind: concern.kind,
    category: concern.category ?? null,
    factors: concern.factors ?? [],
    place: concern.unit ?? null,
    signal,
    suggestsFix: concern.t?.fix !== undefined,
    distressed: opened.distressed === true,
    closed: triage.status === 'closed',
    fixed: triage.status === 'closed' && triage.closing?.reason === 'resolved',
    acknowledged: triage.acknowledged === null ? NEVER : dayNumber(triage.acknowledged.day),
    answered: answeredOn(triage),
  };
}

function answeredOn({ replies, history }: Triage): number {
  const days = [
    ...replies.filter(({ reply }) => reply.type === 'answer').map(({ day }) => day),
    ...history.filter(({ what }) => what.type === 'closed').map(({ day }) => day),
  ];
  return days.length === 0 ? NEVER : Math.min(...days.map(dayNumber));
}

function placeAt(codes: Map<string, number>, code: string): number {
  const known = codes.get(code);
  if (known !== undefined) return known;
  codes.set(code, codes.size + 1);
  return codes.size;
}

function positions(list: readonly string[], from: number): Readonly<Record<string, number>> {
  return Object.fromEntries(list.map((name, at) => [name, at + from]));
}
