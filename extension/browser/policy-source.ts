import type { ManagedSettings } from '../../shared/settings-table.ts';
import { parseSettings } from '../policy/settings.ts';
import { api } from './extension-api.ts';

/*
 * Managed storage. Firefox refuses to read where there is no policy; Chromium answers with nothing, which it also does
 * in the first seconds after a forced install, and tells of the real values a moment later.
 */

/** What the policy says now; `null` for no policy. */
export async function readPolicy(): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    return await api.storage.managed.get();
  } catch {
    return null;
  }
}

export function onPolicyChange(callback: () => void): void {
  api.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') callback();
  });
}

/** The settings that held last, so that a policy that breaks later does not silence an install. They are no secret. */
export async function readLastGood(): Promise<ManagedSettings | null> {
  const { lastGood } = await api.storage.local.get('lastGood');
  return typeof lastGood === 'object' && lastGood !== null
    ? parseSettings(withoutNulls(lastGood)).settings
    : null;
}

/** Written only when they change, so that the disk says nothing but that the policy changed. */
export async function keepLastGood(settings: ManagedSettings): Promise<void> {
  const known = await readLastGood();
  if (JSON.stringify(known) === JSON.stringify(settings)) return;
  await api.storage.local.set({ lastGood: settings });
}

function withoutNulls(settings: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
