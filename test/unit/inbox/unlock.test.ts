import { beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_BACKUP_BYTES, readBackup, unlock } from '../../../extension/inbox/unlock.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, equalBytes, utf8 } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';
import { kidOf } from '../../../shared/kid.ts';
import { newOrganisation, PASSPHRASE } from './desk-fixture.ts';

const org = newOrganisation();
let file: Bytes;
beforeAll(async () => {
  file = await org.backupOf(org.ada);
});

async function refusal(trying: () => unknown): Promise<CandorError> {
  try {
    await trying();
  } catch (error) {
    if (error instanceof CandorError) return error;
    throw error;
  }
  throw new TypeError('it opened');
}

describe('unlocking with a backup file', () => {
  it('names whose file it is before it is opened', () => {
    const backup = readBackup(file);
    expect(backup.label).toBe('HR partner');
    expect(backup.member).toBe(toBase64url(kidOf(org.ada.signing.publicKey)));
  });

  it('gives back the keys that were wrapped', async () => {
    const keys = await unlock(readBackup(file), PASSPHRASE);
    expect(equalBytes(keys.signing.seed, org.ada.signing.seed)).toBe(true);
    expect(equalBytes(keys.box.secretKey, org.ada.box.secretKey)).toBe(true);
  });

  it('refuses a wrong passphrase without any detail', async () => {
    const error = await refusal(() => unlock(readBackup(file), `${PASSPHRASE} `));
    expect(error.code).toBe('wrong-passphrase');
    expect(error.message).toBe('wrong-passphrase');
  });

  it('refuses a file whose label of the member was changed in the same words', async () => {
    const json = JSON.parse(new TextDecoder().decode(file));
    const forged = utf8(JSON.stringify({ ...json, kid: toBase64url(kidOf(org.ben.signing.publicKey)) }));
    expect((await refusal(() => unlock(readBackup(forged), PASSPHRASE))).code).toBe('wrong-passphrase');
  });

  it.each([
    ['an empty file', new Uint8Array(0)],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['other JSON', utf8('{"v":1}')],
    ['a huge file', new Uint8Array(LARGEST_BACKUP_BYTES + 1)],
  ])('does not take %s for a backup', async (_, bytes) => {
    expect((await refusal(() => readBackup(bytes))).code).toBe('bad-public-file');
  });
});
