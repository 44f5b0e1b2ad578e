import { render } from 'preact';
import { fromBase64url } from '../../../shared/base64url.ts';
import { type Bulletin, verifyBulletin } from '../../../shared/bulletin.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import type { ManagedSettings } from '../../../shared/settings-table.ts';
import { dayAt } from '../../../shared/weeks.ts';
import { BUILD } from '../../browser/build-constant.ts';
import { nowSeconds } from '../../browser/clock.ts';
import { onPolicyChange, readLastGood, readPolicy } from '../../browser/policy-source.ts';
import { randomBytes } from '../../browser/random.ts';
import { createInbox, type Inbox } from '../../inbox/inbox.ts';
import { checkWords } from '../../inbox/leaving.ts';
import type { Fetch } from '../../inbox/mailroom-client.ts';
import { newMember } from '../../inbox/new-member.ts';
import { practiceIn } from '../../inbox/practice/concerns.ts';
import { recovered } from '../../inbox/recovery.ts';
import { ACCESS_TOOLS } from '../../inbox/subject-access.ts';
import { LARGEST_BACKUP_BYTES } from '../../inbox/unlock.ts';
import type { InboxView } from '../../inbox/view.ts';
import { settingsState } from '../../policy/settings-state.ts';
import { openInboxStore } from '../../store/inbox-store.ts';
import { publicStore } from '../../store/public-store.ts';
import type { AnswerTools, InboxCallbacks } from '../../ui/inbox/contract.ts';
import { InboxPage } from '../../ui/inbox/inbox.tsx';
import { bestLanguage, COMPLETE_LANGUAGES } from '../../ui/languages.ts';
import { createTranslator, type Messages, type Translator } from '../../ui/translator.ts';
import { answerTools, NO_TOOLS } from './answer-tools.ts';
import { caseTools } from './case-tools.ts';
import { inspectionDesk } from './inspection-desk.ts';
import { saveExport } from './save-export.ts';
import { saveText } from './save-text.ts';
import { type TrendsDesk, trendsDesk } from './trends-desk.ts';
import { unlockInWorker } from './unlock-in-worker.ts';
import { workerOpener } from './worker-opener.ts';

const SYNC_SECONDS = 20;
/** A demo closes its packs every few seconds, and its inbox keeps step. */
const DEMO_SYNC_SECONDS = 3;
const TICK_MS = 1000;
const TIMEOUT_MS = 30_000;
/** A drawing that took 10 ms is followed by none for 30. */
const REST_PER_DRAWING = 3;
/** While messages are being opened, what is drawn is old at once: seldom is enough, and opening goes on meanwhile. */
const REST_WHILE_OPENING_MS = 250;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

const page = document.getElementById('page') ?? document.body;

async function start(): Promise<void> {
  const state = settingsState(await readPolicy(), BUILD, await readLastGood());
  const settings = state.state === 'ready' ? state.settings : null;
  const t = await translator(settings?.language ?? null);
  if (settings === null || settings.mailroomUrl === null) {
    const why = settings === null ? (state.state === 'waiting' ? 'waiting' : 'refused') : 'no-mailroom';
    show({ phase: 'unset', why }, NOTHING, t);
    // Managed settings may come seconds after a forced install: then this page starts again.
    onPolicyChange(() => location.reload());
    return;
  }
  await run(settings, settings.mailroomUrl, t);
}

async function run(settings: ManagedSettings, mailroomUrl: string, t: Translator): Promise<void> {
  const inbox = createInbox({
    mailroomUrl,
    rootKey: fromBase64url(settings.rootKey),
    relayKey: fromBase64url(settings.relayKey),
    demo: BUILD.demo !== null,
    syncSeconds: BUILD.demo === null ? SYNC_SECONDS : DEMO_SYNC_SECONDS,
    store: await openInboxStore(),
    fetch: askMailroom,
    opener: workerOpener,
    unlock: unlockInWorker,
    bulletin,
    clock,
    today: todayHere(),
    random: randomBytes,
  });
  const tools = await answerTools(settings.sitePatterns, t.locale);
  const shelf = trendsDesk({
    forTrends: inbox.forTrends,
    today: todayHere(),
    save: saveExport,
    inspection: inspectionDesk(inbox),
    changed: () => drawSoon(),
  });
  const draw = (): void => show(inbox.view(), callbacks(inbox, tools, t.locale), t, shelf);
  const drawSoon = paced(draw, () => isOpening(inbox.view()));
  inbox.subscribe(() => {
    shelf.refresh();
    // What must go from the page goes at once: in a hidden tab no frame would come.
    if (document.hidden || !inbox.isOpen()) draw();
    else drawSoon();
  });
  draw();
  await inbox.start();
  setInterval(() => inbox.tick(), TICK_MS);
  for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, () => inbox.touch(), { passive: true });
  // A page that the browser puts aside for "back" would keep words and keys.
  addEventListener('pagehide', () => inbox.lock('asked'));
  addEventListener('online', () => void inbox.sync());
}

