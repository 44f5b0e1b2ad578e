import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fromBase64url } from '../../../shared/base64url.ts';
import { background } from '../../browser/background.ts';
import { BUILD } from '../../browser/build-constant.ts';
import { installFacts, mayReach } from '../../browser/toolbar.ts';
import { readAnnounced } from '../../outbox/announced.ts';
import { NO_FILES, readPublicFiles } from '../../outbox/public-files.ts';
import { publicStore } from '../../store/public-store.ts';
import { bestLanguage, COMPLETE_LANGUAGES } from '../../ui/languages.ts';
import type { StatusView } from '../../ui/status/contract.ts';
import { Status } from '../../ui/status/status.tsx';
import type { Translator } from '../../ui/translator.ts';
import { translatorFor } from '../popup/languages.ts';
import { verifiedFiles } from '../popup/public-files.ts';
import { statusText } from './status-text.ts';
import { type Announced, statusView } from './status-view.ts';

const ASK_EVERY_MS = 5_000;

/** Where this install stands, for whoever looks after it. Shows nothing that depends on what anybody did. */
async function viewNow(t: Translator, announced: Announced | null): Promise<StatusView> {
  const [state, install, stored] = await Promise.all([
    background.state(null),
    installFacts(),
    publicStore().load(),
  ]);
  const settings = state.settings.state === 'ready' ? state.settings.values : null;
  const files =
    settings === null
      ? await readPublicFiles(NO_FILES, { rootKey: new Uint8Array(32), relayKey: new Uint8Array(32) })
      : await verifiedFiles(stored, settings);
  const reachable = settings === null || (await mayReach(settings.relayUrl));
  return statusView({ state, install, files, build: BUILD, reachable, announced }, t);
}

/**
 * What somebody pasted must hold like what is in force. Nothing that a person does starts a request of the extension, so
 * the relay is asked in a tab, like any other site.
 */
async function readPasted(text: string): Promise<Announced | null> {
  const { settings } = await background.state(null);
  if (settings.state !== 'ready' || text.trim() === '') return null;
  const { keys } = await verifiedFiles(await publicStore().load(), settings.values);
  if (keys === null) return null;
  const root = fromBase64url(settings.values.rootKey);
  return readAnnounced(text.trim(), keys, root).then(
    (found) => found ?? ('none' as const),
    () => 'broken' as const,
  );
}

function Page({ t, first }: { t: Translator; first: StatusView }) {
  const [view, setView] = useState(first);
  const [copied, setCopied] = useState(false);
  const [announced, setAnnounced] = useState<Announced | null>(null);
  useEffect(() => {
    const look = (): void => void viewNow(t, announced).then(setView);
    look();
    const timer = setInterval(look, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [t, announced]);
  const copy = (): void => void navigator.clipboard.writeText(statusText(view)).then(() => setCopied(true));
  return (
    <Status
      view={view}
      t={t}
      copied={copied}
      onCopy={copy}
      onAnnounced={(text) => void readPasted(text).then(setAnnounced)}
    />
  );
}

const t = await translatorFor(bestLanguage(navigator.languages, COMPLETE_LANGUAGES));
document.documentElement.lang = t.locale;
document.documentElement.dir = t.direction;
document.title = `Candor · ${t('status.title')}`;
const place = document.querySelector('#status');
if (place !== null) render(<Page t={t} first={await viewNow(t, null)} />, place);
