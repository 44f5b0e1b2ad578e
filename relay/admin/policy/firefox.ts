import { FIREFOX_PACKAGE, FIREFOX_UPDATES, json, type PolicyFile, type PolicyInput } from './input.ts';

/** What ExtensionSettings says of Candor in Firefox. `update_url` is read from 151 on, `private_browsing` from 136. */
export function firefoxExtensionSettings(input: PolicyInput): Record<string, unknown> {
  return {
    [input.firefoxId]: {
      installation_mode: 'force_installed',
      install_url: `${input.updatesUrl}/${FIREFOX_PACKAGE}`,
      update_url: `${input.updatesUrl}/${FIREFOX_UPDATES}`,
      default_area: 'navbar',
      private_browsing: true,
    },
  };
}

export function firefoxPolicies(input: PolicyInput): Record<string, unknown> {
  return {
    ExtensionSettings: firefoxExtensionSettings(input),
    '3rdparty': { Extensions: { [input.firefoxId]: input.settings } },
  };
}

/**
 * Firefox keeps an add-on whose entry has merely gone from the policy: only `blocked` takes it away again, with all it
 * stored. Once every computer has started with it, the entry itself can go.
 */
export function firefoxRemovalSettings(input: PolicyInput): Record<string, unknown> {
  return { [input.firefoxId]: { installation_mode: 'blocked' } };
}

export function firefoxFiles(input: PolicyInput): PolicyFile[] {
  const policies = firefoxPolicies(input);
  return [
    { path: 'firefox/policies.json', text: json({ policies }) },
    {
      path: 'firefox/policies-remove.json',
      text: json({ policies: { ExtensionSettings: firefoxRemovalSettings(input) } }),
    },
    {
      path: 'firefox/policies-esr-unsigned.json',
      text: json({
        policies: {
          ...policies,
          // Works on ESR only, and lifts signing for every add-on: see the README beside this file.
          Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
        },
      }),
    },
  ];
}
