import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { newMemberKeys } from '../../../shared/member-keys.ts';
import {
  CLOCK_SKEW_SECONDS,
  REQUEST_WINDOW_SECONDS,
  signRequest,
} from '../../../shared/request-signature.ts';
import { asMember, count, type Hospital, newHospital, random, send, signed } from './hospital.ts';

let hospital: Hospital;
const QUEUE = '/v1/desks/1/queue';

beforeEach(async () => {
  hospital = await newHospital();
  await hospital.keeper.tick();
});
afterEach(() => hospital.close());

async function expectRefusal(answer: Response, status: number, code: string) {
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(JSON.stringify({ error: code }));
}

describe('what anybody may ask', () => {
  test('keys are served as the relay has them', async () => {
    const answer = await hospital.app.request('/v1/keys');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(hospital.relay.files.get('keys'));
  });

  test('health says no more than that it is there', async () => {
    expect(await (await hospital.app.request('/v1/health')).text()).toBe('{"ok":true}');
  });

  test('every other path is not found, in the same words', async () => {
    for (const path of ['/', '/v1', '/v1/keys/', '/v1/packs', '/v1/files/keys', '/%00']) {
      await expectRefusal(await hospital.app.request(path), 404, 'not-found');
    }
  });

  test('pages of the extension may call it, without credentials', async () => {
    const answer = await hospital.app.request(QUEUE, {
      method: 'OPTIONS',
      headers: {
        origin: 'chrome-extension://abcdefgh',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-digest,signature,signature-input',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET,POST,PUT');
    expect(answer.headers.get('access-control-allow-headers')).toBe(
      'content-digest,signature,signature-input,content-type',
    );
    const refused = await hospital.app.request(QUEUE);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.headers.get('set-cookie')).toBeNull();
  });
});

describe('a request by a member', () => {
  test('is answered', async () => {
    const answer = await asMember(hospital, hospital.members.ann, 'GET', QUEUE);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ items: [], cursor: '', more: false });
  });

  const tamperings: [string, (parts: ReturnType<typeof signed>) => ReturnType<typeof signed>][] = [
    ['without a signature', (parts) => ({ ...parts, headers: {} })],
    ['for another path', (parts) => ({ ...parts, url: parts.url.replace('desks/1', 'desks/2') })],
    ['for another query', (parts) => ({ ...parts, url: `${parts.url}?after=` })],
    ['for another method', (parts) => ({ ...parts, method: 'POST', body: new Uint8Array(0) })],
    ['with a body nobody signed', (parts) => ({ ...parts, method: 'POST', body: random(3) })],
    [
      'with a bit of the signature flipped',
      (parts) => ({
        ...parts,
        headers: {
          ...parts.headers,
          signature:
            parts.headers.signature?.replace(/:(.)/, (_, letter) => (letter === 'A' ? ':B' : ':A')) ?? '',
        },
      }),
    ],
    [
      'with its nonce changed',
      (parts) => ({
        ...parts,
        headers: {
          ...parts.headers,
          'signature-input': parts.headers['signature-input']?.replace(/nonce="."?/, 'nonce="A') ?? '',
        },
      }),
    ],
    [
      'with headers that are none',
      (parts) => ({ ...parts, headers: { ...parts.headers, 'signature-input': '((((' } }),
    ],
  ];
  test.each(tamperings)('is refused %s', async (_, tamper) => {
    const parts = signed(hospital.members.ann, 'GET', QUEUE, hospital.now);
    await expectRefusal(await send(hospital.app, tamper(parts)), 401, 'bad-signature');
  });

  test('is refused from a stranger, and when meant for the relay', async () => {
    const stranger = newMemberKeys(random);
    await expectRefusal(await asMember(hospital, stranger, 'GET', QUEUE), 401, 'bad-signature');
    const url = `https://mailroom.example${QUEUE}`;
    const headers = signRequest({ method: 'GET', url }, hospital.members.ann.signing, {
      audience: 'candor-relay',
      nowSeconds: hospital.now,
      random,
    });
    await expectRefusal(await send(hospital.app, { method: 'GET', url, headers }), 401, 'bad-signature');
  });

  test('passes once only, also after a restart', async () => {
    const parts = signed(hospital.members.ann, 'GET', QUEUE, hospital.now);
    expect((await send(hospital.app, parts)).status).toBe(200);
    await expectRefusal(await send(hospital.app, parts), 401, 'replayed-request');
    hospital = await hospital.restart();
    hospital.now += CLOCK_SKEW_SECONDS - 1;
    await expectRefusal(await send(hospital.app, parts), 401, 'replayed-request');
  });

  test('from a clock that is ahead is remembered for as long as it could pass', async () => {
    const parts = signed(hospital.members.ann, 'GET', QUEUE, hospital.now + CLOCK_SKEW_SECONDS);
    expect((await send(hospital.app, parts)).status).toBe(200);
    hospital.now += REQUEST_WINDOW_SECONDS - 1;
    await hospital.deps.store.forgetNoncesBefore(hospital.now);
    await expectRefusal(await send(hospital.app, parts), 401, 'replayed-request');
    hospital.now += 1;
    await expectRefusal(await send(hospital.app, parts), 401, 'bad-signature');
  });

  test('is refused when it is too old or from too far in the future', async () => {
    for (const off of [-CLOCK_SKEW_SECONDS - 1, CLOCK_SKEW_SECONDS + 1]) {
      const parts = signed(hospital.members.ann, 'GET', QUEUE, hospital.now + off);
      await expectRefusal(await send(hospital.app, parts), 401, 'bad-signature');
    }
  });

  test('is refused for a desk that is not theirs, whether or not there is one', async () => {
    for (const path of [
      '/v1/desks/2/queue',
      '/v1/desks/2/shares',
      '/v1/desks/2/events',
      '/v1/desks/9/queue',
    ]) {
      await expectRefusal(await asMember(hospital, hospital.members.ann, 'GET', path), 403, 'not-yours');
    }
    for (const path of ['/v1/desks/2/weeks', '/v1/desks/2/events']) {
      const answer = await asMember(hospital, hospital.members.ann, 'POST', path, jsonBytes({}));
      await expectRefusal(answer, 403, 'not-yours');
    }
  });

  test('is refused once the membership has lapsed, and not a day sooner', async () => {
    // Memberships last until 22 February 2027, in Berlin.
    hospital.now = Date.UTC(2027, 1, 22, 22, 59) / 1000;
    expect((await asMember(hospital, hospital.members.ann, 'GET', QUEUE)).status).toBe(200);
    hospital.now += 60;
    await expectRefusal(await asMember(hospital, hospital.members.ann, 'GET', QUEUE), 403, 'not-yours');
  });

  test('is refused with a cursor that is none', async () => {
    for (const after of ['x', 'AAAA', '%22', 'A'.repeat(1000)]) {
      for (const list of ['queue', 'events']) {
        const path = `/v1/desks/1/${list}?after=${after}`;
        if (list === 'events' && after === 'AAAAAA') continue;
        await expectRefusal(await asMember(hospital, hospital.members.ann, 'GET', path), 400, 'bad-request');
      }
    }
  });

  test('is refused with more than a megabyte, announced or not', async () => {
    const parts = signed(
      hospital.members.ann,
      'POST',
      '/v1/desks/1/events',
      hospital.now,
      random(1024 * 1024 + 1),
    );
    await expectRefusal(await send(hospital.app, parts), 413, 'too-long');
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(random(65_536)),
    });
    const request = new Request(parts.url, {
      method: 'POST',
      headers: parts.headers,
      body: stream,
      duplex: 'half',
    } as RequestInit);
    await expectRefusal(await hospital.app.request(request), 413, 'too-long');
  });

  test('gets one constant answer when the store fails, and the log holds no word of it', async () => {
    hospital.deps.store.queuePage = async () => Promise.reject(new Error('connection to secret-host lost'));
    await expectRefusal(await asMember(hospital, hospital.members.ann, 'GET', QUEUE), 503, 'unreachable');
    expect(count(hospital, 'request.failed')).toBe(1);
    expect(JSON.stringify(hospital.logged)).not.toContain('secret-host');
  });
});

