import { fromBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { MOST_ACKNOWLEDGED_TOGETHER, type TeamAction } from '../../shared/team-actions.ts';
import type { ByItself } from './records.ts';
import type { TemplateKept } from './templates.ts';
import type { Action } from './triage.ts';

/** What is done to many concerns at once, in events of a bounded size; any other action is one event a concern. */
export function* portions(
  concerns: readonly (string | null)[],
  action: Action | TemplateKept | ByItself,
): Generator<{ concern: Bytes | null; what: TeamAction }> {
  const size = action.type === 'acknowledged' || action.type === 'junk' ? 1 + MOST_ACKNOWLEDGED_TOGETHER : 1;
  for (let at = 0; at < concerns.length; at += size) {
    const [concern = null, ...also] = concerns
      .slice(at, at + size)
      .map((id) => (id === null ? null : fromBase64url(id)));
    const others = also.filter((id) => id !== null);
    yield {
      concern,
      what:
        others.length > 0
          ? { ...(action as { type: 'acknowledged' | 'junk' }), also: others }
          : sealable(action),
    };
  }
}

function sealable(action: Action | TemplateKept | ByItself): TeamAction {
  const bytes = (id: string | null): Bytes | null => (id === null ? null : fromBase64url(id));
  switch (action.type) {
    case 'assigned':
      return { ...action, to: bytes(action.to) };
    case 'merged':
      return { ...action, into: bytes(action.into) };
    case 'readmitted':
      return { ...action, who: fromBase64url(action.who) };
    case 'confirmed':
    case 'withdrawn':
      return { ...action, event: fromBase64url(action.event) };
    default:
      return action;
  }
}
