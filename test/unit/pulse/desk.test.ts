import { describe, expect, it } from 'vitest';
import { askedPulses } from '../../../extension/conversations/asked-pulse.ts';
import type { PulsePage } from '../../../extension/inbox/pulse/pulse-page.ts';
import { SPEAK_UP } from '../../../extension/inbox/pulse/ready-made.ts';
import { UNDO_SECONDS } from '../../../extension/inbox/session.ts';
import { type Bulletin, signBulletin, verifyBulletin } from '../../../shared/bulletin.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { replyKeysOfNobody, sealEnvelope } from '../../../shared/message.ts';
import { encodePulseAnswer, type Pulse, type PulseAnswer } from '../../../shared/pulse.ts';
import { deskKey, envelopeOf, TODAY } from '../inbox/desk-fixture.ts';
import { org, type Page, unlocked, type World, world } from '../inbox/inbox-stage.ts';

/* Two members of a desk ask everybody something and look at what comes back. */

const DAY = 86_400;
const BULLETIN: Bulletin = {
  v: 1,
  serial: 7,
  issued: TODAY,
  language: 'en',
  emergency: { label: 'Emergency', number: '2222' },
  fallback: { phone: '4411', paper: 'The grey box by the lift' },
  places: [
    { code: 'MED', label: 'Medicine', staff: 120 },
    { code: 'SUR', label: 'Surgery', staff: 90 },
  ],
  support: [],
  stories: [],
  notices: [],
};
const { name: _, ...SURVEY } = SPEAK_UP;
const DRAFT = { ...SURVEY, reasons: true, from: '2026-11-23', weeks: 2 };

async function desk(bulletin = BULLETIN): Promise<{ at: World; ada: Page; ben: Page }> {
  const at = world();
  at.mailroom.addWeek(1);
  at.mailroom.addWeek(2);
  at.mailroom.setBulletin(signBulletin(bulletin, org.ben.signing));
  const ada = await unlocked(at, { quick: true });
  const ben = await unlocked(at, { who: 'ben', quick: true });
  for (const page of [ada, ben]) page.inbox.browse({ to: 'pulse' });
  return { at, ada, ben };
}

async function seen(doer: Page, ...others: Page[]): Promise<void> {
  await doer.pass(UNDO_SECONDS);
  for (const other of others) await other.pass(1);
}

const told = (at: World) => verifyBulletin(at.mailroom.bulletin() as Bytes, org.keyring);
const shown = (page: Page): PulsePage => {
  const { page: open } = page.open();
  if (open?.page !== 'pulse') throw new TypeError('another page');
  return open;
};
const askedIn = async (at: World): Promise<Pulse[]> =>
  askedPulses((await told(at)).pulses ?? [], org.keyring, TODAY, []);

async function answer(at: World, given: Omit<PulseAnswer, 'v'>): Promise<void> {
  const key = await deskKey(org, 1, at.mailroom.records);
  const body = encodePulseAnswer(given);
  const message = { type: 'answer' as const, reply: replyKeysOfNobody(org.random), body };
  at.mailroom.sendRaw(1, envelopeOf(sealEnvelope(key, message, org.random), key));
}

/** A pulse that both members have agreed on, before everybody. */
async function asking() {
  const { at, ada, ben } = await desk();
  await ada.inbox.ask(DRAFT);
  await seen(ada, ben);
  await ben.inbox.agreeToAsk(shown(ben).campaigns[0]?.id ?? '');
  await seen(ben, ada);
  const [pulse] = await askedIn(at);
  if (pulse === undefined) throw new TypeError('nobody is asked');
  return { at, ada, ben, pulse };
}

