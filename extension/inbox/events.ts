import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Desk, Keyring } from '../../shared/keyring.ts';
import { eventKidOf, type OpenedTeamEvent, openTeamEvent } from '../../shared/team-log.ts';
import type { OpenBox } from '../../shared/x25519.ts';
import type { DeskKeys } from './opener.ts';
import type { SealedEvent } from './store-port.ts';

/**
 * What came out of a sealed event: the event; `no-key` while this member does not have its weekly key; `refused` when
 * it is broken, misnamed, or does not come from a member of the desk.
 */
export type OpenedEvent =
  | { readonly id: string; readonly state: 'read'; readonly event: OpenedTeamEvent }
  | { readonly id: string; readonly state: 'no-key' | 'refused' };

/** Opens one event of the team log. Never rejects. */
export async function openEvent(
  sealed: SealedEvent,
  keys: DeskKeys,
  of: { readonly desk: Desk; readonly keyring: Keyring },
  open?: OpenBox,
): Promise<OpenedEvent> {
  try {
    const bytes = fromBase64url(sealed.sealed);
    const kid = eventKidOf(bytes);
    const key = kid === null ? undefined : keys.get(toBase64url(kid));
    if (kid !== null && key === undefined) return { id: sealed.id, state: 'no-key' };
    const event = key === undefined ? null : await openTeamEvent(bytes, key, of.desk, of.keyring, open);
    if (event === null || toBase64url(event.id) !== sealed.id) return { id: sealed.id, state: 'refused' };
    return { id: sealed.id, state: 'read', event };
  } catch {
    return { id: sealed.id, state: 'refused' };
  }
}
