import { parentPort, workerData } from 'node:worker_threads';
import { systemRandom } from '../key-file.ts';
import { SimulatedInstalls, type SimulationSite } from './simulated-install.ts';

/*
 * A thread that plays `machines` installs: each sends one cover cell at its own, memoryless pace. Together they are a
 * Poisson stream, so one timer with the summed rate plays them all.
 */

export interface CrowdOrder extends Omit<SimulationSite, 'random'> {
  readonly machines: number;
  readonly meanSeconds: number;
}

const order: CrowdOrder = workerData;
const installs = new SimulatedInstalls({ ...order, random: systemRandom });
const meanGapMs = (order.meanSeconds / order.machines) * 1000;
let stopped = false;
let failures = 0;

parentPort?.on('message', () => {
  stopped = true;
});

/** When the next cell is due. Counted on from the last due time, so that sealing does not slow the crowd down. */
let due = performance.now();

function next(): void {
  if (stopped) return;
  due += -Math.log(1 - Math.random()) * meanGapMs;
  setTimeout(send, Math.max(0, due - performance.now()));
}

function send(): void {
  // Sends overlap as they would on many machines; a failed one is simply cover that did not arrive.
  installs.sendCover().then(
    (answer) => {
      if (answer?.status === 'stored') parentPort?.postMessage('sent');
    },
    () => {
      failures++;
      if (failures === 200) stopped = true;
    },
  );
  next();
}

installs.refresh().then(next, () => parentPort?.postMessage('failed'));
