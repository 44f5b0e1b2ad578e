import { toBase64url } from '../../shared/base64url.ts';
import { isProposal, type Proposal } from '../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../shared/team-log.ts';
import { afterVerdict, type ProposalState, proposed } from './proposals.ts';
import type { Action, Triage } from './triage.ts';

/*
 * What colleagues do around a concern, folded like the rest of the team log: each function gives the state after one
 * event, in the one order that everybody shares.
 */

/** What happened and, for a second member's word, what it was about. */
export type Teamwork = {
  readonly triage: Triage;
  readonly what: Action;
  readonly about: Proposal['type'] | null;
};

/**
 * The state after an event that is about working together, and the line it leaves in the history; `null` when the event
 * changes nothing. `comesBack` says whether another concern is already merged, over however many, into this one.
 */
export function afterTeamwork(
  triage: Triage,
  id: string,
  event: OpenedTeamEvent,
  comesBack: (into: string) => boolean,
): Teamwork | null {
  const { day, what } = event;
  const by = toBase64url(event.by);
  const done = (change: Partial<Triage>, shown: Action, about: Teamwork['about'] = null): Teamwork => ({
    triage: { ...triage, ...change },
    what: shown,
    about,
  });
  switch (what.type) {
    case 'graded':
      return done({ harm: what.harm }, what);
    case 'tagged': {
      const others = triage.tags.filter((known) => known !== what.tag);
      return done({ tags: what.on ? [...others, what.tag].sort() : others }, what);
    }
    case 'merged': {
      const into = what.into === null ? null : toBase64url(what.into);
      // Two colleagues may merge two concerns into each other at the same time: the first in the order counts.
      if (into !== null && comesBack(into)) return null;
      return done({ mergedInto: into }, { type: 'merged', into });
    }
    case 'recused':
      return done(
        {
          assignee: triage.assignee === by ? null : triage.assignee,
          revealedBy: triage.revealedBy.filter((kid) => kid !== by),
          recused: [...triage.recused, by].sort(),
        },
        what,
      );
    case 'readmitted': {
      const who = toBase64url(what.who);
      if (!triage.recused.includes(who)) return null;
      return done({ recused: triage.recused.filter((kid) => kid !== who) }, { type: 'readmitted', who });
    }
    case 'revealed':
      if (triage.revealedBy.includes(by)) return null;
      return done({ revealedBy: [...triage.revealedBy, by].sort() }, what);
    case 'moved':
    case 'held':
    case 'released':
    case 'recorded':
    case 'disclosed':
    case 'told':
    case 'learned':
      return done({ proposals: proposalsAfter(triage.proposals, id, event) }, what);
    case 'confirmed':
    case 'withdrawn': {
      const proposals = proposalsAfter(triage.proposals, id, event);
      if (proposals === triage.proposals) return null;
      const target = toBase64url(what.event);
      const about = proposals.find((proposal) => proposal.id === target)?.what;
      if (about === undefined) return null;
      const effect = what.type === 'confirmed' ? inForce(triage, about, { day, by }) : {};
      return done({ ...effect, proposals }, { type: what.type, event: target }, about.type);
    }
    default:
      return null;
  }
}

/** Proposals after an event; the same array when it is about none of them. */
export function proposalsAfter(
  proposals: readonly ProposalState[],
  id: string,
  { day, by: author, what }: OpenedTeamEvent,
): readonly ProposalState[] {
  const by = toBase64url(author);
  if (isProposal(what)) return [...proposals, proposed(id, day, by, what)];
  if (what.type !== 'confirmed' && what.type !== 'withdrawn') return proposals;
  const signature = what.type === 'confirmed' ? what.signature : undefined;
  return afterVerdict(proposals, { type: what.type, event: toBase64url(what.event), by, day, signature });
}

/** Whether a concern is merged, over however many others, into `end`. */
export function leadsTo(concerns: ReadonlyMap<string, Triage>, from: string, end: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = from; at !== null && !seen.has(at); ) {
    if (at === end) return true;
    seen.add(at);
    at = concerns.get(at)?.mergedInto ?? null;
  }
  return false;
}

/** What changes once two members have agreed. */
function inForce(
  triage: Triage,
  what: Proposal,
  at: { readonly day: string; readonly by: string },
): Partial<Triage> {
  switch (what.type) {
    case 'moved': {
      const { route, name, reference } = what;
      return {
        status: 'closed',
        acknowledged: triage.acknowledged ?? at,
        closing: { reason: 'moved', line: '' },
        moved: { route, name, reference },
      };
    }
    case 'held':
      return { hold: { reason: what.reason, day: at.day } };
    case 'released':
      return { hold: null };
    case 'asked':
    case 'learned':
    case 'pledged':
    case 'recorded':
    case 'disclosed':
    case 'told':
      return {};
  }
}
