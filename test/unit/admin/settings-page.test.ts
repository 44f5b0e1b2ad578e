import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingsPage } from '../../../relay/admin/settings-page.ts';

const FILE = new URL('../../../docs/settings.md', import.meta.url);

it('the page of settings is the one that the table of settings makes (UPDATE=1 writes it anew)', () => {
  if (process.env.UPDATE === '1') writeFileSync(FILE, settingsPage());
  expect(readFileSync(FILE, 'utf8')).toBe(settingsPage());
});
