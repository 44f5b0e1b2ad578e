import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { vi } from 'vitest';
import type { Drop } from '../../../relay/drop/drop.ts';
import { openSqliteDrop } from '../../../relay/drop/sqlite.ts';
import { type HopDeps, hopApp } from '../../../relay/hop/app.ts';
import { keepHop } from '../../../relay/hop/keeper.ts';
import type { HopSettings } from '../../../relay/hop/settings.ts';
import { type Answer, decodeAnswer } from '../../../shared/answer.ts';
import { type Bulletin, signBulletin } from '../../../shared/bulletin.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sealCell } from '../../../shared/cell.ts';
import { sealIntake } from '../../../shared/intake.ts';
import { encodeKeysFile } from '../../../shared/key-records.ts';
import { type Manifest, manifestHashOf, verifyManifest } from '../../../shared/manifest.ts';
import { signReplyIndex } from '../../../shared/reply-index.ts';
import { type Audience, signRequest } from '../../../shared/request-signature.ts';
import type { SigningKeyPair } from '../../../shared/signing.ts';
import {
  amal,
  intake as intakeKey,
  keyringBlob,
  mailroom,
  NOW,
  relay,
  root,
  signedRecords,
  staffKey,
} from '../../vectors/cast.ts';

/* A stage is a real drop on a real disk, which takes its time when the machine is busy. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
export const ORIGIN = 'http://relay.test';
export const KEYS_FILE = encodeKeysFile(keyringBlob, signedRecords);

export const SETTINGS: HopSettings = {
  windowSeconds: 3600,
  hopKeySeconds: 3600,
  meanSendSeconds: 3600,
  minimumCrowd: 1,
  packDays: 14,
  siteBudgetPerSecond: 1000,
};

/** A relay with a drop on the disk, keys published and a manifest issued, whose clock the test turns. */
export interface Stage {
  readonly app: Hono;
  readonly deps: HopDeps;
  readonly drop: Drop;
  /** Everything logged so far, as JSON lines. */
  readonly log: string[];
  now: number;
  tick(): Promise<void>;
  /** Lets time pass with the keeper at work. */
  pass(seconds: number): Promise<void>;
  manifest(): Promise<{ bytes: Bytes; manifest: Manifest }>;
  /** A cover cell as an install would make it now, with the INTAKE inside. */
  cell(content?: { intake?: Bytes; staffKey?: Bytes; hopKey?: Bytes; manifestHash?: Bytes }): Promise<{
    cell: Bytes;
    intake: Bytes;
  }>;
  send(cell: Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<Bytes>;
  sendCell(cell: Bytes, intake: Bytes): Promise<Answer>;
  signed(request: SignedRequest): Promise<Response>;
  publish(name: string, body: Bytes, signer?: SigningKeyPair): Promise<Response>;
  /** Cells that would be in packs if every window closed now. */
  storedIntakes(): Promise<Bytes[]>;
  /** The bytes of every file of the drop. */
  onDisk(): Buffer;
  /** Another copy of the relay over the same drop. */
  copy(): Promise<{ app: Hono; tick(): Promise<void> }>;
  dispose(): Promise<void>;
}

export interface SignedRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: Bytes;
  readonly signer?: SigningKeyPair;
  readonly audience?: Audience;
  readonly createdSeconds?: number;
}

