import { describe, expect, it } from 'vitest';
import { openShares } from '../../../extension/inbox/desk-keys.ts';
import { COVER } from '../../../extension/inbox/mask.ts';
import { resealFor } from '../../../extension/inbox/resealing.ts';
import { UNDO_SECONDS } from '../../../extension/inbox/session.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bulletin, signBulletin, verifyBulletin } from '../../../shared/bulletin.ts';
import { type Bytes, equalBytes } from '../../../shared/bytes.ts';
import { verifyKeyRecord } from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { newMemberKeys } from '../../../shared/member-keys.ts';
import { boxKeyPairOf } from '../../../shared/sealed-box.ts';
import { deskWeek, TODAY } from './desk-fixture.ts';
import { org, type Page, unlocked, type World, world } from './inbox-stage.ts';

/* Two members of one desk, each in an inbox of their own, over one mailroom. */

const BULLETIN: Bulletin = {
  v: 1,
  serial: 7,
  issued: TODAY,
  language: 'en',
  emergency: { label: 'Emergency', number: '2222' },
  fallback: { phone: '4411', paper: 'The grey box by the lift' },
  places: [],
  support: [],
  stories: [],
  notices: [],
};

async function desk(): Promise<{ at: World; ada: Page; ben: Page }> {
  const at = world();
  at.mailroom.addWeek(1);
  at.mailroom.addWeek(2);
  at.mailroom.setBulletin(signBulletin(BULLETIN, org.ben.signing));
  await at.mailroom.send(1, { kind: 'hazard', t: { what: 'Dr Osei left the store unlocked again.' } });
  await at.mailroom.send(1, { kind: 'hazard', t: { what: 'The store room stands open at night.' } });
  return {
    at,
    ada: await unlocked(at, { quick: true }),
    ben: await unlocked(at, { who: 'ben', quick: true }),
  };
}

/** Until what was done can no longer be undone, and the colleague has looked. */
async function seen(doer: Page, ...others: Page[]): Promise<void> {
  await doer.pass(UNDO_SECONDS);
  for (const other of others) await other.pass(1);
}

const idOf = (page: Page, words: string): string =>
  page.open().rows.find((row) => row.words.includes(words))?.id ?? '';
const wordsOf = (page: Page, id: string): string => {
  page.inbox.browse({ to: 'concern', id });
  return page.open().concern?.boxes[0]?.text ?? '';
};

