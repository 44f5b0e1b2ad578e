/** Everything that the generated files are made from. */
export interface PolicyInput {
  readonly organisation: string;
  /** 32 letters a to p, the same in Chrome, Chromium and Edge for a self-hosted package. */
  readonly chromiumId: string;
  readonly firefoxId: string;
  /** Folder of update.xml, updates.json and the packages, without a slash at the end. */
  readonly updatesUrl: string;
  readonly version: string;
  /** Of the two packages, in hex. */
  readonly sha256: { readonly crx: string; readonly xpi: string };
  /** Managed settings as given: strings, whole numbers, lists of strings. */
  readonly settings: Readonly<Record<string, SettingValue>>;
}

export type SettingValue = string | number | readonly string[];

/** One file to write, its path relative to the output folder. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
}

/** Names of the files that browsers fetch. */
export const CHROMIUM_UPDATES = 'update.xml';
export const FIREFOX_UPDATES = 'updates.json';
export const CHROMIUM_PACKAGE = 'candor.crx';
export const FIREFOX_PACKAGE = 'candor.xpi';

/** Escapes text for XML content and attributes. */
export function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
