import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import { HASH, MANIFEST } from '../../../shared/sizes.ts';
import { bulletinFile, KEYS_FILE, random, type Stage, stage } from './relay-stage.ts';

describe('what everybody may read', () => {
  let one: Stage;
  beforeEach(async () => {
    one = await stage();
  });
  afterEach(() => one.dispose());

  it('is the manifest, the files it names, and whether the relay is up', async () => {
    expect((await one.manifest()).bytes.length).toBe(MANIFEST);
    expect(new Uint8Array(await (await one.app.request('/v1/keys')).arrayBuffer())).toEqual(KEYS_FILE);
    await one.publish('bulletin', bulletinFile(1));
    expect(new Uint8Array(await (await one.app.request('/v1/bulletin')).arrayBuffer())).toEqual(
      bulletinFile(1),
    );
    expect(await (await one.app.request('/v1/health')).json()).toEqual({ ok: true });
  });

  it('names what nobody has made yet by zeros', async () => {
    const { files } = (await one.manifest()).manifest;
    expect(files.bulletin).toEqual(new Uint8Array(HASH));
    expect(files.index).toEqual(new Uint8Array(HASH));
    expect((await one.app.request('/v1/index')).status).toBe(404);
  });

  it('comes with headers that let anybody read it and keep nothing', async () => {
    for (const path of ['/v1/manifest', '/v1/keys', '/v1/nothing', '/v1/health']) {
      const { headers } = await one.app.request(path);
      expect(headers.get('access-control-allow-origin'), path).toBe('*');
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('access-control-allow-credentials'), path).toBeNull();
      expect(headers.get('set-cookie'), path).toBeNull();
    }
  });

  it('lets a browser ask first, without telling it anything about itself', async () => {
    const response = await one.app.request('/v1/cells', {
      method: 'OPTIONS',
      headers: { origin: 'chrome-extension://abc', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.get('vary')).toBeNull();
  });

  it('is nothing else: any other path gets the same short answer', async () => {
    const paths = ['/', '/v1', '/v1/cells', '/v1/secret-canary', '/v1/replies/x', '/v1/replies/AAAA', '/%00'];
    paths.push(`/v1/replies/${toBase64url(random(HASH))}`);
    for (const path of paths) {
      const response = await one.app.request(path);
      expect([response.status, await response.text()], path).toEqual([404, '{"error":"not-found"}']);
    }
  });

  it('says in one word that it cannot read its store', async () => {
    const { hopApp } = await import('../../../relay/hop/app.ts');
    const fail = () => Promise.reject(new Error('postgres://user:secret@host'));
    const app = hopApp({ ...one.deps, drop: { ...one.drop, state: fail, reply: fail } });
    for (const path of ['/v1/manifest', `/v1/replies/${toBase64url(random(HASH))}`]) {
      const response = await app.request(path);
      expect([response.status, await response.text()]).toEqual([503, '{"error":"unreachable"}']);
    }
    expect(one.log.join()).not.toContain('secret');
  });
});
