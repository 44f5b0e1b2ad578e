import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, slice, utf8 } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { fromHex } from './hex.ts';
import type { AnyKind } from './kind.ts';
import { KINDS, type OwnVector } from './own-vectors.ts';

type Outcome = ErrorCode | 'null' | 'unauthentic' | 'read';

/** What a reader makes of bytes that are not what was sent. */
async function outcomeOf(kind: AnyKind, bytes: Bytes, input: OwnVector['input']): Promise<Outcome> {
  try {
    const seen = (await kind.decode(bytes, input as never)) as {
      authentic?: boolean;
      content?: unknown;
    } | null;
    if (seen === null || seen.content === null) return 'null';
    return seen.authentic === false ? 'unauthentic' : 'read';
  } catch (error) {
    if (error instanceof CandorError) return error.code;
    throw error;
  }
}

function kindNamed(name: string): { kind: AnyKind; vectors: readonly OwnVector[] } {
  const kind = KINDS.find((candidate) => candidate.name === name);
  if (kind === undefined) throw new Error(`no kind called ${name}`);
  const text = readFileSync(new URL(`own/${name}.json`, import.meta.url), 'utf8');
  return { kind, vectors: JSON.parse(text).vectors };
}

function flipped(bytes: Bytes, at: number, bit: number): Bytes {
  const copy = slice(bytes, 0);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** Every place in the first 64 bytes and the last 64, and every 37th between: each field of each layout is met. */
function places(length: number): number[] {
  return Array.from({ length }, (_, at) => at).filter((at) => at < 64 || at >= length - 64 || at % 37 === 0);
}

const SEALED_OR_SIGNED = [
  ['envelope', ['null']],
  ['intake', ['null']],
  ['cell', ['null']],
  ['answer', ['bad-length', 'unauthentic']],
  ['manifest', ['bad-signature']],
  ['keyring', ['bad-signature']],
  ['key-record', ['bad-signature']],
  ['keys-file', ['bad-signature', 'bad-public-file', 'not-yours']],
  ['bulletin', ['bad-signature', 'bad-public-file', 'not-yours']],
  ['reply-index', ['bad-signature', 'bad-public-file']],
  ['member-card', ['bad-signature', 'bad-public-file']],
  ['desk-share', ['null']],
  ['team-event', ['null']],
  ['reply-slot', ['null']],
] as const;

describe('a flipped bit in any field', { timeout: 60_000 }, () => {
  it.each(SEALED_OR_SIGNED)('%s: is refused as %j', async (name, allowed) => {
    const { kind, vectors } = kindNamed(name);
    const [vector] = vectors;
    if (vector === undefined) throw new Error('no vector');
    const bytes = fromHex(vector.bytes);
    for (const at of places(bytes.length)) {
      const outcome = await outcomeOf(kind, flipped(bytes, at, at % 8), vector.input);
      expect(allowed, `byte ${at} read as "${outcome}"`).toContain(outcome);
    }
  });

  it('pack: in its marker or count is noticed; the INTAKEs are sealed in themselves', async () => {
    const { kind, vectors } = kindNamed('pack');
    for (const { bytes, input } of vectors) {
      for (const at of [0, 1, 2, 3, 12, 13, 14, 15]) {
        expect(await outcomeOf(kind, flipped(fromHex(bytes), at, 0), input)).toBe('bad-length');
      }
    }
  });

  it('reply pack: in a tag is noticed where it puts the slots out of order; slots are sealed in themselves', async () => {
    const { kind, vectors } = kindNamed('reply-pack');
    for (const { bytes, input } of vectors) {
      for (const at of [1024, 5 * 1024]) {
        const lowered = fromHex(bytes);
        lowered[at] = 0;
        lowered[at + 1] = 0;
        expect(await outcomeOf(kind, lowered, input)).toBe('bad-length');
      }
    }
  });

  it('member backup: in any field but the label is refused', async () => {
    const { kind, vectors } = kindNamed('member-backup');
    const [vector] = vectors;
    const file = JSON.parse(new TextDecoder().decode(fromHex(vector?.bytes ?? '')));
    for (const [field, value] of Object.entries<string | number>(file)) {
      if (field === 'label') continue;
      const wrong =
        typeof value === 'number' ? value + 1 : (value.startsWith('A') ? 'B' : 'A') + value.slice(1);
      const bytes = utf8(JSON.stringify({ ...file, [field]: wrong }));
      const outcome = await outcomeOf(kind, bytes, vector?.input ?? { name: '' });
      expect(['wrong-passphrase', 'bad-public-file'], field).toContain(outcome);
    }
  });
});

describe('a wrong length', { timeout: 60_000 }, () => {
  it.each(SEALED_OR_SIGNED)('%s: one byte more or less is refused', async (name) => {
    const { kind, vectors } = kindNamed(name);
    for (const { bytes, input } of vectors) {
      const whole = fromHex(bytes);
      for (const wrong of [slice(whole, 0, -1), concat(whole, new Uint8Array(1)), new Uint8Array(0)]) {
        expect(await outcomeOf(kind, wrong, input)).not.toBe('read');
      }
    }
  });

  it.each(['pack', 'reply-pack'])('%s: one byte more or less is refused', async (name) => {
    const { kind, vectors } = kindNamed(name);
    for (const { bytes, input } of vectors) {
      const whole = fromHex(bytes);
      for (const wrong of [slice(whole, 0, -1), concat(whole, new Uint8Array(1)), new Uint8Array(0)]) {
        expect(await outcomeOf(kind, wrong, input)).toBe('bad-length');
      }
    }
  });
});

describe('JSON that we would have written differently', { timeout: 60_000 }, () => {
  const spoiled = {
    'an unknown field': (json: string) => json.replace(/}$/, ',"more":1}'),
    'a key twice': (json: string) => json.replace('{', '{"v":1,'),
    'a space': (json: string) => json.replace('{', '{ '),
    'a line end after it': (json: string) => `${json}\n`,
    'a byte order mark': (json: string) => `\uFEFF${json}`,
  };

  it.each(
    ['keys-file', 'bulletin', 'reply-index'].flatMap((name) =>
      Object.keys(spoiled).map((how) => [name, how] as const),
    ),
  )('%s: %s is refused', async (name, how) => {
    const { kind, vectors } = kindNamed(name);
    for (const { bytes, input } of vectors) {
      const json = new TextDecoder().decode(fromHex(bytes));
      const spoil = spoiled[how as keyof typeof spoiled];
      expect(await outcomeOf(kind, utf8(spoil(json)), input)).toBe('bad-public-file');
    }
  });
});