describe('two members of a desk', () => {
  it('see names only when both have asked, and the log says who did', async () => {
    const { ada, ben } = await desk();
    const id = idOf(ada, 'left the store');
    expect(idOf(ada, 'Osei')).toBe('');
    expect(wordsOf(ada, id)).toBe(`${COVER} left the store unlocked again.`);
    const searched = (query: string) => {
      ada.inbox.browse({ to: 'filters', filters: { query } });
      const found = ada.open().rows.length;
      ada.inbox.browse({ to: 'filters', filters: { query: '' } });
      return found;
    };
    expect([searched('osei'), searched('unlocked')]).toEqual([0, 1]);
    await ada.inbox.act([id], { type: 'revealed' });
    await seen(ada, ben);
    expect(wordsOf(ben, id)).not.toContain('Osei');
    await ben.inbox.act([id], { type: 'revealed' });
    await seen(ben, ada);
    expect(wordsOf(ada, id)).toBe('Dr Osei left the store unlocked again.');
    expect(searched('osei')).toBe(1);
    expect(ada.open().concern?.history.map(({ by, what }) => [by, what.type])).toEqual(
      expect.arrayContaining([
        ['HR partner', 'revealed'],
        ['Guardian', 'revealed'],
      ]),
    );
  });

  it('do without whoever steps aside: it leaves that member’s view, and stays out until a colleague asks', async () => {
    const { ada, ben } = await desk();
    const id = idOf(ben, 'left the store');
    ben.inbox.browse({ to: 'concern', id });
    await ben.inbox.act([id], { type: 'recused' });
    expect(ben.open().concern).toBeNull();
    expect(ben.open().counts.folders.all).toBe(1);
    await ben.inbox.act([id], { type: 'closed', reason: 'not-safety', line: '' });
    await seen(ben, ada);
    expect(wordsOf(ada, id)).not.toBe('');
    expect(ada.open().concern).toMatchObject({ status: 'new', team: { aside: [{ label: 'Guardian' }] } });
    expect(ada.open().concern?.team.canStepAside).toBe(false);
    const other = idOf(ada, 'stands open');
    await ada.inbox.act([other], { type: 'merged', into: id });
    await seen(ada, ben);
    expect(ben.open().counts.folders.all).toBe(0);
    ada.inbox.browse({ to: 'concern', id });
    const who = ada.open().concern?.team.aside[0]?.kid ?? '';
    await ada.inbox.act([id], { type: 'readmitted', who });
    await seen(ada, ben);
    await ben.pass(1);
    expect(ben.open().rows.map((row) => row.id)).toEqual([id]);
    ben.inbox.browse({ to: 'concern', id });
    expect(ben.open().concern?.team.others).toHaveLength(1);
  });

  it('put two concerns together, and what is done to one counts for both', async () => {
    const { ada, ben } = await desk();
    const [one, other] = [idOf(ada, 'left the store'), idOf(ada, 'stands open')];
    expect(ada.inbox.similar(one).map(({ id }) => id)).toEqual([other]);
    await ada.inbox.act([other], { type: 'merged', into: one });
    await seen(ada, ben);
    expect(ben.open().rows.map(({ id }) => id)).toEqual([one]);
    ben.inbox.browse({ to: 'concern', id: one });
    expect(ben.open().concern?.team.others.map(({ id }) => id)).toEqual([other]);
    await ben.inbox.act([one], { type: 'acknowledged' });
    await seen(ben, ada);
    ada.inbox.browse({ to: 'concern', id: other });
    expect(ada.open().concern).toMatchObject({ status: 'acknowledged', team: { into: { id: one } } });
  });

  it('tell everybody a story that both agreed on, and nobody one that a single member wrote', async () => {
    const { at, ada, ben } = await desk();
    const told = async () => {
      const file = at.mailroom.bulletin() as Bytes;
      return verifyBulletin(file, org.keyring);
    };
    ada.inbox.browse({ to: 'stories' });
    ben.inbox.browse({ to: 'stories' });
    await ada.inbox.tell({ type: 'told', said: 'The store is open at night.', did: 'It locks itself now.' });
    await seen(ada, ben);
    const row = (page: Page) => {
      const open = page.open().page;
      return open?.page === 'stories' ? open.stories[0] : undefined;
    };
    expect(row(ben)).toMatchObject({ state: 'open', mine: false });
    expect((await told()).serial).toBe(7);
    await ada.inbox.tell({ type: 'confirmed', event: row(ada)?.id ?? '' });
    await seen(ada, ben);
    expect((await told()).serial).toBe(7);
    await ben.inbox.tell({ type: 'confirmed', event: row(ben)?.id ?? '' });
    expect((await told()).serial).toBe(7);
    await seen(ben, ada);
    expect(await told()).toMatchObject({
      serial: 8,
      stories: [{ said: 'The store is open at night.', did: 'It locks itself now.' }],
    });
    expect(row(ada)).toMatchObject({ state: 'told', approvedBy: 'Guardian' });
    await ada.inbox.tell({ type: 'withdrawn', event: row(ada)?.id ?? '' });
    await seen(ada);
    expect((await told()).stories).toEqual([]);
  });

  it('show what another hospital learned once both agreed, and stop when one wants to', async () => {
    const { at, ada, ben } = await desk();
    const told = async () => (await verifyBulletin(at.mailroom.bulletin() as Bytes, org.keyring)).cases;
    for (const page of [ada, ben]) page.inbox.browse({ to: 'cases' });
    const card = {
      from: 'Riverside Hospital',
      happened: 'Two pumps were taken for each other.',
      learnt: 'Labels are read in the dark.',
      changed: 'Each kind has a colour.',
    };
    await ada.inbox.tell({ type: 'learned', ...card });
    await seen(ada, ben);
    const row = (page: Page) => {
      const open = page.open().page;
      return open?.page === 'cases' ? open.elsewhere[0] : undefined;
    };
    expect(row(ben)).toMatchObject({ ...card, state: 'open', mine: false });
    expect([ada.open().casesWaiting, ben.open().casesWaiting]).toEqual([0, 1]);
    expect(await told()).toBeUndefined();
    await ben.inbox.tell({ type: 'confirmed', event: row(ben)?.id ?? '' });
    await seen(ben, ada);
    expect(await told()).toMatchObject([card]);
    await ada.inbox.tell({ type: 'withdrawn', event: row(ada)?.id ?? '' });
    await seen(ada, ben);
    expect(await told()).toBeUndefined();
    expect(row(ben)).toBeUndefined();
  });

  it('have books that an inspection pack is made of, with roles and every event', async () => {
    const { ada, ben } = await desk();
    const { id } = ada.open().rows[0] ?? { id: '' };
    await ada.inbox.act([id], { type: 'closed', reason: 'resolved', line: 'Done.' });
    await seen(ada, ben);
    const books = ben.inbox.forInspection();
    expect(books?.concerns.map((one) => one.id)).toContain(id);
    expect(books?.events.some(({ what }) => what.type === 'closed')).toBe(true);
    expect([...(books?.roles.values() ?? [])]).toContain('Guardian');
    expect(books?.quarter.name).toMatch(/^\d{4}-Q[1-4]$/);
    expect((books?.quarter.last ?? '') < (books?.today ?? '')).toBe(true);
  });

  it('tell everybody what a leader promises once both agreed, and stop telling it when one wants to', async () => {
    const { at, ada, ben } = await desk();
    const told = async () => verifyBulletin(at.mailroom.bulletin() as Bytes, org.keyring);
    for (const page of [ada, ben]) page.inbox.browse({ to: 'launch' });
    const pledge = { name: 'Amara Osei', role: 'Chief nurse', answersBy: '2026-12-18' };
    await ada.inbox.tell({ type: 'pledged', ...pledge });
    await seen(ada, ben);
    const row = (page: Page) => {
      const open = page.open().page;
      return open?.page === 'launch' ? open.pledges[0] : undefined;
    };
    expect(row(ben)).toMatchObject({ ...pledge, state: 'open', mine: false });
    expect([ada.open().pledgesWaiting, ben.open().pledgesWaiting]).toEqual([0, 1]);
    await ada.inbox.tell({ type: 'confirmed', event: row(ada)?.id ?? '' });
    await seen(ada, ben);
    expect(await told()).not.toHaveProperty('pledge');
    await ben.inbox.tell({ type: 'confirmed', event: row(ben)?.id ?? '' });
    await seen(ben, ada);
    expect((await told()).pledge).toEqual({ desk: 1, ...pledge });
    expect(row(ada)).toMatchObject({ state: 'told', approvedBy: 'Guardian' });
    await ben.inbox.tell({ type: 'withdrawn', event: row(ben)?.id ?? '' });
    await seen(ben, ada);
    expect(await told()).not.toHaveProperty('pledge');
    expect(row(ada)).toBeUndefined();
  });
});

