import { type CaseCard, type CaseRefusal, readCaseCard, refusalOf } from '../../../shared/case-card.ts';
import type { Check } from '../leaving.ts';

/** person: the guard finds something that can point to somebody; it runs here again, whatever the other site did. */
export type NotTakenIn = CaseRefusal | 'person';

/** The card in another hospital's file, or why it is not taken in: then nothing has changed. Never throws. */
export function takeIn(file: Uint8Array, check: Check): CaseCard | NotTakenIn {
  const card = readCaseCard(file);
  if (typeof card === 'string') return card;
  return wrongWith(card, check) ?? card;
}

/** What would keep another site from taking in a card; `null` for nothing. */
export function wrongWith(card: CaseCard, check: Check): NotTakenIn | null {
  const why = refusalOf(card);
  if (why !== null) return why;
  const texts = [card.happened, card.learnt, card.changed];
  return texts.some((text) => check(text, null).findings.length > 0) ? 'person' : null;
}