describe('the team log', () => {
  const PATH = '/v1/desks/1/events';
  const sealed = () => random(400);
  const append = (bytes: Bytes, keys = hospital.members.ann) =>
    asMember(hospital, keys, 'POST', PATH, jsonBytes({ sealed: toBase64url(bytes) }));

  test('takes an event from one member and shows it to another, once', async () => {
    const event = sealed();
    const first = await append(event);
    const { id } = (await first.json()) as { id: string };
    expect(await (await append(event, hospital.members.ben)).json()).toEqual({ id });
    const page = await (await asMember(hospital, hospital.members.ben, 'GET', PATH)).json();
    expect(page).toEqual({
      items: [{ id, sealed: toBase64url(event) }],
      cursor: expect.any(String),
      more: false,
    });
  });

  test('continues after a cursor, and keeps the cursor when there is nothing new', async () => {
    await append(sealed());
    const read = async (after: string) =>
      (await (await asMember(hospital, hospital.members.ann, 'GET', `${PATH}?after=${after}`)).json()) as {
        items: { sealed: string }[];
        cursor: string;
      };
    const { cursor } = await read('');
    expect(await read(cursor)).toEqual({ items: [], cursor, more: false });
    const later = sealed();
    await append(later);
    expect((await read(cursor)).items.map((item) => item.sealed)).toEqual([toBase64url(later)]);
  });

  test('comes in pages of 500', async () => {
    const events = Array.from({ length: 501 }, (_, i) => ({ id: random(32), sealed: random(50 + (i % 3)) }));
    for (const event of events) await hospital.deps.store.appendEvent(1, event);
    const first = (await (await asMember(hospital, hospital.members.ann, 'GET', PATH)).json()) as {
      items: object[];
      cursor: string;
      more: boolean;
    };
    expect([first.items.length, first.more]).toEqual([500, true]);
    const rest = await asMember(hospital, hospital.members.ann, 'GET', `${PATH}?after=${first.cursor}`);
    expect(await rest.json()).toMatchObject({ items: [{}], more: false });
  });

  test.each([
    ['another field', { sealed: 'AAAA', note: 'x' }, 400, 'bad-request'],
    ['no event', {}, 400, 'bad-request'],
    ['an event that is no sealed box', { sealed: 'AAAA' }, 400, 'bad-request'],
    ['bytes that are no base64url', { sealed: 'A+/=' }, 400, 'bad-request'],
    ['an event above 64 KiB', { sealed: toBase64url(new Uint8Array(65 * 1024)) }, 413, 'too-long'],
  ])('refuses %s', async (_, body, status, code) => {
    await expectRefusal(
      await asMember(hospital, hospital.members.ann, 'POST', PATH, jsonBytes(body)),
      status,
      code,
    );
  });

  test('refuses what is no JSON', async () => {
    await expectRefusal(
      await asMember(hospital, hospital.members.ann, 'POST', PATH, random(40)),
      400,
      'bad-request',
    );
    await expectRefusal(await asMember(hospital, hospital.members.ann, 'POST', PATH), 400, 'bad-request');
  });
});

test('a mailroom without a keyring answers nobody and refuses to work', async () => {
  const empty = await newHospital();
  try {
    for (const blob of await empty.deps.store.keyringOffers())
      await empty.deps.store.forgetKeyringOffer(blob);
    await expectRefusal(await empty.app.request('/v1/keys'), 404, 'not-found');
    await expectRefusal(await asMember(empty, empty.members.ann, 'GET', QUEUE), 503, 'unreachable');
    await expect(empty.keeper.tick()).rejects.toMatchObject({ code: 'bad-settings' });
  } finally {
    await empty.close();
  }
});
