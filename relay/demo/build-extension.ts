import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64url } from '../../shared/base64url.ts';
import { CandorError } from '../../shared/errors.ts';
import type { DemoFolder, DemoPorts } from './organisation-folder.ts';
import { DEMO_PACE } from './plan.ts';

export type Target = 'chromium' | 'firefox';

const PROJECT = new URL('../..', import.meta.url).pathname;

/**
 * Builds the extension with the demo's pins and settings baked in and returns the folder to load. Rejects with
 * `bad-settings` and the build's own words when the build fails.
 */
export async function buildDemoExtension(
  demo: DemoFolder,
  ports: DemoPorts,
  target: Target,
): Promise<string> {
  const outDir = join(demo.folder, 'extension');
  mkdirSync(outDir, { recursive: true });
  const buildFile = join(demo.folder, 'build.json');
  writeFileSync(buildFile, JSON.stringify(buildConstant(demo, ports), null, 2));
  const args = target === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'];
  await run('wxt', args, { CANDOR_BUILD_FILE: buildFile, CANDOR_OUT_DIR: outDir });
  return join(outDir, target === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

function buildConstant(demo: DemoFolder, ports: DemoPorts): unknown {
  const relayUrl = `http://127.0.0.1:${ports.relay}`;
  const rootKey = toBase64url(demo.rootKey);
  const relayKey = toBase64url(demo.relayKey);
  return {
    rootKey,
    relayKey,
    relayOrigins: [relayUrl],
    demo: {
      settings: {
        relayUrl,
        mailroomUrl: `http://127.0.0.1:${ports.mailroom}`,
        rootKey,
        relayKey,
        staffKey: toBase64url(demo.staffKey),
        profile: 'shared',
        panel: 'on',
      },
      pace: DEMO_PACE.install,
    },
  };
}

function run(command: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(PROJECT, 'node_modules/.bin', command), args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new CandorError('bad-settings', `building the extension failed:\n${said}`));
    });
  });
}
