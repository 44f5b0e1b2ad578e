import { equalBytes, readU32 } from '../../shared/bytes.ts';
import { type HopRecord, type Manifest, signManifest, verifyManifest } from '../../shared/manifest.ts';
import { HASH, MAGIC } from '../../shared/sizes.ts';
import type { DropState, HopKey } from '../drop/drop.ts';
import type { HopDeps } from './deps.ts';
import { hopTerms, keyForTerm } from './hop-keys.ts';

/** The manifest is every install's clock, so a new one is issued at least this often. */
const FRESH_SECONDS = 60;
/** Names a file that nobody has made yet. */
const NO_FILE = new Uint8Array(HASH);

/**
 * Issues a manifest when what it must say has changed, or when it has grown old. Several copies may try at the same
 * time: the drop takes one. Does nothing while a hop key is missing.
 */
export async function keepManifest(deps: HopDeps): Promise<void> {
  const { drop, identity, clock } = deps;
  const nowSeconds = Math.floor(clock());
  const state = await drop.state();
  const current = await currentManifest(state, deps);
  const content = contentOf(state, deps, nowSeconds);
  if (content === null || (current !== null && saysTheSame(current, content, nowSeconds))) return;
  // Numbers follow the clock, so that a relay which lost its drop does not start again below what installs have seen.
  const before = state.manifests[0] ?? null;
  const number = Math.max(before === null ? 1 : readU32(before, MAGIC) + 1, nowSeconds);
  await drop.addManifest(signManifest({ ...content, number }, identity.seed), before, nowSeconds);
}

/** `null` for none, and for one of another identity, which is replaced. */
async function currentManifest(state: DropState, { identity }: HopDeps): Promise<Manifest | null> {
  const [bytes] = state.manifests;
  return bytes === undefined ? null : verifyManifest(bytes, identity.publicKey).catch(() => null);
}

function contentOf(
  state: DropState,
  { settings }: HopDeps,
  nowSeconds: number,
): Omit<Manifest, 'number'> | null {
  const terms = hopTerms(nowSeconds, settings.hopKeySeconds);
  const current = keyForTerm(state.hopKeys, terms.current);
  const next = keyForTerm(state.hopKeys, terms.next);
  if (current === undefined || next === undefined) return null;
  const { keys, bulletin, index } = state.files;
  return {
    timeSeconds: nowSeconds,
    crowd: state.crowd,
    hop: recordOf(current),
    nextHop: recordOf(next),
    files: {
      keys: keys?.hash ?? NO_FILE,
      bulletin: bulletin?.hash ?? NO_FILE,
      index: index?.hash ?? NO_FILE,
    },
  };
}

function recordOf({ publicKey, fromSeconds, untilSeconds }: HopKey): HopRecord {
  return { publicKey, fromSeconds, untilSeconds };
}

function saysTheSame(current: Manifest, next: Omit<Manifest, 'number'>, nowSeconds: number): boolean {
  return (
    // A clock that was ahead is put right, and the clocks of copies may differ a little.
    Math.abs(nowSeconds - current.timeSeconds) < FRESH_SECONDS &&
    current.crowd === next.crowd &&
    equalBytes(current.hop.publicKey, next.hop.publicKey) &&
    equalBytes(current.nextHop.publicKey, next.nextHop.publicKey) &&
    equalBytes(current.files.keys, next.files.keys) &&
    equalBytes(current.files.bulletin, next.files.bulletin) &&
    equalBytes(current.files.index, next.files.index)
  );
}
