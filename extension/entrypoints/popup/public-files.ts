import { fromBase64url } from '../../../shared/base64url.ts';
import type { ManagedSettings } from '../../../shared/settings-table.ts';
import { type PublicBytes, type PublicFiles, readPublicFiles } from '../../outbox/public-files.ts';

/** The public files as this page may use them: read from disk early, verified as soon as the pins are known. */
export function verifiedFiles(stored: PublicBytes, settings: ManagedSettings): Promise<PublicFiles> {
  return readPublicFiles(stored, {
    rootKey: fromBase64url(settings.rootKey),
    relayKey: fromBase64url(settings.relayKey),
  });
}
