import { type Bytes, type RandomBytes, readU32, utf8 } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { MAGIC } from '../../shared/sizes.ts';
import { arrivals } from './arrivals.ts';
import { emptyWindow } from './closing.ts';
import type { Drop } from './drop.ts';
import type { Engine } from './engine.ts';
import { forgetSome } from './forgetting.ts';
import { confirmPack, listPacks, packPage } from './packs.ts';
import { bytesIn, type Recipe, sql } from './recipe.ts';
import * as records from './records.ts';
import { openFirstWindow, turnWindow, windowDuty } from './windows.ts';
import { type Wrapping, wrappingUnder } from './wrapping.ts';

export interface DropOptions {
  /** 32 bytes, kept outside the database: every secret in it is stored under this key. */
  readonly wrapKey: Bytes;
  readonly random: RandomBytes;
}

/**
 * A drop on either engine, whose tables are there already. Rejects with `bad-settings` when it was made under another
 * wrapping key, and closes the engine then.
 */
export async function dropOn(engine: Engine, { wrapKey, random }: DropOptions): Promise<Drop> {
  try {
    const wrapping = wrappingUnder(wrapKey, random);
    await engine.run('turn', function* () {
      yield* checkWrapping(wrapping);
      yield* openFirstWindow(wrapping, random);
    });
    return withEngine(engine, wrapping, random);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function withEngine(engine: Engine, wrapping: Wrapping, random: RandomBytes): Drop {
  const { accept, drain } = arrivals(engine);
  return {
    accept,

    async closeWindow(nowSeconds, windowSeconds, judge) {
      const duty = await engine.run('look', () => windowDuty(nowSeconds, windowSeconds));
      if (duty === 'none') return { more: false, unreadable: 0 };
      if (duty === 'turn') {
        await engine.run('turn', () => turnWindow(nowSeconds, windowSeconds, wrapping, random));
        return { more: true, unreadable: 0 };
      }
      const step = await engine.run('keep', () => emptyWindow(wrapping, random, judge));
      if (step.closed !== undefined) await engine.scrub();
      return step;
    },

    packs: () => engine.run('look', listPacks),
    async *packCells(id) {
      for (let after: Bytes | null = new Uint8Array(0); after !== null; ) {
        const from: Bytes = after;
        const page = await engine.run('look', () => packPage(id, from));
        if (page === null) throw new CandorError('not-found', 'no such pack');
        yield* page.intakes;
        after = page.next;
      }
    },
    confirmPack: (id) => engine.run('keep', () => confirmPack(id)),

    state: () => engine.run('look', () => records.readState(wrapping)),
    file: (name) => engine.run('look', () => records.readFile(name)),
    putFile: (file, replaces, intakeKeys = []) =>
      engine.run('keep', () => records.putFile(file, replaces, intakeKeys)),
    announcedKeys: () => engine.run('look', records.readAnnounced),
    announceKeys: (keys, replaces) => engine.run('keep', () => records.announce(keys, replaces)),
    forgetAnnouncedKeys: (hash) => engine.run('keep', () => records.forgetAnnounced(hash)),
    reply: (hash) => engine.run('look', () => records.readReply(hash)),
    putReply: (hash, bytes) => engine.run('keep', () => records.putReply(hash, bytes)),
    deleteReplies: (hashes) => engine.run('keep', () => records.deleteReplies(hashes)),

    addHopKey: (key) => engine.run('keep', () => records.addHopKey(key, wrapping)),
    addManifest: (bytes, replaces, nowSeconds) =>
      engine.run('keep', () => records.addManifest(readU32(bytes, MAGIC), bytes, replaces, nowSeconds)),
    rememberNonce: (nonce, untilSeconds) =>
      engine.run('keep', () => records.rememberNonce(nonce, untilSeconds)),

    async forget(nowSeconds, packWindows) {
      const { more, secrets } = await engine.run('keep', () => forgetSome(nowSeconds, packWindows));
      if (secrets) await engine.scrub();
      return more;
    },

    async close() {
      await drain();
      await engine.close();
    },
  };
}

const CHECK = utf8('candor drop 1');

function* checkWrapping(wrapping: Wrapping): Recipe<void> {
  const [known] = yield* sql(`SELECT value FROM facts WHERE name = 'wrapping'`);
  if (known !== undefined) wrapping.unwrap(bytesIn(known, 'value'));
  else yield* sql(`INSERT INTO facts (name, value) VALUES ('wrapping', $1)`, wrapping.wrap(CHECK));
}
