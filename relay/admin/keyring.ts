import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toBase64url } from '../../shared/base64url.ts';
import type { RandomBytes } from '../../shared/bytes.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { checkSuccession, type Keyring, signKeyring, verifyKeyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { verifyMemberCard } from '../../shared/member-card.ts';
import { newSigningKeyPair, signingKeyPairOf } from '../../shared/signing.ts';
import { readKeyFile, writeKeyFile } from '../key-file.ts';
import {
  type SignedKeyring,
  withMailroom,
  withMember,
  withoutMember,
  withRenewal,
} from './keyring-changes.ts';
import { poster } from './poster.ts';
import { POSTER_LANGUAGES, type PosterLanguage } from './poster-texts.ts';
import { refusal } from './refusal.ts';
import { keyringFile, readKeyring, readPins, readPublic } from './site-folder.ts';

const USAGE = `Usage: candor keyring show   [--site FOLDER] [--poster FILE.html [--language xx]]
       candor keyring add    --desk SLUG --card FILE [--site FOLDER] [--root FILE]
       candor keyring renew  --member LABEL|KID [--site FOLDER] [--root FILE]
       candor keyring remove --member LABEL|KID [--site FOLDER] [--root FILE]
       candor keyring rotate [--site FOLDER] [--root FILE]

show    who is on which desk until when, and the four-word fingerprint; --poster writes a page to print,
        in ${POSTER_LANGUAGES.join(', ')} (default en)
add     puts the member of a card on a desk, for 90 days
renew   lets a member stay for another 90 days
remove  takes a member off every desk at once; their inbox wipes itself at its next contact
rotate  a new mailroom identity

Every change is signed with the offline root (default: FOLDER/offline/root.key), gets a higher serial, and is written to
FOLDER/mailroom/keyring.bin. Restart the mailroom to publish it. FOLDER is candor-site unless named.
`;

export interface KeyringIo {
  out(text: string): void;
  err(text: string): void;
  today(): string;
  random: RandomBytes;
}

interface Call {
  readonly verb: string;
  readonly site: string;
  readonly root: string;
  readonly desk?: string | undefined;
  readonly card?: string | undefined;
  readonly member?: string | undefined;
  readonly poster?: string | undefined;
  readonly language: PosterLanguage;
}

/** `candor keyring`: exit status 0, or 2 when the call is wrong or refused. */
export async function runKeyring(argv: readonly string[], io: KeyringIo): Promise<number> {
  const call = callOf(argv);
  if (call === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    const pins = readPins(call.site);
    const known = await readKeyring(call.site);
    const now = await changed(call, known, io);
    io.out(describe(now, fingerprint(pins.rootKey, pins.relayKey, now.blob)));
    if (call.poster !== undefined) {
      writeFileSync(
        call.poster,
        poster(now.keyring, fingerprint(pins.rootKey, pins.relayKey, now.blob), call.language),
      );
    }
    return 0;
  } catch (error) {
    return refusal(error, io);
  }
}

async function changed(call: Call, known: SignedKeyring, io: KeyringIo): Promise<SignedKeyring> {
  switch (call.verb) {
    case 'add': {
      const card = await verifyMemberCard(readPublic(call.card ?? ''));
      return sign(call, known, withMember(known, call.desk ?? '', card, io.today()));
    }
    case 'renew':
      return sign(call, known, withRenewal(known, call.member ?? '', io.today()));
    case 'remove':
      return sign(call, known, withoutMember(known, call.member ?? '', io.today()));
    case 'rotate': {
      const identity = newSigningKeyPair(io.random);
      const file = join(call.site, 'mailroom/mailroom.key');
      readKeyFile(call.root);
      // On disk before anybody is told of it, so that a crash never leaves a keyring without its identity.
      writeKeyFile(`${file}.new`, identity.seed);
      const next = await sign(call, known, withMailroom(known, identity.publicKey, io.today()));
      renameSync(file, `${file}.before-${next.keyring.serial}`);
      renameSync(`${file}.new`, file);
      return next;
    }
    default:
      return known;
  }
}

async function sign(call: Call, known: SignedKeyring, keyring: Keyring): Promise<SignedKeyring> {
  const root = signingKeyPairOf(readKeyFile(call.root));
  const blob = signKeyring(keyring, root.seed);
  // Verified as everyone else will: with the pinned root, and as the successor of the one before.
  const next = { keyring: await verifyKeyring(blob, readPins(call.site).rootKey), blob };
  checkSuccession(known, next);
  const file = keyringFile(call.site);
  writeFileSync(`${file}.new`, blob);
  renameSync(`${file}.new`, file);
  return next;
}

function describe({ keyring }: SignedKeyring, words: string): string {
  const desks = keyring.desks.map((desk) => {
    const members = keyring.members
      .filter((member) => desk.members.some((kid) => toBase64url(kid) === toBase64url(kidOf(member.sign))))
      .map((member) => `    ${member.label} (${toBase64url(kidOf(member.sign))}), until ${member.until}\n`);
    const few = members.length < 2 ? '    Fewer than two members: nobody can stand in.\n' : '';
    return `  ${desk.name} [${desk.slug}]${desk.independent ? ', independent of HR' : ''}\n${members.join('')}${few}`;
  });
  const { name, own } = keyring.operator;
  return (
    `${keyring.org.name}, keyring ${keyring.serial} of ${keyring.issued}\n` +
    `Relay run by ${name}${own ? ', the hospital itself: a promise, not mathematics' : ''}\n` +
    `${desks.join('')}Fingerprint: ${words}\n`
  );
}

function callOf(argv: readonly string[]): Call | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { site: text, root: text, desk: text, card: text, member: text, poster: text, language: text },
    });
    const [verb] = positionals;
    const needed: Record<string, boolean> = {
      show: true,
      rotate: true,
      add: values.desk !== undefined && values.card !== undefined,
      renew: values.member !== undefined,
      remove: values.member !== undefined,
    };
    if (verb === undefined || positionals.length !== 1 || needed[verb] !== true) return null;
    const language = POSTER_LANGUAGES.find((known) => known === (values.language ?? 'en'));
    if (language === undefined) return null;
    const site = values.site ?? 'candor-site';
    return { ...values, language, verb, site, root: values.root ?? join(site, 'offline/root.key') };
  } catch {
    return null;
  }
}
