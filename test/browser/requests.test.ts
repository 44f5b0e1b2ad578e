import { describe, expect, test } from 'vitest';
import { endingsOfAllTests, endingsOfEachTest } from './harness/endings.ts';
import { asVersion2, fixtureExtension } from './harness/fixture.ts';
import { type Answer, recordingServer } from './harness/recording-server.ts';
import { startBrowser, startOnce } from './harness/start-browser.ts';

/*
 * What browsers do with an extension's requests. The way that Candor sends stands on these facts, so a browser that
 * changes them should fail here first.
 */

declare const browser: { permissions: { getAll(): Promise<{ origins: string[] }> } };
declare const post: (
  url: string,
  options: object,
  text: string,
) => Promise<{ type?: string; status?: number; text?: string; failed?: string }>;

const UNLINKABLE = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };
const OPEN_ANSWER: Answer = { headers: { 'Access-Control-Allow-Origin': '*' }, body: 'answered' };

describe('requests of the extension in Chromium, without a host permission', () => {
  const all = endingsOfAllTests();
  const each = endingsOfEachTest();
  const started = startOnce(() => startBrowser(all, 'chromium', { extensionDir: fixtureExtension(all) }));

  test('bytes without a content type need no preflight, and the answer is readable', async () => {
    const server = await recordingServer(each, () => OPEN_ANSWER);
    const it = await started();
    const answer = await it.background((url, options) => post(url, options, 'sealed'), server.origin, {
      ...UNLINKABLE,
      mode: 'cors',
    });
    expect(answer).toEqual({ type: 'cors', status: 200, text: 'answered' });
    expect(server.seen).toHaveLength(1);
    const [{ method, headers, headerNames, body }] = server.seen as [(typeof server.seen)[0]];
    expect(method).toBe('POST');
    expect(Buffer.from(body).toString()).toBe('sealed');
    expect(headers.origin).toBe(it.extensionOrigin);
    expect(headerNames.map((header) => header.toLowerCase()).sort()).toEqual(
      'accept accept-encoding accept-language cache-control connection content-length host origin pragma sec-fetch-dest sec-fetch-mode sec-fetch-site user-agent'.split(
        ' ',
      ),
    );
  });

  test('a content type brings a preflight, and a page adds hints that the worker does not send', async () => {
    const server = await recordingServer(each, () => OPEN_ANSWER);
    const it = await started();
    const typed = { ...UNLINKABLE, mode: 'cors', headers: { 'Content-Type': 'application/octet-stream' } };
    await it.background((url, options) => post(url, options, 'sealed'), server.origin, typed);
    expect(server.seen.map(({ method }) => method)).toEqual(['OPTIONS']);
    const page = await it.openPage('popup.html');
    await page.evaluate((url) => fetch(url), server.origin);
    expect(
      (await server.next('the request of the page', ({ method }) => method === 'GET')).headers,
    ).toHaveProperty('sec-ch-ua');
    await page.close();
  });

  test('without the open answer nothing is readable', async () => {
    const server = await recordingServer(each, () => ({ body: 'answered' }));
    const it = await started();
    const answer = await it.background((url, options) => post(url, options, 'sealed'), server.origin, {
      ...UNLINKABLE,
      mode: 'cors',
    });
    expect(answer).toEqual({ failed: 'TypeError: Failed to fetch' });
  });
});

describe.each([3, 2])('requests of the extension in Firefox, manifest version %i', (version) => {
  const all = endingsOfAllTests();
  const each = endingsOfEachTest();
  const extensionWith = (host_permissions: string[]) =>
    fixtureExtension(all, (manifest) =>
      version === 3 ? { ...manifest, host_permissions } : asVersion2({ ...manifest, host_permissions }),
    );
  const permitted = startOnce(() =>
    startBrowser(all, 'firefox', { extensionDir: extensionWith(['http://127.0.0.1/*']) }),
  );

  test('a declared host permission is granted at once', async () => {
    const { origins } = await (await permitted()).background(() => browser.permissions.getAll());
    expect(origins).toEqual(['http://127.0.0.1/*']);
  });

  test('no-cors with that permission hides the profile and still reads the answer, open or not', async () => {
    for (const headers of [OPEN_ANSWER.headers ?? {}, {}]) {
      const server = await recordingServer(each, () => ({ headers, body: 'answered' }));
      const send = (url: string, options: object) => post(url, options, 'sealed');
      const answer = await (await permitted()).background(send, server.origin, {
        ...UNLINKABLE,
        mode: 'no-cors',
      });
      expect(answer).toEqual({ type: 'basic', status: 200, text: 'answered' });
      expect(server.seen).toHaveLength(1);
      expect(server.seen[0]?.headers.origin).toBe('null');
      expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
      expect(server.seen[0]?.headers).not.toHaveProperty('referer');
      expect(Buffer.from(server.seen[0]?.body ?? []).toString()).toBe('sealed');
    }
  });

  test('a GET carries no origin at all; cors names the profile', async () => {
    const server = await recordingServer(each, () => OPEN_ANSWER);
    const it = await permitted();
    const get = (url: string, options: object) => fetch(url, options).then((answer) => answer.text());
    expect(await it.background(get, server.origin, { ...UNLINKABLE, mode: 'no-cors' })).toBe('answered');
    expect(server.seen[0]?.headers).not.toHaveProperty('origin');
    await it.background((url, options) => post(url, options, 'sealed'), server.origin, {
      ...UNLINKABLE,
      mode: 'cors',
    });
    expect(server.seen[1]?.headers.origin).toBe(it.extensionOrigin);
  });

  test('a sandboxed frame in the background hides the profile without any permission, for POST and GET', async () => {
    const server = await recordingServer(each, () => OPEN_ANSWER);
    const it = await startBrowser(each, 'firefox', { extensionDir: extensionWith([]) });
    for (const method of ['POST', 'GET']) {
      const answer = await it.background(sendFromFrame, server.origin, {
        ...UNLINKABLE,
        method,
        mode: 'cors',
      });
      expect(answer).toEqual({ type: 'cors', status: 200, text: 'answered' });
      const { headers } = await server.next(method, (seen) => seen.method === method);
      expect(headers.origin).toBe('null');
      expect(headers).not.toHaveProperty('referer');
    }
    expect(server.seen).toHaveLength(2);
  });

  test('a permission with a port counts for nothing, and then the answer is opaque', async () => {
    const server = await recordingServer(each, () => OPEN_ANSWER);
    const it = await startBrowser(each, 'firefox', { extensionDir: extensionWith([`${server.origin}/*`]) });
    const answer = await it.background((url, options) => post(url, options, 'sealed'), server.origin, {
      ...UNLINKABLE,
      mode: 'no-cors',
    });
    expect(answer).toEqual({ type: 'opaque', status: 0, text: '' });
    expect(server.seen[0]?.headers.origin).toBe('null');
  });
});

/** In the background, which is a document in Firefox. Self-contained. */
async function sendFromFrame(url: string, options: { method: string }): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = 'frame.html';
  const ready = new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
  document.documentElement.append(frame);
  await ready;
  const reply = new Promise<unknown>((heard) =>
    addEventListener('message', ({ data }) => heard(JSON.parse(JSON.stringify(data))), { once: true }),
  );
  frame.contentWindow?.postMessage(
    { url, options, text: options.method === 'POST' ? 'sealed' : undefined },
    '*',
  );
  return reply.finally(() => frame.remove());
}
