import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MIB = 1024;
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;
const UTIME_AT = 11;

export interface ProcessFigures {
  /** The most memory it ever held, and what it holds now, MiB. */
  readonly peakMiB: number;
  readonly nowMiB: number;
  readonly cpuSeconds: number;
}

/** Of a process on Linux, from /proc. */
export function figuresOf(pid: number): ProcessFigures {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / MIB);
  // The program's name may hold spaces; what follows its bracket does not.
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(stat[UTIME_AT]) + Number(stat[UTIME_AT + 1]);
  return { peakMiB: mib('VmHWM'), nowMiB: mib('VmRSS'), cpuSeconds: ticks / TICKS_PER_SECOND };
}

/** What a Node that serves one empty Hono app holds: the least that any server here can. */
export async function bareServer(): Promise<ProcessFigures> {
  const script = `import { serve } from '@hono/node-server'; import { Hono } from 'hono';
    serve({ fetch: new Hono().fetch, port: 0, hostname: '127.0.0.1' }, () => console.log('up'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const figures = figuresOf(child.pid ?? 0);
  child.kill();
  return figures;
}
