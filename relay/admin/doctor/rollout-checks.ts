import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { toBase64url } from '../../../shared/base64url.ts';
import type { SettingValue } from '../policy/input.ts';
import type { Pins } from '../site-folder.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/*
 * Whether the build, the policy and the settings of a site still say the same. Where they differ, browsers stop.
 */

const buildSchema = v.looseObject({
  rootKey: v.nullable(v.string()),
  relayKey: v.nullable(v.string()),
  relayOrigins: v.array(v.string()),
});
const packSchema = v.looseObject({ chromiumId: v.string(), version: v.string() });
const policySchema = v.looseObject({
  '3rdparty': v.looseObject({ extensions: v.record(v.string(), v.record(v.string(), v.unknown())) }),
});

export function checkRollout(
  site: string,
  pins: Pins,
  settings: Readonly<Record<string, SettingValue>>,
  rates: { readonly meanSendSeconds: number },
): Finding[] {
  const pack = read(join(site, 'packages/pack.json'), packSchema);
  const build = read(join(site, 'packages/build/build.json'), buildSchema);
  if (pack === null || build === null) {
    return [
      warning('build', 'Nothing has been packed here yet.', 'Run "candor pack", then "candor policy".'),
    ];
  }
  return [
    checkBuild(build, pins, settings),
    checkPolicy(read(join(site, 'policy/linux/chromium/candor.json'), policySchema), pack, settings),
    checkPace(settings, rates),
  ];
}

function checkBuild(
  build: v.InferOutput<typeof buildSchema>,
  pins: Pins,
  settings: Readonly<Record<string, SettingValue>>,
): Finding {
  const differing = [
    ...(build.rootKey === toBase64url(pins.rootKey) ? [] : ['rootKey']),
    ...(build.relayKey === toBase64url(pins.relayKey) ? [] : ['relayKey']),
    ...(build.relayOrigins.includes(new URL(String(settings.relayUrl)).origin) ? [] : ['relayUrl']),
  ];
  return differing.length === 0
    ? ok('build', 'The packed build carries the pins of the settings.')
    : problem(
        'build',
        `The packed build carries another ${differing.join(', ')} than the settings: browsers would send nothing.`,
        'Run "candor pack" with a higher --release, let browsers update, and only then change the policy.',
      );
}

function checkPolicy(
  policy: v.InferOutput<typeof policySchema> | null,
  { chromiumId, version }: v.InferOutput<typeof packSchema>,
  settings: Readonly<Record<string, SettingValue>>,
): Finding {
  const remedy = 'Run "candor policy" again and deploy what it writes.';
  const told = policy?.['3rdparty'].extensions[chromiumId];
  if (policy === null) return warning('policy', 'No policy files have been written here yet.', remedy);
  if (told === undefined)
    return problem('policy', 'The policy files are for another extension than the packed one.', remedy);
  const names = [...new Set([...Object.keys(told), ...Object.keys(settings)])];
  const differing = names.filter((name) => JSON.stringify(told[name]) !== JSON.stringify(settings[name]));
  return differing.length === 0
    ? ok('policy', `The policy files say what the settings say, for version ${version}.`)
    : problem('policy', `The policy files were written before ${differing.join(', ')} changed.`, remedy);
}

/** The relay counts machines by how often each should send: another rate makes the crowd look larger or smaller. */
function checkPace(
  settings: Readonly<Record<string, SettingValue>>,
  { meanSendSeconds }: { readonly meanSendSeconds: number },
): Finding {
  const minutes = Number(settings.sendMinutes ?? 2);
  return minutes * 60 === meanSendSeconds
    ? ok('pace', `Browsers send every ${minutes} minutes, and the relay counts with that.`)
    : problem(
        'pace',
        `Browsers send every ${minutes} minutes, but the relay counts machines as if it were ${meanSendSeconds / 60}.`,
        'Set meanSendSeconds to 60 × sendMinutes: otherwise the crowd is not what the panel says.',
      );
}

function read<T>(file: string, schema: v.GenericSchema<unknown, T>): T | null {
  if (!existsSync(file)) return null;
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
