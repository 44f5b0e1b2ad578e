import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { signKeyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { MemberCard } from '../../shared/member-card.ts';
import { newSigningKeyPair, type SigningKeyPair } from '../../shared/signing.ts';
import type { Kind } from '../../shared/taxonomy.ts';
import { addDays } from '../../shared/weeks.ts';

/** Membership lapses after this many days unless a colleague renews it. */
export const MEMBERSHIP_DAYS = 90;

/** What a site answers at set-up. */
export interface OrganisationPlan {
  readonly org: { readonly id: string; readonly name: string };
  readonly operator: { readonly name: string; readonly own: boolean };
  readonly desks: readonly DeskPlan[];
}

export interface DeskPlan {
  readonly slug: string;
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly independent: boolean;
  readonly members: readonly MemberCard[];
}

/** The secrets of a new organisation, each to be kept where the set-up says. */
export interface Organisation {
  readonly root: SigningKeyPair;
  readonly relay: SigningKeyPair;
  readonly mailroom: SigningKeyPair;
  readonly staffKey: Bytes;
  readonly relayWrapKey: Bytes;
  readonly mailroomWrapKey: Bytes;
  readonly keyring: Keyring;
  readonly keyringBlob: Bytes;
}

const KEY_BYTES = 32;

/** Makes root, identities and keys of a new organisation and signs its first keyring. `day` is today. */
export function newOrganisation(plan: OrganisationPlan, day: string, random: RandomBytes): Organisation {
  const root = newSigningKeyPair(random);
  const mailroom = newSigningKeyPair(random);
  const members = [
    ...new Map(plan.desks.flatMap((desk) => desk.members).map((card) => [card.label, card])).values(),
  ];
  const keyring: Keyring = {
    v: 1,
    serial: 1,
    previous: null,
    issued: day,
    org: plan.org,
    operator: plan.operator,
    mailroom: mailroom.publicKey,
    members: members.map((card) => ({ ...card, until: addDays(day, MEMBERSHIP_DAYS) })),
    desks: plan.desks.map((desk, index) => ({
      id: index + 1,
      slug: desk.slug,
      name: desk.name,
      kinds: [...desk.kinds],
      independent: desk.independent,
      members: desk.members.map((card) => kidOf(card.sign)),
    })),
  };
  return {
    root,
    relay: newSigningKeyPair(random),
    mailroom,
    staffKey: random(KEY_BYTES),
    relayWrapKey: random(KEY_BYTES),
    mailroomWrapKey: random(KEY_BYTES),
    keyring,
    keyringBlob: signKeyring(keyring, root.seed),
  };
}
