/**
 * How many computers send the same thing, as it is said: two figures, never more than there are. `null` for a crowd of
 * nobody, as before the first pack.
 */
export function crowdAsSaid(machines: number): number | null {
  if (machines < 1) return null;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(machines)) - 1);
  return Math.floor(machines / step) * step;
}
