/** Running functions in the extension's background and popup, which live in another process than the window. */
import { CandorError } from '../../../shared/errors.ts';
import type { CallInWindow } from './firefox-window.ts';

/** `popup`: the one below the button. `sidebar`: beside the page. `background`: the event page, started when it sleeps. */
export type View = 'popup' | 'sidebar' | 'background';

interface Reply {
  json?: string;
  failed?: string;
}

const ANSWER_SECONDS = 30;

/** Runs a self-contained function, or an expression, as the page itself would, past its content security policy. JSON in, JSON out. */
export function inPage<A extends unknown[], T>(
  call: CallInWindow,
  geckoId: string,
  view: View,
  run: string | ((...args: A) => T | Promise<T>),
  args: A,
): Promise<T> {
  const value = typeof run === 'string' ? `(${run})` : `(${run})(...${JSON.stringify(args)})`;
  // A sandbox has a global of its own; the function means the page's.
  const inside = `(async (globalThis) => JSON.stringify({ value: await ${value} }))(window)`;
  return frameScript(
    call,
    geckoId,
    view,
    `Cu.evalInSandbox(${JSON.stringify(inside)}, new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))`,
  );
}

/** Runs a self-contained function with the rights of the browser; its first argument is the page's window. */
export function overPage<A extends unknown[], T>(
  call: CallInWindow,
  geckoId: string,
  view: View,
  run: (content: never, ...args: A) => T | Promise<T>,
  args: A,
): Promise<T> {
  const inside = `(async () => JSON.stringify({ value: await (${run})(content, ...${JSON.stringify(args)}) }))()`;
  return frameScript(call, geckoId, view, inside);
}

async function frameScript<T>(
  call: CallInWindow,
  geckoId: string,
  view: View,
  expression: string,
): Promise<T> {
  const name = `candor-${Math.random()}`;
  const script = `(async () => {
    let reply;
    try { reply = { json: await ${expression} }; } catch (error) { reply = { failed: String(error) }; }
    sendAsyncMessage(${JSON.stringify(name)}, reply);
  })()`;
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`;
  const reply = await call(loadFrameScript, geckoId, view, url, name, ANSWER_SECONDS);
  if (reply.json === undefined) throw new CandorError('unreachable', reply.failed ?? `No ${view}.`);
  return JSON.parse(reply.json).value;
}

interface ContentBrowser {
  messageManager: {
    addMessageListener(name: string, heard: (message: { data: Reply }) => void): void;
    loadFrameScript(url: string, later: boolean): void;
  };
}
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: {
      wakeupBackground?: () => Promise<void>;
      views: Iterable<{ viewType: string; xulBrowser: ContentBrowser }>;
    };
  } | null;
};
declare const document: { querySelector(selector: string): ContentBrowser | null };
declare const setTimeout: (run: () => void, milliseconds: number) => void;

/** In the window. Self-contained. */
async function loadFrameScript(
  geckoId: string,
  view: string,
  url: string,
  name: string,
  seconds: number,
): Promise<Reply> {
  const extension = WebExtensionPolicy.getByID(geckoId)?.extension;
  let target: ContentBrowser | null = null;
  if (view === 'popup') target = document.querySelector('panel[panelopen] .webextension-popup-browser');
  else {
    if (view === 'background') await extension?.wakeupBackground?.();
    for (const each of extension?.views ?? []) if (each.viewType === view) target = each.xulBrowser;
  }
  if (target === null) return { failed: `The ${view} is not open.` };
  const manager = target.messageManager;
  return new Promise((answer) => {
    setTimeout(() => answer({ failed: `The ${view} did not answer within ${seconds} s.` }), seconds * 1000);
    manager.addMessageListener(name, (message) => answer(message.data));
    manager.loadFrameScript(url, false);
  });
}
