#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still find the newer one that this project brings along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./candor.ts');
} else {
  const newer = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  if (!existsSync(newer)) await import('./engine-check.mjs');
  const command = fileURLToPath(new URL('./candor.ts', import.meta.url));
  const { status } = spawnSync(newer, [command, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
