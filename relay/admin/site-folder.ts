import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Bytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { keyField } from '../../shared/json-fields.ts';
import { verifyKeyring } from '../../shared/keyring.ts';
import { readSettingsText } from '../settings.ts';
import type { SignedKeyring } from './keyring-changes.ts';

/*
 * The folder that `candor init` makes, as the other commands read it.
 */

const settingsSchema = v.looseObject({
  rootKey: keyField,
  extension: v.looseObject({ relayKey: keyField }),
});

/** The two public keys that builds and policy pin. */
export interface Pins {
  readonly rootKey: Bytes;
  readonly relayKey: Bytes;
}

export function readPins(site: string): Pins {
  return readToml(site).pins;
}

/** The [extension] section as it stands, unchecked: see `checkSettings`. */
export function readExtensionSection(site: string): Record<string, unknown> {
  return readToml(site).raw;
}

/** The organisation's current keyring, verified. Throws `not-found`, `bad-signature` or `bad-public-file`. */
export async function readKeyring(site: string): Promise<SignedKeyring> {
  const blob = readPublic(keyringFile(site));
  return { keyring: await verifyKeyring(blob, readPins(site).rootKey), blob };
}

export function keyringFile(site: string): string {
  return join(site, 'mailroom/keyring.bin');
}

/** Throws `not-found` naming the file. */
export function readPublic(file: string): Bytes {
  if (!existsSync(file)) throw new CandorError('not-found', `${file} is not there`);
  return new Uint8Array(readFileSync(file));
}

function readToml(site: string): { pins: Pins; raw: Record<string, unknown> } {
  const text = readSettingsText(settingsFile(site));
  const raw = v.safeParse(v.looseObject({ extension: v.record(v.string(), v.unknown()) }), text);
  const pins = v.safeParse(settingsSchema, text);
  if (!raw.success || !pins.success) {
    throw new CandorError(
      'bad-settings',
      `${settingsFile(site)} does not hold the pins: restore it from its copy`,
    );
  }
  const { rootKey, extension } = pins.output;
  return { pins: { rootKey, relayKey: extension.relayKey }, raw: raw.output.extension };
}

function settingsFile(site: string): string {
  return join(site, 'candor.toml');
}
