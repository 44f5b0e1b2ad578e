import { fromBase64url } from '../../../shared/base64url.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { type ManagedSettings, SETTINGS } from '../../../shared/settings-table.ts';
import type { InstallState } from '../../browser/messages.ts';
import type { AnnouncedKeyring } from '../../outbox/announced.ts';
import { crowdAsSaid } from '../../outbox/crowd.ts';
import { NOTICINGS, type Noticed } from '../../outbox/noticed.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import type { Build } from '../../policy/build.ts';
import type { SettingReport } from '../../policy/settings.ts';
import type { StatusRow, StatusSection, StatusView, Tone } from '../../ui/status/contract.ts';
import type { Translator } from '../../ui/translator.ts';

export interface StatusFacts {
  readonly state: InstallState;
  readonly install: { id: string; version: string; installType: string; shortcut: string };
  readonly files: PublicFiles;
  readonly build: Build;
  /** Whether the browser lets the extension reach the relay. */
  readonly reachable: boolean;
  /** What the relay announces, once somebody has pasted it; `null` before. */
  readonly announced: Announced | null;
}

/** broken: what was pasted does not hold. none: it says that nothing is announced. */
export type Announced = AnnouncedKeyring | 'broken' | 'none';

/** What the Status page says. Nothing in it depends on what anybody did with the panel. */
export function statusView(facts: StatusFacts, t: Translator): StatusView {
  return {
    title: t('status.title'),
    lede: t('status.lede'),
    inbox:
      facts.state.settings.state === 'ready' && facts.state.settings.values.mailroomUrl !== null
        ? 'inbox.html'
        : null,
    sections: [
      settingsSection(facts, t),
      sendingSection(facts, t),
      filesSection(facts, t),
      extensionSection(facts, t),
    ],
  };
}

function settingsSection({ state, build }: StatusFacts, t: Translator): StatusSection {
  const { settings } = state;
  const name = settings.state === 'ready' ? settings.source : settings.state;
  const tones: Readonly<Record<typeof name, Tone>> = {
    policy: 'good',
    demo: 'plain',
    'last-good': 'look',
    waiting: 'look',
    refused: 'stop',
    mismatch: 'stop',
  };
  const twice = build.rootKey !== null && build.relayKey !== null;
  const pins = twice ? t('status.pins.twice') : t('status.pins.once');
  const said = t(`status.settings.${name}`);
  return {
    id: 'settings',
    title: t('status.settings'),
    summary: { tone: tones[name], text: name === 'demo' ? said : `${said} ${pins}` },
    rows: state.reports.map((report) => settingRow(report, state.mismatched.includes(report.name), t)),
  };
}

function settingRow(report: SettingReport, differs: boolean, t: Translator): StatusRow {
  const { name, state, fault, leftOut } = report;
  const row = {
    name,
    isCode: true,
    more: leftOut.map(({ index, fault: why }) => leftOutLine(index, why, t)),
  };
  if (differs) return { ...row, tone: 'stop', text: t('fault.differs') };
  const setting = SETTINGS.find((known) => known.name === name);
  const required = setting?.required === true;
  const fallback = typeof setting?.fallback === 'object' ? undefined : setting?.fallback;
  if (state === 'unknown') return { ...row, tone: 'look', text: t('fault.unknown') };
  if (fault !== null) return { ...row, tone: required ? 'stop' : 'look', text: t(`fault.${fault}`) };
  if (state === 'present')
    return { ...row, tone: leftOut.length > 0 ? 'look' : 'good', text: t('status.present') };
  return required
    ? { ...row, tone: 'stop', text: t('fault.missing') }
    : { ...row, tone: 'plain', text: [t('status.missing'), fallback].filter(Boolean).join(' · ') };
}

function leftOutLine(index: number, fault: SettingReport['leftOut'][number]['fault'], t: Translator): string {
  return t('status.left-out', { item: index + 1, reason: t(`fault.${fault}`) });
}

function sendingSection({ state, reachable }: StatusFacts, t: Translator): StatusSection {
  const { sending } = state;
  const rows: StatusRow[] = [];
  if (sending !== null) {
    const { storedSeconds: stored, lastOutcome: outcome } = sending;
    rows.push(
      row(t('status.last'), stored === null ? t('status.last.never') : hourOf(stored, t)),
      row(
        t('status.outcome'),
        t(`status.outcome.${outcome ?? 'none'}`),
        outcome === 'stored' ? 'good' : outcome === null ? 'plain' : 'look',
      ),
    );
  }
  if (sending !== null) rows.push(noticedRow(sending.noticed, t));
  rows.push(
    row(
      t('status.permission'),
      reachable ? t('status.permission.granted') : t('status.permission.none'),
      reachable ? 'good' : 'stop',
    ),
  );
  const stopped = sending?.stopped;
  return {
    id: 'sending',
    title: t('status.sending'),
    summary: stopped ? { tone: 'stop', text: t('status.stopped', { file: stopped }) } : null,
    rows,
  };
}

