import { describe, expect, it } from 'vitest';
import type { InstallState } from '../../../extension/browser/messages.ts';
import { panelView } from '../../../extension/entrypoints/popup/panel-view.ts';
import en from '../../../extension/locales/en.json' with { type: 'json' };
import { NO_FILES, readPublicFiles } from '../../../extension/outbox/public-files.ts';
import { createTranslator } from '../../../extension/ui/translator.ts';
import { type ManagedSettings, PANEL_MODES } from '../../../shared/settings-table.ts';

const t = createTranslator('en', en);
const files = await readPublicFiles(NO_FILES, { rootKey: new Uint8Array(32), relayKey: new Uint8Array(32) });

function stateUnder(panel: ManagedSettings['panel'], silentSince: number | null = null): InstallState {
  return {
    settings: {
      state: 'ready',
      source: 'policy',
      values: { panel, fallbackContact: null } as ManagedSettings,
    },
    reports: [],
    mismatched: [],
    sending: {
      logOff: { kind: 'after-rewrite', seconds: 20 },
      silentSince,
      stopped: null,
      lastOutcome: null,
      storedSeconds: null,
      whereabouts: null,
    },
  } as unknown as InstallState;
}
const viewUnder = (state: InstallState) =>
  panelView({ state, files, surface: 'popup', printed: undefined, secondsSince: 0 }, t);

describe('the panel under policy', () => {
  it.each(PANEL_MODES)('%s: says that it is practice only where it is', (panel) => {
    expect(viewUnder(stateUnder(panel)).practice).toBe(panel === 'practice');
  });

  it('hidden: shows nothing to do, whatever else there would be to say', () => {
    expect(viewUnder(stateUnder('hidden')).phase).toEqual({ name: 'hidden' });
    expect(viewUnder(stateUnder('hidden', 1)).phase).toEqual({ name: 'hidden' });
    for (const panel of ['practice', 'on'] as const)
      expect(viewUnder(stateUnder(panel)).phase.name).not.toBe('hidden');
  });

  it('blocked before anything ever came: names no number that is not there', () => {
    expect(viewUnder(stateUnder('on', 1)).phase).toMatchObject({
      name: 'relay-silent',
      phone: '',
      paper: '',
    });
  });
});
