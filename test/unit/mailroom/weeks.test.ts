import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import { equalBytes } from '../../../shared/bytes.ts';
import { makeDeskWeek, openShare, shareFor } from '../../../shared/desk-secrets.ts';
import { sha256 } from '../../../shared/hash.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { keyInUse, signKeyRecord, verifyKeyRecord, verifyKeysFile } from '../../../shared/key-records.ts';
import { type Keyring, type Member, signKeyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type MemberKeys, newMemberKeys } from '../../../shared/member-keys.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { keyWeekAt, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { asMember, count, type Hospital, makeWeek, newHospital, random, weekBody } from './hospital.ts';

let hospital: Hospital;
const WEEKS = '/v1/desks/1/weeks';

beforeEach(async () => {
  hospital = await newHospital();
  await hospital.keeper.tick();
});
afterEach(() => hospital.close());

const memberOf = (keys: MemberKeys, keyring: Keyring = hospital.keyring): Member => {
  const found = keyring.members.find(
    (member) => toBase64url(member.sign) === toBase64url(keys.signing.publicKey),
  );
  if (found === undefined) throw new Error('no such member');
  return found;
};
const deskOne = () => [memberOf(hospital.members.ann), memberOf(hospital.members.ben)];
const week = (ahead: number) => {
  const { from, until } = keyWeekAt(hospital.now);
  return { from: from + ahead * WEEK_SECONDS, until: until + ahead * WEEK_SECONDS };
};
const made = (
  given: { week?: { from: number; until: number }; desk?: number; members?: Member[]; by?: MemberKeys } = {},
) =>
  makeDeskWeek(
    given.desk ?? 1,
    given.week ?? week(0),
    given.members ?? deskOne(),
    (given.by ?? hospital.members.ann).signing,
    random,
  );
const post = (body: ReturnType<typeof weekBody>, keys = hospital.members.ann, path = WEEKS) =>
  asMember(hospital, keys, 'POST', path, body);
const postMade = ({ record, shares }: ReturnType<typeof made>, keys = hospital.members.ann) =>
  post(weekBody(record, shares), keys);
const keysNow = async () => {
  const answer = await hospital.app.request('/v1/keys');
  return verifyKeysFile(new Uint8Array(await answer.arrayBuffer()), hospital.root.publicKey);
};
const sharesOf = async (keys: MemberKeys) => {
  const answer = await asMember(hospital, keys, 'GET', '/v1/desks/1/shares');
  return ((await answer.json()) as { shares: { deskKid: string; sealed: string }[] }).shares;
};

async function expectRefusal(answer: Response, status: number, code: string) {
  expect([answer.status, await answer.text()]).toEqual([status, JSON.stringify({ error: code })]);
}

/** Signs the next keyring and hands it over. */
async function adopt(change: (keyring: Keyring) => Keyring): Promise<Keyring> {
  const blob = (await hospital.deps.store.keyringBlob()) ?? new Uint8Array(0);
  const before = (await keysNow()).keyring;
  const next = { ...change(before), serial: before.serial + 1, previous: sha256(blob) };
  await hospital.deps.store.putKeyring(signKeyring(next, hospital.root.seed));
  await hospital.keeper.tick();
  return next;
}

