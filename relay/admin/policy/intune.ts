import { chromeExtensionSettings, edgeExtensionSettings } from './chromium.ts';
import { firefoxExtensionSettings } from './firefox.ts';
import { json, type PolicyFile, type PolicyInput, xml } from './input.ts';

export function intuneFiles(input: PolicyInput): PolicyFile[] {
  return [
    { path: 'intune/extension-settings-chrome.json', text: json(chromeExtensionSettings(input)) },
    { path: 'intune/extension-settings-edge.json', text: json(edgeExtensionSettings(input)) },
    {
      path: 'intune/firefox-oma-uri.xml',
      text: `<enabled/>\n<data id="ExtensionSettings" value="${xml(JSON.stringify(firefoxExtensionSettings(input)))}"/>\n`,
    },
  ];
}
