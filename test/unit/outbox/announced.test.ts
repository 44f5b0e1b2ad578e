import { describe, expect, it } from 'vitest';
import { statusView } from '../../../extension/entrypoints/options/status-view.ts';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { readAnnounced } from '../../../extension/outbox/announced.ts';
import { createTranslator } from '../../../extension/ui/translator.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { textOf } from '../../../shared/bytes.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { sha256 } from '../../../shared/hash.ts';
import { jsonBytes } from '../../../shared/json-fields.ts';
import { encodeKeysFile, verifyKeysFile } from '../../../shared/key-records.ts';
import { signKeyring } from '../../../shared/keyring.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { keyring, keyringBlob, relay, root, signedRecords } from '../../vectors/cast.ts';
import { random } from '../hop/relay-stage.ts';

const t = createTranslator('en', english);
const DUE = Date.parse('2026-12-02T10:00:00Z') / 1000;
const nextBlob = (previous = keyringBlob, seed = root.seed) =>
  signKeyring({ ...keyring, serial: keyring.serial + 1, previous: sha256(previous) }, seed);
const saidOf = (blob: Uint8Array): string =>
  textOf(jsonBytes({ due: DUE, keys: toBase64url(encodeKeysFile(blob, signedRecords)) }));

describe('an announced keyring', () => {
  const known = { keyring, keyringBlob };

  it('is read with the day it comes into force', async () => {
    const blob = nextBlob();
    expect(await readAnnounced(saidOf(blob), known, root.publicKey)).toEqual({
      dueSeconds: DUE,
      keyringBlob: blob,
    });
  });

  it('is none where the relay says so', async () => {
    expect(await readAnnounced('{"error":"not-found"}', known, root.publicKey)).toBeNull();
  });

  it.each([
    ['by another root', nextBlob(keyringBlob, newSigningKeyPair(random).seed)],
    ['that continues another one', nextBlob(random(32))],
    ['that is in force already', keyringBlob],
  ])('is refused when it is one %s', async (_, blob) => {
    await expect(readAnnounced(saidOf(blob), known, root.publicKey)).rejects.toThrow();
  });

  it.each(['', '{}', '{"due":1}', '<html>', `${saidOf(nextBlob())} `])(
    'is refused when it is not what a relay says: %#',
    async (text) => {
      await expect(readAnnounced(text, known, root.publicKey)).rejects.toThrow();
    },
  );

  it('stands on the Status page with its day and the four words to come, once somebody has pasted it', async () => {
    const blob = nextBlob();
    const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
    const view = (announced: Parameters<typeof statusView>[0]['announced']) =>
      statusView(
        {
          state: {
            settings: {
              state: 'ready',
              source: 'policy',
              values: {
                mailroomUrl: null,
                relayUrl: 'https://relay.example',
                rootKey: toBase64url(root.publicKey),
                relayKey: toBase64url(relay.publicKey),
              } as never,
            },
            reports: [],
            mismatched: [],
            sending: null,
          },
          files: { manifest: null, keys, bulletin: null, index: null } as never,
          install: { id: 'x', version: '1', installType: 'admin', shortcut: '' },
          build: { rootKey: null, relayKey: null } as never,
          reachable: true,
          announced,
        },
        t,
      ).sections.find(({ id }) => id === 'files');
    const row = (announced: Parameters<typeof view>[0]) =>
      view(announced)?.rows.find(({ name }) => name === 'Announced');
    expect(view(null)?.announcedAt).toBe('https://relay.example/v1/announced');
    expect(row(null)).toBeUndefined();
    const words = fingerprint(root.publicKey, relay.publicKey, blob);
    expect(words).not.toBe(fingerprint(root.publicKey, relay.publicKey, keyringBlob));
    expect(row({ dueSeconds: DUE, keyringBlob: blob })?.text).toBe(
      `A new keyring takes effect on 2 December. Four words then: ${words}`,
    );
    expect(row('broken')?.tone).toBe('stop');
    expect(row('none')?.text).toBe('nothing');
  });
});
