import {
  CHROMIUM_UPDATES,
  FIREFOX_PACKAGE,
  FIREFOX_UPDATES,
  type PolicyFile,
  type PolicyInput,
} from './input.ts';

/** What an admin reads first: what lies here, in which order, how to check it, how to take it back. */
export function readmeFiles(input: PolicyInput): PolicyFile[] {
  return [
    { path: 'README.md', text: overview(input) },
    { path: 'windows/README.md', text: WINDOWS },
    { path: 'macos/README.md', text: MACOS },
    { path: 'linux/README.md', text: LINUX },
    { path: 'firefox/README.md', text: FIREFOX },
    { path: 'google-admin/README.md', text: googleAdmin(input) },
    { path: 'intune/README.md', text: INTUNE },
  ];
}

function overview(input: PolicyInput): string {
  return `# Rolling out Candor ${input.version} at ${input.organisation}

| | |
|---|---|
| Chrome, Chromium, Edge | \`${input.chromiumId}\` |
| Firefox | \`${input.firefoxId}\` |
| Updates | ${input.updatesUrl}/${CHROMIUM_UPDATES}, ${input.updatesUrl}/${FIREFOX_UPDATES}, ${input.updatesUrl}/${FIREFOX_PACKAGE} |

1. Serve the packages at the address above, without a login: any web server can, and \`candor serve updates\` does, behind
   a proxy that ends TLS. Firefox takes updates over HTTPS only.
2. **First the crowd, then the panel.** Deploy everywhere with \`panel = "hidden"\`: computers send cover only. When
   \`candor doctor\` calls the crowd large enough, give a pilot group what \`candor policy --pilot\` writes, then switch to
   \`on\` for everyone on one day. A start on one ward points at that ward.
3. Give \`network/\` to those who look after proxies and endpoint security, **before** the first computer sends: it looks
   like a beacon, and its README says what it is.
4. Follow the README of each platform: deploy, detect, verify.
5. Verify on one computer of each kind: the policy page (chrome://policy, edge://policy, about:policies) shows the
   settings, and the Status page of Candor shows the same four words as the poster.

## Taking it back
Chrome, Chromium and Edge: remove the policy (each platform's README says how), and they remove the extension and
everything it stored at their next start. Firefox keeps an add-on whose entry has merely gone: deploy the removing policy
(\`installation_mode: "blocked"\`) first. To go back to an older version publish the old code under a *higher* number;
browsers never go down.

## What cannot be forced
- Incognito windows in Chrome and Edge: only the person can allow an extension there. Firefox can (\`private_browsing\`).
- A self-hosted package on Windows and macOS that no directory, MDM or Chrome Enterprise Core manages: Chrome and Edge
  refuse it. Use a store listing there.
- An unsigned package in Firefox outside ESR: have it signed by Mozilla as "unlisted".
- That a person with administrator rights leaves the browser as it is.

## How far these files were checked
Linux (Chromium, Firefox ESR): installed and run by the project's own tests. Every other file: read back by a parser in
the tests, and **not run** on Windows, macOS, ChromeOS or in real Edge. Try them on one computer first.
`;
}

const WINDOWS = `# Windows: Chrome, Edge, Firefox

| step | Group Policy | by script (Intune, SCCM, by hand) |
|---|---|---|
| deploy | import \`candor.reg\`, or copy \`admx\\\` into the central store and set it there | \`Deploy-Candor.ps1\` as administrator |
| detect | – | \`Detect-Candor.ps1\`: exit status 0 or 1 |
| verify | chrome://policy, edge://policy, about:policies | \`Test-Candor.ps1\` shows each value |
| remove | import \`candor-remove.reg\` | \`Remove-Candor.ps1\` |

- The computer must be joined to a directory or managed (MDM, Chrome Enterprise Core), or self-hosted packages are refused.
- The ADMX holds Candor's own settings; the installation itself stands in \`candor.reg\` and the scripts.
- \`candor.reg\` writes a subkey for Candor below \`ExtensionSettings\`. Where your site already has \`ExtensionSettings\` as
  one JSON string, add Candor's entry to that string instead: the two forms do not mix.
- \`candor.reg\` and \`candor-remove.reg\` replace Firefox's single \`ExtensionSettings\` value. Where your site already has
  one, merge by hand. \`Remove-Candor.ps1\` changes Candor's entry in it and nothing else.
- Not run on Windows here: see "How far these files were checked" in the README above.
`;

