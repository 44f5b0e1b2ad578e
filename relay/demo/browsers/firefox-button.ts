/** The extension's button in Firefox's toolbar: pinning it, pressing it, and the popup below it. */
import { CandorError } from '../../../shared/errors.ts';
import { inPage, overPage } from './firefox-content.ts';
import { pressKeys, pressMouse } from './firefox-hand.ts';
import type { CallInWindow } from './firefox-window.ts';
import type { Panel } from './launched.ts';

/** Moves the button between toolbar and the menu of extensions. */
export async function pinButton(call: CallInWindow, geckoId: string, pinned: boolean): Promise<void> {
  await call(placeButton, widgetId(geckoId), pinned ? 'nav-bar' : 'unified-extensions-area');
}

export async function isButtonPinned(call: CallInWindow, geckoId: string): Promise<boolean> {
  return (await call(areaOfButton, widgetId(geckoId))) === 'nav-bar';
}

/** Presses the button with the mouse. Throws `CandorError('unreachable')` when no popup shows below it. */
export async function pressFirefoxButton(call: CallInWindow, geckoId: string): Promise<Panel> {
  if (!(await call(isPopupReady)) && !(await call(pressAndWait, widgetId(geckoId)))) {
    throw new CandorError('unreachable', 'The panel did not open.');
  }
  const panel: Panel = {
    evaluate: (run, ...args) => inPage(call, geckoId, 'popup', run, args),
    waitFor: async (selector, seconds = 10) => {
      if (!(await inPage(call, geckoId, 'popup', waitForSize, [selector, seconds]))) {
        throw new CandorError('unreachable', `${selector} did not show within ${seconds} s.`);
      }
    },
    click: (selector) => overPage(call, geckoId, 'popup', pressMouse, [selector]),
    type: async (selector, text) => {
      await panel.click(selector);
      await overPage(call, geckoId, 'popup', pressKeys, [[...text]]);
    },
    press: (key) => overPage(call, geckoId, 'popup', pressKeys, [[key]]),
    text: (selector) => inPage(call, geckoId, 'popup', textOf, [selector]),
    picture: async () => new Uint8Array(Buffer.from(await call(drawPopup), 'base64')),
    isOpen: () => call(isPopupReady),
    close: async () => {
      await call(hidePopup);
    },
  };
  return panel;
}

/** As Firefox makes it (toolkit/components/extensions/ExtensionCommon.sys.mjs, `makeWidgetId`). */
function widgetId(geckoId: string): string {
  return `${geckoId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
}

// Below: functions that run elsewhere, self-contained. The names that they find there:
interface Node {
  readonly textContent: string | null;
  readonly state?: string;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly browsingContext: {
    readonly currentURI?: { readonly spec: string };
    readonly currentWindowGlobal: {
      drawSnapshot(rect: unknown, scale: number, background: string): Promise<unknown>;
    };
  };
  querySelector(selector: string): Node | null;
  closest(selector: string): Node | null;
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
  hidePopup(): void;
}
declare const CustomizableUI: {
  addWidgetToArea(id: string, area: string): void;
  getPlacementOfWidget(id: string): { area: string } | null;
  getWidget(id: string): { forWindow(window: unknown): { node: Node } };
};
declare const window: {
  synthesizeMouseEvent(type: string, x: number, y: number, mouse: object, options: object): void;
};
declare const document: Node & { createElementNS(namespace: string, name: string): never };
declare const setTimeout: (run: () => void, milliseconds: number) => void;
declare const DOMRect: new (x: number, y: number, width: number, height: number) => unknown;

function placeButton(id: string, area: string): void {
  CustomizableUI.addWidgetToArea(id, area);
}

function areaOfButton(id: string): string {
  return CustomizableUI.getPlacementOfWidget(id)?.area ?? '';
}

function isPopupReady(): boolean {
  const popup = document.querySelector('panel[panelopen] .webextension-popup-browser');
  return popup !== null && /^moz-extension:/.test(popup.browsingContext.currentURI?.spec ?? '');
}

async function pressAndWait(id: string): Promise<boolean> {
  const item = CustomizableUI.getWidget(id).forWindow(window).node;
  const button = item.querySelector('.unified-extensions-item-action-button') ?? item;
  const { x, y, width, height } = button.getBoundingClientRect();
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});
  }
  for (let tries = 0; tries < 200; tries++) {
    const popup = document.querySelector('panel[panelopen] .webextension-popup-browser');
    if (popup !== null && /^moz-extension:/.test(popup.browsingContext.currentURI?.spec ?? '')) return true;
    await new Promise<void>((done) => setTimeout(done, 50));
  }
  return false;
}

async function waitForSize(selector: string, seconds: number): Promise<boolean> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (box && box.width > 0 && box.height > 0) return true;
    await new Promise<void>((done) => setTimeout(done, 50));
  }
  return false;
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}

async function drawPopup(): Promise<string> {
  const popup = document.querySelector('panel[panelopen] .webextension-popup-browser');
  if (popup === null) throw new Error('The panel is not open.');
  const area = new DOMRect(0, 0, popup.clientWidth, popup.clientHeight);
  const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(area, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as {
    width: number;
    height: number;
    getContext(kind: '2d'): { drawImage(image: unknown, x: number, y: number): void };
    toDataURL(type: string): string;
  };
  canvas.width = popup.clientWidth;
  canvas.height = popup.clientHeight;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

function hidePopup(): void {
  document.querySelector('panel[panelopen] .webextension-popup-browser')?.closest('panel')?.hidePopup();
}
