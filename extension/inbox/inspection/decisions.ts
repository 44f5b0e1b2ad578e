import type { Decision } from '../../../shared/inspection.ts';
import { isoWeekOf } from '../../../shared/weeks.ts';
import type { ProposalState } from '../proposals.ts';
import type { TeamLog } from '../team-fold.ts';
import { MEMBERS_TO_REVEAL, type Triage } from '../triage.ts';
import { caseIdOf } from './states.ts';

/*
 * Who decided what, as the team log knows them: by their roles. Reasons in anybody's own words stay in the inbox, and of
 * whoever wrote a concern the log knows nothing.
 */

interface Span {
  readonly first: string;
  readonly last: string;
}

/** What was decided from one day to another, oldest week first. */
export function decisionsOf(log: TeamLog, span: Span, roles: ReadonlyMap<string, string>): Decision[] {
  const name = (kid: string): string => roles.get(kid) ?? '';
  const agreed = (proposals: readonly ProposalState[], concern: string | null): Decision[] =>
    proposals.flatMap(({ by, what, confirmed }): Decision[] => {
      if (confirmed === null || !isIn(confirmed.day, span)) return [];
      return [
        {
          case: concern,
          week: isoWeekOf(confirmed.day),
          what: what.type,
          why: what.type === 'moved' ? what.route : null,
          by: name(by),
          agreed: name(confirmed.by),
        },
      ];
    });
  const made = [...log.concerns].flatMap(([id, triage]) => {
    const concern = caseIdOf(id);
    return [
      ...closingsOf(triage, concern, span, name),
      ...agreed(triage.proposals, concern),
      ...revealedIn(triage, concern, span, name),
    ];
  });
  return [...agreed(log.proposals, null), ...made].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function closingsOf(
  { history }: Triage,
  concern: string,
  span: Span,
  name: (kid: string) => string,
): Decision[] {
  return history.flatMap(({ what, day, by }): Decision[] => {
    if ((what.type !== 'closed' && what.type !== 'junk') || !isIn(day, span)) return [];
    const why = what.type === 'closed' ? what.reason : null;
    return [{ case: concern, week: isoWeekOf(day), what: what.type, why, by: name(by), agreed: null }];
  });
}

/** Names are shown once a second member asks for it: that is when it was decided. */
function revealedIn(
  { history }: Triage,
  concern: string,
  span: Span,
  name: (kid: string) => string,
): Decision[] {
  const asked = history.filter(({ what }) => what.type === 'revealed').slice(0, MEMBERS_TO_REVEAL);
  const [first, second] = asked;
  if (first === undefined || second === undefined || !isIn(second.day, span)) return [];
  return [
    {
      case: concern,
      week: isoWeekOf(second.day),
      what: 'revealed',
      why: null,
      by: name(first.by),
      agreed: name(second.by),
    },
  ];
}

function keyOf({ week, what, case: concern, by }: Decision): string {
  return `${week} ${what} ${concern ?? ''} ${by}`;
}

function isIn(day: string, { first, last }: Span): boolean {
  return day >= first && day <= last;
}
