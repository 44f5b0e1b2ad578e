import { join } from 'node:path';
import { toBase64url } from '../../shared/base64url.ts';
import { buildExtension, type Target } from '../admin/build-extension.ts';
import type { DemoFolder, DemoPorts } from './organisation-folder.ts';
import { DEMO_PACE } from './plan.ts';

/** Builds the extension with the demo's pins and settings baked in and returns the folder to load. */
export function buildDemoExtension(demo: DemoFolder, ports: DemoPorts, target: Target): Promise<string> {
  const relayUrl = `http://127.0.0.1:${ports.relay}`;
  const rootKey = toBase64url(demo.rootKey);
  const relayKey = toBase64url(demo.relayKey);
  const constant = {
    rootKey,
    relayKey,
    relayOrigins: [relayUrl],
    demo: {
      settings: {
        relayUrl,
        mailroomUrl: `http://127.0.0.1:${ports.mailroom}`,
        rootKey,
        relayKey,
        staffKey: toBase64url(demo.staffKey),
        profile: 'shared',
        panel: 'on',
      },
      pace: DEMO_PACE.install,
    },
  };
  return buildExtension(constant, join(demo.folder, 'extension'), target);
}
