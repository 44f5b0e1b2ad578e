import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresMailroomStore } from '../../relay/mailroom/store/postgres.ts';
import { openSqliteMailroomStore } from '../../relay/mailroom/store/sqlite.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { kidOf } from '../../shared/kid.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { startTestPostgres, type TestPostgres } from './postgres-fixture.ts';

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
const options = { wrapKey: random(32), random };
const envelope = () => ({
  id: random(32),
  desk: 1,
  deskKid: random(4),
  releaseDay: '2026-11-24',
  envelope: random(3951),
});

describe('the mailroom’s store in SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-mailroom-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is shared by threads that know nothing of each other, and keeps each envelope once', async () => {
    const path = join(folder, 'shared.sqlite');
    await (await openSqliteMailroomStore(path, options)).close();
    const source = `
      import { parentPort, workerData } from 'node:worker_threads';
      const { openSqliteMailroomStore } = await import(workerData.module);
      const store = await openSqliteMailroomStore(workerData.path, {
        wrapKey: new Uint8Array(32), random: (length) => new Uint8Array(length),
      });
      let added = 0;
      for (let i = 0; i < 60; i++) {
        const id = new Uint8Array(32).fill(i);
        const one = { id, desk: 1, deskKid: id.slice(0, 4), releaseDay: '2026-11-24', envelope: id };
        added += (await store.putEnvelopes([one])).length;
      }
      await store.close();
      parentPort.postMessage(added);`;
    const script = join(folder, 'writer.mjs');
    writeFileSync(script, source);
    const module = new URL('../../relay/mailroom/store/sqlite.ts', import.meta.url).href;
    const results = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<number>((resolve, reject) => {
            const worker = new Worker(script, { workerData: { module, path } });
            worker.once('message', resolve);
            worker.once('error', reject);
          }),
      ),
    );
    expect(results.reduce((sum, added) => sum + added, 0)).toBe(60);
    const store = await openSqliteMailroomStore(path, options);
    expect((await store.queuePage(1, null, 100)).items.length).toBe(60);
    await store.close();
  });

  test('is refused where it cannot be, or is something else', async () => {
    const other = join(folder, 'other');
    writeFileSync(other, 'this is no database, and long enough to be taken for none'.repeat(20));
    for (const path of [other, join(other, 'below-a-file'), folder]) {
      await expect(openSqliteMailroomStore(path, options)).rejects.toMatchObject({ code: 'bad-settings' });
    }
  });
});

describe('the mailroom’s store in PostgreSQL', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres({ fsync: 'off' });
  }, 120_000);
  afterAll(() => postgres.stop(), 60_000);

  test('is refused where there is none, in words that give nothing away', async () => {
    const url = 'postgresql://secret-user:secret-word@/none?host=/nonexistent';
    const error = await openPostgresMailroomStore(url, options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'bad-settings' });
    expect(String(error)).not.toMatch(/secret|nonexistent/);
  }, 60_000);

  test('is made once by copies that start together', async () => {
    const url = await postgres.freshDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresMailroomStore(url, options)));
    for (const store of stores) await store.close();
  });

  test('once scrubbed holds neither destroyed keys, nor deleted envelopes, nor the order of arrival', async () => {
    const url = await postgres.freshDatabase();
    const name = new URL(url.replace('@/', '@localhost/')).pathname.slice(1);
    const store = await openPostgresMailroomStore(url, options);
    const ask = (sql: string) => postgres.cluster.query(sql, name);
    const oid = await ask(`SELECT oid FROM pg_database WHERE datname = '${name}'`);
    const onDisk = async () => {
      await ask('CHECKPOINT');
      const data = join(postgres.cluster.dir, 'data', 'base', oid);
      return Buffer.concat(readdirSync(data).map((file) => readFileSync(join(data, file))));
    };

    const pair = newBoxKeyPair(random);
    await store.addIntakeKey({ from: 0, until: 100, record: { by: random(4), blob: random(90) } }, pair);
    const wrapped = Buffer.from(
      await ask(`SELECT encode(wrapped, 'hex') FROM candor_mailroom.intake_keys`),
      'hex',
    );
    const old = { ...envelope(), releaseDay: '2026-01-01' };
    const kept = Array.from({ length: 20 }, envelope);
    for (const one of [old, ...kept]) await store.putEnvelopes([one]);
    const before = await onDisk();
    expect(before.includes(wrapped)).toBe(true);
    expect(before.includes(old.id)).toBe(true);

    await store.destroyIntakeKeysEndedBefore(100);
    await store.deleteEnvelopesBefore('2026-02-01');
    await store.levelQueues(20_000);
    await store.scrub();
    const after = await onDisk();
    expect(after.includes(wrapped)).toBe(false);
    expect(after.includes(old.id)).toBe(false);
    expect(await store.intakeKey(kidOf(pair.publicKey))).toBeNull();
    const stored = (await ask(`SELECT encode(id, 'hex') FROM candor_mailroom.queue ORDER BY ctid`)).split(
      '\n',
    );
    expect(stored).toEqual([...stored].sort());
    expect(stored.length).toBe(20);
    // Nor do the numbers that PostgreSQL gives to transactions and to values stored out of line.
    expect(await ask('SELECT count(DISTINCT xmin::text) FROM candor_mailroom.queue')).toBe('1');
    const outOfLine = `SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE oid = 'candor_mailroom.queue'::regclass`;
    expect(await ask(outOfLine)).toBe('0');
    await store.close();
  });
});
