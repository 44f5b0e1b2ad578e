import { expect, it } from 'vitest';
import { earlierKeyrings } from '../../../extension/conversations/earlier-keyrings.ts';
import { signKeyring } from '../../../shared/keyring.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { keyring, keyringBlob, root } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';

it('of what an install has kept, only what this root has signed for this organisation is believed', async () => {
  const stranger = newSigningKeyPair(seededRandom('another root'));
  const elsewhere = { ...keyring, org: { id: 'elsewhere', name: 'Elsewhere' } };
  const kept = [
    signKeyring({ ...keyring, serial: 7 }, stranger.seed),
    signKeyring(elsewhere, root.seed),
    keyringBlob,
    keyringBlob.slice(1),
  ];
  expect(await earlierKeyrings(kept, root.publicKey, keyring.org.id)).toEqual([keyring]);
});
