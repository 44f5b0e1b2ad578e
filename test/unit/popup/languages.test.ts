import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { translatorFor } from '../../../extension/entrypoints/popup/languages.ts';
import polish from '../../../extension/locales/pl.json' with { type: 'json' };

/*
 * The packaged catalogues, as the panel reads them. A catalogue that lacks a message is made by taking one out.
 */

const read: string[] = [];
let withoutUndo = false;

beforeEach(() => {
  read.length = 0;
  withoutUndo = false;
  vi.stubGlobal('fetch', async (url: string) => {
    const file = /([a-z]{2})\.json/.exec(url)?.[1] ?? '';
    read.push(file);
    const text = readFileSync(new URL(`../../../extension/locales/${file}.json`, import.meta.url), 'utf8');
    const messages = JSON.parse(text) as Record<string, string>;
    if (withoutUndo && file === 'pl') delete messages.undo;
    return { json: async () => messages };
  });
});
afterEach(() => vi.unstubAllGlobals());

it('a language of the panel speaks for itself', async () => {
  const t = await translatorFor('pl');
  expect(t('panel.title')).toBe(polish['panel.title']);
  expect([1, 3, 5].map((days) => t('promise.ack', { days }))).toEqual([
    expect.stringContaining('1 dnia'),
    expect.stringContaining('3 dni'),
    expect.stringContaining('5 dni'),
  ]);
});

it('what it lacks is said in English, never as a bare key', async () => {
  withoutUndo = true;
  const t = await translatorFor('pl');
  expect(t('undo')).toBe('Undo');
  expect(read.sort()).toEqual(['en', 'pl']);
});

it('a complete language is read alone', async () => {
  expect((await translatorFor('de'))('undo')).toBe('Rückgängig');
  expect(read).toEqual(['de']);
});

it('Portuguese counts nought as many, as in Portugal', async () => {
  const t = await translatorFor('pt');
  expect(t('returned.reach.missing', { count: 0 })).toContain('0 dias');
  expect(t.day('2026-11-02')).toBe('2 de novembro');
});

it('there is none for a language that nobody wrote', async () => {
  await expect(translatorFor('xx')).rejects.toThrow(RangeError);
});
