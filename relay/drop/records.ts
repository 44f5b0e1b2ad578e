import { type Bytes, utf8 } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { readCrowd } from './batches.ts';
import {
  type AnnouncedKeys,
  type DropState,
  FILE_NAMES,
  type FileName,
  type HopKey,
  type IntakeKey,
  type PublicFile,
} from './drop.ts';
import { bytesIn, insertAll, numberIn, type Recipe, sql, textIn } from './recipe.ts';
import type { Wrapping } from './wrapping.ts';

/*
 * What the relay's copies share apart from cells: public files, hop keys, manifests, nonces.
 */

export function* readState(wrapping: Wrapping): Recipe<DropState> {
  const files = yield* sql('SELECT name, serial, hash FROM files');
  const hopKeys = yield* sql('SELECT * FROM hop_keys ORDER BY from_seconds');
  const manifests = yield* sql('SELECT bytes FROM manifests ORDER BY number DESC');
  const intakeKeys = yield* sql('SELECT kid, superseded, ends FROM intake_keys');
  return {
    files: Object.fromEntries(
      FILE_NAMES.flatMap((name) =>
        files
          .filter((row) => textIn(row, 'name') === name)
          .map((row) => [name, { serial: numberIn(row, 'serial'), hash: bytesIn(row, 'hash') }]),
      ),
    ),
    hopKeys: hopKeys.map((row) => ({
      publicKey: bytesIn(row, 'public_key'),
      secretKey: wrapping.unwrap(bytesIn(row, 'wrapped')),
      fromSeconds: numberIn(row, 'from_seconds'),
      untilSeconds: numberIn(row, 'until_seconds'),
    })),
    manifests: manifests.map((row) => bytesIn(row, 'bytes')),
    intakeKeys: intakeKeys.map((row) => ({
      kid: bytesIn(row, 'kid'),
      supersededSeconds: numberIn(row, 'superseded'),
      endsSeconds: numberIn(row, 'ends'),
    })),
    crowd: yield* readCrowd(),
  };
}

export function* readFile(name: FileName): Recipe<Bytes | null> {
  const [row] = yield* sql('SELECT bytes FROM files WHERE name = $1', name);
  return row === undefined ? null : bytesIn(row, 'bytes');
}

function* replaceFile(name: string, serial: number, bytes: Bytes, replaces: Bytes | null): Recipe<boolean> {
  const values = [name, serial, sha256(bytes), bytes] as const;
  const put =
    replaces === null
      ? yield* sql(
          `INSERT INTO files (name, serial, hash, bytes) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING name`,
          ...values,
        )
      : yield* sql(
          `UPDATE files SET serial = $2, hash = $3, bytes = $4 WHERE name = $1 AND hash = $5 RETURNING name`,
          ...values,
          replaces,
        );
  return put.length > 0;
}

export function* putFile(
  file: PublicFile,
  replaces: Bytes | null,
  intakeKeys: readonly IntakeKey[],
): Recipe<boolean> {
  if (!(yield* replaceFile(file.name, file.serial, file.bytes, replaces))) return false;
  yield* insertAll(
    'INSERT INTO intake_keys (kid, superseded, ends)',
    intakeKeys.map(({ kid, supersededSeconds, endsSeconds }) => [kid, supersededSeconds, endsSeconds]),
    'ON CONFLICT DO NOTHING',
  );
  return true;
}

/** Announced keys lie among the files, under a name of their own; where those have a serial they have when they are due. */
const ANNOUNCED = 'announced';

export function* readAnnounced(): Recipe<AnnouncedKeys | null> {
  const [row] = yield* sql('SELECT serial, bytes FROM files WHERE name = $1', ANNOUNCED);
  return row === undefined ? null : { bytes: bytesIn(row, 'bytes'), dueSeconds: numberIn(row, 'serial') };
}

export function* announce({ bytes, dueSeconds }: AnnouncedKeys, replaces: Bytes | null): Recipe<boolean> {
  return yield* replaceFile(ANNOUNCED, dueSeconds, bytes, replaces);
}

export function* forgetAnnounced(hash: Bytes): Recipe<void> {
  yield* sql('DELETE FROM files WHERE name = $1 AND hash = $2', ANNOUNCED, hash);
}

export function* readReply(hash: Bytes): Recipe<Bytes | null> {
  const [row] = yield* sql('SELECT bytes FROM replies WHERE hash = $1', hash);
  return row === undefined ? null : bytesIn(row, 'bytes');
}

export function* putReply(hash: Bytes, bytes: Bytes): Recipe<void> {
  yield* sql('INSERT INTO replies (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', hash, bytes);
}

export function* deleteReplies(hashes: readonly Bytes[]): Recipe<void> {
  for (const hash of hashes) yield* sql('DELETE FROM replies WHERE hash = $1', hash);
}

export function* addHopKey(key: HopKey, wrapping: Wrapping): Recipe<boolean> {
  const added = yield* sql(
    `INSERT INTO hop_keys (from_seconds, until_seconds, public_key, wrapped) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING from_seconds`,
    key.fromSeconds,
    key.untilSeconds,
    key.publicKey,
    wrapping.wrap(key.secretKey),
  );
  return added.length > 0;
}

export function* addManifest(
  number: number,
  bytes: Bytes,
  replaces: Bytes | null,
  nowSeconds: number,
): Recipe<boolean> {
  const [current] = yield* sql('SELECT number, bytes FROM manifests WHERE superseded = 0');
  const known = current === undefined ? null : bytesIn(current, 'bytes');
  if (!sameBytes(known, replaces)) return false;
  if (current !== undefined && number <= numberIn(current, 'number')) return false;
  yield* sql('UPDATE manifests SET superseded = $1 WHERE superseded = 0', nowSeconds);
  yield* sql('INSERT INTO manifests (number, bytes, superseded) VALUES ($1, $2, 0)', number, bytes);
  return true;
}

export function* rememberNonce(nonce: string, untilSeconds: number): Recipe<boolean> {
  const added = yield* sql(
    `INSERT INTO nonces (hash, until_seconds) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING hash`,
    sha256(utf8(nonce)),
    untilSeconds,
  );
  return added.length > 0;
}

function sameBytes(a: Bytes | null, b: Bytes | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}
