import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { dailyLineSettings } from '../../relay/daily-line-post.ts';
import type { DailyLine } from '../../relay/mailroom/daily-line/daily-lines.ts';
import type { MailroomSettings } from '../../relay/settings.ts';

/*
 * The daily line over real sockets: to an SMTP server, with and without a password, and to a webhook.
 */

const LINE: DailyLine = {
  desk: { slug: 'people', name: 'People Team (HR)' },
  text: '3 to acknowledge, 0 to answer, 1 overdue, 2 new.',
  toDeputy: false,
};
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly user: unknown;
}

async function smtpSink(password: string | null): Promise<{ port: number; mails: Mail[] }> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: password === null ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    authOptional: password === null,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.username === 'candor' && auth.password === password
        ? done(null, { user: 'candor' })
        : done(new Error('no')),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
          user: session.user,
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  endings.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

function settings(given: Partial<MailroomSettings>): MailroomSettings {
  const named = {
    dailyLineTime: '07:30',
    dailyLineFrom: 'candor@hospital.example',
    dailyLineDesks: [
      'people=hr@hospital.example',
      'people=lead@hospital.example',
      'guardian=g@hospital.example',
    ],
    dailyLineDeputies: ['people=deputy@hospital.example'],
    ...given,
  };
  return named as MailroomSettings;
}

describe('by e-mail', () => {
  test('it reaches the desk’s addresses, and the deputy only when it is meant for him', async () => {
    const { port, mails } = await smtpSink(null);
    const line = dailyLineSettings(settings({ dailyLineTo: `smtp://127.0.0.1:${port}` }));
    await line?.post(LINE);
    await line?.post({ ...LINE, toDeputy: true });
    expect(mails.map(({ to }) => to)).toEqual([
      ['hr@hospital.example', 'lead@hospital.example'],
      ['hr@hospital.example', 'lead@hospital.example', 'deputy@hospital.example'],
    ]);
    const [mail] = mails;
    expect(mail?.from).toBe('candor@hospital.example');
    expect(mail?.text).toContain('Subject: Candor: People Team (HR)');
    expect(mail?.text).toContain(LINE.text);
    expect(mail?.text).not.toContain(LINE.desk.slug === 'people' ? 'guardian' : 'people');
  });

  test('it is sent with a password where one is set, and fails where it is wrong', async () => {
    const { port, mails } = await smtpSink('secret');
    const to = { dailyLineTo: `smtp://127.0.0.1:${port}`, dailyLineUser: 'candor' };
    await dailyLineSettings(settings({ ...to, dailyLinePassword: 'secret' }))?.post(LINE);
    expect(mails.map(({ user }) => user)).toEqual(['candor']);
    await expect(
      dailyLineSettings(settings({ ...to, dailyLinePassword: 'wrong' }))?.post(LINE),
    ).rejects.toThrow();
    expect(mails.length).toBe(1);
  });

  test('it fails while there is no server, and is not sent where a desk has no address', async () => {
    const { port, mails } = await smtpSink(null);
    const nobody = settings({
      dailyLineTo: `smtp://127.0.0.1:${port}`,
      dailyLineDesks: ['guardian=g@h.example'],
    });
    await dailyLineSettings(nobody)?.post(LINE);
    expect(mails).toEqual([]);
    for (const end of endings.splice(0)) await end();
    const gone = dailyLineSettings(settings({ dailyLineTo: `smtp://127.0.0.1:${port}` }));
    await expect(gone?.post(LINE)).rejects.toThrow();
  });
});

test('a webhook gets the same line as JSON; anything but success is a failure', async () => {
  const bodies: unknown[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  endings.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const line = dailyLineSettings(settings({ dailyLineTo: `http://127.0.0.1:${port}/hook` }));
  await line?.post(LINE);
  expect(bodies).toEqual([{ desk: 'people', text: LINE.text, deputy: false }]);
  status = 500;
  await expect(line?.post(LINE)).rejects.toThrow();
});

test('settings without a sender or without an address are refused, and none ask for no line', () => {
  const to = { dailyLineTo: 'smtp://127.0.0.1:25' };
  const { dailyLineFrom: _, ...anonymous } = settings(to);
  expect(() => dailyLineSettings(anonymous as MailroomSettings)).toThrow('dailyLineFrom');
  expect(() => dailyLineSettings(settings({ ...to, dailyLineDesks: [] }))).toThrow('dailyLineDesks');
  expect(dailyLineSettings(settings({}))).toBeUndefined();
});
