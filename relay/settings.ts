import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import type { Bytes } from '../shared/bytes.ts';
import { CandorError } from '../shared/errors.ts';
import { keyField } from '../shared/json-fields.ts';
import { readKeyFile } from './key-file.ts';

/** Below this many machines a pack names people rather than hides them; only the demo may go lower. */
const SMALLEST_CROWD = 30;
/** 7 days to acknowledge and 3 months to answer must stay readable. */
const SHORTEST_RETENTION_DAYS = 120;

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const path = v.pipe(v.string(), v.minLength(1));
const store = v.pipe(
  v.string(),
  v.regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'use "sqlite:PATH" or "postgres://…"'),
);
const url = v.pipe(v.string(), v.url('use an absolute URL'), v.regex(/^https?:/, 'use http:// or https://'));

const relaySection = v.strictObject({
  host: v.optional(v.string(), '127.0.0.1'),
  port: v.optional(port, 8480),
  identityFile: path,
  staffKeyFiles: v.pipe(v.array(path), v.minLength(1), v.maxLength(2)),
  wrapKeyFile: path,
  drop: store,
  windowSeconds: v.optional(positive, 3600),
  hopKeySeconds: v.optional(positive, 3600),
  meanSendSeconds: v.optional(positive, 120),
  minimumCrowd: v.optional(positive, 200),
  packDays: v.optional(positive, 14),
  siteBudgetPerSecond: v.optional(positive, 500),
});

const mailroomSection = v.strictObject({
  host: v.optional(v.string(), '127.0.0.1'),
  port: v.optional(port, 8481),
  identityFile: path,
  wrapKeyFile: path,
  keyringFile: path,
  store,
  relayUrl: url,
  timeZone: v.optional(
    v.pipe(v.string(), v.check(isTimeZone, 'use an IANA time zone such as Europe/London')),
    'UTC',
  ),
  pullSeconds: v.optional(positive, 60),
  retentionDays: v.optional(v.pipe(positive, v.minValue(SHORTEST_RETENTION_DAYS)), 180),
  keyWeeksAhead: v.optional(positive, 8),
  intakeKeepDays: v.optional(positive, 28),
});

const settingsSchema = v.pipe(
  v.strictObject({
    rootKey: keyField,
    demo: v.optional(v.boolean(), false),
    relay: v.optional(relaySection),
    mailroom: v.optional(mailroomSection),
  }),
  v.forward(
    v.check(
      (settings) =>
        settings.demo || settings.relay === undefined || settings.relay.minimumCrowd >= SMALLEST_CROWD,
      `at least ${SMALLEST_CROWD} machines outside the demo`,
    ),
    ['relay', 'minimumCrowd'],
  ),
);

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
  'identityFile' | 'wrapKeyFile' | 'keyringFile'
> & {
  readonly identitySeed: Bytes;
  readonly wrapKey: Bytes;
  readonly keyringBlob: Bytes;
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
 * …). Throws `bad-settings` naming everything that is wrong at once, one line each.
 */
export function readSettings(file: string, env: Readonly<Record<string, string | undefined>>): Settings {
  const given = withEnvironment(readFile(file), env);
  const result = v.safeParse(settingsSchema, given);
  if (!result.success) {
    throw new CandorError(
      'bad-settings',
      result.issues.map((issue) => `${v.getDotPath(issue) ?? file}: ${issue.message}`).join('\n'),
    );
  }
  return withKeys(result.output, dirname(resolve(file)));
}

function readFile(file: string): unknown {
  if (!existsSync(file))
    throw new CandorError('bad-settings', `${file} is not there: make one with "candor init"`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new CandorError('bad-settings', `${file} is not JSON`);
  }
}

function withEnvironment(given: unknown, env: Readonly<Record<string, string | undefined>>): unknown {
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

function fromEnvironment(key: string, value: string): unknown {
  if (key === 'staffKeyFiles') return value.split(',');
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
        ...withoutFiles(mailroom, ['identityFile', 'wrapKeyFile', 'keyringFile']),
        store: resolvedStore(mailroom.store, folder),
        identitySeed: secret(mailroom.identityFile),
        wrapKey: secret(mailroom.wrapKeyFile),
        keyringBlob: attempt(() => publicFile(resolve(folder, mailroom.keyringFile))) ?? new Uint8Array(0),
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

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