describe('a desk key for a week', () => {
  test('is in the keys file at once, and every member gets a share that opens', async () => {
    const { record, shares } = made();
    expect((await post(weekBody(record, shares))).status).toBe(200);
    const { records } = await keysNow();
    const inUse = keyInUse(records, 1, hospital.now);
    expect(inUse).toEqual(await verifyKeyRecord(record, hospital.keyring));
    for (const keys of [hospital.members.ann, hospital.members.ben]) {
      const mine = await sharesOf(keys);
      expect(mine.length).toBe(1);
      const share = {
        deskKid: fromBase64url(mine[0]?.deskKid ?? ''),
        memberKid: kidOf(keys.signing.publicKey),
        sealed: fromBase64url(mine[0]?.sealed ?? ''),
      };
      if (inUse === undefined) throw new Error('no key in use');
      expect(openShare(share, keys.box, inUse)?.publicKey).toEqual(inUse.key);
    }
    await hospital.keeper.tick();
    expect(hospital.relay.files.get('keys')).toEqual(await hospital.deps.store.file('keys'));
  });

  test('may be made as many weeks ahead as the mailroom makes its own', async () => {
    for (const ahead of [0, 1, 2]) expect((await postMade(made({ week: week(ahead) }))).status).toBe(200);
    await expectRefusal(await postMade(made({ week: week(3) })), 400, 'bad-request');
    expect((await keysNow()).records.filter((record) => record.desk === 1).length).toBe(3);
  });

  test.each([
    ['a week that is over', () => week(-1)],
    ['half a week', () => ({ from: week(1).from, until: week(1).until - 1 })],
    ['two weeks', () => ({ from: week(1).from, until: week(2).until })],
    ['a week that starts off the hour', () => ({ from: week(1).from + 1, until: week(1).until + 1 })],
  ])('is refused for %s', async (_, when) => {
    await expectRefusal(await postMade(made({ week: when() })), 400, 'bad-request');
  });

  test('is refused when the record is for another desk, by somebody else, or badly signed', async () => {
    await expectRefusal(await postMade(made({ desk: 2, by: hospital.members.cat })), 403, 'not-yours');
    await expectRefusal(await postMade(made({ by: hospital.members.ben })), 403, 'not-yours');
    await expectRefusal(await postMade(made({ by: hospital.members.cat })), 403, 'not-yours');
    await expectRefusal(await postMade(made({ by: newMemberKeys(random) })), 403, 'not-yours');
    const { record, shares } = made();
    const blob = new Uint8Array(record.blob);
    blob[3] = (blob[3] ?? 0) ^ 1;
    await expectRefusal(await post(weekBody({ ...record, blob }, shares)), 401, 'bad-signature');
    expect((await keysNow()).records.some((entry) => entry.desk !== 0)).toBe(false);
  });

  test('is refused as an intake key', async () => {
    const intake = signKeyRecord(
      { desk: 0, key: newBoxKeyPair(random).publicKey, ...week(0) },
      hospital.members.ann.signing,
    );
    await expectRefusal(await post(weekBody(intake, [])), 403, 'not-yours');
  });

  test('is refused when a colleague would be left out, or somebody else let in', async () => {
    await expectRefusal(
      await postMade(made({ members: [memberOf(hospital.members.ann)] })),
      400,
      'bad-request',
    );
    await expectRefusal(
      await postMade(made({ members: [...deskOne(), memberOf(hospital.members.cat)] })),
      403,
      'not-yours',
    );
    const { record, shares } = made();
    const wrongKid = shares.map((share) => ({ ...share, deskKid: random(4) }));
    await expectRefusal(await post(weekBody(record, wrongKid)), 400, 'bad-request');
  });

  test('is refused with unknown fields', async () => {
    const { record, shares } = made();
    const plain = JSON.parse(new TextDecoder().decode(weekBody(record, shares)));
    for (const body of [
      { ...plain, extra: 1 },
      { ...plain, record: { ...plain.record, note: '' } },
      { ...plain, shares: [{ ...plain.shares[0], note: '' }] },
      { record: plain.record },
    ]) {
      await expectRefusal(await post(jsonBytes(body)), 400, 'bad-request');
    }
  });

  test('is one a member and week; the same again is welcome, another one is not', async () => {
    const first = made();
    expect((await postMade(first)).status).toBe(200);
    expect((await postMade(first)).status).toBe(200);
    await expectRefusal(await postMade(made()), 409, 'stale');
    expect((await postMade(made({ by: hospital.members.ben }), hospital.members.ben)).status).toBe(200);
    expect((await keysNow()).records.filter((record) => record.desk === 1).length).toBe(2);
  });

  test('leaves the file when its week is over, but stays with the desk as long as envelopes may', async () => {
    const { record, shares } = made();
    await post(weekBody(record, shares));
    hospital.now += WEEK_SECONDS;
    await hospital.keeper.tick();
    expect((await keysNow()).records.some((entry) => entry.desk === 1)).toBe(false);
    const answer = await asMember(hospital, hospital.members.ben, 'GET', WEEKS);
    expect(await answer.json()).toEqual({
      records: [
        {
          by: toBase64url(record.by),
          blob: toBase64url(record.blob),
          // Who has a share already: a colleague's inbox sees for whom one is missing.
          holders: expect.toSatisfy((kids: string[]) => kids.length === 2),
        },
      ],
      retentionDays: 180,
    });
    expect((await sharesOf(hospital.members.ben)).length).toBe(1);
  });
});

