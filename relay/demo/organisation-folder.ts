import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { MemberCard } from '../../shared/member-card.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import {
  newMemberKeys,
  parseMemberBackup,
  unwrapMemberKeys,
  wrapMemberKeys,
} from '../../shared/member-keys.ts';
import { newOrganisation } from '../admin/organisation.ts';
import { publicKeyFile, readKeyFile, systemRandom, writeKeyFile } from '../key-file.ts';
import { DEMO_OPERATOR, DEMO_ORG, DEMO_PACE, DEMO_PASSPHRASE, demoDesks } from './plan.ts';

/** Where the demo keeps what it makes; a second run finds it there. */
export interface DemoFolder {
  readonly folder: string;
  readonly settingsFile: string;
  /** The HR partner's backup file, to be opened in the inbox with `DEMO_PASSPHRASE`. */
  readonly partnerBackupFile: string;
  readonly partner: MemberKeys;
  readonly guardian: MemberKeys;
  readonly rootKey: Bytes;
  readonly relayKey: Bytes;
  readonly staffKey: Bytes;
  readonly found: boolean;
}

export interface DemoPorts {
  readonly relay: number;
  readonly mailroom: number;
}

const PARTNER = 'HR partner (demo)';
const GUARDIAN = 'Guardian (demo)';

/** Makes the demo organisation, or reads the one that an earlier run made with the same ports and pace. */
export async function demoOrganisation(folder: string, ports: DemoPorts, today: string): Promise<DemoFolder> {
  const complete = join(folder, 'complete');
  const mark = JSON.stringify([ports, DEMO_PACE]);
  const found = existsSync(complete) && readFileSync(complete, 'utf8') === mark;
  if (!found) {
    // A run that was cut short leaves no mark: what it made is thrown away rather than half used.
    rmSync(folder, { recursive: true, force: true });
    await makeFolder(folder, ports, today);
    writeFileSync(complete, mark);
  }
  return readFolder(folder, found);
}

async function makeFolder(folder: string, ports: DemoPorts, today: string): Promise<void> {
  mkdirSync(join(folder, 'members'), { recursive: true, mode: 0o700 });
  const partner = newMemberKeys(systemRandom);
  const guardian = newMemberKeys(systemRandom);
  const organisation = newOrganisation(
    {
      org: DEMO_ORG,
      operator: DEMO_OPERATOR,
      desks: demoDesks({ partner: cardOf(PARTNER, partner), guardian: cardOf(GUARDIAN, guardian) }),
    },
    today,
    systemRandom,
  );
  writeKeyFile(join(folder, 'root.key'), organisation.root.seed);
  writeKeyFile(join(folder, 'relay.key'), organisation.relay.seed);
  writeKeyFile(join(folder, 'mailroom.key'), organisation.mailroom.seed);
  writeKeyFile(join(folder, 'staff.key'), organisation.staffKey);
  writeKeyFile(join(folder, 'relay-wrap.key'), organisation.relayWrapKey);
  writeKeyFile(join(folder, 'mailroom-wrap.key'), organisation.mailroomWrapKey);
  writeFileSync(join(folder, 'keyring.bin'), organisation.keyringBlob);
  for (const [name, label, keys] of [
    ['hr-partner', PARTNER, partner],
    ['guardian', GUARDIAN, guardian],
  ] as const) {
    const backup = await wrapMemberKeys(keys, label, DEMO_PASSPHRASE, systemRandom);
    writeFileSync(memberFile(folder, name), backup, { mode: 0o600 });
  }
  writeFileSync(join(folder, 'candor.toml'), stringify(settingsOf(organisation.root.publicKey, ports)));
}

function settingsOf(rootKey: Bytes, ports: DemoPorts): unknown {
  const { windowSeconds, hopKeySeconds, meanSendSeconds, minimumCrowd, pullSeconds, replyPackSeconds } =
    DEMO_PACE;
  return {
    rootKey: toBase64url(rootKey),
    demo: true,
    relay: {
      port: ports.relay,
      identityFile: 'relay.key',
      staffKeyFiles: ['staff.key'],
      wrapKeyFile: 'relay-wrap.key',
      drop: 'sqlite:drop.sqlite',
      windowSeconds,
      hopKeySeconds,
      meanSendSeconds,
      minimumCrowd,
    },
    mailroom: {
      port: ports.mailroom,
      identityFile: 'mailroom.key',
      wrapKeyFile: 'mailroom-wrap.key',
      keyringFile: 'keyring.bin',
      store: 'sqlite:mailroom.sqlite',
      relayUrl: `http://127.0.0.1:${ports.relay}`,
      timeZone: 'UTC',
      pullSeconds,
      replyPackSeconds,
      replyPacksPerDay: 1,
    },
  };
}

async function readFolder(folder: string, found: boolean): Promise<DemoFolder> {
  const member = (name: string) => {
    const backup = parseMemberBackup(new Uint8Array(readFileSync(memberFile(folder, name))));
    return unwrapMemberKeys(backup, DEMO_PASSPHRASE);
  };
  return {
    folder,
    settingsFile: join(folder, 'candor.toml'),
    partnerBackupFile: memberFile(folder, 'hr-partner'),
    partner: await member('hr-partner'),
    guardian: await member('guardian'),
    rootKey: publicKeyFile(join(folder, 'root.key')),
    relayKey: publicKeyFile(join(folder, 'relay.key')),
    staffKey: readKeyFile(join(folder, 'staff.key')),
    found,
  };
}

function cardOf(label: string, keys: MemberKeys): MemberCard {
  return { label, sign: keys.signing.publicKey, box: keys.box.publicKey };
}

function memberFile(folder: string, name: string): string {
  return join(folder, 'members', `${name}.candor-backup.json`);
}
