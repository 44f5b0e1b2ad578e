import { type RefObject, render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fromBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { background } from '../../browser/background.ts';
import type { InstallState } from '../../browser/messages.ts';
import { remember, remembered } from '../../browser/session-memory.ts';
import { sidePanelOpener } from '../../browser/toolbar.ts';
import { type Composing, composing } from '../../compose/composing.ts';
import type { PanelState } from '../../compose/panel-state.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import { publicStore } from '../../store/public-store.ts';
import { bestLanguage, LANGUAGES } from '../../ui/languages.ts';
import type { Clock, PanelCallbacks, PanelTools, PanelView, PulseView } from '../../ui/panel/contract.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import type { Translator } from '../../ui/translator.ts';
import type { Filing } from './filing.ts';
import { type HandedOver, handOver, onHandedOver, takeHandedOver } from './handed-over.ts';
import { translatorFor } from './languages.ts';
import { panelView } from './panel-view.ts';
import { verifiedFiles } from './public-files.ts';
import type { Reasons } from './reasons.ts';
import type { Sealing } from './sealing.ts';

/** How often the background is asked where things stand, while somebody looks. */
const ASK_EVERY_MS = 5_000;
/** And while there is nothing to show yet. */
const ASK_EARLY_MS = 1_000;
/** How often a concern that somebody adds to asks to wait behind cover. */
const EDITING_EVERY_MS = 8_000;
/** Keystrokes come faster than a draft needs to be kept. */
const KEEP_AFTER_MS = 300;

const CLOCK: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Loaded while the first screen is drawn: nobody clicks sooner, and whoever does waits a moment. */
const SEALING = import('./sealing.ts');

type Later = typeof import('./later.ts');
type Guard = ReturnType<Later['guardFor']>;

/** Until the rules are here nothing is found, and no words are sealed either. */
const NO_GUARD_YET: Guard = {
  scan: () => [],
  applyFix: (text) => text,
  checked: () => ({ kinds: 0, names: true }),
  languageOf: () => null,
  soundsDistressed: () => false,
};

interface Facts {
  readonly state: InstallState;
  readonly files: PublicFiles | null;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
}

async function factsNow(): Promise<Facts> {
  const [stored, state] = await Promise.all([publicStore().load(), background.state(null)]);
  const settings = state.settings.state === 'ready' ? state.settings.values : null;
  const files = settings === null ? null : await verifiedFiles(stored, settings);
  return { state, files, askedAt: Date.now() };
}

/** Which of the public files decide on the pulse: it is worked out anew when one of them changes. */
function pulseKey({ files }: Facts): string | null {
  const { bulletin = null, keys = null, manifest = null } = files ?? {};
  if (!bulletin?.pulses?.length || keys === null || manifest === null) return null;
  return `${bulletin.serial} ${keys.keyring.serial} ${Math.floor(manifest.timeSeconds / 86_400)}`;
}

/** What a desk asks everybody. Its code is fetched where the bulletin asks something, which is the same for all. */
async function pulseOf(facts: Facts): Promise<PulseView | null> {
  if (facts.files === null || pulseKey(facts) === null) return null;
  const { pulseNow } = await import('./pulses.tsx');
  return pulseNow(facts.files);
}

function practises({ state: { settings } }: Facts): boolean {
  return settings.state === 'ready' && settings.values.panel === 'practice';
}

/** Shows the panel in a popup or beside the page. The first thing on the screen is the right one: nothing flickers. */
export async function startPanel(place: Element): Promise<void> {
  const surface = document.body.classList.contains('in-popup') ? 'popup' : 'beside';
  const [facts, beside] = await Promise.all([factsNow(), surface === 'popup' ? sidePanelOpener() : null]);
  const settings = facts.state.settings.state === 'ready' ? facts.state.settings.values : null;
  const chosen = settings?.profile === 'personal' ? await remembered('language') : undefined;
  const preferred = [...(settings?.language ? [settings.language] : []), ...navigator.languages];
  let turn = 0;
  const pulse = await pulseOf(facts);
  const show = async (handed: HandedOver | null): Promise<void> => {
    const own = handed?.language ?? chosen;
    const t = await translatorFor(bestLanguage(typeof own === 'string' ? [own, ...preferred] : preferred));
    render(
      <PanelPage
        key={turn++}
        first={{ facts, t, pulse }}
        handed={handed}
        surface={surface}
        beside={beside}
      />,
      place,
    );
  };
  await show(await takeHandedOver(settings?.profile ?? 'shared', Date.now()));
  if (surface === 'beside') onHandedOver((handed) => void show(handed));
}

interface PageProps {
  readonly first: { readonly facts: Facts; readonly t: Translator; readonly pulse: PulseView | null };
  readonly handed: HandedOver | null;
  readonly surface: PanelView['surface'];
  readonly beside: (() => Promise<void>) | null;
}

function PanelPage({ first, handed, surface, beside }: PageProps) {
  const [facts, setFacts] = useState(first.facts);
  const [t, setT] = useState(() => first.t);
  const [now, setNow] = useState(first.facts.askedAt);
  const latest = useRef(facts);
  const shown = useRef<PanelState>(handed?.state ?? composing.firstScreen);
  latest.current = facts;

  const { state, files, askedAt } = facts;
  const settings = state.settings.state === 'ready' ? state.settings.values : null;
  const organisation = files?.keys?.keyring.org.id ?? null;
  const sealing = useMemo(() => {
    if (organisation === null) return null;
    return SEALING.then(({ makeSealing }) => {
      const made = makeSealing(
        () => latest.current.files,
        () => rootKeyOf(latest.current),
        organisation,
        () => practises(latest.current),
      );
      made.filing.goOnWith(handed?.filed ?? null);
      return made;
    });
  }, [organisation]);
  const ready = useRef<Filing | null>(null);
  const returning = useRef<Sealing['returning'] | null>(null);
  useEffect(
    () =>
      void sealing?.then((made) => {
        ready.current = made.filing;
        returning.current = made.returning;
      }),
    [sealing],
  );

  const early = files?.keys == null;
  useEffect(() => {
    let current = true;
    const timer = setInterval(
      () => void factsNow().then((fresh) => current && setFacts(fresh)),
      early ? ASK_EARLY_MS : ASK_EVERY_MS,
    );
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [early]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);

  const [pulse, setPulse] = useState(first.pulse);
  const asks = pulseKey(facts);
  useEffect(() => {
    if (asks === pulseKey(first.facts) && pulse === first.pulse) return undefined;
    let current = true;
    void pulseOf(facts).then((now) => current && setPulse(now));
    return () => {
      current = false;
    };
  }, [asks]);

  const keep = useKeeping(settings?.profile === 'personal', ready);
  const compose = useMemo((): Composing => {
    const after: Composing['after'] = (before, event, idleMs) => {
      shown.current = composing.after(before, event, idleMs);
      keep(shown.current);
      return shown.current;
    };
    return { ...composing, after };
  }, [keep]);

  useEffect(() => {
    if (handed !== null) keep(handed.state);
  }, [keep]);

  const [later, setLater] = useState<Later | null>(null);
  useEffect(() => void SEALING.then(() => import('./later.ts')).then((loaded) => setLater(loaded)), []);
  useEffect(() => later?.rulesAhead([t.locale, ...LANGUAGES.map(({ code }) => code)]), [later]);
  const patterns = settings?.sitePatterns ?? [];
  const [reasons, setReasons] = useState<Reasons | null>(null);
  useEffect(() => void later?.reasonsIn(t.locale).then((read) => setReasons(() => read)), [later, t]);
  const guard = useMemo(
    () => (later !== null && reasons !== null ? later.guardFor(patterns, reasons) : NO_GUARD_YET),
    [later, reasons, patterns.join('\n')],
  );
  const printed = useMemo(() => {
    const { keyringBlob } = files?.keys ?? {};
    if (later === null || settings === null || keyringBlob === undefined) return undefined;
    return later.fingerprint(fromBase64url(settings.rootKey), fromBase64url(settings.relayKey), keyringBlob);
  }, [later, files?.keys?.keyring.serial, settings?.rootKey]);
  const tools: PanelTools = {
    compose,
    clock: CLOCK,
    ...guard,
    bodyRoom: (draft) => ready.current?.room(draft) ?? 0,
    followUpRoom: (text) => returning.current?.room(text) ?? 0,
    Receipt: later?.ReceiptSheet ?? null,
  };
  const on = useCallbacks(sealing, t.locale, guard !== NO_GUARD_YET, surface, (code) => {
    // On any other profile the choice goes with the panel.
    if (settings?.profile === 'personal') void remember('language', code);
    void translatorFor(code).then((next) => setT(() => next));
  });
  const moving = useRef(false);
  useEffect(() => {
    // Nobody adds anything to a panel that is gone.
    const release = (): void => {
      if (!moving.current) void ready.current?.editing(false);
    };
    addEventListener('pagehide', release);
    return () => removeEventListener('pagehide', release);
  }, []);
  const move = (): void => {
    moving.current = true;
    void handOver(shown.current, ready.current?.filed() ?? null, true, t.locale, Date.now());
    void beside?.().then(() => window.close());
  };

  return (
    <Panel
      view={panelView({ state, files, surface, printed, secondsSince: (now - askedAt) / 1000, pulse }, t)}
      on={beside === null ? on : { ...on, onBeside: move }}
      t={t}
      tools={tools}
      {...(handed === null ? {} : { initial: handed.state })}
    />
  );
}

function useCallbacks(
  sealing: Promise<Sealing> | null,
  language: string,
  guarded: boolean,
  surface: PanelView['surface'],
  onLanguage: (code: string) => void,
): PanelCallbacks {
  const editing = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  const notReady = { ok: false, code: 'not-ready' } as const;
  const filing = async () => (await sealing)?.filing;
  const returning = async () => (await sealing)?.returning;
  const forget = (): void =>
    void sealing?.then((made) => {
      made.filing.done();
      made.returning.close();
    });
  return {
    onFlag: async (kind) => (await filing())?.flag(kind) ?? notReady,
    onUndo: async () => (await filing())?.undo() ?? notReady,
    onChange: async (draft) =>
      guarded || !composing.hasWords(draft) ? ((await filing())?.change(draft) ?? notReady) : notReady,
    onDone: forget,
    onClose() {
      forget();
      if (surface === 'popup') window.close();
    },
    onLanguage,
    onPreview: async (draft) => (await filing())?.preview(draft) ?? { fields: [], sealedBytes: 0 },
    onEditing(going) {
      clearInterval(editing.current);
      const say = (): void => void filing().then((made) => made?.editing(going));
      say();
      if (going) editing.current = setInterval(say, EDITING_EVERY_MS);
    },
    onAskAnswer: async (draft) => (await filing())?.askAnswer(draft, language) ?? notReady,
    onReceiptOpen: async (words) => (await returning())?.open(words, language) ?? notReady,
    onReceiptClose: () => void returning().then((made) => made?.close()),
    onFollowUp: async (text, desk) => (guarded && (await returning())?.followUp(text, desk)) || notReady,
    onTreatedWorse: async (answer) => (await returning())?.treatedWorse(answer) ?? notReady,
    onPulse: async (...answer) => (await sealing)?.pulses(...answer) ?? notReady,
  };
}

function rootKeyOf({ state }: Facts): Bytes | null {
  return state.settings.state === 'ready' ? fromBase64url(state.settings.values.rootKey) : null;
}

/** On a personal profile, keeps what stands in the panel in memory, a moment after it changed. */
function useKeeping(personal: boolean, filing: RefObject<Filing | null>): (state: PanelState) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return useMemo(
    () => (state: PanelState) => {
      if (!personal) return;
      clearTimeout(timer.current);
      const { lang } = document.documentElement;
      const keepIt = (): void =>
        void handOver(state, filing.current?.filed() ?? null, false, lang, Date.now());
      // What is cleared is gone at once: Esc closes the page before any timer.
      if (state.flagged === null) keepIt();
      else timer.current = setTimeout(keepIt, KEEP_AFTER_MS);
    },
    [personal],
  );
}
