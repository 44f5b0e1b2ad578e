import { CandorError } from '../../shared/errors.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { jsonLog } from '../log.ts';
import { clock, startApp, startMailroom, startRelay } from '../main.ts';
import { readSettings } from '../settings.ts';
import type { DemoFolder, DemoPorts } from './organisation-folder.ts';
import { pagesApp } from './pages/app.ts';

/** The demo's running servers. */
export interface Hospital {
  readonly relayUrl: string;
  readonly mailroomUrl: string;
  readonly pagesUrl: string;
  /** Every line that relay, drop and mailroom have logged. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts relay and mailroom from the demo's settings file, and the mock pages beside them. */
export async function startHospital(
  demo: DemoFolder,
  ports: DemoPorts & { readonly pages: number },
): Promise<Hospital> {
  const settings = readSettings(demo.settingsFile, {});
  if (settings.relay === undefined || settings.mailroom === undefined) throw new CandorError('bad-settings');
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line), clock);
  const relay = await startRelay(settings.relay, settings.rootKey, log);
  const mailroom = await startMailroom(settings.mailroom, settings.rootKey, log);
  const words = fingerprint(demo.rootKey, demo.relayKey, settings.mailroom.keyringBlob).split(' ');
  const pages = await startApp(pagesApp({ fingerprint: words }), { host: '127.0.0.1', port: ports.pages });
  return {
    relayUrl: relay.url,
    mailroomUrl: mailroom.url,
    pagesUrl: pages.url,
    output: () => lines.join(''),
    async stop() {
      await pages.stop();
      await mailroom.stop();
      await relay.stop();
    },
  };
}
