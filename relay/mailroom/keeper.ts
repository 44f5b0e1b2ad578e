import { verifyBulletin } from '../../shared/bulletin.ts';
import { equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { dailyLines } from './daily-line/daily-lines.ts';
import type { MailroomDeps } from './deps.ts';
import { housekeeper } from './housekeeping.ts';
import { rebuildIndexFile } from './index-file.ts';
import { makeIntakeKeys } from './intake-keys.ts';
import { adoptOfferedKeyrings, type KnownKeyring, keyringReader } from './keyring.ts';
import { desksWithoutKey, rebuildKeysFile } from './keys-file.ts';
import { relayVisits } from './relay-visits.ts';
import { replyRounds } from './reply-rounds.ts';
import { every, noticing, steadiness } from './timing.ts';

/** How long the clock must have run evenly before anything is destroyed. */
const STEADY_SECONDS = 900;
const HOUSEKEEPING_SECONDS = 3600;
/** How often a copy looks whether another one, or itself before it stopped, has left the index to be written. */
const INDEX_SECONDS = 60;

/**
 * What the mailroom does by itself. `tick` is called about once a second, in every copy; it does what is due and
 * resolves when that is done. A part that fails is logged, tried again later, and keeps no other from its work. Rejects
 * only when the mailroom cannot work at all: `bad-settings`, `bad-signature` or `bad-public-file` for want of a usable
 * keyring, `bad-settings` for a store under another wrapping key.
 */
export function keepMailroom(deps: MailroomDeps): { tick(): Promise<void> } {
  const { clock, log, identity } = deps;
  const readKeyring = keyringReader(deps);
  const visitRelay = relayVisits(deps);
  const prepareFiles = filePreparation(deps);
  const keepHouse = housekeeper(deps);
  const sendLines = dailyLines(deps);
  const steadySeconds = steadiness();
  const houseDue = every(HOUSEKEEPING_SECONDS);
  const noteIdentity = noticing((ours: boolean) => ours || log('alarm.identity-not-in-keyring'));

  const attempt = async (failure: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof CandorError && error.code === 'bad-settings') throw error;
      log(failure);
    }
  };

  return {
    async tick() {
      const steady = steadySeconds(clock()) >= STEADY_SECONDS;
      await adoptOfferedKeyrings(deps);
      const known = await readKeyring();
      if (known === null) throw new CandorError('bad-settings', 'the mailroom has no keyring');
      const ours = equalBytes(known.keyring.mailroom, identity.publicKey);
      noteIdentity(ours);
      if (ours) {
        await attempt('files.failed', () => prepareFiles(known));
        await attempt('relay.failed', () => visitRelay(known.keyring));
      }
      await attempt('daily-line.failed', () => sendLines(known.keyring));
      if (steady && houseDue(clock())) await attempt('housekeeping.failed', () => keepHouse(known.keyring));
    },
  };
}

/** Sees to it that keys and public files are as they must be, and alarms about what only people can mend. */
function filePreparation(deps: MailroomDeps): (known: KnownKeyring) => Promise<void> {
  const { store, log } = deps;
  const noteKeyless = noticing((desks: string) => {
    for (const desk of desks.split(' ').filter(Boolean))
      log('alarm.desk-without-key', { desk: Number(desk) });
  });
  const noteOrphan = noticing((orphaned: boolean) => orphaned && log('alarm.bulletin-signer-left'));
  const closeRound = replyRounds(deps);
  const indexDue = every(INDEX_SECONDS);
  let checked: KnownKeyring | null = null;
  return async (known) => {
    await makeIntakeKeys(deps);
    await rebuildKeysFile(deps, known);
    noteKeyless((await desksWithoutKey(deps, known)).join(' '));
    const newRound = await closeRound();
    if (newRound || indexDue(deps.clock()) || checked !== known) await rebuildIndexFile(deps);
    if (checked === known) return;
    const bulletin = await store.file('bulletin');
    noteOrphan(bulletin !== null && !(await isInForce(bulletin, known)));
    checked = known;
  };
}

async function isInForce(bulletin: Uint8Array, { keyring }: KnownKeyring): Promise<boolean> {
  return verifyBulletin(bulletin, keyring).then(
    () => true,
    () => false,
  );
}
