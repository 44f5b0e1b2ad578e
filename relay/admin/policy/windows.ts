import { chromeExtensionSettings, edgeExtensionSettings } from './chromium.ts';
import { firefoxExtensionSettings, firefoxRemovalSettings } from './firefox.ts';
import type { PolicyFile, PolicyInput, SettingValue } from './input.ts';
import { powershellFiles } from './powershell.ts';

/*
 * Windows reads policy from the registry: strings as REG_SZ, whole numbers as REG_DWORD, a list as a subkey with
 * numbered values (REG_MULTI_SZ is not read by Chromium). Firefox takes ExtensionSettings as REG_MULTI_SZ.
 */

/** One value under HKEY_LOCAL_MACHINE. */
export interface RegistryValue {
  readonly key: string;
  readonly name: string;
  readonly value: string | number | readonly string[];
}

const CHROMIUM_ROOTS = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
} as const;
const FIREFOX_ROOT = 'SOFTWARE\\Policies\\Mozilla\\Firefox';

/** Every value, and the keys that belong to Candor alone and go as a whole when it is removed. */
export function registryValues(input: PolicyInput): RegistryValue[] {
  const chromium = Object.entries(CHROMIUM_ROOTS).flatMap(([browser, root]) => {
    const settings = browser === 'edge' ? edgeExtensionSettings(input) : chromeExtensionSettings(input);
    const own: RegistryValue[] = Object.entries(settings).flatMap(([id, fields]) =>
      Object.entries(fields as Record<string, string | boolean>).map(([name, value]) => ({
        key: `${root}\\ExtensionSettings\\${id}`,
        name,
        value: typeof value === 'boolean' ? Number(value) : value,
      })),
    );
    return [...own, ...settingValues(`${root}\\3rdparty\\extensions\\${input.chromiumId}\\policy`, input)];
  });
  return [
    ...chromium,
    firefoxValue(firefoxExtensionSettings(input)),
    ...settingValues(`${FIREFOX_ROOT}\\3rdparty\\Extensions\\${input.firefoxId}`, input),
  ];
}

export function ownKeys(input: PolicyInput): string[] {
  return [
    ...Object.values(CHROMIUM_ROOTS).flatMap((root) => [
      `${root}\\ExtensionSettings\\${input.chromiumId}`,
      `${root}\\3rdparty\\extensions\\${input.chromiumId}`,
    ]),
    `${FIREFOX_ROOT}\\3rdparty\\Extensions\\${input.firefoxId}`,
  ];
}

export function windowsFiles(input: PolicyInput): PolicyFile[] {
  const values = registryValues(input);
  const remove = ownKeys(input)
    .map((key) => `[-HKEY_LOCAL_MACHINE\\${key}]\r\n`)
    .join('\r\n');
  return [
    { path: 'windows/candor.reg', text: registryFile(values) },
    {
      path: 'windows/candor-remove.reg',
      text: `${REG_HEADER}${remove}\r\n${registrySections([firefoxValue(firefoxRemovalSettings(input))])}`,
    },
    ...powershellFiles(values, ownKeys(input), input.firefoxId),
  ];
}

const REG_HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';

function settingValues(key: string, input: PolicyInput): RegistryValue[] {
  return Object.entries(input.settings).flatMap(([name, value]) =>
    isList(value)
      ? value.map((item, index) => ({ key: `${key}\\${name}`, name: String(index + 1), value: item }))
      : [{ key, name, value }],
  );
}

function isList(value: SettingValue): value is readonly string[] {
  return Array.isArray(value);
}

function firefoxValue(settings: Record<string, unknown>): RegistryValue {
  return {
    key: FIREFOX_ROOT,
    name: 'ExtensionSettings',
    value: JSON.stringify(settings, null, 1).split('\n'),
  };
}

function registryFile(values: readonly RegistryValue[]): string {
  return `${REG_HEADER}${registrySections(values)}`;
}

function registrySections(values: readonly RegistryValue[]): string {
  const keys = [...new Set(values.map((value) => value.key))];
  const sections = keys.map((key) => {
    const lines = values.filter((value) => value.key === key).map(registryLine);
    return `[HKEY_LOCAL_MACHINE\\${key}]\r\n${lines.join('\r\n')}\r\n`;
  });
  return sections.join('\r\n');
}

function registryLine({ name, value }: RegistryValue): string {
  if (typeof value === 'number') return `"${name}"=dword:${value.toString(16).padStart(8, '0')}`;
  if (typeof value === 'string') {
    return `"${name}"="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  }
  // hex(7) is REG_MULTI_SZ: UTF-16LE strings, each ended by a zero, and one more zero at the end.
  const units = [...`${value.join('\0')}\0\0`].map((letter) => letter.charCodeAt(0));
  const bytes = units.flatMap((unit) => [unit & 0xff, unit >>> 8]);
  return `"${name}"=hex(7):${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}
