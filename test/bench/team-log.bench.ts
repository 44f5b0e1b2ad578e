import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { foldTeamLog } from '../../extension/inbox/team-fold.ts';
import { histories } from '../unit/inbox/team-steps.ts';

/*
 * 10,000 team logs of three members with real concurrency, each folded in the order it was made and in a random order
 * with repetitions: how many come to the same state, and what a fold of the second costs over one of the first.
 *
 * Run: node test/bench/team-log.bench.ts
 */

const LOGS = 10_000;

const sample = fc.sample(
  histories.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events, ...events], { maxLength: 3 * events.length }),
    ),
  ),
  LOGS,
);
let converged = 0;
let events = 0;
const took = { inOrder: 0, anyOrder: 0 };
for (const [made, some] of sample) {
  events += made.length;
  const started = performance.now();
  const inOrder = foldTeamLog(made);
  const between = performance.now();
  const anyOrder = foldTeamLog([...some, ...made.toReversed()]);
  took.anyOrder += performance.now() - between;
  took.inOrder += between - started;
  if (isDeepStrictEqual(inOrder, anyOrder)) converged++;
}
const figure = {
  name: 'inbox.team-log-convergence',
  value: converged,
  unit: `of ${LOGS} random interleavings`,
  ratio: Number((took.anyOrder / took.inOrder).toFixed(2)),
  baseline: 'the same log folded in the order it was made, without repetition',
  events,
  microsecondsPerEvent: Number(((1000 * took.inOrder) / events).toFixed(1)),
};
process.stdout.write(`${JSON.stringify(figure)}\n`);
if (converged !== LOGS) process.exitCode = 1;
