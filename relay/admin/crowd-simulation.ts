/** A site whose crowd is to be known. */
export interface CrowdSetting {
  /** Browser profiles with the extension. */
  readonly machines: number;
  /** Cells each of them sends in an hour while it is on. */
  readonly perHour: number;
  /** Hours between two packs. */
  readonly windowHours: number;
  /** How many messages the watcher knows to come from one person, each in a window of its own. */
  readonly linked: number;
  /** Share of machines that are on in any one window, 0 to 1. */
  readonly on: number;
}

/** How many machines are left after 1, 2 … linked messages. */
export interface CrowdRow {
  readonly linked: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Below this, a window holds a cell of too few of the machines that are on (PROTOCOL.md, "The setting"). */
export const LEAST_SENDS_PER_WINDOW = 4;
/** Every gap between two ticks starts with this pause; the rest is exponential. */
const FLOOR_HOURS = 30 / 3600;

/**
 * Plays the watcher who holds everything that the hospital holds: for each linked message, the machines that sent at
 * least one cell in its window stay candidates, all others are out. The sender always stays. `random` gives [0, 1).
 */
export function simulateCrowd(setting: CrowdSetting, trials: number, random: () => number): CrowdRow[] {
  const left: number[][] = Array.from({ length: setting.linked }, () => []);
  for (let trial = 0; trial < trials; trial++) {
    let candidates = setting.machines - 1;
    for (const counts of left) {
      let stay = 0;
      for (let machine = 0; machine < candidates; machine++) {
        if (random() < setting.on && sendsInWindow(setting, random)) stay++;
      }
      candidates = stay;
      counts.push(stay + 1);
    }
  }
  return left.map((counts, index) => {
    counts.sort((a, b) => a - b);
    const at = (share: number) => counts[Math.min(counts.length - 1, Math.floor(share * counts.length))] ?? 0;
    return { linked: index + 1, p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  });
}

/** Whether a machine that has been on for long sends at least once in a window that opens at a random moment. */
function sendsInWindow({ perHour, windowHours }: CrowdSetting, random: () => number): boolean {
  const meanGap = 1 / perHour;
  const floor = Math.min(FLOOR_HOURS, meanGap);
  // Seen at a random moment, the wait until the next tick has the density (1 - F(t)) / mean gap: with probability
  // floor / mean it lies uniformly within the floor, otherwise it is the floor and an exponential rest.
  const rest = meanGap - floor;
  const wait = random() < floor / meanGap ? random() * floor : floor + exponential(rest, random);
  return wait < windowHours;
}

function exponential(mean: number, random: () => number): number {
  return -Math.log(1 - random()) * mean;
}
