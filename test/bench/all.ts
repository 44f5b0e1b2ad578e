import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/*
 * `npm run bench`: every bench of this folder, one after the other, each a process of its own. Benches print one JSON
 * line for each figure: {"name","value","unit","ratio","baseline"} and what else belongs to it; `ratio` is the value
 * over the baseline's, both measured in that run. Names as arguments choose some: npm run bench -- relay-accept crowd
 */

const FOLDER = new URL('.', import.meta.url).pathname;
const ENDING = '.bench.ts';

const known = readdirSync(FOLDER).filter((name) => name.endsWith(ENDING));
const wanted = process.argv.slice(2).map((name) => `${name}${ENDING}`);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  const names = known.map((name) => name.slice(0, -ENDING.length)).join(', ');
  process.stderr.write(`There is no such bench. There are: ${names}\n`);
  process.exit(2);
}

let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  const { status } = spawnSync(process.execPath, [`${FOLDER}${name}`], { stdio: 'inherit' });
  if (status === 0) continue;
  failed++;
  process.stderr.write(`${name} failed\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
