import { createHash } from 'node:crypto';
import { chromeExtensionSettings, edgeExtensionSettings } from './chromium.ts';
import { firefoxPolicies, firefoxRemovalSettings } from './firefox.ts';
import { type PolicyFile, type PolicyInput, xml } from './input.ts';

/*
 * Configuration profiles. Chromium's browsers read an extension's settings from a preference domain of their own
 * (com.google.Chrome.extensions.<id>), Firefox from its own domain with EnterprisePoliciesEnabled.
 */

type Plist = string | number | boolean | readonly Plist[] | { readonly [key: string]: Plist };

export function macosFiles(input: PolicyInput): PolicyFile[] {
  const settings = asPlist(input.settings);
  return [
    profile(input, 'chrome', {
      'com.google.Chrome': { ExtensionSettings: asPlist(chromeExtensionSettings(input)) },
      [`com.google.Chrome.extensions.${input.chromiumId}`]: settings,
    }),
    profile(input, 'edge', {
      'com.microsoft.Edge': { ExtensionSettings: asPlist(edgeExtensionSettings(input)) },
      [`com.microsoft.Edge.extensions.${input.chromiumId}`]: settings,
    }),
    profile(input, 'firefox', {
      'org.mozilla.firefox': { EnterprisePoliciesEnabled: true, ...Object(asPlist(firefoxPolicies(input))) },
    }),
    {
      ...profile(input, 'firefox', {
        'org.mozilla.firefox': {
          EnterprisePoliciesEnabled: true,
          ExtensionSettings: asPlist(firefoxRemovalSettings(input)),
        },
      }),
      // The same identifiers, so that it takes the place of the profile that installs.
      path: 'macos/candor-firefox-remove.mobileconfig',
    },
  ];
}

function profile(input: PolicyInput, browser: string, domains: Record<string, Plist>): PolicyFile {
  const identifier = `candor.${browser}.${input.chromiumId}`;
  const content: Plist = {
    PayloadContent: Object.entries(domains).map(([domain, values]) => ({
      PayloadType: 'com.apple.ManagedClient.preferences',
      PayloadVersion: 1,
      PayloadIdentifier: `${identifier}.${domain}`,
      PayloadUUID: uuidOf(`${identifier}.${domain}`),
      PayloadEnabled: true,
      PayloadContent: { [domain]: { Forced: [{ mcx_preference_settings: values }] } },
    })),
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidOf(identifier),
    PayloadDisplayName: `Candor for ${browser}`,
    PayloadOrganization: input.organisation,
    PayloadScope: 'System',
    PayloadRemovalDisallowed: false,
  };
  return {
    path: `macos/candor-${browser}.mobileconfig`,
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${plist(content, 0)}
</plist>
`,
  };
}

function plist(value: Plist, depth: number): string {
  const pad = '  '.repeat(depth);
  if (typeof value === 'string') return `${pad}<string>${xml(value)}</string>`;
  if (typeof value === 'number') return `${pad}<integer>${value}</integer>`;
  if (typeof value === 'boolean') return `${pad}<${value}/>`;
  if (isList(value)) {
    return `${pad}<array>\n${value.map((item) => plist(item, depth + 1)).join('\n')}\n${pad}</array>`;
  }
  const entries = Object.entries(value).map(
    ([key, item]) => `${pad}  <key>${xml(key)}</key>\n${plist(item, depth + 1)}`,
  );
  return `${pad}<dict>\n${entries.join('\n')}\n${pad}</dict>`;
}

function isList(value: Plist): value is readonly Plist[] {
  return Array.isArray(value);
}

function asPlist(value: unknown): Plist {
  return JSON.parse(JSON.stringify(value));
}

/** A UUID that is the same each time, so that a new profile replaces the old one instead of standing beside it. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
