import { toBase64url } from '../../shared/base64url.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import type { Keyring, Member } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { MemberCard } from '../../shared/member-card.ts';
import { addDays } from '../../shared/weeks.ts';
import { MEMBERSHIP_DAYS } from './organisation.ts';

/*
 * What the root holder may change, each as a new keyring that continues the one before it. Unsigned: the caller signs.
 */

/** So long a keyring remembers who has left: far beyond any retention. */
const FORMER_DAYS = 800;

/** A keyring and the signed bytes it came from. */
export interface SignedKeyring {
  readonly keyring: Keyring;
  readonly blob: Bytes;
}

/** Puts a member on a desk, for 90 days; also how a membership is renewed. `slug` names the desk. */
export function withMember(known: SignedKeyring, slug: string, card: MemberCard, day: string): Keyring {
  const kid = kidOf(card.sign);
  deskBySlug(known.keyring, slug);
  const until = addDays(day, MEMBERSHIP_DAYS);
  const others = known.keyring.members.filter((member) => !equalBytes(member.sign, card.sign));
  return {
    ...next(known, day),
    members: [...others, { ...card, until }],
    // Whoever comes back is a member again, and nothing else.
    former: known.keyring.former?.filter((member) => !equalBytes(member.sign, card.sign)),
    desks: known.keyring.desks.map((desk) =>
      desk.slug !== slug || desk.members.some((one) => equalBytes(one, kid))
        ? desk
        : { ...desk, members: [...desk.members, kid] },
    ),
  };
}

/** Lets a member stay for another 90 days, on the desks she is on. `who` is the label or the kid in base64url. */
export function withRenewal(known: SignedKeyring, who: string, day: string): Keyring {
  const staying = kidOf(memberBy(known.keyring, who).sign);
  const until = addDays(day, MEMBERSHIP_DAYS);
  return {
    ...next(known, day),
    members: known.keyring.members.map((member) =>
      equalBytes(kidOf(member.sign), staying) ? { ...member, until } : member,
    ),
  };
}

/** Takes a member off every desk, as after a lost laptop or a leaver. `who` is the label or the kid in base64url. */
export function withoutMember(known: SignedKeyring, who: string, day: string): Keyring {
  const leaver = memberBy(known.keyring, who);
  const gone = kidOf(leaver.sign);
  const desks = known.keyring.desks
    .filter((desk) => desk.members.some((kid) => equalBytes(kid, gone)))
    .map(({ id }) => id);
  // Long after their concerns are gone nothing of theirs needs to be read any more.
  const others = (known.keyring.former ?? []).filter(({ left }) => left >= addDays(day, -FORMER_DAYS));
  return {
    ...next(known, day),
    members: known.keyring.members.filter((member) => !equalBytes(kidOf(member.sign), gone)),
    desks: known.keyring.desks.map((desk) => ({
      ...desk,
      members: desk.members.filter((kid) => !equalBytes(kid, gone)),
    })),
    former: [...others, { label: leaver.label, sign: leaver.sign, desks, left: day }],
  };
}

/** Names a new mailroom identity. */
export function withMailroom(known: SignedKeyring, mailroom: Bytes, day: string): Keyring {
  return { ...next(known, day), mailroom };
}

function next({ keyring, blob }: SignedKeyring, day: string): Keyring {
  return { ...keyring, serial: keyring.serial + 1, previous: sha256(blob), issued: day };
}

function deskBySlug(keyring: Keyring, slug: string): void {
  if (keyring.desks.some((desk) => desk.slug === slug)) return;
  const known = keyring.desks.map((desk) => desk.slug).join(', ');
  throw new CandorError('bad-request', `there is no desk "${slug}"; there are: ${known}`);
}

function memberBy(keyring: Keyring, who: string): Member {
  const found = keyring.members.filter(
    (member) => member.label === who || toBase64url(kidOf(member.sign)) === who,
  );
  const [member] = found;
  if (member !== undefined && found.length === 1) return member;
  const known = keyring.members.map((one) => `${one.label} (${toBase64url(kidOf(one.sign))})`).join(', ');
  throw new CandorError(
    'bad-request',
    `${found.length === 0 ? 'nobody' : 'more than one member'} is called "${who}"; members: ${known || 'none yet'}`,
  );
}
