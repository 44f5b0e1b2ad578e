import fc from 'fast-check';

/** One hospital that lives through steps; `finish` sets everything right again and asserts what must hold then. */
export interface Run<Step> {
  take(step: Step): Promise<void>;
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Takes `runs` random rows of up to 14 steps, each in a hospital of its own. Rejects with the shortest row that fails. */
export function throughInterleavings<Step>(
  step: fc.Arbitrary<Step>,
  newRun: () => Promise<Run<Step>>,
  runs: number,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const run = await newRun();
      try {
        for (const one of steps) await run.take(one);
        await run.finish();
      } finally {
        await run.close();
      }
    }),
    { numRuns: runs },
  );
}
