import type { Bytes } from '../../shared/bytes.ts';
import { intakeKidOf } from '../../shared/intake.ts';
import { kidNumber } from '../../shared/kid.ts';
import { cellHash, markOf } from './cell-hash.ts';
import type { Arrival, Engine } from './engine.ts';
import { groupCommit } from './group-commit.ts';
import { readWindows, type Windows } from './windows.ts';
import type { Wrapping } from './wrapping.ts';

/** Half a megabyte. */
const LARGEST_GROUP = 128;
/** Two windows can turn while one group waits only if the keeper runs wild. */
const ATTEMPTS = 4;

type Fate = 'stored' | 'refused';

interface Sent {
  readonly intake: Bytes;
  readonly kid: Bytes;
  readonly nowSeconds: number;
}

/** Storing cells: hidden under the open window's key, many in one transaction. */
export interface Arrivals {
  accept(intake: Bytes, nowSeconds: number): Promise<Fate>;
  drain(): Promise<void>;
}

export function arrivals(engine: Engine, wrapping: Wrapping): Arrivals {
  let known: Windows | null = null;

  const write = async (group: readonly Sent[]): Promise<Fate[]> => {
    const nowSeconds = Math.max(...group.map((sent) => sent.nowSeconds));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const windows: Windows = known ?? (await engine.run('look', () => readWindows(wrapping)));
      known = windows;
      const numbers = { open: windows.open.id, earlier: (windows.closing ?? windows.open).id };
      const { turned, kids } = await engine.arrive(
        numbers,
        group.map((sent) => hidden(sent, windows)),
        nowSeconds,
      );
      if (!turned) {
        const taken = new Set(kids.map(kidNumber));
        return group.map(({ kid }) => (taken.has(kidNumber(kid)) ? 'stored' : 'refused'));
      }
      known = null;
    }
    throw new TypeError('the windows turn faster than cells can be stored');
  };
  const commit = groupCommit(write, { largestGroup: LARGEST_GROUP, lanes: engine.lanes });

  return {
    async accept(intake, nowSeconds) {
      const kid = intakeKidOf(intake);
      return kid === null ? 'refused' : commit.submit({ intake, kid, nowSeconds });
    },
    drain: () => commit.drain(),
  };
}

function hidden({ intake, kid }: Sent, { open, closing }: Windows): Arrival {
  const hash = cellHash(intake);
  const id = open.key.idOf(hash);
  return {
    id,
    earlierId: closing === null ? id : closing.key.idOf(hash),
    kid,
    mark: markOf(hash),
    cell: open.key.seal(intake, id),
  };
}
