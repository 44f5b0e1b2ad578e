import { readdirSync, readFileSync } from 'node:fs';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import sodium from 'libsodium-wrappers-sumo';
import { describe, expect, it } from 'vitest';
import { fromHex } from './hex.ts';
import { WORDLISTS } from './kinds-desk.ts';
import { fileText, KINDS, type OwnVectorFile, vectorFileOf } from './own-vectors.ts';
import { SECOND } from './second-implementation.ts';
import { blake2b } from './second-primitives.ts';

const FOLDER = new URL('own/', import.meta.url);

function textOnDisk(name: string): string {
  return readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
}

describe('own vectors', { timeout: 60_000 }, () => {
  it('have a file for every kind and no other', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(KINDS.map(({ name }) => `${name}.json`).sort());
  });

  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    '%s: encoding gives the bytes on disk and decoding the values on disk',
    async (name, kind) => {
      expect(fileText(await vectorFileOf(kind))).toBe(textOnDisk(name));
    },
  );

  it.each(KINDS.map(({ name }) => [name] as const))(
    '%s: a second implementation without any of our code sees the same',
    (name) => {
      const file: OwnVectorFile = JSON.parse(textOnDisk(name));
      for (const { input, bytes, seen } of file.vectors) {
        const wordlist = WORDLISTS[input.name] ?? english;
        const secondSeen = SECOND[name]?.(Buffer.from(fromHex(bytes)), { ...input, wordlist });
        expect(JSON.parse(JSON.stringify(secondSeen)), input.name).toEqual(seen);
      }
    },
  );
});

describe("the second implementation's own BLAKE2b", { timeout: 60_000 }, () => {
  it.each([16, 24, 32, 64])('gives what libsodium gives for %i bytes', (length) => {
    for (const size of [0, 1, 44, 127, 128, 129, 256, 1000]) {
      const message = Buffer.alloc(size, size);
      expect(blake2b(length, message)).toEqual(Buffer.from(sodium.crypto_generichash(length, message, null)));
    }
  });
});
