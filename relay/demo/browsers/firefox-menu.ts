/** The ways to the panel that belong to Firefox itself: an entry of the page's context menu, and the shortcut. */
import { CandorError } from '../../../shared/errors.ts';
import type { CallInWindow } from './firefox-window.ts';

/** Opens the context menu of the page in front and presses the entry of this name. */
export async function pressMenuEntry(call: CallInWindow, name: string): Promise<void> {
  if (!(await call(pressEntry, name))) throw new CandorError('not-found', `No "${name}" in the menu.`);
}

/** Presses keys at once in Firefox's window, such as `Alt`, `Shift` and `K`. */
export async function pressChord(call: CallInWindow, ...keys: string[]): Promise<void> {
  await call(pressTogether, keys);
}

/** Whether a popup of an extension stands open. */
export function isPopupOpen(call: CallInWindow): Promise<boolean> {
  return call(isOpen);
}

// Below: functions that run in the window, self-contained. The names that they find there:
interface Entry {
  readonly label: string;
  closest(selector: 'menu'): { open: boolean } | null;
  closest(selector: 'menupopup'): Menu;
}
interface Menu {
  addEventListener(type: string, heard: () => void, options: { once: boolean }): void;
  querySelectorAll(selector: string): Iterable<Entry>;
  activateItem(entry: Entry): void;
  hidePopup(): void;
}
interface KeyHands {
  beginInputTransactionForTests(window: object): boolean;
  keydown(event: object): number;
  keyup(event: object): boolean;
}
declare const document: {
  getElementById(id: string): Menu;
  querySelector(selector: string): object | null;
};
declare const gBrowser: {
  selectedBrowser: { getBoundingClientRect(): { x: number; y: number; width: number; height: number } };
};
declare const window: {
  synthesizeMouseEvent(type: string, x: number, y: number, mouse: object, options: object): void;
};
declare const KeyboardEvent: new (type: string, init: { key: string; code: string }) => object;
declare const Cc: Record<string, { createInstance(what: unknown): KeyHands }>;
declare const Ci: { nsITextInputProcessor: unknown };

async function pressEntry(name: string): Promise<boolean> {
  const shown = (menu: Menu): Promise<void> =>
    new Promise((done) => menu.addEventListener('popupshown', done, { once: true }));
  const menu = document.getElementById('contentAreaContextMenu');
  const opened = shown(menu);
  const { x, y, width, height } = gBrowser.selectedBrowser.getBoundingClientRect();
  for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
    window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 2, clickCount: 1 }, {});
  }
  await opened;
  const entry = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === name);
  if (entry === undefined) {
    menu.hidePopup();
    return false;
  }
  // Several entries of one extension stand in a menu of their own.
  const around = entry.closest('menupopup');
  const inner = entry.closest('menu');
  if (inner !== null) {
    const unfolded = shown(around);
    inner.open = true;
    await unfolded;
  }
  around.activateItem(entry);
  return true;
}

function pressTogether(keys: string[]): void {
  const hands = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!hands?.beginInputTransactionForTests(window)) throw new Error('Keys cannot be pressed here.');
  const events = keys.map((key) => {
    const code = key.length === 1 ? `Key${key}` : `${key}Left`;
    return new KeyboardEvent('', { key, code });
  });
  for (const event of events) hands.keydown(event);
  for (const event of events.reverse()) hands.keyup(event);
}

function isOpen(): boolean {
  return document.querySelector('panel[panelopen] .webextension-popup-browser') !== null;
}
