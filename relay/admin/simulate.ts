import { parseArgs } from 'node:util';
import { type CrowdSetting, LEAST_SENDS_PER_WINDOW, simulateCrowd } from './crowd-simulation.ts';

const TRIALS = 200;
const USAGE = `Usage: candor simulate crowd --machines N --per-hour R --window H --linked J [--on SHARE] [--json]

Prints how many machines remain possible senders after 1 to J messages that are known to come from one person, to
someone who holds all that the hospital holds, with an honest relay.

  --machines N   browser profiles with the extension
  --per-hour R   cells each sends in an hour (60 / sendMinutes)
  --window H     hours between two packs
  --linked J     messages known to come from one person, 1 to 10
  --on SHARE     share of machines on in any one window, 0 to 1 (default 0.96)
`;

/** `candor simulate crowd`: exit status 0, or 2 when the call is wrong. `random` gives [0, 1). */
export function runSimulate(
  argv: readonly string[],
  io: { out(text: string): void; err(text: string): void },
  random: () => number,
): number {
  const order = orderOf(argv);
  if (order === null) {
    io.err(USAGE);
    return 2;
  }
  const { setting, json } = order;
  const rows = simulateCrowd(setting, TRIALS, random);
  if (json) {
    for (const row of rows) io.out(`${JSON.stringify(row)}\n`);
    return 0;
  }
  io.out('linked messages   possible senders: 5th percentile   median   95th percentile\n');
  for (const { linked, p5, p50, p95 } of rows) {
    io.out(
      `${String(linked).padStart(15)}   ${String(p5).padStart(33)}   ${String(p50).padStart(6)}   ${String(p95).padStart(15)}\n`,
    );
  }
  if (setting.perHour * setting.windowHours < LEAST_SENDS_PER_WINDOW) {
    io.out(
      `\nSends per hour times window is ${setting.perHour * setting.windowHours}, below ${LEAST_SENDS_PER_WINDOW}: ` +
        'send more often or close packs more rarely.\n',
    );
  }
  return 0;
}

function orderOf(argv: readonly string[]): { setting: CrowdSetting; json: boolean } | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        machines: text,
        'per-hour': text,
        window: text,
        linked: text,
        on: text,
        json: { type: 'boolean' },
      },
    });
    const setting = {
      machines: Number(values.machines),
      perHour: Number(values['per-hour']),
      windowHours: Number(values.window),
      linked: Number(values.linked),
      on: Number(values.on ?? '0.96'),
    };
    const sensible =
      positionals.length === 1 &&
      positionals[0] === 'crowd' &&
      Number.isInteger(setting.machines) &&
      setting.machines >= 1 &&
      setting.machines <= 100_000 &&
      setting.perHour > 0 &&
      setting.windowHours > 0 &&
      Number.isInteger(setting.linked) &&
      setting.linked >= 1 &&
      setting.linked <= 10 &&
      setting.on > 0 &&
      setting.on <= 1;
    return sensible ? { setting, json: values.json === true } : null;
  } catch {
    return null;
  }
}
