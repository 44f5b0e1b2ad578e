import { textOf } from '../../../shared/bytes.ts';
import {
  type DeskPack,
  encodePack,
  LARGEST_PACK_BYTES,
  type Pack,
  type SharedPack,
} from '../../../shared/inspection.ts';
import { type CheckedChain, checkChain, quarterAfter } from '../../../shared/inspection-chain.ts';
import { randomBytes } from '../../browser/random.ts';
import type { Inbox } from '../../inbox/inbox.ts';
import type { Inspected } from '../../inbox/inspection/make.ts';
import { INSPECTION_SCHEMA } from '../../inbox/inspection/schema.ts';
import type { InspectionTools } from '../../ui/inbox/inspection-contract.ts';
import { saveText } from './save-text.ts';

/** Both copies of one quarter's pack. */
export interface MadePacks {
  readonly desk: DeskPack;
  readonly deskHash: string;
  readonly shared: SharedPack;
  readonly sharedHash: string;
}

export type InspectionJob =
  | { readonly what: 'concerns'; readonly portion: Inspected['concerns'] }
  | { readonly what: 'events'; readonly portion: Inspected['events'] }
  | {
      readonly what: 'make';
      readonly asked: Omit<Inspected, 'concerns' | 'events'>;
      readonly sharedBefore: string | null;
    };

/** A portion is copied in a few milliseconds, between two of which the page answers to a key. */
const AT_ONCE = 500;
const MOST_FILES = 80;

/** What the inspection page can do: check packs, make the next one, save it. */
export function inspectionDesk(inbox: Pick<Inbox, 'forInspection'>): InspectionTools {
  let chain: CheckedChain | null = null;
  return {
    async check(files) {
      const read = [...files].slice(0, MOST_FILES).map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(
          file.size <= LARGEST_PACK_BYTES ? await file.arrayBuffer() : new ArrayBuffer(0),
        ),
      }));
      chain = checkChain(await Promise.all(read));
      return chain;
    },
    forget() {
      chain = null;
    },
    quarter: () => inbox.forInspection()?.quarter.name ?? null,
    async make() {
      const books = inbox.forInspection();
      if (books === null) return 'not-open';
      if (books.tooLate) return 'too-late';
      const { tooLate: _, concerns, events, ...rest } = books;
      const before = packsBefore(chain, rest);
      if (before === 'wrong-chain') return before;
      const worker = new Worker(new URL('./inspection.worker.ts', import.meta.url), { type: 'module' });
      const done = new Promise<MadePacks>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<MadePacks>) => resolve(data));
        worker.addEventListener('error', reject);
      });
      try {
        await inPortions(concerns, (portion) => worker.postMessage({ what: 'concerns', portion }));
        await inPortions(events, (portion) => worker.postMessage({ what: 'events', portion }));
        const { desk, shared } = before;
        const asked = { ...rest, previous: desk, salt: randomBytes(32) };
        worker.postMessage({ what: 'make', asked, sharedBefore: shared } satisfies InspectionJob);
        return await done;
      } catch {
        return 'not-open';
      } finally {
        worker.terminate();
      }
    },
    save(pack) {
      const copy = pack.copy === 'desk' ? 'desk-copy' : 'to-share';
      saveText(`inspection-${pack.quarter}-${copy}.json`, textOf(encodePack(pack, INSPECTION_SCHEMA)));
    },
  };
}

async function inPortions<T>(list: readonly T[], post: (portion: readonly T[]) => void): Promise<void> {
  for (let at = 0; at < list.length; at += AT_ONCE) {
    post(list.slice(at, at + AT_ONCE));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** The packs that the next one names: those of the quarter before, of this desk, out of a chain that is whole. */
function packsBefore(
  chain: CheckedChain | null,
  { organisation, desk, quarter }: Pick<Inspected, 'desk' | 'organisation' | 'quarter'>,
): { readonly desk: Inspected['previous']; readonly shared: string | null } | 'wrong-chain' {
  if (chain === null || chain.packs.length === 0) return { desk: null, shared: null };
  const last = (copy: Pack['copy']) =>
    chain.packs.find(
      ({ pack }) =>
        pack?.copy === copy &&
        pack.organisation === organisation &&
        pack.desk === desk &&
        quarterAfter(pack.quarter) === quarter.name,
    );
  const [own, shared] = [last('desk'), last('shared')];
  if (chain.state !== 'whole' || own?.pack?.copy !== 'desk' || own.hash === null || shared === undefined) {
    return 'wrong-chain';
  }
  return { desk: { pack: own.pack, hash: own.hash }, shared: shared.hash };
}
