import { SETTINGS } from '../../shared/settings-table.ts';

/** docs/settings.md, made from the one table of settings; a test holds the file to it. */
export function settingsPage(): string {
  const rows = SETTINGS.map((row) => {
    const fallback = Array.isArray(row.fallback)
      ? 'none'
      : (row.fallback ?? (row.required ? '(needed)' : 'none'));
    return `| \`${row.name}\` | ${row.type} | ${fallback} | ${row.hold} | ${row.description} |`;
  });
  return `# Settings of the extension

Set by enterprise policy, in the section \`[extension]\` of candor.toml, from which \`candor policy\` writes the files of every
platform. *forced* means that the person at the browser cannot change it, *default* that she can, for herself. A value that is
not valid costs only itself; the Status page says which and why.

| setting | type | without it | | what it does |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
