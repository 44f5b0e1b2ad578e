import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CandorError } from '../../shared/errors.ts';

export type Target = 'chromium' | 'firefox';

const PROJECT = new URL('../..', import.meta.url).pathname;
const FOLDER: Readonly<Record<Target, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/**
 * Builds the extension with `constant` baked in (see wxt.config.ts) below `outFolder` and returns the folder that holds
 * manifest.json. Rejects with `bad-settings` and the build's own words when the build fails.
 */
export async function buildExtension(constant: unknown, outFolder: string, target: Target): Promise<string> {
  // The build runs in the project's folder, the command wherever the admin stands.
  const outDir = resolve(outFolder);
  mkdirSync(outDir, { recursive: true });
  const buildFile = join(outDir, 'build.json');
  writeFileSync(buildFile, `${JSON.stringify(constant, null, 2)}\n`);
  const args = target === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'];
  // Whatever the shell says: a development build names the folders of the machine that made it.
  await run('wxt', args, { NODE_ENV: 'production', CANDOR_BUILD_FILE: buildFile, CANDOR_OUT_DIR: outDir });
  return join(outDir, FOLDER[target]);
}

function run(command: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(PROJECT, 'node_modules/.bin', command), args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new CandorError('bad-settings', `building the extension failed:\n${said}`));
    });
  });
}
