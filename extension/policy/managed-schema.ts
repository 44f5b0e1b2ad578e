import { SETTINGS, type SettingType } from '../../shared/settings-table.ts';

/*
 * The JSON schema that tells browsers which managed settings there are. It says types and nothing else: Chromium drops
 * a property whole and silently where a value breaks its schema (one item of a list costs the list), while what gets
 * through to parseSettings can be named with its reason on the Status page. No `default` (never filled in), no
 * `additionalProperties` (refused at the top), one `type` each (lists of types are refused): see
 * developer.chrome.com/docs/extensions/reference/manifest/storage.
 */

const JSON_TYPE: Readonly<Record<SettingType, object>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  list: { type: 'array', items: { type: 'string' } },
};

/** The text of extension/public/managed_schema.json. */
export function managedSchema(): string {
  const properties = Object.fromEntries(
    SETTINGS.map(({ name, type, title, description, required, hold }) => [
      name,
      {
        title,
        description: `${description} ${required ? 'Required.' : 'Optional.'} ${hold === 'forced' ? 'People cannot change it.' : 'People can change it for themselves.'}`,
        ...JSON_TYPE[type],
      },
    ]),
  );
  const schema = { $schema: 'http://json-schema.org/draft-03/schema#', type: 'object', properties };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
