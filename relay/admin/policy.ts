import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { CandorError } from '../../shared/errors.ts';
import { SETTINGS } from '../../shared/settings-table.ts';
import { policyFiles } from './policy/files.ts';
import type { PolicyInput, SettingValue } from './policy/input.ts';
import { refusal } from './refusal.ts';
import { readExtensionSection, readKeyring } from './site-folder.ts';

const USAGE = `Usage: candor policy --updates URL [--pilot] [--site FOLDER] [--out FOLDER]

Writes, into one folder, the policy files for Chrome, Chromium, Edge and Firefox on Windows, macOS, Linux and ChromeOS,
with scripts to deploy, detect, test and remove them, a README for each platform, and an allow-list for network teams.

  --updates URL   where the packages of "candor pack" are served, such as https://intranet.example/candor
  --site FOLDER   the organisation's folder (default: candor-site); run "candor pack" on it first
  --pilot         for the computers of a pilot group: the same with "panel" set to practice. There is no such thing for
                  "on": the panel starts for everyone on one day
  --out FOLDER    where to write (default: FOLDER/policy, or FOLDER/policy-pilot); files there are replaced
`;

const packSchema = v.object({
  chromiumId: v.string(),
  firefoxId: v.string(),
  version: v.string(),
  sha256: v.object({ crx: v.string(), xpi: v.string() }),
});

/** `candor policy`: exit status 0, or 2 when the call or the settings are wrong. */
export async function runPolicy(
  argv: readonly string[],
  io: { out(text: string): void; err(text: string): void },
): Promise<number> {
  const call = callOf(argv);
  if (call === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    const files = policyFiles(await readInput(call));
    for (const { path, text } of files) {
      const target = join(call.out, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    }
    io.out(`${files.length} files written to ${call.out}. Start with ${join(call.out, 'README.md')}.\n`);
    return 0;
  } catch (error) {
    return refusal(error, io);
  }
}

interface Call {
  readonly site: string;
  readonly out: string;
  readonly updatesUrl: string;
  readonly pilot: boolean;
}

async function readInput({ site, updatesUrl, pilot }: Call): Promise<PolicyInput> {
  const pack = readPack(join(site, 'packages/pack.json'));
  const given = checkSettings(readExtensionSection(site));
  if (pilot && (given.panel ?? 'on') === 'on')
    throw new CandorError('bad-settings', 'the panel is on for everyone: there is nothing to pilot');
  const settings = pilot ? { ...given, panel: 'practice' } : given;
  const { keyring } = await readKeyring(site);
  return { ...pack, organisation: keyring.org.name, updatesUrl, settings };
}

/** Refuses what the extension would refuse, so that a mistake shows here and not on ten thousand computers. */
export function checkSettings(given: Readonly<Record<string, unknown>>): Record<string, SettingValue> {
  const problems: string[] = [];
  const checked: Record<string, SettingValue> = {};
  for (const name of Object.keys(given)) {
    if (!SETTINGS.some((row) => row.name === name))
      problems.push(`extension.${name}: there is no such setting`);
  }
  for (const row of SETTINGS) {
    const value = given[row.name];
    if (value === undefined) {
      if (row.required) problems.push(`extension.${row.name}: is missing`);
      continue;
    }
    const items = row.type === 'list' ? value : [value];
    if (
      !Array.isArray(items) ||
      !items.every((item) => typeof item === (row.type === 'integer' ? 'number' : 'string'))
    ) {
      problems.push(`extension.${row.name}: must be a ${row.type}`);
      continue;
    }
    const faults = items.map((item) => row.faultOf(item)).filter((fault) => fault !== null);
    if (faults.length > 0) problems.push(`extension.${row.name}: ${faults.join(', ')}`);
    checked[row.name] = value as SettingValue;
  }
  if (problems.length > 0) throw new CandorError('bad-settings', problems.join('\n'));
  return checked;
}

function readPack(file: string): v.InferOutput<typeof packSchema> {
  if (!existsSync(file)) throw new CandorError('not-found', `${file} is not there: run "candor pack" first`);
  return v.parse(packSchema, JSON.parse(readFileSync(file, 'utf8')));
}

function callOf(argv: readonly string[]): Call | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { site: text, out: text, updates: text, pilot: { type: 'boolean', default: false } },
    });
    if (values.updates === undefined || !/^https?:\/\/[^\s"<>]+$/.test(values.updates)) return null;
    const site = values.site ?? 'candor-site';
    const folder = values.pilot ? 'policy-pilot' : 'policy';
    return {
      site,
      out: values.out ?? join(site, folder),
      updatesUrl: values.updates.replace(/\/+$/, ''),
      pilot: values.pilot,
    };
  } catch {
    return null;
  }
}
