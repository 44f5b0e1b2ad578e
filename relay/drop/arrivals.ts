import type { Bytes } from '../../shared/bytes.ts';
import { intakeKidOf } from '../../shared/intake.ts';
import { kidNumber } from '../../shared/kid.ts';
import { groupCommit } from '../group-commit.ts';
import type { Engine } from './engine.ts';

/** Half a megabyte. */
const LARGEST_GROUP = 128;

type Fate = 'stored' | 'refused';

interface Sent {
  readonly intake: Bytes;
  readonly kid: Bytes;
  readonly nowSeconds: number;
}

/** Storing cells, many in one transaction. */
export interface Arrivals {
  accept(intake: Bytes, nowSeconds: number): Promise<Fate>;
  drain(): Promise<void>;
}

export function arrivals(engine: Engine): Arrivals {
  const write = async (group: readonly Sent[]): Promise<Fate[]> => {
    const nowSeconds = Math.max(...group.map((sent) => sent.nowSeconds));
    const kids = await engine.store(
      group.map(({ intake }) => intake),
      nowSeconds,
    );
    const taken = new Set(kids.map(kidNumber));
    return group.map(({ kid }) => (taken.has(kidNumber(kid)) ? 'stored' : 'refused'));
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
