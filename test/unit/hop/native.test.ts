import { describe, expect, it } from 'vitest';
import { hopOpener } from '../../../relay/hop/hop-opener.ts';
import { NATIVE_HASHING } from '../../../relay/hop/native-hashing.ts';
import { isFromStaff } from '../../../relay/hop/staff-tag.ts';
import { encodeAnswer } from '../../../shared/answer.ts';
import { openCell, sealCell, staffTagOf } from '../../../shared/cell.ts';
import { hmacSha256, sha256 } from '../../../shared/hash.ts';
import { CELL, INTAKE, MANIFEST } from '../../../shared/sizes.ts';
import { hop, staffKey } from '../../vectors/cast.ts';
import { random } from './relay-stage.ts';

const ZEROS = (length: number) => new Uint8Array(length);

describe('what the relay does natively is what shared/ does', () => {
  it.each([0, 1, 63, 64, 65, INTAKE])('SHA-256 and HMAC of %i bytes', (length) => {
    const bytes = random(length);
    expect(NATIVE_HASHING.sha256(bytes, staffKey)).toEqual(sha256(bytes, staffKey));
    for (const key of [staffKey, random(200), new Uint8Array(0)]) {
      expect(NATIVE_HASHING.hmacSha256(key, bytes, staffKey)).toEqual(hmacSha256(key, bytes, staffKey));
    }
  });

  it('answers', () => {
    const [intake, manifest] = [random(INTAKE), random(MANIFEST)];
    for (const status of ['stored', 'stale', 'refused'] as const) {
      expect(encodeAnswer(status, intake, manifest, ZEROS, NATIVE_HASHING)).toEqual(
        encodeAnswer(status, intake, manifest, ZEROS),
      );
    }
  });

  it('opening cells, and refusing those that were changed anywhere', () => {
    const sealed = { publicKey: hop.publicKey, staffKey, manifestHash: random(8) };
    const opener = hopOpener({ ...hop, fromSeconds: 0, untilSeconds: 1 });
    const cell = sealCell(random(INTAKE), sealed, random);
    expect(opener.open(cell)).not.toBeNull();
    expect(opener.open(cell)).toEqual(openCell(cell, hop));
    for (const at of [0, 1, 2, 5, 6, 37, 38, 54, 100, CELL - 1]) {
      const changed = cell.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      expect(opener.open(changed), `byte ${at}`).toEqual(openCell(changed, hop));
      expect(opener.open(changed), `byte ${at}`).toBeNull();
    }
  });

  it('the staff tag, under any of the keys', () => {
    const [intake, manifestHash] = [random(INTAKE), random(8)];
    const staffTag = staffTagOf(staffKey, hop.publicKey, manifestHash, intake);
    const opened = { intake, manifestHash, staffTag };
    expect(isFromStaff(opened, hop.publicKey, [staffKey])).toBe(true);
    expect(isFromStaff(opened, hop.publicKey, [random(32), staffKey])).toBe(true);
    expect(isFromStaff(opened, hop.publicKey, [random(32)])).toBe(false);
    expect(isFromStaff(opened, random(32), [staffKey])).toBe(false);
    expect(isFromStaff({ ...opened, staffTag: random(16) }, hop.publicKey, [staffKey])).toBe(false);
  });
});
