import type { SettingRow } from '../../../shared/settings-table.ts';
import { SETTINGS } from '../../../shared/settings-table.ts';
import { type PolicyFile, type PolicyInput, xml } from './input.ts';

/*
 * One ADMX for plain Group Policy: each setting as a policy of its own, once for Chrome, once for Edge, once for
 * Firefox, written to the keys that windows.ts names. English ADML.
 */

const BROWSERS = [
  {
    id: 'Chrome',
    key: (input: PolicyInput) =>
      `SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${input.chromiumId}\\policy`,
  },
  {
    id: 'Edge',
    key: (input: PolicyInput) =>
      `SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${input.chromiumId}\\policy`,
  },
  {
    id: 'Firefox',
    key: (input: PolicyInput) =>
      `SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${input.firefoxId}`,
  },
] as const;

export function admxFiles(input: PolicyInput): PolicyFile[] {
  return [
    { path: 'windows/admx/candor.admx', text: crlf(admx(input)) },
    { path: 'windows/admx/en-US/candor.adml', text: crlf(adml()) },
  ];
}

function admx(input: PolicyInput): string {
  const policies = BROWSERS.flatMap(({ id, key }) => SETTINGS.map((row) => policy(row, id, key(input))));
  const categories = BROWSERS.map(
    ({ id }) =>
      `    <category name="${id}" displayName="$(string.${id})"><parentCategory ref="Candor" /></category>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="candor" namespace="Candor.Policies" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <categories>
    <category name="Candor" displayName="$(string.Candor)" />
${categories.join('\n')}
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`;
}

function policy(row: SettingRow, browser: string, key: string): string {
  const name = `${browser}_${row.name}`;
  const presentation = `$(presentation.${row.name})`;
  const attributes = `name="${name}" class="Machine" displayName="$(string.${row.name})" explainText="$(string.${row.name}_Explain)" presentation="${presentation}" key="${xml(key)}"`;
  return `    <policy ${attributes}>
      <parentCategory ref="${browser}" />
      <elements>
        ${element(row, key)}
      </elements>
    </policy>`;
}

function element(row: SettingRow, key: string): string {
  switch (row.type) {
    case 'integer':
      return `<decimal id="${row.name}" valueName="${row.name}" required="true" minValue="1" maxValue="60" />`;
    case 'list':
      return `<list id="${row.name}" key="${xml(`${key}\\${row.name}`)}" valuePrefix="" />`;
    case 'string':
      return `<text id="${row.name}" valueName="${row.name}" required="true" maxLength="1024" />`;
  }
}

function adml(): string {
  const strings = SETTINGS.flatMap((row) => [
    `      <string id="${row.name}">${xml(row.title)}</string>`,
    `      <string id="${row.name}_Explain">${xml(row.description)}</string>`,
  ]);
  const presentations = SETTINGS.map((row) => {
    const control = {
      integer: `<decimalTextBox refId="${row.name}" defaultValue="${row.fallback ?? 1}">${xml(row.title)}</decimalTextBox>`,
      list: `<listBox refId="${row.name}">${xml(row.title)}</listBox>`,
      string: `<textBox refId="${row.name}"><label>${xml(row.title)}</label></textBox>`,
    }[row.type];
    return `      <presentation id="${row.name}">${control}</presentation>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Candor</displayName>
  <description>Settings of the Candor extension in Chrome, Edge and Firefox</description>
  <resources>
    <stringTable>
      <string id="Candor">Candor</string>
${BROWSERS.map(({ id }) => `      <string id="${id}">${id}</string>`).join('\n')}
${strings.join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