const MACOS = `# macOS: Chrome, Edge, Firefox

Deploy the three \`.mobileconfig\` files through your MDM (Jamf, Intune, Kandji). Without MDM, Chrome and Edge refuse a
self-hosted package.

- detect: \`profiles show -type configuration | grep candor\`
- verify: chrome://policy, edge://policy, about:policies, and Candor's Status page
- remove: take the profile out of its scope in the MDM; for Firefox replace \`candor-firefox\` by \`candor-firefox-remove\` first
- Edge reads an extension's settings from \`com.microsoft.Edge.extensions.<id>\` by analogy with Chrome: unverified.
- Not run on macOS here.
`;

const LINUX = `# Linux: Chrome, Chromium, Edge

\`deploy.sh\` as root puts the files in place, \`detect.sh\` compares them (exit status 0 or 1), \`remove.sh\` takes them away.

- verify: chrome://policy, and Candor's Status page
- Chrome and Chrome for Testing: /etc/opt/chrome/policies/managed; Chromium: /etc/chromium/policies/managed;
  Edge: /etc/opt/edge/policies/managed (unverified).
- A malformed file is ignored as a whole and in silence: change \`candor.json\` only by making it anew.
`;

const FIREFOX = `# Firefox

- Linux: /etc/firefox/policies/policies.json (on Debian also for firefox-esr; a Flatpak cannot read it).
  Windows: \`distribution\\\` beside firefox.exe. macOS: Firefox.app/Contents/Resources/distribution.
- Firefox has **one** policies.json: merge ours into yours.
- \`policies.json\` expects a package signed by Mozilla ("unlisted" on addons.mozilla.org).
- \`policies-esr-unsigned.json\` works without a signature, on ESR only. Its price: it lifts signing for **every** add-on.
- \`update_url\` is read from Firefox 151 on; ESR 140 takes updates from the package's own manifest.
- Without an update address over HTTPS Firefox does not even install: packages and updates.json need TLS. A certificate
  of your own authority will do (policy \`Certificates\`, or \`ImportEnterpriseRoots\` on Windows and macOS).
- verify: about:policies, and Candor's Status page. A changed policy takes effect at Firefox's next start.
- remove: deploy \`policies-remove.json\` (merged into yours) until every computer has started once, then take the entry
  out. Taking it out at once only makes Candor optional: it stays.
- Firefox dates typing in extension pages in permissions.sqlite and counts toolbar clicks in telemetry: the policy
  \`DisableTelemetry\` removes the second trace; for the first no remedy is known.
`;

const INTUNE = `# Intune

Two ways. Both need devices that are Entra-joined or enrolled.

1. **Remediation script** (recommended): upload \`../windows/Detect-Candor.ps1\` as detection and
   \`../windows/Deploy-Candor.ps1\` as remediation, run as system, 64-bit.
2. **Settings catalog** for the installation (Edge or Chrome → Extensions → "Configure extension management settings"):
   the value of \`extension-settings-chrome.json\` or \`extension-settings-edge.json\`; and the script above for Candor's own settings.
   Firefox, after ingesting Mozilla's ADMX: \`./Device/Vendor/MSFT/Policy/Config/Firefox~Policy~firefox~Extensions/ExtensionSettings\`
   with \`firefox-oma-uri.xml\` as the value.

Ingesting \`candor.admx\` itself for Edge is **unverified**: Microsoft's own pages disagree on whether an ingested ADMX may
write below Software\\Policies\\Microsoft\\Edge.
`;

function googleAdmin(input: PolicyInput): string {
  return `# Google Admin console (Chrome browser and ChromeOS)

Devices → Chrome → Apps & extensions → Users & browsers → + → "Add Chrome app or extension by ID":
\`${input.chromiumId}\`, "From a custom URL" \`${input.updatesUrl}/${CHROMIUM_UPDATES}\`. Choose "Force install + pin to browser toolbar", then
paste \`policy-for-extensions.json\` under "Policy for extensions".

Remove: set the app to "Block" and then take it off the list. Not run in the Admin console here.
`;
}