function filesSection({ state, files, announced }: StatusFacts, t: Translator): StatusSection {
  const { keys, manifest } = files;
  const values = state.settings.state === 'ready' ? state.settings.values : null;
  if (keys === null || values === null) {
    return {
      id: 'files',
      title: t('status.files'),
      summary: null,
      rows: [row(t('status.keyring'), t('status.keyring.none'))],
    };
  }
  const words = fingerprint(fromBase64url(values.rootKey), fromBase64url(values.relayKey), keys.keyringBlob);
  const crowd = crowdAsSaid(manifest?.crowd ?? 0);
  return {
    id: 'files',
    title: t('status.files'),
    summary: null,
    rows: [
      row(t('status.organisation'), keys.keyring.org.name),
      row(t('status.keyring'), t('status.serial', { serial: keys.keyring.serial })),
      { ...row(t('status.fingerprint'), words), more: [t('status.compare')] },
      ...announcedRows(announced, values, t),
      ...(crowd === null ? [] : [row(t('status.crowd'), new Intl.NumberFormat(t.locale).format(crowd))]),
    ],
    announcedAt: `${values.relayUrl}/v1/announced`,
  };
}

/** So that the four words of the poster can be changed before those of the computers change. */
function announcedRows(announced: Announced | null, values: ManagedSettings, t: Translator): StatusRow[] {
  if (announced === null) return [];
  const name = t('status.announced');
  if (announced === 'none') return [row(name, t('status.announced.none'), 'good')];
  if (announced === 'broken') return [row(name, t('status.announced.broken'), 'stop')];
  const { dueSeconds, keyringBlob } = announced;
  const words = fingerprint(fromBase64url(values.rootKey), fromBase64url(values.relayKey), keyringBlob);
  const day = new Date(dueSeconds * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const said = t('status.announced.due', { day: t.day(day), words });
  return [{ ...row(name, said, 'look'), more: [t('status.announced.poster')] }];
}

function extensionSection({ install }: StatusFacts, t: Translator): StatusSection {
  const types = ['admin', 'development', 'normal', 'sideload'] as const;
  const type = types.find((known) => known === install.installType) ?? 'other';
  return {
    id: 'extension',
    title: t('status.extension'),
    summary: null,
    rows: [
      row(t('status.install'), t(`status.install.${type}`)),
      row(t('status.id'), install.id),
      row(t('status.version'), install.version),
      row(
        t('status.shortcut'),
        install.shortcut === '' ? t('status.shortcut.none') : install.shortcut,
        install.shortcut === '' ? 'look' : 'plain',
      ),
    ],
  };
}

function row(name: string, text: string, tone: Tone = 'plain'): StatusRow {
  return { name, isCode: false, tone, text, more: [] };
}

/** One or two answers after a long sleep mean nothing; another identity does. */
function noticedRow(noticed: readonly Noticed[], t: Translator): StatusRow {
  const name = t('status.noticed');
  if (noticed.length === 0) return row(name, t('status.noticed.none'), 'good');
  const grave = noticed.some(({ what }) => what === 'manifest' || what === 'two-manifests');
  const lines = NOTICINGS.flatMap((what) => noticed.filter((one) => one.what === what));
  return {
    ...row(name, t('status.noticed.some'), grave ? 'stop' : 'look'),
    more: lines.map(({ what, times, lastSeconds }) =>
      t(`status.noticed.${what}`, { count: times, when: hourOf(lastSeconds, t) }),
    ),
  };
}

/** A day and an hour, never a minute: every install sends in every hour, so it says nothing. */
function hourOf(seconds: number, t: Translator): string {
  const hour = 3_600_000;
  const from = Math.floor((seconds * 1000) / hour) * hour;
  const day = new Intl.DateTimeFormat(t.locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(t.locale, { hour: '2-digit', minute: '2-digit' });
  return t('status.last.hour', {
    day: day.format(from),
    from: time.format(from),
    to: time.format(from + hour),
  });
}
