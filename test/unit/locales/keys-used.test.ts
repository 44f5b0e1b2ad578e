import { expect, it } from 'vitest';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { askedBy, firstArgument, PANEL_KEYS, sourcesRunBy, sourcesUnder } from './keys-asked.ts';

const asked = askedBy(sourcesUnder(['extension', 'relay', 'wxt.config.ts']));

it('every key that is asked for exists', () => {
  expect(asked.missing).toEqual([]);
});

it('every key that exists is asked for', () => {
  const used = new Set(asked.keys);
  expect(Object.keys(english).filter((key) => !used.has(key))).toEqual([]);
});

it('the scan sees calls at all', () => {
  expect(asked.inCalls).toContain('panel.title');
  expect(asked.inCalls.some((key) => key.startsWith('kind.$'))).toBe(true);
  expect(firstArgument("t(a ? 'x.y' : 'x.z', { n: f(1) })", 1)).toBe("a ? 'x.y' : 'x.z'");
});

it('knows what the panel can say from what it runs, and leaves out what only the inbox and Status say', () => {
  const files = sourcesRunBy(['extension/entrypoints/popup/main.tsx']).map(({ pathname }) => pathname);
  const has = (end: string) => files.some((file) => file.endsWith(end));
  // Imported at once, later, by name and as a worker.
  expect(
    ['/ui/panel/panel.tsx', '/popup/later.ts', '/popup/sealing.ts', '/popup/receipt.worker.ts'].filter(has),
  ).toHaveLength(4);
  expect(has('/ui/inbox/inbox.tsx')).toBe(false);
  expect(PANEL_KEYS).toEqual(
    expect.arrayContaining(['menu.nearMiss', 'kind.hazard.label', 'field.t', 'fault.empty']),
  );
  expect(PANEL_KEYS.filter((key) => /^(?:inbox|trends|status|sheets|totals)\./.test(key))).toEqual([]);
});
