import { render } from 'preact';
import { useState } from 'preact/hooks';
import { composing } from '../../extension/compose/composing.ts';
import { soundsDistressed } from '../../extension/compose/distress.ts';
import { LANGUAGES } from '../../extension/ui/languages.ts';
import type { Clock, PanelCallbacks } from '../../extension/ui/panel/contract.ts';
import { Panel } from '../../extension/ui/panel/panel.tsx';
import { ReceiptSheet } from '../../extension/ui/panel/receipt-sheet.tsx';
import { createTranslator, type Messages, type Translator } from '../../extension/ui/translator.ts';
import { findNames, fixName, guessed, kindsAndNames } from './fake-guard.ts';
import { fakeCallbacks, fakeView } from './fake-site.ts';
import { STATES } from './states.ts';

/*
 * One panel in one state: panel.html#state=first&lang=ar, &live=1 for one that moves on with time, &beside=1 for a side panel. Another hash shows
 * another state. `&scheme=dark` overrides what the browser prefers.
 */

const STOPPED: Clock = { now: () => 1_000, after: () => () => undefined };
const RUNNING: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

async function translatorFor(code: string): Promise<Translator> {
  const file = LANGUAGES.find((language) => language.code === code);
  const messages: Messages = await (await fetch(file?.url ?? '')).json();
  return createTranslator(code, messages);
}

function OnePanel({ first, asked }: { first: Translator; asked: URLSearchParams }) {
  const [t, setT] = useState<Translator>(() => first);
  const state = STATES[asked.get('state') ?? 'first'] ?? {};
  const on: PanelCallbacks = {
    ...fakeCallbacks,
    ...state.on,
    onLanguage: (code) => void translatorFor(code).then((translator) => setT(() => translator)),
  };
  return (
    <Panel
      view={{ ...fakeView(t.locale), surface: asked.has('beside') ? 'beside' : 'popup', ...state.view }}
      on={on}
      t={t}
      tools={{
        compose: composing,
        clock: asked.has('live') ? RUNNING : STOPPED,
        scan: findNames,
        applyFix: fixName,
        checked: kindsAndNames,
        languageOf: guessed,
        soundsDistressed,
        Receipt: ReceiptSheet,
        followUpRoom: (text) => 3_720 - Math.round(text.length * 0.6),
        bodyRoom: (draft) => 3_720 - Math.round(JSON.stringify(draft.t).length * 0.6),
      }}
      {...(state.initial ? { initial: state.initial } : {})}
    />
  );
}

async function show(): Promise<void> {
  const asked = new URLSearchParams(location.hash.slice(1));
  document.documentElement.style.colorScheme = asked.get('scheme') ?? 'light dark';
  const translator = await translatorFor(asked.get('lang') ?? 'en');
  const root = document.querySelector('#panel');
  if (root) render(<OnePanel key={location.hash} first={translator} asked={asked} />, root);
  document.documentElement.dataset.shown = location.hash;
}

addEventListener('hashchange', () => void show());
await show();
