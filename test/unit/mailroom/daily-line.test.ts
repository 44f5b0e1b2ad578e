import { afterEach, describe, expect, test } from 'vitest';
import type { DailyLine } from '../../../relay/mailroom/daily-line/daily-lines.ts';
import { lineLanguage, lineNumbers, lineText } from '../../../relay/mailroom/daily-line/line.ts';
import { linePeriodAt } from '../../../relay/mailroom/daily-line/schedule.ts';
import { keepMailroom } from '../../../relay/mailroom/keeper.ts';
import { type Bulletin, signBulletin } from '../../../shared/bulletin.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import {
  asMember,
  count,
  DAY,
  fetchQueue,
  type Hospital,
  makeWeek,
  newEnvelope,
  newHospital,
  post,
} from './hospital.ts';

/* 24 November 2026, 12:00 UTC is 13:00 in Berlin, where this hospital is. */

const EMPTY_BULLETIN: Bulletin = {
  v: 1,
  serial: 1,
  issued: '2026-11-24',
  language: 'en',
  emergency: { label: 'Now?', number: '2222' },
  fallback: { phone: '4411', paper: 'a form' },
  places: [],
  support: [],
  stories: [],
  notices: [],
};
const HOUR = 3600;
let hospital: Hospital | null = null;
afterEach(async () => {
  await hospital?.close();
  hospital = null;
});

/** A hospital whose lines are kept here; `fails` says whether handing one over fails just now. */
async function withLines(fails: () => boolean = () => false) {
  const lines: DailyLine[] = [];
  const here = await newHospital({
    dailyLine: {
      time: '07:30',
      post: async (line) => {
        if (fails()) throw new Error('no such host: mail.hospital.example');
        lines.push(line);
      },
    },
  });
  hospital = here;
  await here.keeper.tick();
  const texts = () => lines.splice(0).map(({ desk, text, toDeputy }) => [desk.slug, text, toDeputy]);
  return { here, lines, texts };
}

const tell = (here: Hospital, body: object, desk = 1) =>
  asMember(here, here.members.ann, 'POST', `/v1/desks/${desk}/standing`, jsonBytes(body));

describe('the numbers', () => {
  const due = [
    { day: '2026-11-20', acknowledge: 1, answer: 2 },
    { day: '2026-11-24', acknowledge: 2, answer: 0 },
    { day: '2027-02-01', acknowledge: 0, answer: 4 },
  ];

  test('are sums; overdue is what was due before today', () => {
    const numbers = lineNumbers({ day: '2026-11-23', due, fresh: 5 }, 99, '2026-11-24');
    expect(numbers).toEqual({ toAcknowledge: 3, toAnswer: 6, overdue: 3, fresh: 5 });
    expect(lineText(numbers, false, 'en')).toBe('3 to acknowledge, 6 to answer, 3 overdue, 5 new.');
    expect(lineText(numbers, true, 'de')).toBe(
      '3 zu bestätigen, 6 zu beantworten, 3 überfällig, 5 neu. Seit 24 Stunden hat niemand diesen Eingang geöffnet.',
    );
    expect(lineText(numbers, true, 'ar').match(/\d+/g)).toEqual(['3', '6', '3', '5', '24']);
  });

  test('grow old by themselves: what was due yesterday is overdue today, though no inbox has said so', () => {
    expect(lineNumbers({ day: '2026-11-23', due, fresh: 0 }, 0, '2026-11-25').overdue).toBe(5);
  });

  test('are all there is to say of a desk whose inboxes never said anything: what waits is new', () => {
    expect(lineText(lineNumbers(null, 7, '2026-11-24'), false, 'en')).toBe(
      '0 to acknowledge, 0 to answer, 0 overdue, 7 new.',
    );
  });
});

describe('the schedule', () => {
  test('turns at one time of day, by the clock on the wall, in winter and in summer', () => {
    const at = (iso: string) => linePeriodAt(Date.parse(iso) / 1000, 'Europe/Berlin', '07:30');
    expect(at('2026-11-24T06:29:59Z')).toBe(at('2026-11-23T06:30:00Z'));
    expect(at('2026-11-24T06:30:00Z')).toBe(at('2026-11-24T06:29:59Z') + 1);
    expect(at('2026-07-01T05:30:00Z')).toBe(at('2026-07-01T05:29:59Z') + 1);
    // Nights in which the clock changes.
    expect(at('2026-10-25T06:30:00Z')).toBe(at('2026-10-25T06:29:59Z') + 1);
    expect(at('2026-03-29T05:30:00Z')).toBe(at('2026-03-29T05:29:59Z') + 1);
  });
});

