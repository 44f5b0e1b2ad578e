import {
  type Fault,
  type ManagedSettings,
  MOST_SITE_PATTERNS,
  SETTINGS,
  type SettingRow,
} from '../../shared/settings-table.ts';

/** What became of one setting: what the Status page shows an admin. */
export interface SettingReport {
  readonly name: string;
  /** unknown: the policy names something that this version does not know; perhaps a slip of the pen. */
  readonly state: 'present' | 'missing' | 'invalid' | 'unknown';
  readonly fault: Fault | null;
  /** Items of a list that were left out, by their place in it from 0; the others hold. */
  readonly leftOut: readonly { readonly index: number; readonly fault: Fault }[];
}

export interface ParsedSettings {
  /** `null` when a required setting is missing or invalid. */
  readonly settings: ManagedSettings | null;
  /** What must agree with the build, as far as the policy says it: also when something else is broken. */
  readonly pins: Readonly<Record<Pin, string | null>>;
  readonly reports: readonly SettingReport[];
  /** The policy says nothing at all, as Chromium does in the first seconds after a forced install. */
  readonly empty: boolean;
}

export const PINS = ['relayKey', 'relayUrl', 'rootKey'] as const;
/** A setting that the build carries too. */
export type Pin = (typeof PINS)[number];

type Value = string | number | null | readonly string[];

/**
 * Reads what managed storage gave, one property at a time: browsers drop or pass on invalid values silently, each in
 * its own way, so nothing of it is trusted. An invalid optional setting falls back to its default and is reported.
 */
export function parseSettings(raw: Readonly<Record<string, unknown>>): ParsedSettings {
  const read = SETTINGS.map((row) => ({ row, ...readSetting(row, raw[row.name]) }));
  const known = new Set<string>(SETTINGS.map((row) => row.name));
  const unknown = Object.keys(raw)
    .filter((name) => !known.has(name))
    .map((name): SettingReport => ({ name, state: 'unknown', fault: null, leftOut: [] }));
  const pinned = (pin: Pin): string | null => {
    const value = read.find(({ row }) => row.name === pin)?.value;
    return typeof value === 'string' ? value : null;
  };
  const complete = read.every(({ row, report }) => !row.required || report.state === 'present');
  return {
    settings: complete
      ? (Object.fromEntries(read.map(({ row, value }) => [row.name, value])) as unknown as ManagedSettings)
      : null,
    pins: { relayKey: pinned('relayKey'), relayUrl: pinned('relayUrl'), rootKey: pinned('rootKey') },
    reports: [...read.map(({ report }) => report), ...unknown],
    empty: Object.keys(raw).length === 0,
  };
}

function readSetting(row: SettingRow, raw: unknown): { value: Value; report: SettingReport } {
  const report = { name: row.name, fault: null, leftOut: [] };
  if (raw === undefined) return { value: row.fallback, report: { ...report, state: 'missing' } };
  if (row.type === 'list') return readList(row, raw);
  const rightType = row.type === 'integer' ? Number.isInteger(raw) : typeof raw === 'string';
  const fault = rightType ? row.faultOf(raw as string | number) : 'wrong-type';
  return fault === null
    ? { value: raw as string | number, report: { ...report, state: 'present' } }
    : { value: row.fallback, report: { ...report, state: 'invalid', fault } };
}

/** A wrong item costs only itself. */
function readList(row: SettingRow, raw: unknown): { value: Value; report: SettingReport } {
  if (!Array.isArray(raw)) {
    const report = { name: row.name, state: 'invalid', fault: 'wrong-type', leftOut: [] } as const;
    return { value: row.fallback, report };
  }
  const items = raw.map((item: unknown, index) => ({ item, index, fault: itemFault(row, item, index) }));
  return {
    value: items.flatMap(({ item, fault }) => (fault === null ? [String(item)] : [])),
    report: {
      name: row.name,
      state: 'present',
      fault: null,
      leftOut: items.flatMap(({ index, fault }) => (fault === null ? [] : [{ index, fault }])),
    },
  };
}

function itemFault(row: SettingRow, item: unknown, index: number): Fault | null {
  if (index >= MOST_SITE_PATTERNS) return 'too-many';
  return typeof item === 'string' ? row.faultOf(item) : 'wrong-type';
}
