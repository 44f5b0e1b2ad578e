import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { type Keys, verifyKeysFile } from '../../shared/key-records.ts';
import { kidNumber, kidOf } from '../../shared/kid.ts';
import { manifestHashOf } from '../../shared/manifest.ts';
import { type DropState, FILE_NAMES, type FileName, type HopKey } from '../drop/drop.ts';
import type { HopDeps } from './deps.ts';
import { type HopOpener, hopOpener } from './hop-opener.ts';

/** What a relay copy knows without asking the drop, as it was at one moment. */
export interface View {
  readonly state: DropState;
  /** The current manifest; `null` before the keeper has issued one. */
  readonly manifest: Bytes | null;
  readonly files: Partial<Readonly<Record<FileName, Bytes>>>;
  /** The public file `keys`, verified; `null` while there is none. */
  readonly keys: Keys | null;
  /** Whether an 8-byte hash is that of the current manifest or of one of the last two hours. */
  knowsManifest(hash: Bytes): boolean;
  opener(kid: Bytes): HopOpener | undefined;
}

export interface Views {
  /** The view, of this second or the one before. */
  current(): Promise<View>;
  /**
   * A newer view than one that lacked something another copy may have added meanwhile. At most one look at the drop a
   * second, so that nobody can make the relay ask more often.
   */
  newer(): Promise<View>;
  /** Makes the next look go to the drop: this copy has changed something. */
  forget(): void;
}

export function viewsOf(deps: HopDeps): Views {
  let view: View | null = null;
  let readAt = Number.NaN;
  let missedAt = Number.NaN;
  let reading: Promise<View> | null = null;
  let changes = 0;

  const read = (): Promise<View> => {
    if (reading !== null) return reading;
    const before = changes;
    const look = readView(deps, view)
      .then((fresh) => {
        if (changes === before) view = fresh;
        return fresh;
      })
      .finally(() => {
        if (reading === look) reading = null;
      });
    reading = look;
    return look;
  };
  return {
    async current() {
      const now = Math.floor(deps.clock());
      if (view !== null && readAt === now) return view;
      readAt = now;
      return read();
    },
    async newer() {
      const now = Math.floor(deps.clock());
      if (view !== null && missedAt === now) return reading ?? view;
      missedAt = now;
      return read();
    },
    forget() {
      changes++;
      reading = null;
      view = null;
    },
  };
}

async function readView(deps: HopDeps, known: View | null): Promise<View> {
  const state = await deps.drop.state();
  const files: Partial<Record<FileName, Bytes>> = {};
  for (const name of FILE_NAMES) {
    const bytes = await fileOf(name, state, known, deps);
    if (bytes !== null) files[name] = bytes;
  }
  // The current one first: nearly every cell names it.
  const hashes = state.manifests.map(manifestHashOf);
  const openers = new Map(
    state.hopKeys.map((key) => [kidNumber(kidOf(key.publicKey)), openerOf(key, known)]),
  );
  return {
    state,
    manifest: state.manifests[0] ?? null,
    files,
    keys:
      files.keys === undefined || files.keys === known?.files.keys
        ? (known?.keys ?? null)
        : await verifiedKeys(files.keys, deps.rootKey),
    knowsManifest: (hash) => hashes.some((known) => equalBytes(known, hash)),
    opener: (kid) => openers.get(kidNumber(kid)),
  };
}

/** A file is read again only when it is another one. */
async function fileOf(
  name: FileName,
  state: DropState,
  known: View | null,
  { drop }: HopDeps,
): Promise<Bytes | null> {
  const named = state.files[name]?.hash;
  if (named === undefined) return null;
  const before = known?.state.files[name]?.hash;
  const bytes = known?.files[name];
  return before !== undefined && bytes !== undefined && equalBytes(before, named) ? bytes : drop.file(name);
}

function openerOf(key: HopKey, known: View | null): HopOpener {
  return known?.opener(kidOf(key.publicKey)) ?? hopOpener(key);
}

/** `null` when the drop holds keys of another root: then this relay has none. */
async function verifiedKeys(bytes: Bytes, rootKey: Bytes): Promise<Keys | null> {
  try {
    return await verifyKeysFile(bytes, rootKey);
  } catch (error) {
    if (error instanceof CandorError) return null;
    throw error;
  }
}
