import type { ManagedSettings } from '../../shared/settings-table.ts';
import type { Build } from './build.ts';
import { type ParsedSettings, type Pin, parseSettings, type SettingReport } from './settings.ts';

/** Where an install stands with its settings, and what it found in the policy. */
export type SettingsState = { readonly reports: readonly SettingReport[] } & (
  | { readonly state: 'waiting' }
  | {
      readonly state: 'ready';
      readonly settings: ManagedSettings;
      /** demo: from the build. policy: as the policy says now. last-good: the policy is broken, these held before. */
      readonly source: 'demo' | 'last-good' | 'policy';
    }
  /** A required setting is missing or invalid, and there were none before. */
  | { readonly state: 'refused' }
  | { readonly state: 'mismatch'; readonly pins: readonly Pin[] }
);

/**
 * What to do with a policy as it was just read. `raw` is `null` where there is no policy at all: Firefox says so by
 * refusing to read, Chromium by an empty answer, which it also gives in the first seconds after a forced install.
 * `lastGood` are the settings that held before: a later policy that is broken does not silence an install, while one
 * that contradicts the build does.
 */
export function settingsState(
  raw: Readonly<Record<string, unknown>> | null,
  build: Build,
  lastGood: ManagedSettings | null,
): SettingsState {
  const parsed = parseSettings(build.demo?.settings ?? raw ?? {});
  const { reports } = parsed;
  if (parsed.empty) return { state: 'waiting', reports };
  const mismatched = differingPins(parsed.pins, build);
  if (mismatched.length > 0) return { state: 'mismatch', pins: mismatched, reports };
  if (parsed.settings !== null) {
    return {
      state: 'ready',
      settings: parsed.settings,
      source: build.demo === null ? 'policy' : 'demo',
      reports,
    };
  }
  if (lastGood === null || differingPins(lastGood, build).length > 0) return { state: 'refused', reports };
  return { state: 'ready', settings: lastGood, source: 'last-good', reports };
}

/** Which pins contradict the build. A build without pins takes those of the policy, which the Status page says. */
function differingPins(
  { rootKey, relayKey, relayUrl }: ParsedSettings['pins'],
  build: Build,
): readonly Pin[] {
  const pins: Pin[] = [];
  if (build.rootKey !== null && rootKey !== null && rootKey !== build.rootKey) pins.push('rootKey');
  if (build.relayKey !== null && relayKey !== null && relayKey !== build.relayKey) pins.push('relayKey');
  const origins = build.relayOrigins;
  if (relayUrl !== null && origins.length > 0 && !origins.some((origin) => isAt(relayUrl, origin))) {
    pins.push('relayUrl');
  }
  return pins;
}

function isAt(url: string, origin: string): boolean {
  return (
    url.toLowerCase() === origin.toLowerCase() || url.toLowerCase().startsWith(`${origin.toLowerCase()}/`)
  );
}