describe('when people come and go', () => {
  const dan = newMemberKeys(random);
  const withDan = (keyring: Keyring): Keyring => ({
    ...keyring,
    members: [
      ...keyring.members,
      { label: 'Dan', sign: dan.signing.publicKey, box: dan.box.publicKey, until: '2027-02-22' },
    ],
    desks: keyring.desks.map((desk) =>
      desk.id === 1 ? { ...desk, members: [...desk.members, kidOf(dan.signing.publicKey)] } : desk,
    ),
  });
  const withoutBen = (keyring: Keyring): Keyring => ({
    ...keyring,
    desks: keyring.desks.map((desk) =>
      desk.id === 1 ? { ...desk, members: [kidOf(hospital.members.ann.signing.publicKey)] } : desk,
    ),
  });

  test('a colleague’s inbox adds shares for a newcomer to weeks that are there, also past ones', async () => {
    const { record, shares } = made();
    await post(weekBody(record, shares));
    hospital.now += WEEK_SECONDS;
    const keyring = await adopt(withDan);
    const published = await verifyKeyRecord(record, keyring);
    const annsShare = shares.find((share) => toBase64url(share.memberKid) === toBase64url(record.by));
    const pair = annsShare && openShare(annsShare, hospital.members.ann.box, published);
    if (!pair) throw new Error('the share does not open');
    const forDan = shareFor(memberOf(dan, keyring), { ...published }, pair, random);
    // Ben adds to what Ann made.
    expect((await post(weekBody(record, [forDan]), hospital.members.ben)).status).toBe(200);
    expect((await sharesOf(dan)).map((share) => share.sealed)).toEqual([toBase64url(forDan.sealed)]);
    expect((await sharesOf(hospital.members.ben)).length).toBe(1);
  });

  test('a key that a leaver can open is published only for this week, until another one is made', async () => {
    for (const ahead of [0, 1]) await postMade(made({ week: week(ahead) }));
    await adopt(withoutBen);
    expect(count(hospital, 'desk-key.retired')).toBe(2);
    expect((await keysNow()).records.filter((record) => record.desk === 1).map(({ from }) => from)).toEqual([
      week(0).from,
    ]);
    const fresh = [0, 1].map((ahead) =>
      made({ week: week(ahead), members: [memberOf(hospital.members.ann)] }),
    );
    for (const one of fresh) expect((await postMade(one)).status).toBe(200);
    const published = (await keysNow()).records.filter((record) => record.desk === 1);
    expect(published).toEqual(
      await Promise.all(fresh.map((one) => verifyKeyRecord(one.record, hospital.keyring))),
    );
  });

  test('a key that a leaver can open serves when its week comes and still nobody has made another', async () => {
    await postMade(made({ week: week(1) }));
    await adopt(withoutBen);
    expect((await keysNow()).records.some((record) => record.desk === 1)).toBe(false);
    hospital.now += WEEK_SECONDS;
    await hospital.keeper.tick();
    expect((await keysNow()).records.filter((record) => record.desk === 1).length).toBe(1);
  });

  test('a key that a leaver signed goes at once, and the desk is reported as having none', async () => {
    await makeWeek(hospital, hospital.members.cat, 2);
    await postMade(made({ by: hospital.members.ben }), hospital.members.ben);
    await hospital.keeper.tick();
    hospital.logged.length = 0;
    await adopt(withoutBen);
    expect((await keysNow()).records.some((record) => record.desk === 1)).toBe(false);
    expect(hospital.logged).toContainEqual({ event: 'alarm.desk-without-key', fields: { desk: 1 } });
    expect((await asMember(hospital, hospital.members.ben, 'GET', '/v1/desks/1/queue')).status).toBe(403);
  });

  test('of somebody who has left since is sealed on to who came later; they hand in nothing new', async () => {
    const { ann, ben } = hospital.members;
    const bens = made({ by: ben });
    expect((await postMade(bens, ben)).status).toBe(200);
    await adopt((keyring) => ({
      ...withoutBen(keyring),
      members: keyring.members.filter(({ label }) => label !== 'Ben'),
      former: [{ label: 'Ben', sign: ben.signing.publicKey, desks: [1], left: '2026-11-24' }],
    }));
    const again = bens.shares.filter(({ memberKid }) => equalBytes(memberKid, kidOf(ann.signing.publicKey)));
    expect((await post(weekBody(bens.record, again))).status).toBe(200);
    const fresh = made({ by: ben, members: [memberOf(ann)] });
    await expectRefusal(await postMade(fresh), 403, 'not-yours');
    const later = made({ by: ben, week: week(1), members: [memberOf(ann)] });
    await expectRefusal(await postMade(later), 403, 'not-yours');
  });

  test('shares for a colleague whose membership has lapsed are not needed and not kept', async () => {
    await adopt((keyring) => ({
      ...keyring,
      members: keyring.members.map((member) =>
        member.label === 'Ben' ? { ...member, until: '2026-11-23' } : member,
      ),
    }));
    expect((await postMade(made({ members: [memberOf(hospital.members.ann)] }))).status).toBe(200);
    expect((await postMade(made({ week: week(1) }))).status).toBe(200);
    const holders = await hospital.deps.store.shareHolders(0);
    expect(holders.map((holder) => toBase64url(holder.memberKid))).toEqual(
      holders.map(() => toBase64url(kidOf(hospital.members.ann.signing.publicKey))),
    );
  });
});
