import { createTransport } from 'nodemailer';
import { CandorError } from '../shared/errors.ts';
import type { DailyLine, DailyLineSettings } from './mailroom/daily-line/daily-lines.ts';
import type { MailroomSettings } from './settings.ts';

/*
 * How the daily line leaves the mailroom: by e-mail, or as one JSON request to a webhook.
 */

type Post = DailyLineSettings['post'];

const PATIENCE_MILLISECONDS = 10_000;
const SMTP_PORT = 25;
const SMTPS_PORT = 465;
const LOOPBACK = /^(localhost|127\.[\d.]+|\[?::1\]?)$/;

/**
 * What the mailroom needs to send its daily line; `undefined` where the settings ask for none. Throws `bad-settings`
 * when nobody is named to send it, or to get it.
 */
export function dailyLineSettings(settings: MailroomSettings): DailyLineSettings | undefined {
  const { dailyLineTo, dailyLineTime, dailyLineLanguage } = settings;
  if (dailyLineTo === undefined) return undefined;
  const url = new URL(dailyLineTo);
  const post = url.protocol.startsWith('smtp') ? byMail(url, settings) : toWebhook(dailyLineTo);
  return {
    time: dailyLineTime,
    ...(dailyLineLanguage !== undefined && { language: dailyLineLanguage }),
    post,
  };
}

function byMail(url: URL, settings: MailroomSettings): Post {
  const { dailyLineFrom, dailyLineDesks, dailyLineDeputies, dailyLineUser, dailyLinePassword } = settings;
  if (dailyLineFrom === undefined || dailyLineDesks.length === 0) {
    throw new CandorError('bad-settings', 'mailroom: the daily line needs dailyLineFrom and dailyLineDesks');
  }
  const secure = url.protocol === 'smtps:';
  const auth =
    dailyLineUser === undefined ? undefined : { user: dailyLineUser, pass: dailyLinePassword ?? '' };
  const transport = createTransport({
    host: url.hostname.replace(/^\[(.+)\]$/, '$1'),
    port: Number(url.port) || (secure ? SMTPS_PORT : SMTP_PORT),
    secure,
    // A password goes over no network in the clear.
    requireTLS: auth !== undefined && !LOOPBACK.test(url.hostname),
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
    ...(auth !== undefined && { auth }),
  });
  const desks = addressesOf(dailyLineDesks);
  const deputies = addressesOf(dailyLineDeputies);
  return async ({ desk, text, toDeputy }) => {
    const to = [...(desks.get(desk.slug) ?? []), ...(toDeputy ? (deputies.get(desk.slug) ?? []) : [])];
    if (to.length === 0) return;
    await transport.sendMail({ from: dailyLineFrom, to, subject: `Candor: ${desk.name}`, text: `${text}\n` });
  };
}

function toWebhook(url: string): Post {
  return async ({ desk, text, toDeputy }: DailyLine) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ desk: desk.slug, text, deputy: toDeputy }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new CandorError('unreachable', 'the webhook did not take the daily line');
  };
}

/** `people=hr@hospital.example` by desk; a desk may be named more than once. */
function addressesOf(list: readonly string[]): Map<string, string[]> {
  const addresses = new Map<string, string[]>();
  for (const entry of list) {
    const [desk = '', address = ''] = entry.split('=');
    addresses.set(desk, [...(addresses.get(desk) ?? []), address]);
  }
  return addresses;
}
