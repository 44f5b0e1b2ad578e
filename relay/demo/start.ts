import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toBase64url } from '../../shared/base64url.ts';
import { CandorError } from '../../shared/errors.ts';
import { dayAt } from '../../shared/weeks.ts';
import { clock } from '../main.ts';
import { buildDemoExtension } from './build-extension.ts';
import { startCrowd } from './crowd.ts';
import { prepareDesks } from './first-day.ts';
import { startHospital } from './hospital.ts';
import { ensureBrowsers } from './machine/browsers.ts';
import { type Narrator, narrator } from './narrator.ts';
import { type DemoFolder, demoOrganisation } from './organisation-folder.ts';
import { DEMO_CROWD, DEMO_ORG, DEMO_PACE, DEMO_PASSPHRASE } from './plan.ts';
import { openForVisitor, playStory } from './story.ts';

/*
 * `npm start`: a whole demo hospital on this computer. `--once` ends after the story; `--headless` plays it without a
 * window even where there is a display.
 */

const PROJECT = new URL('../..', import.meta.url).pathname;
const USAGE = `Usage: npm start [-- --once] [--headless] [--port N]

  --once       end after the story; exit status 0 only if the desk read the concern and its answer came back
  --headless   play the story without a window, even where there is a display
  --port N     first of three ports on 127.0.0.1 (default 24180)
`;

interface Options {
  readonly once: boolean;
  readonly headless: boolean;
  readonly port: number;
}

async function main(options: Options): Promise<number> {
  const started = performance.now();
  const tell = narrator(
    (text) => process.stdout.write(text),
    () => (performance.now() - started) / 1000,
  );
  const folder = join(PROJECT, '.candor', 'demo');
  mkdirSync(folder, { recursive: true });
  const ports = { relay: options.port, mailroom: options.port + 1, pages: options.port + 2 };

  tell.step('Looking for a browser');
  const browsers = await ensureBrowsers({ chromium: true, firefox: false }, (line) => tell.detail(line));
  tell.detail(`Using ${browsers.chromium}.`);

  tell.step('Setting up a demo hospital');
  const demo = await demoOrganisation(join(folder, 'organisation'), ports, dayAt(clock(), 'UTC'));
  tell.detail(
    demo.found
      ? `Found ${DEMO_ORG.name} from an earlier run, with the same keys.`
      : `Made ${DEMO_ORG.name}: root, relay and mailroom identities, three desks, two members, a staff key.`,
  );

  tell.step('Building the extension with this hospital’s pins');
  const extensionDir = await buildDemoExtension(demo, ports, 'chromium');

  tell.step('Starting relay, drop and mailroom, all in one process on 127.0.0.1 with SQLite');
  const hospital = await startHospital(demo, ports);
  try {
    tell.detail('Run together like this, the split between relay and mailroom is one of code, not of trust.');
    await prepareDesks(demo, hospital.mailroomUrl, clock());
    tell.detail(
      `Packs close every ${DEMO_PACE.windowSeconds} seconds here. In a hospital they close every hour.`,
    );

    tell.step(`Starting ${DEMO_CROWD} simulated installs, so that the crowd is a crowd`);
    const crowd = startCrowd({
      machines: DEMO_CROWD,
      meanSeconds: DEMO_PACE.meanSendSeconds,
      relayUrl: hospital.relayUrl,
      rootKey: demo.rootKey,
      relayKey: demo.relayKey,
      staffKey: demo.staffKey,
    });
    tell.detail('They send cover: cells that say nothing and look like one that does.');
    try {
      return await withBrowser({ options, tell, demo, folder, extensionDir, hospital });
    } finally {
      await crowd.stop();
    }
  } finally {
    await hospital.stop();
  }
}

interface Stage {
  readonly options: Options;
  readonly tell: Narrator;
  readonly demo: DemoFolder;
  readonly folder: string;
  readonly extensionDir: string;
  readonly hospital: Awaited<ReturnType<typeof startHospital>>;
}

async function withBrowser({ options, tell, demo, folder, extensionDir, hospital }: Stage): Promise<number> {
  const { pagesUrl } = hospital;
  const setting = {
    extensionDir,
    profileDir: join(folder, 'browser'),
    pictures: join(folder, 'pictures'),
    pagesUrl,
    backupFile: demo.partnerBackupFile,
    tell,
    spokenOf: () => hospital.output(),
    databases: [join(demo.folder, 'drop.sqlite'), join(demo.folder, 'mailroom.sqlite')],
  };
  const showing = !options.headless && hasDisplay();
  let status = 0;
  if (showing && !options.once) {
    await openForVisitor(setting);
  } else {
    status = await playStory(setting);
  }
  if (options.once) return status;
  tell.step('Everything goes on running');
  for (const line of whereItIs(demo, hospital, showing)) tell.detail(line);
  await stopRequested();
  tell.step('Stopping: requests under way are finished first');
  return status;
}

function whereItIs(demo: DemoFolder, hospital: Stage['hospital'], showing: boolean): string[] {
  return [
    `Mock EMR page        ${hospital.pagesUrl}/emr`,
    `Mock intranet        ${hospital.pagesUrl}/intranet`,
    `Relay                ${hospital.relayUrl}/v1/health`,
    `Mailroom             ${hospital.mailroomUrl}/v1/keys`,
    `Everything it made   ${demo.folder}`,
    `Inbox                ${showing ? 'the second tab' : 'inbox.html of the extension'}, opened with ${demo.partnerBackupFile}`,
    `Passphrase           ${DEMO_PASSPHRASE}`,
    `Root key             ${toBase64url(demo.rootKey)}`,
    'Stop                 Ctrl+C',
  ];
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(
    (value) => value !== undefined && value !== '',
  );
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function optionsOf(argv: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { once: { type: 'boolean' }, headless: { type: 'boolean' }, port: { type: 'string' } },
    });
    // Below the ports that computers hand out to outgoing connections, of which one might be taken.
    const port = Number(values.port ?? '24180');
    if (!Number.isInteger(port) || port < 1024 || port > 65_000) return null;
    return { once: values.once === true, headless: values.headless === true, port };
  } catch {
    return null;
  }
}

const options = optionsOf(process.argv.slice(2));
if (options === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await main(options);
  } catch (error) {
    if (!(error instanceof CandorError)) throw error;
    const hint = /^port /.test(error.message) ? '. Choose others: npm start -- --port 24280' : '';
    process.stderr.write(`\nThe demo cannot go on: ${error.message}${hint}\n`);
    process.exitCode = 1;
  }
}
