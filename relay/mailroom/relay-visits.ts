import { CandorError } from '../../shared/errors.ts';
import type { Keyring } from '../../shared/keyring.ts';
import type { MailroomDeps } from './deps.ts';
import { publisher } from './publisher.ts';
import { puller } from './puller.ts';
import { relayClient } from './relay-client.ts';
import { every, noticing } from './timing.ts';

/**
 * Everything the mailroom does at the relay. Files that changed are pushed at once; every `pullSeconds` all of them are
 * compared and packs are fetched, and while the relay cannot be reached it is tried no more often than that.
 */
export function relayVisits(deps: MailroomDeps): (keyring: Keyring) => Promise<void> {
  const relay = relayClient(deps);
  const { publish } = publisher(deps, relay);
  const { pull } = puller(deps, relay);
  const pullDue = every(deps.settings.pullSeconds);
  const noteReached = noticing((is: boolean) => deps.log(is ? 'relay.reached' : 'relay.unreachable'));
  let reached = true;
  let more = false;
  return async (keyring) => {
    const due = pullDue(deps.clock());
    if (!due && !reached) return;
    try {
      await publish(due);
      if (due || more) more = await pull(keyring);
      reached = true;
    } catch (error) {
      if (!(error instanceof CandorError) || error.code !== 'unreachable') throw error;
      reached = false;
    } finally {
      noteReached(reached);
    }
  };
}
