import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInit } from '../../relay/admin/init.ts';
import { runKeyring } from '../../relay/admin/keyring.ts';
import { runPack } from '../../relay/admin/pack.ts';
import { writeCrx } from '../../relay/admin/packages.ts';
import { runPolicy } from '../../relay/admin/policy.ts';
import { readPins } from '../../relay/admin/site-folder.ts';
import { updatesApp } from '../../relay/admin/updates.ts';
import { prepareDesks } from '../../relay/demo/first-day.ts';
import { readKeyFile, systemRandom } from '../../relay/key-file.ts';
import { clock, startApp } from '../../relay/main.ts';
import { encodeMemberCard } from '../../shared/member-card.ts';
import { type MemberKeys, newMemberKeys, wrapMemberKeys } from '../../shared/member-keys.ts';
import { signRequest } from '../../shared/request-signature.ts';
import { dayAt } from '../../shared/weeks.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { until } from '../browser/harness/until.ts';
import { candorServe, freePort, type Running } from '../contract/running.ts';
import { type Authority, tlsInFrontOf } from './authority.ts';

/*
 * An organisation as an admin makes it: init, members on desks, pack, policy, and the servers, each by its own command.
 * Packs close every few seconds, with a crowd of one: a hospital's hour is more than a test can wait for.
 */

/** By this the code of `packNewer` can be told from that of `pack`. */
export const NEWER = '// newer';
export const PASSPHRASE = 'quiet lamps help nobody';
const FAST = {
  CANDOR_RELAY_WINDOW_SECONDS: '5',
  CANDOR_RELAY_MINIMUM_CROWD: '1',
  CANDOR_MAILROOM_PULL_SECONDS: '1',
};

export interface RolloutSite {
  readonly folder: string;
  /** What `candor policy` wrote. */
  readonly policyFolder: string;
  readonly relay: Running;
  /** Where browsers reach the relay: over TLS where the site has an authority. */
  readonly relayUrl: string;
  /** Backup of a member of the desk for patient safety, for the inbox's door. */
  readonly backupFile: string;
  readonly chromiumId: string;
  readonly firefoxId: string;
  /** `candor pack`, under a version of one's own. */
  pack(release: string): Promise<void>;
  /** The same with code that is not today's: its background ends with `NEWER`. Chromium only. */
  packNewer(release: string): Promise<void>;
  /** Changes the line in the settings file and runs `candor policy` again. */
  setPanel(value: 'hidden' | 'on' | 'practice'): Promise<void>;
  /** A generated policy file, parsed and otherwise verbatim. */
  policy(path: string): Record<string, unknown>;
  /** How many concerns lie at the desk, as a member's inbox asks. */
  atDesk(): Promise<number>;
}

