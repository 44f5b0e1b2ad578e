import { readFileSync } from 'node:fs';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { productApi } from '../vectors/api.ts';
import type { InBrowser } from '../vectors/in-browser.ts';
import { KINDS } from '../vectors/own-vectors.ts';
import { runVectors } from '../vectors/run.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { fixtureExtension } from './harness/fixture.ts';
import { recordingServer } from './harness/recording-server.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { until } from './harness/until.ts';

/*
 * The published vectors and our own in real browsers, whose WebCrypto, numbers and text encoders are not Node's. A plain
 * page on loopback is enough, since shared/ knows nothing of extensions.
 */

const bundled = startOnce(bundle);

async function bundle(): Promise<string> {
  const entry = new URL('../vectors/in-browser.ts', import.meta.url).pathname;
  const outcome = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [only] = [outcome].flat() as Rolldown.RolldownOutput[];
  const [chunk] = only?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('vite made no script of the vectors');
  return chunk.code;
}

describe.each(BROWSERS)('%s', (name) => {
  const all = endingsOfAllTests();

  const outcome = startOnce(async (): Promise<InBrowser> => {
    const script = await bundled();
    const { origin } = await recordingServer(all, ({ path }) => ({
      headers: { 'Content-Type': path === '/vectors.js' ? 'text/javascript' : 'text/html' },
      body:
        path === '/vectors.js'
          ? script
          : '<!doctype html><meta charset="utf-8"><script src="vectors.js"></script>',
    }));
    const { newTab } = await startBrowser(all, name, { extensionDir: fixtureExtension(all) });
    const page = await newTab(origin);
    const vectors = await until('the vectors', () => page.evaluate(() => window.vectors), 150);
    if ('failure' in vectors) throw new Error(vectors.failure);
    return vectors;
  });

  test('every published vector comes out as published, and as many as in Node', async () => {
    const { published } = await outcome();
    expect(published.filter(({ ok }) => !ok)).toEqual([]);
    expect(published.map(({ set, name: vector }) => `${set}: ${vector}`)).toEqual(
      (await runVectors(productApi)).map(({ set, name: vector }) => `${set}: ${vector}`),
    );
    console.log(`${name}: ${published.length} published vectors`);
  });

  test("the browser's own X25519 opens what tweetnacl opens, and refuses what it refuses", async () => {
    const { native } = await outcome();
    // Both browsers have offered it for years: one that stops should be noticed, though the inbox would go on without.
    expect(native?.length).toBe(14 + 518 + 3);
    expect(native?.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('our own vectors come out to the byte, so that no byte tells which browser wrote', async () => {
    const { own } = await outcome();
    expect(Object.keys(own).sort()).toEqual(KINDS.map((kind) => kind.name).sort());
    for (const [kind, text] of Object.entries(own)) {
      expect(text, kind).toBe(readFileSync(new URL(`../vectors/own/${kind}.json`, import.meta.url), 'utf8'));
    }
  });
});