describe('a new colleague', () => {
  it('is handed every weekly secret that a member’s inbox has, and nobody else is', async () => {
    const cat = newMemberKeys(org.random);
    const week = deskWeek(org, 1);
    const [desk] = org.keyring.desks;
    if (desk === undefined) throw new TypeError('no desk');
    const kid = kidOf(cat.signing.publicKey);
    const keyring = {
      ...org.keyring,
      members: [
        ...org.keyring.members,
        { label: 'Cat', sign: cat.signing.publicKey, box: cat.box.publicKey, until: '2027-01-01' },
      ],
      desks: [{ ...desk, members: [...desk.members, kid] }],
    };
    const record = await verifyKeyRecord(week.record, org.keyring);
    const deskKid = toBase64url(kidOf(record.key));
    const asStored = week.shares.map((share) => ({
      member: toBase64url(share.memberKid),
      desk: 1,
      deskKid: toBase64url(share.deskKid),
      sealed: toBase64url(share.sealed),
    }));
    const adas = asStored.filter(({ member }) => member === toBase64url(kidOf(org.ada.signing.publicKey)));
    const { keys } = openShares(adas, boxKeyPairOf(org.ada.box.secretKey), { desk: 1, records: [record] });
    const holders = asStored.map(({ member }) => member);
    const held = { weeks: [{ record: week.record, holders }], retentionDays: 180 };
    const of = { desk: keyring.desks[0] ?? desk, keyring, keys, today: TODAY };

    const [resealed, ...rest] = await resealFor(held, of, org.random);
    expect(rest).toEqual([]);
    expect(resealed?.shares.map(({ memberKid }) => toBase64url(memberKid))).toEqual([toBase64url(kid)]);
    const cats = (resealed?.shares ?? []).map(({ sealed }) => ({
      member: toBase64url(kid),
      desk: 1,
      deskKid,
      sealed: toBase64url(sealed),
    }));
    const opened = openShares(cats, cat.box, { desk: 1, records: [record] });
    expect(toBase64url(opened.keys.get(deskKid)?.secretKey as Bytes)).toBe(
      toBase64url(keys.get(deskKid)?.secretKey as Bytes),
    );

    const nobody = { ...held, weeks: [{ record: week.record, holders: [...holders, toBase64url(kid)] }] };
    expect(await resealFor(nobody, of, org.random)).toEqual([]);
    expect(await resealFor(held, { ...of, keys: new Map() }, org.random)).toEqual([]);
    expect(await resealFor(held, { ...of, today: '2027-01-02' }, org.random)).toEqual([]);

    // Whoever signed the week's record may have left since, if they left after it began.
    const signer = keyring.members.find(({ sign }) => equalBytes(kidOf(sign), week.record.by));
    if (signer === undefined) throw new TypeError('nobody signed it');
    const began = new Date(record.from * 1000).toISOString().slice(0, 10);
    const without = (left: string) => ({
      ...keyring,
      members: keyring.members.filter((member) => member !== signer),
      desks: [{ ...desk, members: [...desk.members, kid].filter((one) => !equalBytes(one, week.record.by)) }],
      former: [{ label: signer.label, sign: signer.sign, desks: [1], left }],
    });
    const once = (left: string) => ({ ...of, keyring: without(left), desk: without(left).desks[0] ?? desk });
    expect((await resealFor(held, once(began), org.random))[0]?.shares).toHaveLength(1);
    expect(await resealFor(held, once('2020-01-01'), org.random)).toEqual([]);
  });
});
