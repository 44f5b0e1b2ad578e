import { sharedPackOf } from '../../extension/inbox/inspection/share.ts';
import type { InspectionTools } from '../../extension/ui/inbox/inspection-contract.ts';
import { type DeskPack, hashOfPack } from '../../shared/inspection.ts';
import { checkChain } from '../../shared/inspection-chain.ts';

/* A quarter's pack of an invented desk, with a move and a hold. */

const HASH = 'q7Zt3kLm9XcV2bNaSdF4gHjK1pQwErTyUiOlZxCvBnM';

const DESK: DeskPack = {
  copy: 'desk',
  v: 1,
  organisation: 'Northfield Hospital',
  desk: 'Patient safety',
  quarter: '2026-Q3',
  made: '2026-W42',
  previous: HASH,
  balance: { opening: 21, received: 143, reopened: 0, closed: 118, moved: 12, held: 0, deleted: 0, open: 34 },
  signals: 96,
  clocks: { acknowledge: { due: 139, kept: 131 }, answer: { due: 120, kept: 99 } },
  decisions: [
    ...Array.from({ length: 118 }, (_, n) => ({
      case: `C-${String(n).padStart(12, '0')}`,
      week: '2026-W31',
      what: 'closed' as const,
      why: 'resolved',
      by: n % 3 === 0 ? 'Guardian' : 'Patient safety lead',
      agreed: null,
    })),
    ...Array.from({ length: 12 }, (_, n) => ({
      case: `C-${String(n).padStart(12, '1')}`,
      week: '2026-W33',
      what: 'moved' as const,
      why: 'incident-system',
      by: 'Patient safety lead',
      agreed: 'Guardian',
    })),
    { case: null, week: '2026-W34', what: 'told', why: null, by: 'Guardian', agreed: 'HR partner' },
  ],
  carried: [],
  log: { heads: HASH, missing: 0 },
  salt: HASH,
};

export function madeUpInspection(): InspectionTools {
  const shared = sharedPackOf(DESK, HASH);
  return {
    check: async (files) =>
      checkChain(
        await Promise.all(
          [...files].map(async (file) => ({
            name: file.name,
            bytes: new Uint8Array(await file.arrayBuffer()),
          })),
        ),
      ),
    forget: () => undefined,
    quarter: () => DESK.quarter,
    make: async () => ({
      desk: DESK,
      deskHash: hashOfPack(DESK),
      shared,
      sharedHash: hashOfPack(shared),
    }),
    save: () => undefined,
  };
}
