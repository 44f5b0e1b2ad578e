import { decodeAnswer } from '../../shared/answer.ts';
import { type Bytes, equalBytes, type RandomBytes } from '../../shared/bytes.ts';
import { sealCell } from '../../shared/cell.ts';
import { CandorError } from '../../shared/errors.ts';
import { intakeKidOf } from '../../shared/intake.ts';
import { kidOf } from '../../shared/kid.ts';
import { type HopRecord, type Manifest, manifestHashOf, verifyManifest } from '../../shared/manifest.ts';
import type { Sealed } from './outbox.ts';
import {
  type FileName,
  lackingFiles,
  type PublicBytes,
  type PublicFiles,
  type PublicName,
} from './public-files.ts';
import type { Outcome, Session } from './session.ts';

/*
 * One tick, as decisions: what to fetch, what to send, what an answer means. Nothing here waits or writes.
 */

/** Requests for public files in one tick, beside the cell. */
export const MOST_FETCHES = 2;
/** A relay takes cells with a manifest of the last two hours; one that was seen longer ago is asked for anew. */
const MANIFEST_FRESH_SECONDS = 90 * 60;
/** Intake secrets are destroyed 28 days after their week: no relay takes a cell for them, and nobody could open it. */
const INTAKE_LIFE_SECONDS = 28 * 86_400;

/** The public file to ask for next in this tick; `tried` names those that were asked for in it already. */
export function nextFetch(
  files: PublicFiles,
  stored: PublicBytes,
  session: Session,
  tried: ReadonlySet<PublicName>,
  nowSeconds: number,
): PublicName | null {
  const { manifest } = files;
  const { manifestSeenSeconds: seen, stopped } = session;
  const fresh = seen !== null && nowSeconds - seen < MANIFEST_FRESH_SECONDS;
  if ((manifest === null || !fresh || stopped !== null) && !tried.has('manifest')) return 'manifest';
  if (manifest === null) return null;
  // The file that made the install stop is not asked for again; another one under its name is.
  const refused = (name: FileName): boolean =>
    stopped?.file === name && equalBytes(stopped.hash, manifest.files[name]);
  return lackingFiles(manifest, stored).find((name) => !tried.has(name) && !refused(name)) ?? null;
}

/**
 * Whether a manifest that the relay gave is ours and may be used: signed by the pinned identity and not older than the
 * known one. Two manifests with one number contradict each other, so the second counts as none. An older one is no sign
 * of anything: relay copies learn of a new one at different moments.
 */
export async function acceptedManifest(
  bytes: Bytes,
  known: PublicFiles,
  relayKey: Bytes,
): Promise<
  { readonly manifest: Manifest; readonly isNew: boolean } | 'manifest' | 'older' | 'two-manifests'
> {
  try {
    const manifest = await verifyManifest(bytes, relayKey);
    const number = known.manifest?.number ?? -1;
    if (manifest.number > number) return { manifest, isNew: true };
    if (manifest.number < number) return 'older';
    const same = known.manifestBytes !== null && equalBytes(bytes, known.manifestBytes);
    return same ? { manifest, isNew: false } : 'two-manifests';
  } catch (error) {
    if (error instanceof CandorError) return 'manifest';
    throw error;
  }
}

/** Wraps an INTAKE for the relay. `elapsedSeconds` is how long ago the manifest was seen. */
export function cellFor(
  intake: Bytes,
  manifest: { readonly manifest: Manifest; readonly bytes: Bytes },
  elapsedSeconds: number,
  staffKey: Bytes,
  random: RandomBytes,
): Bytes {
  const hop = hopRecordAt(manifest.manifest, elapsedSeconds);
  const manifestHash = manifestHashOf(manifest.bytes);
  return sealCell(intake, { publicKey: hop.publicKey, staffKey, manifestHash }, random);
}

function hopRecordAt(manifest: Manifest, elapsedSeconds: number): HopRecord {
  return manifest.timeSeconds + elapsedSeconds < manifest.hop.untilSeconds ? manifest.hop : manifest.nextHop;
}

/** What an answer says; `null` where none came. A manifest inside is still to be verified. */
export function readAnswer(
  bytes: Bytes | null,
  intake: Bytes,
): { readonly outcome: Outcome; readonly manifest: Bytes | null } {
  if (bytes === null) return { outcome: 'unreachable', manifest: null };
  try {
    const { status, authentic, manifest } = decodeAnswer(bytes, intake);
    return { outcome: authentic ? status : 'unopened', manifest };
  } catch (error) {
    if (error instanceof CandorError) return { outcome: 'unreachable', manifest: null };
    throw error;
  }
}

/**
 * Whether a relay that refused an INTAKE will never take it: its key's secret has been destroyed, or the key is taken
 * out of the keys file before its time. Anything else that is refused may be taken later, when a setting is mended.
 */
export function isPastHope({ intake, keyUntilSeconds }: Sealed, files: PublicFiles): boolean {
  if (files.manifest === null || files.keys === null) return false;
  const now = files.manifest.timeSeconds;
  if (now >= keyUntilSeconds + INTAKE_LIFE_SECONDS) return true;
  const kid = intakeKidOf(intake);
  const listed = files.keys.records.some(
    (record) => record.desk === 0 && kid !== null && equalBytes(kidOf(record.key), kid),
  );
  return now < keyUntilSeconds && !listed;
}
