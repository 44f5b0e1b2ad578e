import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import * as v from 'valibot';
import type { Bytes } from '../shared/bytes.ts';
import { CandorError } from '../shared/errors.ts';
import { readKeyFile, readSecretLine, refuseReadable } from './key-file.ts';
import { mailroomSection, relaySection, settingsSchema } from './settings-schema.ts';

export type Section = 'relay' | 'mailroom';
const SECTIONS: readonly Section[] = ['relay', 'mailroom'];

export type Environment = Readonly<Record<string, string | undefined>>;

type FileSettings = v.InferOutput<typeof settingsSchema>;

export type RelaySettings = Omit<
  v.InferOutput<typeof relaySection>,
  'identityFile' | 'staffKeyFiles' | 'wrapKeyFile'
> & {
  readonly identitySeed: Bytes;
  readonly staffKeys: readonly Bytes[];
  readonly wrapKey: Bytes;
};

export type MailroomSettings = Omit<
  v.InferOutput<typeof mailroomSection>,
  'identityFile' | 'wrapKeyFile' | 'keyringFile' | 'dailyLinePasswordFile'
> & {
  readonly identitySeed: Bytes;
  readonly wrapKey: Bytes;
  readonly keyringBlob: Bytes;
  readonly dailyLinePassword?: string;
};

/** Everything a server needs to start, with the keys read into memory. */
export interface Settings {
  readonly rootKey: Bytes;
  readonly demo: boolean;
  readonly relay?: RelaySettings;
  readonly mailroom?: MailroomSettings;
}

/**
 * Reads the settings file and lets the environment override any of it (`CANDOR_RELAY_PORT`, `CANDOR_MAILROOM_STORE`
 * …). Key files are read for the wanted sections only, so that one file serves both machines of a split deployment.
 * Throws `bad-settings` naming everything that is wrong at once, one line each.
 */
export function readSettings(
  file: string,
  env: Environment,
  sections: readonly Section[] = SECTIONS,
): Settings {
  const given = withEnvironment(readSettingsText(file), env);
  const result = v.safeParse(settingsSchema, given);
  if (!result.success) {
    throw new CandorError(
      'bad-settings',
      result.issues.map((issue) => `${v.getDotPath(issue) ?? file}: ${issue.message}`).join('\n'),
    );
  }
  const wanted = { ...result.output };
  for (const section of SECTIONS) if (!sections.includes(section)) delete wanted[section];
  return withKeys(wanted, dirname(resolve(file)));
}

/** `postgres://user:password@host/name`: a settings file that holds one is a secret itself. */
const PASSWORD_IN_ADDRESS = /postgres(?:ql)?:\/\/[^\s"'@/]*:[^\s"'@/]+@/;

/** The settings file as TOML says it, unchecked. Throws `bad-settings`. */
export function readSettingsText(file: string): unknown {
  if (!existsSync(file))
    throw new CandorError('bad-settings', `${file} is not there: make one with "candor init"`);
  const text = readFileSync(file, 'utf8');
  if (PASSWORD_IN_ADDRESS.test(text)) refuseReadable(file);
  try {
    return parseToml(text);
  } catch (error) {
    // Only the line's number: the line itself may hold the password of a database.
    const line = error instanceof TomlError ? `, see line ${error.line}` : '';
    throw new CandorError('bad-settings', `${file} is not TOML${line}`);
  }
}

function withEnvironment(given: unknown, env: Environment): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const merged: Record<string, unknown> = { ...given };
  const top = env.CANDOR_ROOT_KEY;
  if (top !== undefined) merged.rootKey = top;
  for (const [section, schema] of [
    ['relay', relaySection],
    ['mailroom', mailroomSection],
  ] as const) {
    for (const key of Object.keys(schema.entries)) {
      const value = env[`CANDOR_${section}_${snake(key)}`.toUpperCase()];
      if (value === undefined) continue;
      const known = merged[section];
      merged[section] = { ...(typeof known === 'object' ? known : {}), [key]: fromEnvironment(key, value) };
    }
  }
  return merged;
}

const LISTS = ['staffKeyFiles', 'dailyLineDesks', 'dailyLineDeputies'];

function fromEnvironment(key: string, value: string): unknown {
  if (LISTS.includes(key)) return value.split(',').filter(Boolean);
  return /^\d+$/.test(value) ? Number(value) : value;
}

function snake(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`);
}

/** Reads every key file, and reports every one that cannot be used rather than only the first. */
function withKeys(settings: FileSettings, folder: string): Settings {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(error instanceof CandorError ? error.message : 'a file cannot be read');
      return undefined;
    }
  };
  const secret = (name: string) => attempt(() => readKeyFile(resolve(folder, name))) ?? new Uint8Array(0);
  const password = (name: string) => attempt(() => readSecretLine(resolve(folder, name))) ?? '';
  const { relay, mailroom } = settings;
  const read: Settings = {
    rootKey: settings.rootKey,
    demo: settings.demo,
    ...(relay && {
      relay: {
        ...withoutFiles(relay, ['identityFile', 'staffKeyFiles', 'wrapKeyFile']),
        drop: resolvedStore(relay.drop, folder),
        identitySeed: secret(relay.identityFile),
        staffKeys: relay.staffKeyFiles.map(secret),
        wrapKey: secret(relay.wrapKeyFile),
      },
    }),
    ...(mailroom && {
      mailroom: {
        ...withoutFiles(mailroom, ['identityFile', 'wrapKeyFile', 'keyringFile', 'dailyLinePasswordFile']),
        store: resolvedStore(mailroom.store, folder),
        identitySeed: secret(mailroom.identityFile),
        wrapKey: secret(mailroom.wrapKeyFile),
        keyringBlob: attempt(() => publicFile(resolve(folder, mailroom.keyringFile))) ?? new Uint8Array(0),
        ...(mailroom.dailyLinePasswordFile !== undefined && {
          dailyLinePassword: password(mailroom.dailyLinePasswordFile),
        }),
      },
    }),
  };
  if (problems.length > 0) throw new CandorError('bad-settings', problems.join('\n'));
  return read;
}

function withoutFiles<T extends object, K extends keyof T>(section: T, files: readonly K[]): Omit<T, K> {
  const kept = Object.entries(section).filter(([key]) => !files.some((file) => file === key));
  return Object.fromEntries(kept) as Omit<T, K>;
}

function publicFile(file: string): Bytes {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new CandorError('bad-settings', `${file} cannot be read`);
  }
}

function resolvedStore(given: string, folder: string): string {
  return given.startsWith('sqlite:') ? `sqlite:${resolve(folder, given.slice('sqlite:'.length))}` : given;
}
