import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bulletin, signBulletin } from '../../../shared/bulletin.ts';
import { newMemberKeys } from '../../../shared/member-keys.ts';
import { asMember, type Hospital, newHospital, random } from './hospital.ts';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await newHospital();
  await hospital.keeper.tick();
});
afterEach(() => hospital.close());

const bulletin = (serial: number): Bulletin => ({
  v: 1,
  serial,
  issued: '2026-11-24',
  language: 'en',
  emergency: { label: 'Crash team', number: '2222' },
  fallback: { phone: '0800 1111', paper: 'The box by the canteen' },
  places: [],
  support: [],
  stories: [],
  notices: [],
});
const put = (bytes: ReturnType<typeof signBulletin>, keys = hospital.members.ann) =>
  asMember(hospital, keys, 'PUT', '/v1/bulletin', bytes);
const signedBy = (serial: number, keys = hospital.members.ann) =>
  signBulletin(bulletin(serial), keys.signing);

test('a bulletin by a desk member is pushed to the relay at the next tick', async () => {
  expect((await put(signedBy(1))).status).toBe(200);
  await hospital.keeper.tick();
  expect(hospital.relay.files.get('bulletin')).toEqual(signedBy(1));
  // Another desk's member may write the next one, and hand in what a colleague signed.
  expect((await put(signedBy(2, hospital.members.cat))).status).toBe(200);
  expect((await put(signedBy(3), hospital.members.ben)).status).toBe(200);
  await hospital.keeper.tick();
  expect(hospital.relay.files.get('bulletin')).toEqual(signedBy(3));
});

test('its serial rises, and the same bytes are welcome twice', async () => {
  await put(signedBy(5));
  expect((await put(signedBy(5))).status).toBe(200);
  for (const serial of [5, 4]) {
    const answer = await put(signedBy(serial, hospital.members.ben));
    expect([answer.status, await answer.json()]).toEqual([409, { error: 'stale' }]);
  }
  expect(await hospital.deps.store.file('bulletin')).toEqual(signedBy(5));
});

test('one by nobody on a desk, a spoiled one and what is no bulletin are refused', async () => {
  const spoiled = signedBy(1);
  spoiled[60] = (spoiled[60] ?? 0) === 65 ? 66 : 65;
  const cases = [
    [signedBy(1, newMemberKeys(random)), 403, 'not-yours'],
    [spoiled, 401, 'bad-signature'],
    [new TextEncoder().encode('{}'), 400, 'bad-public-file'],
  ] as const;
  for (const [bytes, status, code] of cases) {
    const answer = await put(bytes);
    expect([answer.status, await answer.json()]).toEqual([status, { error: code }]);
  }
  expect(await hospital.deps.store.file('bulletin')).toBeNull();
});
