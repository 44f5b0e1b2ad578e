import { textOf } from '../../../shared/bytes.ts';
import { encodeCaseCard, LARGEST_CASE_FILE } from '../../../shared/case-card.ts';
import { takeIn, wrongWith } from '../../inbox/cases/take-in.ts';
import { checkWords } from '../../inbox/leaving.ts';
import type { CaseTools } from '../../ui/inbox/contract.ts';
import { saveText } from './save-text.ts';

/** Cards as files: a file that is too large is not read at all. */
export const caseTools: CaseTools = {
  read: async (file) =>
    file.size > LARGEST_CASE_FILE
      ? 'too-large'
      : takeIn(new Uint8Array(await file.arrayBuffer()), checkWords),
  wrong: (card) => wrongWith(card, checkWords),
  save: (card) => saveText('case-card.json', textOf(encodeCaseCard(card))),
};
