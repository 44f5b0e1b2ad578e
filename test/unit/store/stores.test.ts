import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keyringStore, MOST_KEYRINGS } from '../../../extension/store/keyring-store.ts';
import { outboxStore } from '../../../extension/store/outbox-store.ts';
import { packStore } from '../../../extension/store/pack-store.ts';
import { publicStore } from '../../../extension/store/public-store.ts';

let fresh = 0;

it('the outbox is one value, absent at first and gone when forgotten', async () => {
  const store = outboxStore(`outbox-${fresh++}`);
  expect(await store.load()).toBe(null);
  await store.save(new Uint8Array([1, 2]));
  await store.save(new Uint8Array([3, 4]));
  expect(await store.load()).toEqual(new Uint8Array([3, 4]));
  await store.forget();
  expect(await store.load()).toBe(null);
});

it('the outbox is closed after each use: another version can open it at once', async () => {
  const name = `outbox-${fresh++}`;
  const store = outboxStore(name);
  await store.save(new Uint8Array([1]));
  const opened = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 2);
    request.onsuccess = () => resolve('opened');
    request.onblocked = () => reject(new Error('still open'));
    request.onerror = () => reject(request.error);
  });
  expect(opened).toBe('opened');
});

it('an outbox that cannot be read is not taken for an empty one', async () => {
  const name = `outbox-${fresh++}`;
  await outboxStore(name).save(new Uint8Array([1]));
  const request = indexedDB.open(name, 9);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  request.result.close();
  await expect(outboxStore(name).load()).rejects.toThrow();
});

it('public files are kept one by one', async () => {
  const store = publicStore(`public-${fresh++}`);
  expect(await store.load()).toEqual({ manifest: null, keys: null, bulletin: null, index: null });
  await store.save('keys', new Uint8Array([7]));
  await store.save('manifest', new Uint8Array([8]));
  expect(await store.load()).toEqual({
    manifest: new Uint8Array([8]),
    keys: new Uint8Array([7]),
    bulletin: null,
    index: null,
  });
});

it('reply packs are kept by their names until they are listed no longer', async () => {
  const store = packStore(`packs-${fresh++}`);
  expect([await store.names(), await store.all()]).toEqual([new Set(), new Map()]);
  await store.save('b', new Uint8Array([2]));
  await store.save('a', new Uint8Array([1]));
  await store.save('b', new Uint8Array([3]));
  expect(await store.names()).toEqual(new Set(['a', 'b']));
  expect(await store.all()).toEqual(
    new Map([
      ['a', new Uint8Array([1])],
      ['b', new Uint8Array([3])],
    ]),
  );
  await store.forget(['a', 'never there']);
  expect(await store.names()).toEqual(new Set(['b']));
});

it('keyrings of the past come newest first, and the oldest go when there are too many', async () => {
  const store = keyringStore(`keyrings-${fresh++}`);
  for (let serial = 1; serial <= MOST_KEYRINGS + 2; serial++)
    await store.save(serial, new Uint8Array([serial % 256, serial >> 8]));
  const kept = await store.all();
  expect(kept.length).toBe(MOST_KEYRINGS);
  expect(kept.map(([low = 0, high = 0]) => low + 256 * high)).toEqual(
    Array.from({ length: MOST_KEYRINGS }, (_, at) => MOST_KEYRINGS + 2 - at),
  );
}, 20_000);