describe('a pulse', () => {
  it('is before everybody once a second member has signed it, and not sooner', async () => {
    const { at, ada, ben } = await desk();
    expect(await ada.inbox.ask(DRAFT)).toBe(true);
    await seen(ada, ben);
    expect(ben.open().pulsesWaiting).toBe(1);
    expect(ada.open().pulsesWaiting).toBe(0);
    const id = shown(ben).campaigns[0]?.id ?? '';
    await ada.inbox.agreeToAsk(id);
    await seen(ada, ben);
    expect((await told(at)).pulses).toBeUndefined();
    // A word without a signature is none.
    await ben.inbox.tell({ type: 'confirmed', event: id });
    await seen(ben, ada);
    expect((await told(at)).pulses).toBeUndefined();
    await ben.inbox.agreeToAsk(id);
    expect((await told(at)).pulses).toBeUndefined();
    await seen(ben, ada);
    expect(await askedIn(at)).toMatchObject([{ ...SURVEY, from: '2026-11-23', until: '2026-12-06' }]);
    expect(shown(ada).campaigns).toMatchObject([{ state: 'asking', approvedBy: 'Guardian' }]);
  });

  it('can be undone, and ended early by any member', async () => {
    const { at, ada, ben } = await desk();
    await ada.inbox.ask(DRAFT);
    await ada.inbox.undo();
    await seen(ada, ben);
    expect(shown(ben).campaigns).toEqual([]);
    const again = await asking();
    await again.ada.inbox.tell({ type: 'withdrawn', event: shown(again.ada).campaigns[0]?.id ?? '' });
    await seen(again.ada);
    expect((await told(again.at)).pulses).toBeUndefined();
    expect(shown(again.ada)).toMatchObject({ campaigns: [], results: [{ running: false, count: null }] });
    expect((await told(at)).pulses).toBeUndefined();
  });

  it('goes when its weeks are over, and the next begins four weeks after it began', async () => {
    const { at, ada } = await asking();
    expect(shown(ada).firstWeek).toBe('2026-12-21');
    at.now += 13 * DAY;
    await ada.pass(1);
    expect((await told(at)).pulses).toBeUndefined();
    expect(shown(ada).campaigns).toEqual([]);
  });

  it('asks nobody how they are where no help is named', async () => {
    const { at, ada, ben } = await desk();
    const worn = { ...DRAFT, items: [{ text: 'How worn out are you?', scale: 'burnout5' as const }] };
    expect(shown(ada).support).toBe(false);
    expect(await ada.inbox.ask(worn)).toBe(false);
    expect(await ada.inbox.ask({ ...DRAFT, weeks: 9 })).toBe(false);
    expect(await ada.inbox.ask({ ...DRAFT, title: 'x'.repeat(201) })).toBe(false);
    await seen(ada, ben);
    expect(shown(ben).campaigns).toEqual([]);
    const helped = await desk({ ...BULLETIN, support: [{ kind: 'phone', label: 'Peers', detail: '4455' }] });
    expect(await helped.ada.inbox.ask(worn)).toBe(true);
    expect(at.mailroom.events(1)).toEqual([]);
  });

  it('of another desk stays in the bulletin', async () => {
    const { at, pulse } = await asking();
    const bulletin = await told(at);
    const other = await desk({ ...bulletin, issued: TODAY });
    await other.ada.pass(1);
    expect((await told(other.at)).pulses).toEqual(bulletin.pulses);
    expect(pulse.desk).toBe(1);
  });
});

describe('answers', () => {
  it('are no row of the queue, and under eleven nothing of them is shown', async () => {
    const { at, ada, pulse } = await asking();
    for (let n = 0; n < 10; n++) await answer(at, { pulse: pulse.id, answers: [1, 2, 3] });
    await ada.pass(1);
    const view = ada.open();
    expect([view.rows, view.tally, view.signalsWaiting, view.opening]).toEqual([[], [], 0, 0]);
    expect(view.desks[0]?.waiting).toBe(0);
    expect(shown(ada).results).toMatchObject([{ running: true, count: null, score: null, courses: [] }]);
  });

  it('show from eleven on, and move on by eleven while people are asked', async () => {
    const { at, ada, ben, pulse } = await asking();
    for (let n = 0; n < 15; n++) {
      await answer(at, { pulse: pulse.id, answers: [5, 1, 0], reasons: ['career'] });
    }
    await answer(at, { pulse: 'another1', answers: [1, 1, 1] });
    await ada.pass(1);
    await ben.pass(1);
    for (const member of [ada, ben]) {
      expect(shown(member).results[0]?.count).toMatchObject({
        answers: 11,
        fear: 100,
        items: [
          { count: { answered: 11, mean: 500, shares: [0, 0, 0, 0, 100] } },
          { count: { mean: 100 } },
          {},
        ],
      });
      expect(shown(member).results[0]?.count?.items[2]).not.toHaveProperty('count');
    }
    // Over: all of them count.
    at.now += 13 * DAY;
    await ada.pass(1);
    expect(shown(ada).results).toMatchObject([{ running: false, count: { answers: 15 } }]);
  });

  it('leave a count in the team log that outlives them, and no trace in the log of deletions', async () => {
    const { at, ada, ben, pulse } = await asking();
    for (let n = 0; n < 12; n++) await answer(at, { pulse: pulse.id, answers: [4, 4, 4] });
    await ada.pass(1);
    at.now += 21 * DAY;
    for (const member of [ada, ben, ada]) await member.pass(601);
    const counts = () => shown(ada).results[0]?.count;
    expect(counts()).toMatchObject({ answers: 12, items: [{ count: { mean: 400 } }, {}, {}] });
    // A browser that begins anew, when the mailroom has deleted what was answered.
    at.mailroom.queue(1).length = 0;
    const later = await unlocked(at, { quick: true });
    later.inbox.browse({ to: 'pulse' });
    await later.pass(1);
    expect(shown(later).results).toMatchObject([{ count: { answers: 12 } }]);
    later.inbox.browse({ to: 'records' });
    expect(later.open().page).toMatchObject({ page: 'records', deletions: [] });
  });

  it('say which groups answer, for the silence map', async () => {
    const { at, ada, pulse } = await asking();
    for (let n = 0; n < 12; n++) {
      await answer(at, { pulse: pulse.id, answers: [4, 4, 4], group: n < 11 ? 'MED' : 'SUR' });
    }
    await ada.pass(1);
    ada.inbox.browse({ to: 'trends' });
    expect([...(ada.inbox.forTrends()?.pulseAnswers ?? [])]).toEqual([
      ['MED', 11],
      ['SUR', 1],
    ]);
  });
});
