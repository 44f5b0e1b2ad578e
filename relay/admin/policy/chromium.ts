import { CHROMIUM_UPDATES, json, type PolicyFile, type PolicyInput } from './input.ts';

/*
 * Chrome, Chromium and Edge. Linux reads JSON files; the Google Admin console takes settings wrapped in "Value".
 * Force-installed is not pinned: Chrome wants toolbar_pin, Edge toolbar_state.
 */

/** What ExtensionSettings says of Candor. `override_update_url` keeps later updates on the same server. */
export function chromeExtensionSettings(input: PolicyInput): Record<string, unknown> {
  return {
    [input.chromiumId]: {
      installation_mode: 'force_installed',
      update_url: `${input.updatesUrl}/${CHROMIUM_UPDATES}`,
      override_update_url: true,
      toolbar_pin: 'force_pinned',
    },
  };
}

export function edgeExtensionSettings(input: PolicyInput): Record<string, unknown> {
  return {
    [input.chromiumId]: {
      installation_mode: 'force_installed',
      update_url: `${input.updatesUrl}/${CHROMIUM_UPDATES}`,
      override_update_url: true,
      toolbar_state: 'force_shown',
    },
  };
}

export function linuxFiles(input: PolicyInput): PolicyFile[] {
  const managed = { '3rdparty': { extensions: { [input.chromiumId]: input.settings } } };
  const chrome = json({ ExtensionSettings: chromeExtensionSettings(input), ...managed });
  const edge = json({ ExtensionSettings: edgeExtensionSettings(input), ...managed });
  return [
    { path: 'linux/chrome/candor.json', text: chrome },
    { path: 'linux/chromium/candor.json', text: chrome },
    { path: 'linux/edge/candor.json', text: edge },
    { path: 'linux/deploy.sh', text: deployScript() },
    { path: 'linux/detect.sh', text: detectScript() },
    { path: 'linux/remove.sh', text: removeScript() },
  ];
}

export function googleAdminFiles(input: PolicyInput): PolicyFile[] {
  const wrapped = Object.fromEntries(
    Object.entries(input.settings).map(([name, value]) => [name, { Value: value }]),
  );
  return [{ path: 'google-admin/policy-for-extensions.json', text: json(wrapped) }];
}

/** Folder of each browser's policies, and Firefox's whole file: see platform notes in the README beside it. */
const TARGETS = `chrome:/etc/opt/chrome/policies/managed/candor.json
chromium:/etc/chromium/policies/managed/candor.json
edge:/etc/opt/edge/policies/managed/candor.json`;

function deployScript(): string {
  return `#!/bin/sh
# Puts Candor's policy where Chrome, Chromium and Edge on Linux look for it. Run as root, again and again if you like.
set -eu
here=$(dirname "$0")
while IFS=: read -r browser target; do
  install -D -m 0644 "$here/$browser/candor.json" "$target"
  echo "written: $target"
done <<'EOF'
${TARGETS}
EOF
echo "Firefox has one policies.json for everything: merge firefox/policies.json into /etc/firefox/policies/policies.json."
`;
}

function detectScript(): string {
  return `#!/bin/sh
# Exit status 0 when every policy file is in place and the same as the one beside this script, 1 otherwise.
set -eu
here=$(dirname "$0")
status=0
while IFS=: read -r browser target; do
  if cmp -s "$here/$browser/candor.json" "$target"; then echo "ok: $target"; else echo "missing or different: $target"; status=1; fi
done <<'EOF'
${TARGETS}
EOF
exit $status
`;
}

function removeScript(): string {
  return `#!/bin/sh
# Takes Candor's policy away; the browsers remove the extension and all that it stored at their next start.
set -eu
while IFS=: read -r browser target; do
  rm -f "$target"
  echo "removed: $target"
done <<'EOF'
${TARGETS}
EOF
`;
}
