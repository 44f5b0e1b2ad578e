import { type Bulletin, type Pledge, rolledUp } from '../../../shared/bulletin.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import { KINDS, type Kind } from '../../../shared/taxonomy.ts';
import type { InstallState } from '../../browser/messages.ts';
import { deskFor } from '../../compose/desks.ts';
import { crowdAsSaid } from '../../outbox/crowd.ts';
import type { LogOff } from '../../outbox/log-off.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import { LANGUAGES } from '../../ui/languages.ts';
import type { PanelView, Phase, PulseView, SafeToLogOff } from '../../ui/panel/contract.ts';
import type { Translator } from '../../ui/translator.ts';

/** What the law and good practice ask for (EU 2019/1937, Article 9), and what the panel promises. */
const PROMISES = { ackDays: 7, answerMonths: 3 };
/** From the click to the desk, in the middle: the rest of an hour, the next tick, and the mailroom's pull. */
const MINUTES_TO_DESK = 40;

export interface PanelFacts {
  readonly state: InstallState;
  readonly files: PublicFiles | null;
  readonly surface: PanelView['surface'];
  /** Four words, once they are there. */
  readonly printed: string | undefined;
  /** How long ago the background was asked. */
  readonly secondsSince: number;
  /** What everybody is asked today. */
  readonly pulse?: PulseView | null;
}

/** Everything the panel shows, from what the background and the public files say. */
export function panelView(
  { state, files, surface, printed, secondsSince, pulse = null }: PanelFacts,
  t: Translator,
): PanelView {
  const keyring = files?.keys?.keyring;
  const bulletin = files?.bulletin ?? null;
  const settings = state.settings.state === 'ready' ? state.settings.values : null;
  const incidents = bulletin?.incidentSystem;
  const answersAdded = files?.index?.days[0]?.day;
  return {
    phase: phaseOf(state, files, t),
    surface,
    safeToLogOff: logOffSaid(state.sending?.logOff ?? null, secondsSince),
    crowd: crowdAsSaid(files?.manifest?.crowd ?? 0),
    operator: keyring?.operator ?? { name: '', own: true },
    emergency: bulletin?.emergency ?? { label: '', number: '' },
    desks: keyring?.desks.map(({ slug, name }) => ({ id: slug, name })) ?? [],
    defaultDesk: defaultDesks(files),
    places: placesOf(bulletin),
    support:
      bulletin?.support.map(({ kind, label, detail, hours }) => ({
        kind,
        label,
        ...(detail === undefined ? {} : { detail }),
        ...(hours === undefined ? {} : { hours }),
      })) ?? [],
    stories: bulletin?.stories ?? [],
    ...(bulletin?.pledge === undefined ? {} : { pledge: pledgeSaid(bulletin.pledge) }),
    notices: bulletin?.notices ?? [],
    ...(bulletin?.cases === undefined ? {} : { cases: bulletin.cases }),
    promises: { ...PROMISES, kept: keptBy(bulletin, keyring) },
    minutesToDesk: isDemo(state) ? 0 : MINUTES_TO_DESK,
    languages: LANGUAGES.map(({ code, name, awaitsReview }) => ({ code, name, awaitsReview })),
    siteLanguage: bulletin?.language ?? t.locale,
    profile: settings?.profile ?? 'shared',
    ...(incidents === undefined ? {} : { incidentSystem: incidents }),
    ...(answersAdded === undefined ? {} : { answersAdded }),
    ...(printed === undefined ? {} : { fingerprint: printed }),
    // Nobody's answer should be counted that was only tried out.
    ...(pulse === null || settings?.panel === 'practice' ? {} : { pulse }),
    ...supportAsked(files),
    demo: isDemo(state),
    practice: settings?.panel === 'practice',
  };
}

/** A day that has passed would be a broken promise on every screen, or an old one. */
function pledgeSaid({ name, role, words, answersBy }: Pledge): NonNullable<PanelView['pledge']> {
  const today = new Date().toISOString().slice(0, 10);
  return {
    name,
    role,
    ...(words === undefined ? {} : { words }),
    ...(answersBy < today ? {} : { answersBy }),
  };
}

