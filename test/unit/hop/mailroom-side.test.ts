import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hopApp } from '../../../relay/hop/app.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, compareBytes, concat, equalBytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { INTAKE_VERSION } from '../../../shared/intake.ts';
import { encodeKeysFile, signKeyRecord } from '../../../shared/key-records.ts';
import { type Keyring, signKeyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { PACK_HEADER, readPack } from '../../../shared/pack.ts';
import { signRequest } from '../../../shared/request-signature.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { HASH, INTAKE } from '../../../shared/sizes.ts';
import {
  amal,
  intake,
  keyring,
  keyringBlob,
  mailroom,
  root,
  signedRecords,
  stranger,
  WEEK,
} from '../../vectors/cast.ts';
import {
  BULLETIN,
  bulletinFile,
  indexFile,
  KEYS_FILE,
  ORIGIN,
  random,
  type SignedRequest,
  type Stage,
  stage,
} from './relay-stage.ts';

const answerOf = async (response: Response) => [response.status, await response.json()];

describe('the mailroom at the relay', () => {
  let one: Stage;
  beforeEach(async () => {
    one = await stage();
  });
  afterEach(() => one.dispose());

  const makePack = async (cells: number): Promise<Bytes[]> => {
    const head = concat(new Uint8Array([INTAKE_VERSION]), kidOf(intake.publicKey));
    const intakes = Array.from({ length: cells }, () => concat(head, random(INTAKE - head.length)));
    await Promise.all(intakes.map((made) => one.drop.accept(made, one.now)));
    await one.pass(3600);
    return intakes;
  };

  describe('requests', () => {
    const list: SignedRequest = { method: 'GET', path: '/v1/packs' };
    const BAD = [401, { error: 'bad-signature' }];

    it('are taken when the mailroom has signed them', async () => {
      expect(await answerOf(await one.signed(list))).toEqual([200, []]);
    });

    it('are refused in one word when they are not signed at all', async () => {
      const routes: [string, string][] = [
        ['GET', '/v1/packs'],
        ['GET', '/v1/packs/AAAA'],
        ['DELETE', '/v1/packs/AAAA'],
        ['PUT', '/v1/files/keys'],
        ['PUT', '/v1/files/bulletin'],
        ['PUT', '/v1/files/index'],
        ['PUT', `/v1/replies/${toBase64url(random(HASH))}`],
      ];
      for (const [method, path] of routes) {
        expect(await answerOf(await one.app.request(path, { method })), path).toEqual(BAD);
      }
    });

    it.each<[string, Partial<SignedRequest>]>([
      ['a stranger', { signer: stranger.signing }],
      ['a member of a desk', { signer: amal.signing }],
      ['the root', { signer: root }],
      ['the mailroom for another service', { audience: 'candor-mailroom' }],
      ['the mailroom long ago', { createdSeconds: 1 }],
      ['the mailroom ten minutes ago', { createdSeconds: -600 }],
      ['the mailroom in ten minutes', { createdSeconds: 600 }],
    ])('are refused when signed by %s', async (_, change) => {
      const { createdSeconds } = change;
      const created =
        createdSeconds === undefined
          ? {}
          : { createdSeconds: createdSeconds === 1 ? 1 : one.now + createdSeconds };
      expect(await answerOf(await one.signed({ ...list, ...change, ...created }))).toEqual(BAD);
      expect(one.log).toEqual(['{"event":"mailroom-request.refused","times":1}']);
    });

    it('are refused when anything in them was changed', async () => {
      const url = `${ORIGIN}/v1/files/bulletin`;
      const body = bulletinFile(1);
      const sign = () =>
        signRequest({ method: 'PUT', url, body }, mailroom, {
          audience: 'candor-relay',
          nowSeconds: one.now,
          random,
        });
      const changed = bulletinFile(2);
      const attempts: [string, RequestInit][] = [
        [url, { method: 'PUT', headers: sign(), body: changed }],
        [`${ORIGIN}/v1/files/index`, { method: 'PUT', headers: sign(), body }],
        [`${url}?more`, { method: 'PUT', headers: sign(), body }],
        [url, { method: 'PUT', headers: { ...sign(), signature: sign().signature ?? '' }, body }],
        [url, { method: 'PUT', headers: { ...sign(), 'signature-input': 'candor=()' }, body }],
      ];
      for (const [target, init] of attempts) {
        expect(await answerOf(await one.app.request(target, init))).toEqual(BAD);
      }
      expect((await one.app.request('/v1/bulletin')).status).toBe(404);
    });

    it('pass once, at whichever copy', async () => {
      const other = await one.copy();
      const url = `${ORIGIN}/v1/packs`;
      const headers = signRequest({ method: 'GET', url }, mailroom, {
        audience: 'candor-relay',
        nowSeconds: one.now,
        random,
      });
      expect((await one.app.request(url, { headers })).status).toBe(200);
      expect(await answerOf(await one.app.request(url, { headers }))).toEqual(BAD);
      expect(await answerOf(await other.app.request(url, { headers }))).toEqual(BAD);
      // Not even once the nonce could have been forgotten.
      await one.pass(601);
      expect(await answerOf(await one.app.request(url, { headers }))).toEqual(BAD);
      await one.pass(7200);
      expect(await answerOf(await one.app.request(url, { headers }))).toEqual(BAD);
    });

    it('with too large a body are not read to the end', async () => {
      const response = await one.publish('keys', new Uint8Array(5 * 1024 * 1024));
      expect(await answerOf(response)).toEqual([413, { error: 'too-long' }]);
      expect((await one.signed({ method: 'DELETE', path: '/v1/packs/AAAA', body: random(10) })).status).toBe(
        413,
      );
    });
  });

  describe('packs', () => {
    it('are listed, streamed as the format says, and go once confirmed', async () => {
      const intakes = await makePack(70);
      const [status, packs] = await answerOf(await one.signed({ method: 'GET', path: '/v1/packs' }));
      expect([status, packs]).toEqual([
        200,
        [
          {
            id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
            intakeKid: toBase64url(kidOf(intake.publicKey)),
            closedSeconds: Math.floor(one.now / 3600) * 3600,
            count: 70,
          },
        ],
      ]);
      const path = `/v1/packs/${packs[0].id}`;
      const response = await one.signed({ method: 'GET', path });
      expect(response.headers.get('content-length')).toBe(String(PACK_HEADER + 70 * INTAKE));
      const read: unknown[] = [];
      for await (const part of readPack(chunksOf(response))) read.push(part);
      expect(read[0]).toEqual({
        intakeKid: kidOf(intake.publicKey),
        closedSeconds: packs[0].closedSeconds,
        count: 70,
      });
      expect(read.slice(1)).toEqual(intakes.toSorted((a, b) => compareBytes(sha256(a), sha256(b))));

      expect(await answerOf(await one.signed({ method: 'DELETE', path }))).toEqual([200, { ok: true }]);
      for (const method of ['GET', 'DELETE'] as const) {
        expect(await answerOf(await one.signed({ method, path }))).toEqual([404, { error: 'not-found' }]);
      }
      expect(await (await one.signed({ method: 'GET', path: '/v1/packs' })).json()).toEqual([]);
    });

    it.each(['AAAA', 'not*base64', 'A'.repeat(22)])('named %s are not found', async (name) => {
      const response = await one.signed({ method: 'GET', path: `/v1/packs/${name}` });
      expect(await answerOf(response)).toEqual([404, { error: 'not-found' }]);
    });

    it('are read from the drop no faster than the mailroom takes them', async () => {
      const intake = random(INTAKE);
      let read = 0;
      const drop = {
        ...one.drop,
        packs: async () => [
          { id: new Uint8Array(16), intakeKid: random(4), closedSeconds: 1, count: 300_000 },
        ],
        packCells: async function* () {
          for (; read < 300_000; read++) yield intake;
        },
      };
      const url = `${ORIGIN}/v1/packs/${'A'.repeat(22)}`;
      const headers = signRequest({ method: 'GET', url }, mailroom, {
        audience: 'candor-relay',
        nowSeconds: one.now,
        random,
      });
      const response = await hopApp({ ...one.deps, drop }).request(url, { headers });
      const reader = response.body?.getReader();
      for (let chunk = 0; chunk < 3; chunk++) await reader?.read();
      await pause(50);
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(300);
      await reader?.cancel();
      await pause(50);
      expect(read).toBeLessThan(300);
    });

    it('that vanish while they are streamed break the stream instead of ending it', async () => {
      await makePack(150);
      const [pack] = await one.drop.packs();
      const path = `/v1/packs/${toBase64url(pack?.id ?? random(16))}`;
      const response = await one.signed({ method: 'GET', path });
      await one.drop.confirmPack(pack?.id ?? random(16));
      await expect(response.arrayBuffer()).rejects.toThrow();
    });
  });

  describe('the keys file', () => {
    const next = (change: Partial<Keyring> = {}, seed = root.seed) => {
      const blob = signKeyring({ ...keyring, serial: 2, previous: sha256(keyringBlob), ...change }, seed);
      return encodeKeysFile(blob, signedRecords);
    };
    const expectKeys = async (expected: Bytes) => {
      const response = await one.app.request('/v1/keys');
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(expected);
    };

    it('is published, and named by the next manifest', async () => {
      await expectKeys(KEYS_FILE);
      expect((await one.manifest()).manifest.files.keys).toEqual(sha256(KEYS_FILE));
      const file = next();
      expect(await answerOf(await one.publish('keys', file))).toEqual([200, { ok: true }]);
      await expectKeys(file);
      await one.pass(1);
      expect((await one.manifest()).manifest.files.keys).toEqual(sha256(file));
    });

    it('may be brought again', async () => {
      expect((await one.publish('keys', KEYS_FILE)).status).toBe(200);
      expect((await one.drop.state()).files.keys?.serial).toBe(1);
    });

    it('may get new records under the same keyring', async () => {
      const later = { from: WEEK.until, until: WEEK.until + 7 * 86_400 };
      const record = signKeyRecord({ desk: 0, key: random(32), ...later }, mailroom);
      const file = encodeKeysFile(keyringBlob, [...signedRecords, record]);
      expect((await one.publish('keys', file)).status).toBe(200);
      expect((await one.drop.state()).intakeKeys.length).toBe(2);
    });

    it('is refused with a lower serial, or one that does not continue the known keyring', async () => {
      await one.publish('keys', next());
      expect(await answerOf(await one.publish('keys', KEYS_FILE))).toEqual([409, { error: 'stale' }]);
      const third = next({ serial: 3, previous: random(HASH) });
      expect(await answerOf(await one.publish('keys', third))).toEqual([422, { error: 'bad-public-file' }]);
      const other = next({ org: { id: 'another', name: 'Another' } });
      expect(await answerOf(await one.publish('keys', other))).toEqual([409, { error: 'stale' }]);
      await expectKeys(next());
    });

    it('is refused when it is not signed by the root, or holds a record that nobody may sign', async () => {
      const forged = next({}, stranger.signing.seed);
      expect(await answerOf(await one.publish('keys', forged))).toEqual([422, { error: 'bad-signature' }]);
      const foreign = signKeyRecord({ desk: 0, key: random(32), ...WEEK }, amal.signing);
      const file = encodeKeysFile(keyringBlob, [...signedRecords, foreign]);
      expect(await answerOf(await one.publish('keys', file))).toEqual([422, { error: 'not-yours' }]);
      expect(await answerOf(await one.publish('keys', random(300)))).toEqual([
        422,
        { error: 'bad-public-file' },
      ]);
      await expectKeys(KEYS_FILE);
    });

    it('may give the mailroom another identity, which then signs', async () => {
      const successor = newSigningKeyPair(random);
      const blob = signKeyring(
        { ...keyring, serial: 2, previous: sha256(keyringBlob), mailroom: successor.publicKey },
        root.seed,
      );
      const records = [signKeyRecord({ desk: 0, key: intake.publicKey, ...WEEK }, successor)];
      const file = encodeKeysFile(blob, records);
      expect((await one.publish('keys', file, stranger.signing)).status).toBe(401);
      expect((await one.publish('keys', file, successor)).status).toBe(200);
      expect((await one.signed({ method: 'GET', path: '/v1/packs' })).status).toBe(401);
      expect((await one.signed({ method: 'GET', path: '/v1/packs', signer: successor })).status).toBe(200);
    });

    it('reaches an empty relay, from the mailroom that the root names in it and from nobody else', async () => {
      const empty = await stage({}, { empty: true });
      try {
        expect((await empty.app.request('/v1/keys')).status).toBe(404);
        expect((await empty.signed({ method: 'GET', path: '/v1/packs' })).status).toBe(401);
        expect((await empty.publish('bulletin', bulletinFile(1))).status).toBe(401);
        expect((await empty.publish('keys', KEYS_FILE, stranger.signing)).status).toBe(401);
        const ofAnotherRoot = next({}, stranger.signing.seed);
        expect((await empty.publish('keys', ofAnotherRoot)).status).toBe(401);
        expect((await empty.publish('keys', KEYS_FILE)).status).toBe(200);
        expect((await empty.publish('bulletin', bulletinFile(1))).status).toBe(200);
      } finally {
        await empty.dispose();
      }
    });
  });

  describe('the bulletin', () => {
    it('is published when a desk member has signed it, with a serial that rises', async () => {
      expect((await one.publish('bulletin', bulletinFile(3))).status).toBe(200);
      expect((await one.publish('bulletin', bulletinFile(3))).status).toBe(200);
      expect(await answerOf(await one.publish('bulletin', bulletinFile(2)))).toEqual([
        409,
        { error: 'stale' },
      ]);
      expect((await one.publish('bulletin', bulletinFile(4))).status).toBe(200);
      await one.pass(1);
      expect((await one.manifest()).manifest.files.bulletin).toEqual(sha256(bulletinFile(4)));
    });

    it('is refused from a stranger, and with the same serial for other words', async () => {
      const forged = bulletinFile(1, stranger.signing);
      expect(await answerOf(await one.publish('bulletin', forged))).toEqual([422, { error: 'not-yours' }]);
      expect((await one.app.request('/v1/bulletin')).status).toBe(404);
      const { signBulletin } = await import('../../../shared/bulletin.ts');
      await one.publish('bulletin', bulletinFile(1));
      const otherWords = signBulletin({ ...BULLETIN, language: 'de' }, amal.signing);
      expect(await answerOf(await one.publish('bulletin', otherWords))).toEqual([409, { error: 'stale' }]);
    });
  });

  describe('the reply index', () => {
    const pack = random(32 * 1024);
    const path = `/v1/replies/${toBase64url(sha256(pack))}`;

    it('is published with its packs, which go when it lists them no longer', async () => {
      expect((await one.signed({ method: 'PUT', path, body: pack })).status).toBe(200);
      expect((await one.publish('index', indexFile(1, [sha256(pack)]))).status).toBe(200);
      const response = await one.app.request(path);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(pack);
      expect(response.headers.get('cache-control')).toContain('immutable');

      expect((await one.publish('index', indexFile(2))).status).toBe(200);
      expect((await one.app.request(path)).status).toBe(404);
      expect(await answerOf(await one.publish('index', indexFile(1)))).toEqual([409, { error: 'stale' }]);
    });

    it('is refused from anybody but the mailroom', async () => {
      const forged = indexFile(1, [], amal.signing.seed);
      expect(await answerOf(await one.publish('index', forged))).toEqual([422, { error: 'bad-signature' }]);
    });

    it('packs are taken under their own hash only', async () => {
      const other = await one.signed({
        method: 'PUT',
        path,
        body: concat(pack.subarray(1), new Uint8Array(1)),
      });
      expect(await answerOf(other)).toEqual([400, { error: 'bad-request' }]);
      const large = await one.signed({ method: 'PUT', path, body: new Uint8Array(32 * 1024 + 1) });
      expect(large.status).toBe(413);
      expect((await one.app.request(path)).status).toBe(404);
    });
  });

  it('answers of one kind are the same for everybody', async () => {
    const bodies = await Promise.all(
      [stranger.signing, amal.signing, root].map(
        async (signer) =>
          new Uint8Array(
            await (await one.signed({ method: 'GET', path: '/v1/packs', signer })).arrayBuffer(),
          ),
      ),
    );
    const [first, ...others] = bodies;
    expect(others.every((body) => first !== undefined && equalBytes(body, first))).toBe(true);
  });
});

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  for await (const chunk of response.body) yield chunk;
}
