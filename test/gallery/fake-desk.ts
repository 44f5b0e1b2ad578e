import { openShares } from '../../extension/inbox/desk-keys.ts';
import { openEvent } from '../../extension/inbox/events.ts';
import { createInbox, type Inbox, type InboxDeps } from '../../extension/inbox/inbox.ts';
import type { Opener } from '../../extension/inbox/opener.ts';
import { openConcern } from '../../extension/inbox/opening.ts';
import { SPEAK_UP } from '../../extension/inbox/pulse/ready-made.ts';
import { unlock } from '../../extension/inbox/unlock.ts';
import { openInboxStore } from '../../extension/store/inbox-store.ts';
import { type Bulletin, signBulletin } from '../../shared/bulletin.ts';
import type { Concern } from '../../shared/concern.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import { replyKeysOfNobody, sealEnvelope } from '../../shared/message.ts';
import { encodePulseAnswer } from '../../shared/pulse.ts';
import { REASONS } from '../../shared/pulse-scales.ts';
import { addDays, dayAt } from '../../shared/weeks.ts';
import { deskKey, envelopeOf, NOON, newOrganisation, PASSPHRASE, TODAY } from '../unit/inbox/desk-fixture.ts';
import { fakeMailroom } from '../unit/inbox/fake-mailroom.ts';

/* A desk with two members and a week's concerns, all invented, over a mailroom in memory. */

const BULLETIN: Bulletin = {
  v: 1,
  serial: 1,
  issued: TODAY,
  language: 'en',
  emergency: { label: 'Someone in danger now?', number: '2222' },
  fallback: { phone: '4411', paper: 'Forms hang beside every staff room.' },
  places: [
    { code: 'MED', label: 'Medicine', staff: 210 },
    { code: 'MED-W7', label: 'Ward 7', parent: 'MED', staff: 38 },
  ],
  support: [{ kind: 'phone', label: 'Peer support', detail: '4455', hours: 'day and night' }],
  stories: [
    { said: 'The lift phone was dead.', did: 'It is repaired, and tested every Monday.', week: '2026-W45' },
  ],
  notices: [],
};

const CONCERNS: readonly (readonly [Omit<Concern, 'v' | 'tax'>, daysAgo: number])[] = [
  [
    {
      kind: 'near_miss',
      category: 'device',
      unit: 'MED-W7',
      worry: 'very',
      whenP: 'ongoing',
      t: {
        what: 'The infusion pump on bay two lost its settings after the battery was changed. Dr Osei noticed before it ran, and Mrs Brown was never connected.',
        help: 'Label the pumps that have been serviced.',
      },
    },
    2,
  ],
  [
    {
      kind: 'near_miss',
      category: 'device',
      unit: 'MED-W7',
      t: { what: 'Again an infusion pump lost its settings when the battery was changed during the night.' },
    },
    9,
  ],
  [
    {
      kind: 'hazard',
      category: 'environment',
      t: { what: 'The rail in the shower of bay three is loose and comes off the wall.' },
    },
    4,
  ],
  [
    {
      kind: 'staff',
      category: 'wellbeing',
      worry: 'fairly',
      t: { what: 'Third week without a single break on nights. People cry in the linen room.' },
    },
    1,
  ],
  [
    {
      kind: 'staff',
      category: 'self_harm',
      worry: 'very',
      t: { what: 'I cannot go on like this and I think of hurting myself after every shift.' },
    },
    0,
  ],
  [{ kind: 'near_miss', unit: 'MED-W7' }, 1],
  [{ kind: 'hazard', category: 'staffing' }, 1],
];

function directOpener(): Opener {
  return {
    async openMany(batch, keys, onOpened) {
      onOpened(batch.map((sealed) => openConcern(sealed, keys.get(sealed.deskKid))));
    },
    openShares: async (batch, memberBox, of) => openShares(batch, memberBox, of),
    openEvents: async (batch, keys, of) => Promise.all(batch.map((sealed) => openEvent(sealed, keys, of))),
    close: () => undefined,
  };
}

/** The inbox of one member, open, and that of a colleague. */
export async function deskAtWork(): Promise<{
  inbox: Inbox;
  colleague: Inbox;
  /** Both agree on a pulse, and so many answer it. */
  pulse: (answers: number) => Promise<void>;
}> {
  const org = newOrganisation();
  const mailroom = fakeMailroom(org, () => NOON);
  mailroom.addWeek(1);
  mailroom.setBulletin(signBulletin(BULLETIN, org.ada.signing));
  for (const [concern, daysAgo] of CONCERNS) await mailroom.send(1, concern, addDays(TODAY, -daysAgo));
  const opened = async (keys: MemberKeys, label: string): Promise<Inbox> => {
    let now = NOON;
    const deps = {
      mailroomUrl: 'http://mailroom.test:8481',
      rootKey: org.root.publicKey,
      relayKey: org.relayKey,
      demo: false,
      syncSeconds: 15,
      store: await openInboxStore(`gallery-${label}-${Math.random()}`),
      fetch: mailroom.fetch,
      opener: directOpener,
      unlock,
      bulletin: async () => BULLETIN,
      clock: () => now,
      today: () => dayAt(now, 'UTC'),
      random: org.random,
    } as Partial<InboxDeps> as InboxDeps;
    const inbox = createInbox(deps);
    await inbox.start();
    inbox.chooseBackup(await org.backupOf(keys, label));
    await inbox.unlock(PASSPHRASE, false);
    // What a colleague does is seen at once: nothing here waits five seconds to be taken back.
    const act = inbox.act;
    inbox.act = async (concerns, action) => {
      await act(concerns, action);
      now += 6;
      await inbox.sync();
    };
    const { ask, agreeToAsk } = inbox;
    inbox.ask = async (draft) => {
      const asked = await ask(draft);
      now += 6;
      await inbox.sync();
      return asked;
    };
    inbox.agreeToAsk = async (event) => {
      await agreeToAsk(event);
      now += 6;
      await inbox.sync();
    };
    return inbox;
  };
  const inbox = await opened(org.ada, 'HR partner');
  const colleague = await opened(org.ben, 'Guardian');
  const pulse = async (answers: number): Promise<void> => {
    const { name: _, ...survey } = SPEAK_UP;
    await inbox.ask({ ...survey, reasons: true, from: TODAY, weeks: 2 });
    await colleague.sync();
    colleague.browse({ to: 'pulse' });
    const view = colleague.view();
    const page = view.phase === 'open' && view.page?.page === 'pulse' ? view.page : null;
    const [campaign] = page?.campaigns ?? [];
    if (campaign === undefined) return;
    await colleague.agreeToAsk(campaign.id);
    const key = await deskKey(org, 1, mailroom.records);
    for (let n = 0; n < answers; n++) {
      const body = encodePulseAnswer({
        pulse: campaign.pulse.id,
        answers: [1 + (n % 5), 1 + ((n * 7) % 4), n % 3 === 0 ? 5 : 1 + (n % 2)],
        reasons: REASONS.filter((_reason, at) => (n + at) % (2 + at) === 0),
      });
      const message = { type: 'answer' as const, reply: replyKeysOfNobody(org.random), body };
      mailroom.sendRaw(1, envelopeOf(sealEnvelope(key, message, org.random), key));
    }
    await inbox.sync();
  };
  return { colleague, inbox, pulse };
}
