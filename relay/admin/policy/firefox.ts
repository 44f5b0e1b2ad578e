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

export function firefoxFiles(input: PolicyInput): PolicyFile[] {
  const policies = firefoxPolicies(input);
  return [
    { path: 'firefox/policies.json', text: json({ policies }) },
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
