/** Mouse and keys for a page that BiDi does not list. The events are trusted, as a hand's are. Self-contained. */

interface Content {
  document: { querySelector(selector: string): Element | null };
  synthesizeMouseEvent(type: string, x: number, y: number, mouse: object, options: object): void;
  KeyboardEvent: new (type: string, init: { key: string }) => object;
}
interface Element {
  scrollIntoView(options: { block: string; inline: string }): void;
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
}
interface TextInputProcessor {
  beginInputTransactionForTests(window: Content): boolean;
  keydown(event: object): number;
  keyup(event: object): boolean;
}
declare const Cc: Record<string, { createInstance(what: unknown): TextInputProcessor }>;
declare const Ci: { nsITextInputProcessor: unknown };

/** Presses the left button in the middle of the element. */
export function pressMouse(content: Content, selector: string): void {
  const element = content.document.querySelector(selector);
  if (element === null) throw new Error(`No ${selector} to press.`);
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    content.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});
  }
}

/** Presses and releases keys, one after the other: characters, or names such as `Tab` and `Enter`. */
export function pressKeys(content: Content, keys: string[]): void {
  const hands = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!hands?.beginInputTransactionForTests(content)) throw new Error('Keys cannot be pressed here.');
  for (const key of keys) {
    const event = new content.KeyboardEvent('', { key: key === '\n' ? 'Enter' : key });
    hands.keydown(event);
    hands.keyup(event);
  }
}