/** Of the quarter before this one, by the manifest's clock; a desk's older number says nothing of how it is now. */
function supportAsked(files: PublicFiles | null): Pick<PanelView, 'supportRequests'> {
  const at = new Date((files?.manifest?.timeSeconds ?? 0) * 1000);
  const before = new Date(Date.UTC(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / 3) * 3 - 1));
  const quarter = `${before.getUTCFullYear()}-Q${Math.floor(before.getUTCMonth() / 3) + 1}`;
  const told = (files?.bulletin?.supportRequests ?? []).filter((each) => each.quarter === quarter);
  return told.length === 0 ? {} : { supportRequests: told.reduce((sum, { requests }) => sum + requests, 0) };
}

/** By the names of the desks; of one that is no longer there nothing is said. */
function keptBy(bulletin: Bulletin | null, keyring: Keyring | undefined): PanelView['promises']['kept'] {
  return (bulletin?.promises ?? []).flatMap(({ desk, acknowledged, answered }) => {
    const name = keyring?.desks.find(({ id }) => id === desk)?.name;
    return name === undefined ? [] : [{ desk: name, acknowledged, answered }];
  });
}

function isDemo({ settings }: InstallState): boolean {
  return settings.state === 'ready' && settings.source === 'demo';
}

function phaseOf(state: InstallState, files: PublicFiles | null, t: Translator): Phase {
  const { settings, sending } = state;
  if (settings.state === 'refused' || settings.state === 'mismatch') {
    return { name: 'wrong-settings', problems: problemsOf(state, t) };
  }
  if (sending?.stopped != null) {
    return { name: 'wrong-settings', problems: [{ key: sending.stopped, reason: t('fault.file') }] };
  }
  if (settings.state !== 'ready' || sending === null) return { name: 'waiting' };
  if (settings.values.panel === 'hidden') return { name: 'hidden' };
  const since = sending.silentSince;
  if (since !== null) {
    const { phone, paper } = files?.bulletin?.fallback ?? {
      phone: settings.values.fallbackContact ?? '',
      paper: '',
    };
    return { name: 'relay-silent', since: moment(since, t.locale), phone, paper };
  }
  return files?.keys && files.manifest ? { name: 'ready' } : { name: 'waiting' };
}

/** Names of settings and what is wrong with them; never a value. */
export function problemsOf(state: InstallState, t: Translator): { key: string; reason: string }[] {
  const differing = state.mismatched.map((key) => ({ key, reason: t('fault.differs') }));
  const broken = state.reports.flatMap(({ name, fault }) =>
    fault === null ? [] : [{ key: name, reason: t(`fault.${fault}`) }],
  );
  const missing = state.reports.flatMap(({ name, state: found }) =>
    found === 'missing' && REQUIRED.has(name) ? [{ key: name, reason: t('fault.missing') }] : [],
  );
  return [...differing, ...broken, ...missing];
}

const REQUIRED = new Set(['relayUrl', 'rootKey', 'relayKey', 'staffKey']);

function logOffSaid(logOff: LogOff | null, secondsSince: number): SafeToLogOff {
  if (logOff === null) return { kind: 'stay', minutes: 2 };
  if (logOff.kind === 'not-leaving') return { kind: 'not-leaving' };
  if (logOff.kind === 'after-sending') return { kind: 'stay', minutes: logOff.minutes };
  return { kind: 'countdown', seconds: Math.max(1, logOff.seconds - Math.floor(secondsSince)) };
}

function defaultDesks(files: PublicFiles | null): Readonly<Record<Kind, string>> {
  const keys = files?.keys;
  const slug = (kind: Kind): string => (keys ? deskFor(keys, kind).slug : '');
  return Object.fromEntries(KINDS.map((kind) => [kind, slug(kind)])) as Record<Kind, string>;
}

function placesOf(bulletin: Bulletin | null): PanelView['places'] {
  const places = bulletin?.places ?? [];
  return places.map(({ code, label, parent }) => ({
    code,
    label,
    ...(parent === undefined ? {} : { parent }),
    rolledUp: rolledUp(places, code).rolledUp,
  }));
}

/** "09:10", and the day before it when that is not today's. */
function moment(seconds: number, locale: string): string {
  const time = new Date(seconds * 1000);
  const today = time.toDateString() === new Date().toDateString();
  const day = today ? {} : ({ weekday: 'long' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(time);
}