/** Draws at the next frame; where drawing is work, seldom enough to leave most of the time to whoever types. */
function paced(draw: () => void, opening: () => boolean): () => void {
  let waiting = false;
  let notBefore = 0;
  const drawNow = (): void => {
    waiting = false;
    const from = performance.now();
    draw();
    const until = performance.now();
    notBefore = until + Math.max((until - from) * REST_PER_DRAWING, opening() ? REST_WHILE_OPENING_MS : 0);
  };
  return () => {
    if (waiting) return;
    waiting = true;
    const rest = notBefore - performance.now();
    if (rest <= 0) requestAnimationFrame(drawNow);
    else setTimeout(() => requestAnimationFrame(drawNow), rest);
  };
}

function isOpening(view: InboxView): boolean {
  return view.phase === 'open' && view.opening > 0;
}

function callbacks(inbox: Inbox, answering: AnswerTools, language: string): InboxCallbacks {
  return {
    onFile: (file) => void choose(inbox, file),
    onForget: () => void inbox.forgetBackup(),
    onUnlock: (passphrase, keep) => void inbox.unlock(passphrase, keep),
    onNewKey: (label, passphrase) => newMember(label, passphrase, randomBytes).catch(() => null),
    onLock: () => inbox.lock('asked'),
    onBrowse: inbox.browse,
    onAct: (concerns, action) => void inbox.act(concerns, action),
    onAnswer: (concern, draft) => void inbox.answer(concern, draft),
    onTemplate: (name, text) => void inbox.keepTemplate(name, text),
    answering,
    onPractice: () => practiceIn(language),
    onPulse: inbox.ask,
    onAgreeToPulse: (event) => void inbox.agreeToAsk(event),
    onSubjectSearch: inbox.searchSubject,
    access: ACCESS_TOOLS,
    onUndo: () => void inbox.undo(),
    onSync: () => void inbox.sync(),
    onPrint: () => print(),
    onDesk: (action) => void inbox.tell(action),
    onBulletin: inbox.publish,
    onRecoveryFile: async (helpers) => {
      const file = await inbox.recovery(helpers);
      if (file !== null) saveText(file.name, file.text);
      return file !== null;
    },
    onHelp: async (file) => inbox.help(await bytesOf(file)),
    onRecover: async (file, words, passphrase) =>
      recovered(await bytesOf(file), words, passphrase, randomBytes).catch(() => null),
    onCard: () => saveText('candor-card.json', inbox.card() ?? ''),
    onAlike: inbox.alike,
    onSimilar: inbox.similar,
    check: checkWords,
    cases: caseTools,
    onSave: saveText,
  };
}

const NOTHING: InboxCallbacks = {
  onFile: () => undefined,
  onForget: () => undefined,
  onUnlock: () => undefined,
  onLock: () => undefined,
  onBrowse: () => undefined,
  onAct: () => undefined,
  onAnswer: () => undefined,
  onTemplate: () => undefined,
  answering: NO_TOOLS,
  onPulse: async () => false,
  onAgreeToPulse: () => undefined,
  onSubjectSearch: async () => null,
  access: ACCESS_TOOLS,
  onUndo: () => undefined,
  onSync: () => undefined,
  onPrint: () => undefined,
  onDesk: () => undefined,
  onCard: () => undefined,
  onBulletin: async () => 'failed',
  onRecoveryFile: async () => false,
  onHelp: async () => null,
  onAlike: () => [],
  onSimilar: () => [],
  check: checkWords,
  onSave: () => undefined,
};

function show(view: InboxView, on: InboxCallbacks, t: Translator, shelf?: TrendsDesk): void {
  const trends = shelf && { view: shelf.view(), on: shelf.on };
  render(<InboxPage view={view} on={on} {...(trends && { trends })} t={t} />, page);
}

async function choose(inbox: Inbox, file: File): Promise<void> {
  inbox.chooseBackup(await bytesOf(file));
}

/** Nothing of a file that is far too long to be one of ours. */
async function bytesOf(file: File): Promise<Bytes> {
  return new Uint8Array(file.size <= LARGEST_BACKUP_BYTES ? await file.arrayBuffer() : new ArrayBuffer(0));
}

/** Whole seconds: finer than that nothing of a desk's work is ever said. */
function clock(): number {
  return Math.floor(nowSeconds());
}

/** The calendar day here. Asked many times a second and expensive to work out, so once a minute is enough. */
function todayHere(): () => string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  let known = { minute: -1, day: '' };
  return () => {
    const minute = Math.floor(clock() / 60);
    if (minute !== known.minute) known = { minute, day: dayAt(clock(), timeZone) };
    return known.day;
  };
}

const askMailroom: Fetch = (url, { method, headers, body }) =>
  fetch(url, {
    method,
    headers,
    ...(body && { body }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });

/** From the bulletin that the background fetched: the inbox itself never talks to the relay. */
async function bulletin(keyring: Keyring): Promise<Bulletin | null> {
  try {
    const { bulletin } = await publicStore().load();
    return bulletin === null ? null : await verifyBulletin(bulletin, keyring);
  } catch {
    return null;
  }
}

async function translator(wanted: string | null): Promise<Translator> {
  const preferred = wanted === null ? navigator.languages : [wanted, ...navigator.languages];
  const code = bestLanguage(preferred, COMPLETE_LANGUAGES);
  const url = COMPLETE_LANGUAGES.find((language) => language.code === code)?.url ?? '';
  return createTranslator(code, (await (await fetch(url)).json()) as Messages);
}

void start();
