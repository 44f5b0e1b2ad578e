import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { ensureBrowsers } from '../relay/demo/machine/browsers.ts';
import { ensurePostgres } from '../relay/demo/machine/postgres.ts';

/*
 * `npm test`: everything, on a machine that has nothing but Node and npm. Installs the browsers and PostgreSQL where
 * they are missing, then runs the checks one after the other (two heavy things at once would only slow each other).
 */

const PROJECT = new URL('..', import.meta.url).pathname;
const RESULTS = join(PROJECT, 'test-results');
const resultSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
});

const counts = { passed: 0, failed: 0, skipped: 0 };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function section(title: string): void {
  say(`\n=== ${title}`);
}

/** Runs one of the project's tools. A failure is counted and the next part still runs. */
function run(title: string, command: string, args: readonly string[]): boolean {
  section(title);
  const started = performance.now();
  const { status } = spawnSync(join(PROJECT, 'node_modules/.bin', command), args, {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  say(
    `--- ${title}: ${status === 0 ? 'ok' : 'FAILED'} after ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

function check(title: string, command: string, args: readonly string[]): void {
  if (run(title, command, args)) counts.passed++;
  else counts.failed++;
}

function vitest(project: string): void {
  const outputFile = join(RESULTS, `${project}.json`);
  rmSync(outputFile, { force: true });
  const ok = run(`Tests: ${project}`, 'vitest', [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
  ]);
  const { numPassedTests, numFailedTests, numPendingTests } = readResult(outputFile);
  counts.passed += numPassedTests;
  // A run that died without a failing test has failed all the same.
  counts.failed += ok ? numFailedTests : Math.max(1, numFailedTests);
  counts.skipped += numPendingTests;
}

function readResult(file: string): v.InferOutput<typeof resultSchema> {
  try {
    return v.parse(resultSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}

mkdirSync(RESULTS, { recursive: true });
section('What the tests need: Chromium, Firefox and PostgreSQL');
await ensureBrowsers({ chromium: true, firefox: true }, say);
await ensurePostgres(say);
say('All there.');

for (const part of ['shared', 'relay', 'extension', 'test']) check(`Types: ${part}`, 'tsc', ['-p', part]);
check('Lint', 'biome', ['check', '.']);
for (const project of ['unit', 'thorough', 'contract', 'browser']) vitest(project);
section('The story, from an empty demo to a concern that the desk has read');
rmSync(join(PROJECT, '.candor', 'demo'), { recursive: true, force: true });
check('npm start -- --once', 'node', ['relay/demo/start.ts', '--once', '--headless']);

say(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
