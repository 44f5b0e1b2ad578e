import { cleanup, render } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { composing } from '../../../extension/compose/composing.ts';
import { soundsDistressed } from '../../../extension/compose/distress.ts';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import type { PanelCallbacks, PanelTools, PanelView } from '../../../extension/ui/panel/contract.ts';
import { Panel } from '../../../extension/ui/panel/panel.tsx';
import { ReceiptSheet } from '../../../extension/ui/panel/receipt-sheet.tsx';
import { createTranslator } from '../../../extension/ui/translator.ts';
import { findNames, fixName, guessed, kindsAndNames } from '../../gallery/fake-guard.ts';
import { fakeCallbacks, fakeView } from '../../gallery/fake-site.ts';

/*
 * A panel on a stage: a made-up hospital, callbacks that note what they were asked, and a clock that only moves when told.
 */

export const t = createTranslator('en', english);

afterEach(cleanup);

export class StageClock {
  #now = 1_000_000;
  #waiting: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.#now + milliseconds, callback };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }

  /** Lets time pass, calling back whatever falls due on the way. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      await settle();
      const next = this.#waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = until;
    await settle();
  }
}

/** Lets promises and effects run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done, 0));
}

export function stage(
  changes: { view?: Partial<PanelView>; on?: Partial<PanelCallbacks>; tools?: Partial<PanelTools> } = {},
) {
  const clock = new StageClock();
  const noted = {
    onFlag: vi.fn(changes.on?.onFlag ?? fakeCallbacks.onFlag),
    onUndo: vi.fn(changes.on?.onUndo ?? fakeCallbacks.onUndo),
    onChange: vi.fn(changes.on?.onChange ?? fakeCallbacks.onChange),
    onDone: vi.fn(),
    onClose: vi.fn(),
    onLanguage: vi.fn<(code: string) => void>(),
    onEditing: vi.fn<(editing: boolean) => void>(),
  };
  const on = { ...fakeCallbacks, ...changes.on, ...noted };
  const tools: PanelTools = {
    compose: composing,
    clock,
    scan: findNames,
    applyFix: fixName,
    checked: kindsAndNames,
    languageOf: guessed,
    soundsDistressed,
    Receipt: ReceiptSheet,
    bodyRoom: () => 3_700,
    followUpRoom: () => 3_700,
    ...changes.tools,
  };
  const view: PanelView = { ...fakeView('en'), ...changes.view };
  return { clock, on, ...render(<Panel view={view} on={on} t={t} tools={tools} />) };
}