describe('the line', () => {
  test('comes once a day to every desk at its time, whatever there is to say', async () => {
    const { here, texts } = await withLines();
    expect(texts()).toEqual([]);
    const zero = '0 to acknowledge, 0 to answer, 0 overdue, 0 new';
    for (let day = 0; day < 3; day++) {
      here.now += 18 * HOUR + 29 * 60;
      for (const keys of [here.members.ann, here.members.cat])
        await fetchQueue(here, keys, keys === here.members.cat ? 2 : 1);
      await here.keeper.tick();
      expect(texts()).toEqual([]);
      here.now += 60;
      await here.keeper.tick();
      await here.keeper.tick();
      expect(texts()).toEqual([
        ['patient-safety', `${zero}.`, false],
        ['guardian', `${zero}.`, false],
      ]);
      here.now += 5 * HOUR + 30 * 60;
    }
  });

  test('says what the inbox has said, and what came since', async () => {
    const { here, texts } = await withLines();
    const deskKid = await makeWeek(here, here.members.ann, 1);
    const envelopes = Array.from({ length: 5 }, () => ({ desk: 1, deskKid, envelope: newEnvelope() }));
    await post(here, envelopes.slice(0, 3));
    here.now += 60;
    await here.keeper.tick();
    expect((await fetchQueue(here, here.members.ann, 1)).length).toBe(3);
    const answer = await tell(here, {
      v: 1,
      day: '2026-11-24',
      seen: 3,
      due: [
        { day: '2026-11-24', acknowledge: 1, answer: 0 },
        { day: '2026-12-01', acknowledge: 2, answer: 0 },
      ],
    });
    expect(answer.status).toBe(200);
    await post(here, envelopes.slice(3));
    here.now += 60;
    await here.keeper.tick();
    here.now += 20 * HOUR;
    await here.keeper.tick();
    expect(texts()[0]).toEqual(['patient-safety', '3 to acknowledge, 0 to answer, 1 overdue, 2 new.', false]);
  });

  test('speaks the language of the settings, else that of the bulletin, else English', async () => {
    expect(['de-CH', 'ar', 'en-GB', 'fr', null].map(lineLanguage)).toEqual(['de', 'ar', 'en', 'en', 'en']);
    const { here, texts } = await withLines();
    const { ann } = here.members;
    const bulletin = signBulletin({ ...EMPTY_BULLETIN, language: 'de-DE' }, ann.signing);
    expect((await asMember(here, ann, 'PUT', '/v1/bulletin', bulletin)).status).toBe(200);
    here.now += DAY;
    await here.keeper.tick();
    expect(texts()[0]?.[1]).toContain('0 zu bestätigen, 0 zu beantworten');
    Object.assign(here.deps.dailyLine ?? {}, { language: 'ar' });
    here.now += DAY;
    await here.keeper.tick();
    expect(texts()[0]?.[1]).toContain('بانتظار التأكيد: 0');
  });

  test('goes to the deputy too when nobody has fetched since the line before', async () => {
    const { here, texts } = await withLines();
    here.now += DAY;
    await fetchQueue(here, here.members.ann, 1);
    await here.keeper.tick();
    texts();
    here.now += DAY;
    await here.keeper.tick();
    expect(texts().map(([desk, , toDeputy]) => [desk, toDeputy])).toEqual([
      ['patient-safety', false],
      ['guardian', true],
    ]);
    here.now += DAY;
    await here.keeper.tick();
    expect(texts()[0]).toEqual([
      'patient-safety',
      '0 to acknowledge, 0 to answer, 0 overdue, 0 new. Nobody has opened this inbox for 24 hours.',
      true,
    ]);
  });

  test('is tried again when it could not be sent, and the log says nothing but that', async () => {
    let fails = true;
    const { here, texts } = await withLines(() => fails);
    here.now += DAY;
    await here.keeper.tick();
    await here.keeper.tick();
    expect(texts()).toEqual([]);
    expect(here.logged.filter(({ event }) => event.includes('daily-line'))).toEqual([
      { event: 'alarm.daily-line-not-sent', fields: { desk: 1 } },
      { event: 'alarm.daily-line-not-sent', fields: { desk: 2 } },
    ]);
    fails = false;
    here.now += 301;
    await here.keeper.tick();
    expect(texts().length).toBe(2);
  });

  test('is sent once by two copies, and not again after a restart', async () => {
    const { here, texts } = await withLines();
    const other = keepMailroom(here.deps);
    here.now += DAY;
    await Promise.all([here.keeper.tick(), other.tick()]);
    expect(texts().length).toBe(2);
    const again = await here.restart();
    hospital = again;
    again.now += 200;
    await again.keeper.tick();
    expect(texts()).toEqual([]);
  });

  test('goes on after a clock that was ahead', async () => {
    const { here, texts } = await withLines();
    here.now += 40 * DAY;
    await here.keeper.tick();
    here.now -= 39 * DAY;
    await here.keeper.tick();
    texts();
    here.now += DAY;
    await here.keeper.tick();
    expect(texts().length).toBe(2);
  });

  test('without settings for it there is none, and nobody’s looking is remembered', async () => {
    const here = await newHospital();
    hospital = here;
    await here.keeper.tick();
    await fetchQueue(here, here.members.ann, 1);
    here.now += DAY;
    await here.keeper.tick();
    expect(await here.deps.store.linePeriods(1)).toEqual({ fetched: 0, sent: 0 });
    expect(count(here, 'daily-line.sent')).toBe(0);
  });
});

describe('what an inbox says', () => {
  test('is taken from members of the desk only, and is numbers only', async () => {
    const { here } = await withLines();
    const good = { v: 1, day: '2026-11-24', seen: 0, due: [] };
    expect((await tell(here, good, 2)).status).toBe(403);
    for (const bad of [
      { ...good, v: 2 },
      { ...good, day: '2026-02-30' },
      { ...good, seen: -1 },
      { ...good, seen: 0.5 },
      { ...good, text: 'words' },
      { ...good, due: [{ day: '2026-11-24', acknowledge: 1, answer: 0, id: 'x' }] },
      { ...good, due: Array.from({ length: 401 }, () => ({ day: '2026-11-24', acknowledge: 0, answer: 0 })) },
    ]) {
      expect((await tell(here, bad)).status, JSON.stringify(bad).slice(0, 80)).toBe(400);
    }
  });
});
