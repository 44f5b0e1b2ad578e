import { toBase64url } from '../../shared/base64url.ts';
import { signBulletin } from '../../shared/bulletin.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { makeDeskWeek } from '../../shared/desk-secrets.ts';
import { CandorError } from '../../shared/errors.ts';
import { jsonBytes } from '../../shared/json-fields.ts';
import { keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import { activeMembers } from '../../shared/keyring.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import { signRequest } from '../../shared/request-signature.ts';
import { dayAt, keyWeekAt } from '../../shared/weeks.ts';
import { systemRandom } from '../key-file.ts';
import type { DemoFolder } from './organisation-folder.ts';
import { demoBulletin } from './plan.ts';

/**
 * What the desks' members did before anybody could flag a concern: their inboxes made this week's desk keys, and one
 * of them wrote the bulletin. Does nothing where an earlier run has done it.
 */
export async function prepareDesks(demo: DemoFolder, mailroomUrl: string, nowSeconds: number): Promise<void> {
  const file = new Uint8Array(await (await fetch(`${mailroomUrl}/v1/keys`)).arrayBuffer());
  const { keyring, records } = await verifyKeysFile(file, demo.rootKey);
  const today = dayAt(nowSeconds, 'UTC');
  for (const desk of keyring.desks) {
    if (keyInUse(records, desk.id, nowSeconds) !== undefined) continue;
    const keys = desk.independent ? demo.guardian : demo.partner;
    const members = activeMembers(keyring, desk, today);
    const { record, shares } = makeDeskWeek(
      desk.id,
      keyWeekAt(nowSeconds),
      members,
      keys.signing,
      systemRandom,
    );
    const body = jsonBytes({
      record: { by: toBase64url(record.by), blob: toBase64url(record.blob) },
      shares: shares.map((share) => ({
        deskKid: toBase64url(share.deskKid),
        memberKid: toBase64url(share.memberKid),
        sealed: toBase64url(share.sealed),
      })),
    });
    await asMember(
      keys,
      { method: 'POST', url: `${mailroomUrl}/v1/desks/${desk.id}/weeks`, body },
      nowSeconds,
    );
  }
  if (!demo.found) {
    const body = signBulletin(demoBulletin(today), demo.partner.signing);
    await asMember(demo.partner, { method: 'PUT', url: `${mailroomUrl}/v1/bulletin`, body }, nowSeconds);
  }
}

async function asMember(
  keys: MemberKeys,
  request: { method: string; url: string; body: Bytes },
  nowSeconds: number,
): Promise<void> {
  const headers = signRequest(request, keys.signing, {
    audience: 'candor-mailroom',
    nowSeconds,
    random: systemRandom,
  });
  const response = await fetch(request.url, { method: request.method, headers, body: request.body });
  if (!response.ok) throw new CandorError('unreachable', `the mailroom answered ${response.status}`);
}
