/**
 * Milliseconds of processor time that `work` takes, however busy the machine is. Only for what would otherwise never
 * end: limits are a hundred times what the work needs, and speed is for test/bench.
 */
export function cpuMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
