import { type Bytes, equalBytes, type RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { type AddressedEnvelope, sealIntake } from '../../shared/intake.ts';
import { splitKeysFile } from '../../shared/key-records.ts';
import { acceptedManifest, cellFor, isPastHope, MOST_FETCHES, nextFetch, readAnswer } from './delivery.ts';
import { type Noticing, noticedAgain } from './noticed.ts';
import {
  allFrozen,
  decodeOutbox,
  encodeOutbox,
  firstFrozen,
  freed,
  newOutbox,
  type Outbox,
  type SealIntake,
  unfrozenPlaces,
} from './outbox.ts';
import {
  delivered,
  type Pending,
  placedAnew,
  reconciled,
  stillWaiting,
  type Whereabouts,
  waitingAgain,
  whereabouts,
} from './pending.ts';
import {
  checkNewFile,
  type FileName,
  intakeKeyOf,
  type Pins,
  type PublicBytes,
  type PublicFiles,
  type PublicName,
  readPublicFiles,
} from './public-files.ts';
import type { Queue } from './queue.ts';
import { isPack, lackingPack, outdatedPacks, type PackPort } from './reply-packs.ts';
import { newSession, type Outcome, type Session } from './session.ts';

/*
 * Ticks, rewrites and holds over the stores of an install. Every step may be its last, since browsers end a background
 * whenever they like: what must survive is written first, and `reconciled` reads what became of it.
 *
 *   hold ──> session (memory) ──rewrite or tick──> outbox (disk) ──tick──> frozen ──> relay ──stored──> freed
 */

/** What an install goes by: pins and staff key, 32 bytes each. */
export interface Site extends Pins {
  readonly staffKey: Bytes;
}

export interface Ports {
  /** The outbox's one value; `null` when there is none. Rejecting means "could not look", never "there is none". */
  readonly outbox: { load(): Promise<Bytes | null>; save(bytes: Bytes): Promise<void> };
  readonly files: { load(): Promise<PublicBytes>; save(name: PublicName, bytes: Bytes): Promise<void> };
  /** `null` when the browser has just started. */
  readonly session: { load(): Promise<Session | null>; save(session: Session): Promise<void> };
  /** Both give `null` for whatever is not a whole answer, and never reject. */
  readonly relay: { get(name: PublicName): Promise<Bytes | null>; post(cell: Bytes): Promise<Bytes | null> };
  readonly packs: PackPort;
  /** Signed keyrings that were taken the place of, by their serial: whoever has left a desk may have answered. */
  readonly keyrings: { save(serial: number, blob: Bytes): Promise<void> };
  /** Waits until then, in seconds since 1970. Without it a cell leaves as soon as it is sealed. */
  readonly until?: (seconds: number) => Promise<void>;
  readonly queue: Queue;
  /** Seconds since 1970. */
  readonly clock: () => number;
  readonly random: RandomBytes;
}

export interface Held {
  readonly id: string;
  readonly content: AddressedEnvelope;
  /** How long it may be taken back before it is placed. */
  readonly undoSeconds: number;
}

/** What the background knows of the sending, to be told to the panel and the Status page. */
export interface Standing {
  readonly session: Session;
  readonly files: PublicFiles;
  /** Places free for anything sent now; 0 without an outbox. */
  readonly room: number;
  readonly whereabouts: (id: string) => Whereabouts;
}

/** More than anybody flags in one session; a page gone wild cannot fill the memory. */
const MOST_PENDING = 200;
/** Undo ends on the screen a moment after it ends here, never before. */
const UNDO_MARGIN_SECONDS = 1;
/** However long somebody goes on adding details, a concern waits behind cover no longer than this. */
const LONGEST_BEHIND_SECONDS = 600;

export type Dispatch = ReturnType<typeof makeDispatch>;

export function makeDispatch(ports: Ports, site: Site) {
  const { queue, clock, random } = ports;
  const verified = cachedReader(site);
  let ticking = false;
  /** Packs that the relay did not give; others are asked for first while this background lives. */
  const missed = new Set<string>();

  /** The state as it really is, with the session begun if the browser has just started. */
  async function open(): Promise<{ session: Session; outbox: Outbox | null }> {
    const stored = await ports.outbox.load();
    let outbox = stored === null ? null : decodeOutbox(stored);
    let session = await ports.session.load();
    if (session === null) {
      if (outbox !== null) {
        outbox = allFrozen(outbox);
        await ports.outbox.save(encodeOutbox(outbox));
      }
      session = newSession(clock());
      await ports.session.save(session);
    }
    const pending = reconciled(session.pending, outbox);
    // Kept at once: whatever is placed must be known as placed before its place can be freed.
    if (pending !== session.pending) {
      session = { ...session, pending };
      await ports.session.save(session);
    }
    return { session, outbox };
  }

  async function look(): Promise<{ stored: PublicBytes; files: PublicFiles }> {
    const stored = await ports.files.load();
    return { stored, files: await verified(stored) };
  }

  function sealerFor(files: PublicFiles): SealIntake | null {
    const record = intakeKeyOf(files);
    if (record === undefined) return null;
    return (content) => ({
      intake: sealIntake(record.key, content, random),
      keyUntilSeconds: record.until,
    });
  }

  /** Seals all unfrozen places anew; with `freeze` also freezes the first, in the same write. `null` without keys. */
  async function place(
    freeze: boolean,
  ): Promise<{ session: Session; outbox: Outbox; files: PublicFiles } | null> {
    const { session, outbox } = await open();
    const { files } = await look();
    const seal = sealerFor(files);
    if (seal === null) return null;
    const next = placedAnew(session.pending, outbox ?? newOutbox(seal), clock(), seal);
    const placing = { ...session, pending: next.pending };
    await ports.session.save(placing);
    const placed = freeze ? firstFrozen(next.outbox) : next.outbox;
    await ports.outbox.save(encodeOutbox(placed));
    return { session: placing, outbox: placed, files };
  }

  async function fetchNext(tried: Set<PublicName>): Promise<boolean> {
    const wanted = await queue(async () => {
      const { session } = await open();
      const { stored, files } = await look();
      return nextFetch(files, stored, session, tried, clock());
    });
    if (wanted === null) return false;
    tried.add(wanted);
    const bytes = await ports.relay.get(wanted);
    if (bytes !== null) {
      await queue(() => (wanted === 'manifest' ? takeManifest(bytes) : takeFile(wanted, bytes)));
    }
    return true;
  }

  /** Asks for one reply pack that the index lists, that is not here and not among `tried`. False when there is none. */
  async function fetchPack(tried: Set<string>): Promise<boolean> {
    const { packs } = ports;
    const { files } = await queue(look);
    if (files.index === null || files.index.days.length === 0) return false;
    const here = await packs.names();
    const outdated = outdatedPacks(files.index, here);
    if (outdated.length > 0) await packs.forget(outdated);
    const wanted = lackingPack(files.index, new Set([...here, ...tried]), missed);
    if (wanted === null) return false;
    tried.add(wanted);
    const bytes = await packs.fetch(wanted);
    missed.add(wanted);
    if (bytes === null) return true;
    if (!isPack(bytes, wanted)) {
      await queue(() => notice('pack'));
      return true;
    }
    await packs.save(wanted, bytes);
    missed.delete(wanted);
    return true;
  }

  async function notice(what: Noticing): Promise<void> {
    const { session } = await open();
    await ports.session.save({ ...session, noticed: noticedAgain(session.noticed, what, clock()) });
  }

  async function takeManifest(bytes: Bytes): Promise<void> {
    const { files } = await look();
    const accepted = await acceptedManifest(bytes, files, site.relayKey);
    if (accepted === 'older') return;
    if (typeof accepted === 'string') return notice(accepted);
    if (accepted.isNew) await ports.files.save('manifest', bytes);
    const { session } = await open();
    const { stopped } = session;
    // Another file under the same name may be the one that holds.
    const still = stopped !== null && equalBytes(stopped.hash, accepted.manifest.files[stopped.file]);
    await ports.session.save({
      ...session,
      manifestSeenSeconds: clock(),
      stopped: still ? stopped : null,
    });
  }

  async function takeFile(name: FileName, bytes: Bytes): Promise<void> {
    const { files } = await look();
    const hash = files.manifest?.files[name];
    if (hash === undefined) return;
    // Cut short or changed on the way, or there is a newer one by now: asked for again at the next tick.
    if (!equalBytes(sha256(bytes), hash)) return notice('file');
    try {
      await checkNewFile(name, bytes, files, site);
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      const { session } = await open();
      await ports.session.save({ ...session, stopped: { file: name, hash } });
      return;
    }
    if (name === 'keys') await keepKeyring(bytes, files.keys);
    await ports.files.save(name, bytes);
  }

  /** Keeps the keyring that the one in this keys file takes the place of. Week keys change far more often. */
  async function keepKeyring(next: Bytes, known: PublicFiles['keys']): Promise<void> {
    if (known === null || equalBytes(splitKeysFile(next).keyringBlob, known.keyringBlob)) return;
    await ports.keyrings.save(known.keyring.serial, known.keyringBlob);
  }

  /** The cell for this tick, its place frozen on disk; `null` when there is nothing to seal with or the install stopped. */
  async function prepare(): Promise<{ cell: Bytes; intake: Bytes } | null> {
    const { session } = await open();
    await ports.session.save({ ...session, startTicks: Math.max(0, session.startTicks - 1) });
    if (session.stopped !== null) return null;
    const placed = await place(true);
    const intake = placed?.outbox[0]?.intake;
    const { manifest = null, manifestBytes = null } = placed?.files ?? {};
    if (placed === null || intake === undefined || manifest === null || manifestBytes === null) return null;
    const seen = placed.session.manifestSeenSeconds;
    const elapsed = seen === null ? 0 : Math.max(0, clock() - seen);
    return {
      cell: cellFor(intake, { manifest, bytes: manifestBytes }, elapsed, site.staffKey, random),
      intake,
    };
  }

  async function settle(intake: Bytes, outcome: Outcome): Promise<void> {
    const { session, outbox } = await open();
    const { files } = await look();
    const seal = sealerFor(files);
    const stored = outcome === 'stored';
    const refused = outcome === 'refused' && outbox?.find((place) => equalBytes(place.intake, intake));
    const lost = refused && isPastHope(refused, files);
    if ((stored || lost) && outbox !== null && seal !== null) {
      const pending = stored ? session.pending : waitingAgain(session.pending, intake);
      if (lost) await ports.session.save({ ...session, pending });
      await ports.outbox.save(encodeOutbox(freed(outbox, intake, seal)));
    }
    const kept = await open();
    await ports.session.save({
      ...kept.session,
      pending: stored ? delivered(kept.session.pending, intake) : kept.session.pending,
      storedSeconds: stored ? clock() : session.storedSeconds,
      failures: stored ? 0 : session.failures + 1,
      lastOutcome: outcome,
      noticed:
        outcome === 'unopened' ? noticedAgain(kept.session.noticed, 'answer', clock()) : kept.session.noticed,
      // What was not stored may have been wrapped with an old manifest: the next tick asks for it first.
      manifestSeenSeconds: stored ? clock() : outcome === 'unreachable' ? session.manifestSeenSeconds : null,
    });
  }

  return {
    /** Starts or continues the session. True when the browser has just started. */
    begin: (): Promise<boolean> =>
      queue(async () => {
        const known = await ports.session.load();
        await open();
        return known === null;
      }),

    /**
     * One tick: at most two public files or reply packs, then one cell. Does nothing while the one before still waits
     * for its answer. The cell leaves `settleSeconds` after the tick began, or after the last file came: what there is to
     * do for a concern takes some milliseconds more than for cover, and nobody on the way may measure them.
     */
    async tick({ begunSeconds = clock(), settleSeconds = 0 } = {}): Promise<void> {
      if (ticking) return;
      ticking = true;
      try {
        const tried = new Set<PublicName>();
        while (tried.size < MOST_FETCHES && (await fetchNext(tried)));
        // A pack that cannot be kept, on a full disk for instance, is no reason not to send.
        const triedPacks = new Set<string>();
        const fetched = () => fetchPack(triedPacks).catch(() => false);
        for (let left = MOST_FETCHES - tried.size; left > 0 && (await fetched()); left--);
        const from = tried.size > 0 || triedPacks.size > 0 ? clock() : begunSeconds;
        const leaving = await queue(prepare);
        if (leaving === null) return;
        await ports.until?.(from + settleSeconds);
        const answer = readAnswer(await ports.relay.post(leaving.cell), leaving.intake);
        await queue(async () => {
          await settle(leaving.intake, answer.outcome);
          if (answer.manifest !== null) await takeManifest(answer.manifest);
        });
      } finally {
        ticking = false;
      }
    },

    /** Seals every place that is not frozen anew, whatever it holds. */
    rewrite: (): Promise<void> =>
      queue(async () => {
        await place(false);
      }),

    /** Takes a sealed envelope into memory, where it waits for its place. False when too many wait already. */
    hold: ({ id, content, undoSeconds }: Held): Promise<boolean> =>
      queue(async () => {
        // Somebody is looking at the screen: the disk is not asked where it need not be.
        const session = (await ports.session.load()) ?? (await open()).session;
        if (session.pending.length >= MOST_PENDING || session.pending.some((each) => each.id === id))
          return false;
        const heldUntil = clock() + undoSeconds + UNDO_MARGIN_SECONDS;
        const held: Pending = { id, content, heldUntil, behindUntil: 0, placed: null, placing: null };
        await ports.session.save({ ...session, pending: [...session.pending, held] });
        return true;
      }),

    /** Puts another envelope in the place of a held one. False when it is leaving or gone. */
    replace: (id: string, content: AddressedEnvelope): Promise<boolean> =>
      changed(id, (held) => ({ ...held, content })),

    /** Lets a concern wait behind cover for so long, because somebody is adding to it. False when it is leaving or gone. */
    keepBehind: (id: string, seconds: number): Promise<boolean> =>
      changed(id, (held) => {
        const latest = held.heldUntil + LONGEST_BEHIND_SECONDS;
        return { ...held, behindUntil: seconds === 0 ? 0 : Math.min(clock() + seconds, latest) };
      }),

    /** Takes a held envelope back. False when it is leaving or gone. */
    withdraw: (id: string): Promise<boolean> => changed(id, () => null),

    standing: (): Promise<Standing> =>
      queue(async () => {
        const { session, outbox } = await open();
        const { files } = await look();
        return {
          session,
          files,
          room: outbox === null ? 0 : unfrozenPlaces(outbox) - stillWaiting(session.pending, outbox).length,
          whereabouts: (id: string) => whereabouts(session.pending, outbox, id),
        };
      }),
  };

  /** Until its place is frozen a pending envelope may change or vanish; the next rewrite makes it so in the outbox. */
  function changed(id: string, change: (held: Pending) => Pending | null): Promise<boolean> {
    return queue(async () => {
      const { session, outbox } = await open();
      const where = whereabouts(session.pending, outbox, id);
      if (where !== 'held' && where !== 'placed') return false;
      const pending = session.pending.flatMap((each) => (each.id === id ? (change(each) ?? []) : [each]));
      await ports.session.save({ ...session, pending });
      return true;
    });
  }
}

/** Verifies the public files once for the same bytes. */
function cachedReader(pins: Pins): (stored: PublicBytes) => Promise<PublicFiles> {
  let last: { stored: PublicBytes; files: PublicFiles } | null = null;
  return async (stored) => {
    if (last === null || !sameFiles(last.stored, stored)) {
      last = { stored, files: await readPublicFiles(stored, pins) };
    }
    return last.files;
  };
}

function sameFiles(a: PublicBytes, b: PublicBytes): boolean {
  return (Object.keys(a) as PublicName[]).every((name) => {
    const [one, other] = [a[name], b[name]];
    return one === null || other === null ? one === other : equalBytes(one, other);
  });
}
