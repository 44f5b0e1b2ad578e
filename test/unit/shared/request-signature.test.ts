import { describe, expect, it } from 'vitest';
import { type Bytes, utf8 } from '../../../shared/bytes.ts';
import { kidOf } from '../../../shared/kid.ts';
import {
  type Audience,
  CLOCK_SKEW_SECONDS,
  REQUEST_WINDOW_SECONDS,
  signRequest,
  type UnsignedRequest,
  verifyRequest,
} from '../../../shared/request-signature.ts';
import { sign } from '../../../shared/signing.ts';
import { amal, berit, NOW, stranger } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { laterCodeOf } from './code-of.ts';

const request: UnsignedRequest = {
  method: 'POST',
  url: 'https://mailroom.example/v1/desks/1/events?after=abc',
  body: utf8('{"sealed":"AA"}'),
};

function signed(
  of: UnsignedRequest = request,
  signer = amal.signing,
  context: Partial<{ audience: Audience; nowSeconds: number }> = {},
): Record<string, string> {
  return signRequest(of, signer, {
    audience: 'candor-mailroom',
    nowSeconds: NOW,
    random: seededRandom('a request'),
    ...context,
  });
}

function verified(
  of: UnsignedRequest,
  headers: Record<string, string | undefined>,
  context: Partial<{ audience: Audience; nowSeconds: number }> = {},
  keyFor: (kid: Bytes) => Bytes | undefined = () => amal.signing.publicKey,
): ReturnType<typeof verifyRequest> {
  return verifyRequest({ ...of, header: (name) => headers[name] }, keyFor, {
    audience: 'candor-mailroom',
    nowSeconds: NOW,
    ...context,
  });
}

describe('a signed request', () => {
  it('names its signer and carries a nonce of its own', async () => {
    const result = await verified(request, signed());
    expect(result.kid).toEqual(kidOf(amal.signing.publicKey));
    expect(result.nonce).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it('asks for the key of that very signer', async () => {
    const asked: Bytes[] = [];
    await verified(request, signed(), {}, (kid) => {
      asked.push(kid);
      return amal.signing.publicKey;
    });
    expect(asked).toEqual([kidOf(amal.signing.publicKey)]);
  });

  it('may have no body and no query', async () => {
    const plain = { method: 'GET', url: 'https://relay.example/v1/packs' };
    expect(await laterCodeOf(verified(plain, signed(plain)))).toBe('no error');
  });

  it('passes behind a proxy that changes scheme and host', async () => {
    const inside = {
      ...request,
      url: request.url.replace('https://mailroom.example', 'http://127.0.0.1:8080'),
    };
    expect(await laterCodeOf(verified(inside, signed()))).toBe('no error');
  });

  it.each<[string, UnsignedRequest]>([
    ['another method', { ...request, method: 'PUT' }],
    ['another path', { ...request, url: request.url.replace('desks/1', 'desks/2') }],
    ['another query', { ...request, url: request.url.replace('abc', 'abd') }],
    ['the query left out', { ...request, url: request.url.replace('?after=abc', '') }],
    ['another body', { ...request, body: utf8('{"sealed":"AB"}') }],
    ['no body', { method: request.method, url: request.url }],
  ])('does not pass for %s', async (_, other) => {
    expect(await laterCodeOf(verified(other, signed()))).toBe('bad-signature');
  });

  it('of another person, a stranger or another service does not pass', async () => {
    expect(await laterCodeOf(verified(request, signed(request, berit.signing)))).toBe('bad-signature');
    expect(await laterCodeOf(verified(request, signed(request, stranger.signing), {}, () => undefined))).toBe(
      'bad-signature',
    );
    expect(await laterCodeOf(verified(request, signed(), { audience: 'candor-relay' }))).toBe(
      'bad-signature',
    );
  });

  it.each(['content-digest', 'signature-input', 'signature'])('without %s does not pass', async (name) => {
    expect(await laterCodeOf(verified(request, { ...signed(), [name]: undefined }))).toBe('bad-signature');
  });

  it.each<[string, (input: string) => string]>([
    ['a component left out', (input) => input.replace(' "@query"', '')],
    ['its time moved', (input) => input.replace(`created=${NOW}`, `created=${NOW + 1}`)],
    ['its time left out', (input) => input.replace(`;created=${NOW}`, '')],
    ['its nonce changed', (input) => input.replace('nonce="', 'nonce="A')],
    ['its nonce left out', (input) => input.replace(/;nonce="[^"]*"/, '')],
    ['another algorithm', (input) => input.replace('ed25519', 'hmac-sha256')],
    ['another service', (input) => input.replace('candor-mailroom', 'candor-relay')],
    ['another label', (input) => input.replace('candor=', 'other=')],
    ['nothing at all', () => ''],
  ])('with %s in its Signature-Input does not pass', async (_, change) => {
    const headers = signed();
    const input = change(headers['signature-input'] ?? '');
    expect(await laterCodeOf(verified(request, { ...headers, 'signature-input': input }))).toBe(
      'bad-signature',
    );
  });

  it('passes while the clocks differ by five minutes and no longer, either way', async () => {
    const at = (seconds: number): Promise<string> =>
      laterCodeOf(verified(request, signed(), { nowSeconds: NOW + seconds }));
    expect(await at(CLOCK_SKEW_SECONDS)).toBe('no error');
    expect(await at(CLOCK_SKEW_SECONDS + 1)).toBe('bad-signature');
    expect(await at(-CLOCK_SKEW_SECONDS)).toBe('no error');
    expect(await at(-CLOCK_SKEW_SECONDS - 1)).toBe('bad-signature');
  });

  it('can pass again only within the time for which nonces are remembered', async () => {
    const earliest = NOW - CLOCK_SKEW_SECONDS;
    expect(await laterCodeOf(verified(request, signed(), { nowSeconds: earliest }))).toBe('no error');
    const forgotten = earliest + REQUEST_WINDOW_SECONDS;
    expect(await laterCodeOf(verified(request, signed(), { nowSeconds: forgotten }))).toBe('bad-signature');
  });

  it.each(['', 'short', 'x'.repeat(10_000), '=====================' + '='])(
    'with a nonce that is not 16 bytes in base64url does not pass',
    async (nonce) => {
      // Signed for real, by a member whose software makes other nonces.
      const real = signed();
      const headers = resigned(
        (real['signature-input'] ?? '').replace(/nonce="[^"]*"/, `nonce="${nonce}"`),
        real,
      );
      expect(await laterCodeOf(verified(request, headers))).toBe('bad-signature');
    },
  );

  it('signed again for real after such a change does pass, so the nonce alone was the reason', async () => {
    const real = signed();
    const nonce = 'B'.repeat(22);
    const headers = resigned(
      (real['signature-input'] ?? '').replace(/nonce="[^"]*"/, `nonce="${nonce}"`),
      real,
    );
    expect((await verified(request, headers)).nonce).toBe(nonce);
  });
});

/** Signs a Signature-Input of our own making, as RFC 9421 §2.5 says. */
function resigned(input: string, headers: Record<string, string>): Record<string, string> {
  const url = new URL(request.url);
  const base = [
    `"@method": ${request.method}`,
    `"@path": ${url.pathname}`,
    `"@query": ${url.search}`,
    `"content-digest": ${headers['content-digest']}`,
    `"@signature-params": ${input.replace(/^candor=/, '')}`,
  ].join('\n');
  const signature = Buffer.from(sign(amal.signing.seed, utf8(base))).toString('base64');
  return { ...headers, 'signature-input': input, signature: `candor=:${signature}:` };
}
