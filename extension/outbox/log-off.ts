/** What is true of anything sent now. */
export type LogOff =
  /** Safe once a rewrite has put it into the outbox on disk: so many seconds from now. */
  | { readonly kind: 'after-rewrite'; readonly seconds: number }
  /** Safe only once it has left: about so many minutes. */
  | { readonly kind: 'after-sending'; readonly minutes: number }
  /** Safe only once it has left, and nothing leaves just now. */
  | { readonly kind: 'not-leaving' };

export interface LogOffFacts {
  /** The profile is erased at log-off: nothing but the relay's answer makes it safe. */
  readonly wiped: boolean;
  /** Places that neither are frozen nor will be taken by what waits already. */
  readonly room: number;
  /** Ticks since the relay last stored a cell. */
  readonly failures: number;
  readonly nowSeconds: number;
  /** `null` when it is not known. */
  readonly nextRewriteSeconds: number | null;
  readonly nextTickSeconds: number | null;
  readonly rewriteSeconds: number;
  readonly meanSeconds: number;
  /** How long a concern is held for Undo before it may be written. */
  readonly heldSeconds: number;
}

/** One tick may fail by chance. */
const FAILURES_TO_BE_SURE = 2;
/** For a late alarm and the writing itself. */
const MARGIN_SECONDS = 2;

/** The line "anything sent now is safe to log off in 0:21": the same for whoever looks, concern or not. */
export function logOff(facts: LogOffFacts): LogOff {
  const { nowSeconds, nextRewriteSeconds, rewriteSeconds, heldSeconds, meanSeconds } = facts;
  const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60));
  const onlyByLeaving = facts.wiped || facts.room <= 0 || nextRewriteSeconds === null;
  if (onlyByLeaving && facts.failures >= FAILURES_TO_BE_SURE) return { kind: 'not-leaving' };
  if (facts.wiped) return { kind: 'after-sending', minutes: minutesOf(meanSeconds) };
  if (facts.room <= 0 || nextRewriteSeconds === null) {
    const untilTick = Math.max(0, (facts.nextTickSeconds ?? nowSeconds + meanSeconds) - nowSeconds);
    return { kind: 'after-sending', minutes: minutesOf(untilTick + rewriteSeconds + 30) };
  }
  const first = Math.max(nextRewriteSeconds, nowSeconds) - nowSeconds;
  const skipped = Math.ceil(Math.max(0, heldSeconds - first) / rewriteSeconds);
  return { kind: 'after-rewrite', seconds: Math.ceil(first + skipped * rewriteSeconds + MARGIN_SECONDS) };
}