/** `authority`: relay and updates are served over TLS with its certificate; without one, over plain HTTP. */
export async function rolloutSite(
  endings: Endings,
  release: string,
  authority: Authority | null = null,
): Promise<RolloutSite> {
  const root = freshFolder(endings, 'rollout');
  const folder = join(root, 'site');
  const [relayPort, mailroomPort, updatesPort] = [await freePort(), await freePort(), await freePort()];
  const asBrowsersReach = async (port: number) =>
    authority === null
      ? `http://127.0.0.1:${port}`
      : `https://localhost:${await tlsInFrontOf(endings, authority, port)}`;
  const relayUrl = await asBrowsersReach(relayPort);
  const updatesUrl = await asBrowsersReach(updatesPort);
  const mailroomUrl = `http://127.0.0.1:${mailroomPort}`;
  const answers = join(root, 'answers.toml');
  writeFileSync(
    answers,
    `relayUrl = "${relayUrl}"\nmailroomUrl = "${mailroomUrl}"\nsendMinutes = 1\n[organisation]\nid = "n"\nname = "Northgate"\n[operator]\nname = "Council"\nown = false\n`,
  );
  const command = commandIo();
  await command.run((io) => runInit(['--answers', answers, '--out', folder], io));
  const toml = join(folder, 'candor.toml');
  // Only a demo may have a crowd of one.
  edit(toml, /^rootKey/m, 'demo = true\nrootKey');

  const partner = newMemberKeys(systemRandom);
  const guardian = newMemberKeys(systemRandom);
  for (const [desk, label, keys] of [
    ['patient-safety', 'Partner', partner],
    ['people', 'Partner', partner],
    ['guardian', 'Guardian', guardian],
  ] as const) {
    const card = join(root, `${desk}.json`);
    writeFileSync(card, encodeMemberCard(label, keys));
    await command.run((io) => runKeyring(['add', '--desk', desk, '--card', card, '--site', folder], io));
  }
  const backupFile = join(root, 'partner.candor-backup.json');
  writeFileSync(backupFile, await wrapMemberKeys(partner, 'Partner', PASSPHRASE, systemRandom));

  const policyFolder = join(root, 'policy');
  const pack = (version: string) =>
    command.run((io) => runPack(['--site', folder, '--updates', updatesUrl, '--release', version], io));
  const writePolicy = () =>
    command.run((io) => runPolicy(['--site', folder, '--updates', updatesUrl, '--out', policyFolder], io));
  await pack(release);
  mkdirSync(policyFolder);
  await writePolicy();

  const relay = endings.ending(candorServe('relay', toml, relayPort, FAST), (it) => it.kill());
  const trusting = authority === null ? FAST : { ...FAST, NODE_EXTRA_CA_CERTS: authority.file };
  const mailroom = endings.ending(candorServe('mailroom', toml, mailroomPort, trusting), (it) => it.kill());
  await relay.start();
  await mailroom.start();
  endings.ending(
    await startApp(updatesApp(join(folder, 'packages')), { host: '127.0.0.1', port: updatesPort }),
    ({ stop }) => stop(),
  );
  await prepareDesks(
    {
      ...readPins(folder),
      folder,
      settingsFile: toml,
      partnerBackupFile: backupFile,
      partner,
      guardian,
      staffKey: readKeyFile(join(folder, 'relay/staff.key')),
      found: false,
    },
    mailroomUrl,
    clock(),
  );
  await until('desk keys at the relay', async () => {
    const [there, made] = await Promise.all(
      [relay.url, mailroomUrl].map(async (url) =>
        Buffer.from(await (await fetch(`${url}/v1/keys`)).arrayBuffer()),
      ),
    );
    return made !== undefined && there?.equals(made);
  });

  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const { chromiumId, firefoxId } = read(join(folder, 'packages/pack.json'));
  return {
    folder,
    policyFolder,
    relay,
    relayUrl,
    backupFile,
    chromiumId,
    firefoxId,
    pack,
    packNewer: async (version) => {
      await pack(version);
      const built = join(folder, 'packages/build/chrome-mv3');
      appendFileSync(join(built, 'background.js'), `\n${NEWER}\n`);
      await writeCrx(built, join(folder, 'offline/extension.pem'), join(folder, 'packages/candor.crx'));
    },
    setPanel: async (value) => {
      edit(toml, /^panel = "[a-z]+"/m, `panel = "${value}"`);
      await writePolicy();
    },
    policy: (path) => read(join(policyFolder, path)),
    atDesk: () => queueLength(mailroomUrl, partner),
  };
}

async function queueLength(mailroomUrl: string, member: MemberKeys): Promise<number> {
  const url = `${mailroomUrl}/v1/desks/1/queue`;
  const headers = signRequest({ method: 'GET', url }, member.signing, {
    audience: 'candor-mailroom',
    nowSeconds: clock(),
    random: systemRandom,
  });
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`queue: ${response.status}`);
  return ((await response.json()) as { items: unknown[] }).items.length;
}

function edit(file: string, what: RegExp, by: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(what, by);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(file, after);
}

function commandIo() {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const io = {
    out: say,
    err: say,
    ask: async () => '',
    today: () => dayAt(clock(), 'UTC'),
    random: systemRandom,
  };
  return {
    async run(start: (with_: typeof io) => Promise<number>): Promise<void> {
      said = '';
      const status = await start(io);
      if (status !== 0) throw new Error(`exit status ${status}: ${said}`);
    },
  };
}