/** `empty` leaves out the keys file; `open` opens a copy of another drop than one in a file of the stage's own. */
export async function stage(
  settings: Partial<HopSettings> = {},
  options: { empty?: boolean; open?: () => Promise<Drop> } = {},
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-hop-'));
  const path = join(folder, 'drop.db');
  const wrapKey = random(32);
  const open = options.open ?? (() => openSqliteDrop(path, { wrapKey, random }));
  const drop = await open();
  const log: string[] = [];
  const copies: Drop[] = [];
  const time = { now: NOW };
  const deps: HopDeps = {
    drop,
    identity: relay,
    rootKey: root.publicKey,
    staffKeys: [staffKey],
    settings: { ...SETTINGS, ...settings },
    clock: () => time.now,
    random,
    log: (event, fields) => log.push(JSON.stringify({ event, ...fields })),
  };
  const app = hopApp(deps);
  const keeper = keepHop(deps);

  const one: Stage = {
    app,
    deps,
    drop,
    log,
    get now() {
      return time.now;
    },
    set now(seconds) {
      time.now = seconds;
    },
    tick: () => keeper.tick(),
    async pass(seconds) {
      one.now += seconds;
      await keeper.tick();
      await keeper.tick();
    },
    async manifest() {
      const response = await app.request('/v1/manifest');
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { bytes, manifest: await verifyManifest(bytes, relay.publicKey) };
    },
    async cell(content = {}) {
      const { bytes, manifest } = await one.manifest();
      const intake = content.intake ?? sealIntake(intakeKey.publicKey, null, random);
      const cell = sealCell(
        intake,
        {
          publicKey: content.hopKey ?? manifest.hop.publicKey,
          staffKey: content.staffKey ?? staffKey,
          manifestHash: content.manifestHash ?? manifestHashOf(bytes),
        },
        random,
      );
      return { cell, intake };
    },
    async send(body, headers = {}) {
      const response = await app.request('/v1/cells', { method: 'POST', body, headers });
      if (response.status !== 200) throw new TypeError(`status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    sendCell: async (cell, intake) => decodeAnswer(await one.send(cell), intake),
    async signed({
      method,
      path: target,
      body,
      signer = mailroom,
      audience = 'candor-relay',
      createdSeconds,
    }) {
      const url = `${ORIGIN}${target}`;
      const headers = signRequest({ method, url, ...(body && { body }) }, signer, {
        audience,
        nowSeconds: createdSeconds ?? one.now,
        random,
      });
      return app.request(url, { method, headers, ...(body && { body }) });
    },
    publish: (name, body, signer) =>
      one.signed({ method: 'PUT', path: `/v1/files/${name}`, body, ...(signer && { signer }) }),
    async storedIntakes() {
      for (let more = true; more; ) {
        ({ more } = await drop.closeWindow(one.now + 7200, 3600, ({ cells }) => ({
          crowd: cells,
          stragglers: 0,
          release: true,
          announce: false,
        })));
      }
      const found: Bytes[] = [];
      for (const { id } of await drop.packs()) {
        for await (const intake of drop.packCells(id)) found.push(intake);
      }
      return found;
    },
    onDisk: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    async copy() {
      const other = await open();
      copies.push(other);
      const otherDeps = { ...deps, drop: other };
      const otherKeeper = keepHop(otherDeps);
      return { app: hopApp(otherDeps), tick: () => otherKeeper.tick() };
    },
    async dispose() {
      for (const opened of [drop, ...copies]) await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  await one.tick();
  if (options.empty !== true) {
    const response = await one.publish('keys', KEYS_FILE);
    if (!response.ok) throw new TypeError(`keys: ${response.status}`);
    await one.tick();
  }
  return one;
}

export const BULLETIN: Bulletin = {
  v: 1,
  serial: 1,
  issued: '2026-11-25',
  language: 'en',
  emergency: { label: 'Someone in danger now?', number: '2222' },
  fallback: { phone: '4411', paper: 'the yellow form' },
  places: [{ code: 'W7', label: 'Ward 7', staff: 38 }],
  support: [],
  stories: [],
  notices: [],
};

export function bulletinFile(serial: number, signer = amal.signing): Bytes {
  return signBulletin({ ...BULLETIN, serial }, signer);
}

export function indexFile(serial: number, packs: readonly Bytes[] = [], seed = mailroom.seed): Bytes {
  return signReplyIndex(
    { serial, days: packs.length === 0 ? [] : [{ day: '2026-11-25', packs: [...packs] }] },
    seed,
  );
}
