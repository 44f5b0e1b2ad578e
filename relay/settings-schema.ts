import * as v from 'valibot';
import { keyField } from '../shared/json-fields.ts';
import { LINE_LANGUAGES } from './mailroom/daily-line/line.ts';

/*
 * What the settings file may say. `candor init` writes it with a comment for every line; see docs/operate.md.
 */

/** Below this many machines a pack names people rather than hides them; only the demo may go lower. */
const SMALLEST_CROWD = 30;
/** 7 days to acknowledge and 3 months to answer must stay readable. */
const SHORTEST_RETENTION_DAYS = 120;

/** Inboxes make keys for so many weeks; a mailroom that took fewer would turn them away. */
const FEWEST_KEY_WEEKS = 8;

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const path = v.pipe(v.string(), v.minLength(1));
const store = v.pipe(
  v.string(),
  v.regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'use "sqlite:PATH" or "postgres://…"'),
);
const url = v.pipe(v.string(), v.url('use an absolute URL'), v.regex(/^https?:/, 'use http:// or https://'));

const DAILY_LINE_URL = 'use smtp://HOST:PORT, smtps://HOST:PORT or https://… without a user in it';
const mailAddress = v.pipe(v.string(), v.regex(/^[^\s@=]+@[^\s@=]+$/, 'use an e-mail address'));
const deskAddresses = v.array(
  v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]+=[^\s@=]+@[^\s@=]+$/, 'use "DESK=ADDRESS", such as "people=hr@hospital.example"'),
  ),
);

export const relaySection = v.strictObject({
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
  keyringNoticeSeconds: v.optional(positive, 86_400),
  siteBudgetPerSecond: v.optional(positive, 500),
});

export const mailroomSection = v.strictObject({
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
  keyWeeksAhead: v.optional(v.pipe(positive, v.minValue(FEWEST_KEY_WEEKS)), 8),
  intakeKeepDays: v.optional(positive, 28),
  replyPacksPerDay: v.optional(positive, 2),
  replyPackSeconds: v.optional(positive, 86_400),
  dailyLineTo: v.optional(v.pipe(v.string(), v.regex(/^(smtps?|https?):\/\/[^@]+$/, DAILY_LINE_URL))),
  dailyLineTime: v.optional(
    v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time such as 07:30')),
    '07:30',
  ),
  dailyLineLanguage: v.optional(v.picklist(LINE_LANGUAGES, `use one of ${LINE_LANGUAGES.join(', ')}`)),
  dailyLineFrom: v.optional(mailAddress),
  dailyLineDesks: v.optional(deskAddresses, []),
  dailyLineDeputies: v.optional(deskAddresses, []),
  dailyLineUser: v.optional(path),
  dailyLinePasswordFile: v.optional(path),
});

export const settingsSchema = v.pipe(
  v.strictObject({
    rootKey: keyField,
    demo: v.optional(v.boolean(), false),
    relay: v.optional(relaySection),
    mailroom: v.optional(mailroomSection),
    /** For "candor pack" and "candor policy"; the servers do not read it. */
    extension: v.optional(v.record(v.string(), v.unknown())),
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

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
