import { toBase64url } from '../../shared/base64url.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import type { MailroomDeps } from './deps.ts';
import { bodyOf, type RelayClient } from './relay-client.ts';
import { pushReplyPacks } from './reply-pusher.ts';
import type { PublicFile } from './store/public-files.ts';
import { noticing } from './timing.ts';

/** `keys` first: a relay that knows no keyring yet can verify nothing else. */
const FILES: readonly PublicFile[] = ['keys', 'bulletin', 'index'];

const ANNOUNCED = 202;

export interface Publisher {
  /**
   * Pushes the public files that have changed since the relay was last known to have them. With `compare`, asks the
   * relay for what it has and pushes whatever differs, so that one which has lost its files gets them again. Throws
   * `unreachable`.
   */
  publish(compare: boolean): Promise<void>;
}

export function publisher(deps: MailroomDeps, relay: RelayClient): Publisher {
  const { store, log } = deps;
  const noteAnnounced = noticing(() => log('keyring.announced'));
  /** What was last offered to the relay, and whether it has it; offered again only when the files are compared. */
  const settled = new Map<PublicFile, { readonly hash: string; readonly there: boolean }>();

  /** Whether the relay has exactly these bytes afterwards. */
  const push = async (name: PublicFile, bytes: Bytes): Promise<boolean> => {
    if (await relayHas(relay, name, bytes)) return true;
    if (name === 'index' && !(await pushReplyPacks(deps, relay, bytes))) return false;
    const answer = await relay.request('PUT', `/v1/files/${name}`, bytes);
    await answer.body?.cancel();
    // Another keyring, which the relay publishes by itself once it was announced for long enough.
    if (answer.status === ANNOUNCED) noteAnnounced(toBase64url(sha256(bytes)));
    else if (answer.ok) log('file.published');
    else log('file.refused', { status: answer.status });
    return answer.ok;
  };

  return {
    async publish(compare) {
      for (const name of FILES) {
        const bytes = await store.file(name);
        if (bytes === null) continue;
        const hash = toBase64url(sha256(bytes));
        const before = settled.get(name);
        const there = !compare && before?.hash === hash ? before.there : await push(name, bytes);
        settled.set(name, { hash, there });
        if (!there && name === 'keys') return;
      }
    },
  };
}

async function relayHas(relay: RelayClient, name: PublicFile, bytes: Bytes): Promise<boolean> {
  const answer = await relay.request('GET', `/v1/${name}`);
  if (!answer.ok) {
    await answer.body?.cancel();
    return false;
  }
  try {
    return equalBytes(await bodyOf(answer, bytes.length), bytes);
  } catch (error) {
    if (error instanceof CandorError && error.code === 'too-long') return false;
    throw error;
  }
}
