/** What stands in a Chromium profile before the browser starts: the pinned button, and no first-run questions. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Preferences {
  extensions?: { pinned_extensions?: string[]; ui?: Record<string, unknown>; [key: string]: unknown };
  profile?: Record<string, unknown>;
  [key: string]: unknown;
}

/** Writes into `Default/Preferences` of a profile that no browser has open, keeping what is there. */
export function prepareChromiumProfile(profileDir: string, extensionId: string, pinned: boolean): void {
  const folder = join(profileDir, 'Default');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Preferences');
  const before = read(file);
  const others = (before.extensions?.pinned_extensions ?? []).filter((id) => id !== extensionId);
  const after: Preferences = {
    ...before,
    extensions: {
      ...before.extensions,
      pinned_extensions: pinned ? [...others, extensionId] : others,
      // Unpacked extensions stay switched off without it.
      ui: { ...before.extensions?.ui, developer_mode: true },
    },
    // A browser that was killed would ask whether to restore its pages, in a bubble over the panel.
    profile: { ...before.profile, exit_type: 'Normal', exited_cleanly: true },
  };
  writeFileSync(file, JSON.stringify(after));
}

function read(file: string): Preferences {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
