import * as v from 'valibot';
import { CandorError } from '../../shared/errors.ts';
import { kidField, parseJson, secondsField } from '../../shared/json-fields.ts';
import type { Keyring } from '../../shared/keyring.ts';
import type { MailroomDeps } from './deps.ts';
import { type OpenedPack, openPack } from './open-pack.ts';
import { bodyOf, chunksOf, type RelayClient } from './relay-client.ts';
import { knownDeskKeys } from './strays.ts';

const packId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const packsSchema = v.array(
  v.strictObject({
    id: packId,
    intakeKid: kidField,
    closedSeconds: secondsField,
    count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
);
type PackNotice = v.InferOutput<typeof packsSchema>[number];

const LONGEST_LIST = 1024 * 1024;
/**
 * Copies take turns at pulling, since opening a pack twice is work for nothing. A copy that is killed holds its turn for
 * this long, and packs wait for it.
 */
const LEASE = 'pull';
const LEASE_SECONDS = 15;
const RENEW_SECONDS = 4;
const HOLDER = 16;

/** After so long the rest waits for the next call, so that catching up after days leaves room for other work. */
const LONGEST_PULL_SECONDS = 10;

export interface Puller {
  /**
   * Fetches the packs that wait at the relay, oldest first, and confirms each once all of it is durable. A pack that
   * breaks off stays at the relay for the next time. `true` when more is waiting than there was time for. Throws
   * `unreachable` when there is no relay to ask.
   */
  pull(keyring: Keyring): Promise<boolean>;
}

export function puller(deps: MailroomDeps, relay: RelayClient): Puller {
  const { store, clock, random, log } = deps;
  const holder = random(HOLDER);
  const takeLease = () => store.takeLease(LEASE, holder, clock(), LEASE_SECONDS);
  /** Packs that nothing here can open, so that each is reported once and not at every pull. */
  const reported = new Set<string>();

  const fetchPack = async (pack: PackNotice, keyring: Keyring): Promise<void> => {
    const answer = await relay.request('GET', `/v1/packs/${pack.id}`);
    if (!answer.ok) {
      await answer.body?.cancel();
      // Another copy may have confirmed it in the meantime.
      if (answer.status !== 404) log('pack.refused', { status: answer.status });
      return;
    }
    let renewedAt = clock();
    const opened = await openPack(chunksOf(answer), deps, {
      isKnown: await knownDeskKeys(deps, keyring),
      onProgress: async () => {
        if (Math.abs(clock() - renewedAt) < RENEW_SECONDS) return;
        renewedAt = clock();
        await takeLease();
      },
    });
    report(opened);
    const confirmed = await relay.request('DELETE', `/v1/packs/${pack.id}`);
    await confirmed.body?.cancel();
    if (!confirmed.ok && confirmed.status !== 404) log('pack.not-confirmed', { status: confirmed.status });
  };

  const report = ({ cells, unreadable, strays }: OpenedPack) => {
    log('pack.opened', { cells });
    if (unreadable > 0) log('alarm.unreadable-cells', { cells: unreadable });
    if (strays > 0) log('alarm.stray-envelopes', { envelopes: strays });
  };

  return {
    async pull(keyring) {
      if (!(await takeLease())) return false;
      const startedAt = clock();
      for (const pack of await waitingPacks(relay, log)) {
        if (Math.abs(clock() - startedAt) >= LONGEST_PULL_SECONDS) return true;
        // Kept at the relay, where it lasts some days: another copy or a restored key may still open it.
        if ((await store.intakeKey(pack.intakeKid)) === null) {
          if (!reported.has(pack.id)) log('alarm.pack-without-key', { cells: pack.count });
          reported.add(pack.id);
          continue;
        }
        try {
          await fetchPack(pack, keyring);
        } catch (error) {
          if (!(error instanceof CandorError) || error.code === 'bad-settings') throw error;
          log('pack.interrupted');
        }
      }
      return false;
    },
  };
}

async function waitingPacks(relay: RelayClient, log: MailroomDeps['log']): Promise<PackNotice[]> {
  const answer = await relay.request('GET', '/v1/packs');
  if (!answer.ok) {
    await answer.body?.cancel();
    log('packs.refused', { status: answer.status });
    return [];
  }
  const packs = parseJson(packsSchema, await bodyOf(answer, LONGEST_LIST), 'list of packs');
  return packs.sort((a, b) => a.closedSeconds - b.closedSeconds);
}
