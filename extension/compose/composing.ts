import type { Category, Kind } from '../../shared/taxonomy.ts';
import {
  CATEGORIES,
  CATEGORIES_FOR,
  CAUGHT_BY,
  FACTORS,
  KINDS,
  MOST_FACTORS,
  WHEN_BRACKET,
  WHEN_PRECISION,
  WORRY,
} from '../../shared/taxonomy.ts';
import { TEXT_LIMIT } from '../../shared/text-limit.ts';
import { type Box, cleanText, hasWords, newDraft, roomFor, wordsDiffer } from './draft.ts';
import {
  canUndo,
  FIRST_SCREEN,
  nextChange,
  nextStep,
  panelAfter,
  stepsFor,
  toSealAfterChoice,
} from './panel-state.ts';

/** Which boxes a kind asks for in its last step; `helped` and `fix` have steps of their own. */
const BOXES_FOR: Readonly<Record<Kind, readonly Box[]>> = {
  near_miss: ['what', 'stopped', 'help'],
  incident: ['what', 'stopped', 'help'],
  hazard: ['what', 'stopped', 'help'],
  staff: ['what', 'help'],
  culture: ['what', 'help'],
  good_care: ['what'],
};

/** Everything of composing that the panel needs, as one value to hand to it: the panel itself imports types only. */
export const composing = {
  firstScreen: FIRST_SCREEN,
  after: panelAfter,
  nextChange,
  canUndo,
  nextStep,
  stepsFor,
  toSealAfterChoice,
  newDraft,
  hasWords,
  wordsDiffer,
  roomFor,
  cleanText,
  boxesFor: (kind: Kind): readonly Box[] => BOXES_FOR[kind],
  kinds: KINDS,
  firstCategories: (kind: Kind): readonly Category[] => CATEGORIES_FOR[kind],
  categories: CATEGORIES,
  factors: FACTORS,
  mostFactors: MOST_FACTORS,
  mostCharacters: TEXT_LIMIT,
  worry: WORRY,
  whenPrecision: WHEN_PRECISION,
  whenBracket: WHEN_BRACKET,
  caughtBy: CAUGHT_BY,
} as const;

export type Composing = typeof composing;
