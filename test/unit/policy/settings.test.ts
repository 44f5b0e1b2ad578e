import { describe, expect, it } from 'vitest';
import { managedSchema } from '../../../extension/policy/managed-schema.ts';
import { parseSettings } from '../../../extension/policy/settings.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { MOST_SITE_PATTERNS, SETTINGS } from '../../../shared/settings-table.ts';

const key = (byte: number): string => toBase64url(new Uint8Array(32).fill(byte));

const WHOLE = {
  relayUrl: 'https://relay.example',
  rootKey: key(1),
  relayKey: key(2),
  staffKey: key(3),
};

function reportOf(raw: Record<string, unknown>, name: string) {
  return parseSettings(raw).reports.find((report) => report.name === name);
}

describe('managed settings', () => {
  it('fill in what the policy leaves out', () => {
    expect(parseSettings(WHOLE).settings).toEqual({
      ...WHOLE,
      mailroomUrl: null,
      sendMinutes: 2,
      profile: 'shared',
      panel: 'on',
      sitePatterns: [],
      language: null,
      fallbackContact: null,
    });
  });

  it('need the four that nothing can be sent without', () => {
    expect(SETTINGS.filter(({ required }) => required).map(({ name }) => name)).toEqual(Object.keys(WHOLE));
    for (const name of Object.keys(WHOLE)) {
      const parsed = parseSettings({ ...WHOLE, [name]: undefined });
      expect(parsed.settings).toBe(null);
      expect(parsed.reports.find((report) => report.name === name)?.state).toBe('missing');
    }
  });

  it.each([
    ['relayUrl', 'http://relay.example', 'bad-address'],
    ['relayUrl', 'https://relay.example/', 'bad-address'],
    ['relayUrl', 'https://user@relay.example', 'bad-address'],
    ['relayUrl', 'https://relay.example?a=1', 'bad-address'],
    ['relayUrl', 'ftp://relay.example', 'bad-address'],
    ['relayUrl', 'https://', 'bad-address'],
    ['relayUrl', 7, 'wrong-type'],
    ['rootKey', '', 'bad-key'],
    ['rootKey', key(1).slice(1), 'bad-key'],
    ['rootKey', `${key(1)}=`, 'bad-key'],
    ['staffKey', `${key(1).slice(0, -1)}*`, 'bad-key'],
    ['staffKey', null, 'wrong-type'],
    ['sendMinutes', 0, 'out-of-range'],
    ['sendMinutes', 61, 'out-of-range'],
    ['sendMinutes', 2.5, 'wrong-type'],
    ['sendMinutes', '2', 'wrong-type'],
    ['profile', 'kiosk', 'not-listed'],
    ['profile', 'toString', 'not-listed'],
    ['panel', true, 'wrong-type'],
    ['sitePatterns', '["a"]', 'wrong-type'],
    ['language', 'english', 'bad-language'],
    ['fallbackContact', ' ', 'empty'],
    ['fallbackContact', 'x'.repeat(201), 'too-long'],
  ])('refuse %s = %j and say why', (name, value, fault) => {
    expect(reportOf({ ...WHOLE, [name]: value }, name)).toMatchObject({ state: 'invalid', fault });
  });

  it.each([
    ['relayUrl', 'https://relay.example:8443'],
    ['relayUrl', 'https://relay.hospital.example/candor'],
    ['relayUrl', 'http://127.0.0.1:47180'],
    ['relayUrl', 'http://localhost'],
    ['sendMinutes', 1],
    ['sendMinutes', 60],
    ['profile', 'wiped'],
    ['panel', 'practice'],
    ['language', 'pt-BR'],
  ])('take %s = %j', (name, value) => {
    const parsed = parseSettings({ ...WHOLE, [name]: value });
    expect(parsed.settings?.[name as keyof typeof parsed.settings]).toBe(value);
  });

  it('let an invalid optional setting cost only itself', () => {
    expect(parseSettings({ ...WHOLE, profile: 'kiosk', sendMinutes: 5 }).settings).toMatchObject({
      profile: 'shared',
      sendMinutes: 5,
    });
  });

  it('let a wrong item of a list cost only itself', () => {
    const sitePatterns = ['ST-\\d{5}', '(', 7, '', 'x*', 'y'.repeat(201), 'Ward \\d+'];
    expect(parseSettings({ ...WHOLE, sitePatterns }).settings?.sitePatterns).toEqual([
      'ST-\\d{5}',
      'Ward \\d+',
    ]);
    expect(reportOf({ ...WHOLE, sitePatterns }, 'sitePatterns')).toEqual({
      name: 'sitePatterns',
      state: 'present',
      fault: null,
      leftOut: [
        { index: 1, fault: 'bad-pattern' },
        { index: 2, fault: 'wrong-type' },
        { index: 3, fault: 'empty' },
        { index: 4, fault: 'bad-pattern' },
        { index: 5, fault: 'too-long' },
      ],
    });
  });

  it('leave out patterns beyond the hundredth', () => {
    const sitePatterns = Array.from({ length: MOST_SITE_PATTERNS + 2 }, (_, index) => `S${index}-`);
    expect(parseSettings({ ...WHOLE, sitePatterns }).settings?.sitePatterns).toHaveLength(MOST_SITE_PATTERNS);
    expect(reportOf({ ...WHOLE, sitePatterns }, 'sitePatterns')?.leftOut.map(({ index }) => index)).toEqual([
      100, 101,
    ]);
  });

  it('name what they do not know, since it may be a slip of the pen', () => {
    expect(reportOf({ ...WHOLE, relayURL: 'https://relay.example' }, 'relayURL')?.state).toBe('unknown');
  });

  it('never repeat a value in what they report', () => {
    const reports = JSON.stringify(
      parseSettings({ ...WHOLE, staffKey: 'secret-looking', profile: 'kiosk' }).reports,
    );
    expect(reports).not.toMatch(/secret-looking|kiosk/);
  });
});

describe('managed_schema.json', () => {
  it('is what the table says (vitest --update writes it anew)', async () => {
    await expect(managedSchema()).toMatchFileSnapshot('../../../extension/public/managed_schema.json');
  });

  it('keeps to what Chromium loads: an object of single types, and nothing that drops values silently', () => {
    const schema: { type: string; properties: Record<string, Record<string, unknown>> } = JSON.parse(
      managedSchema(),
    );
    expect(schema.type).toBe('object');
    expect(Object.keys(schema)).toEqual(['$schema', 'type', 'properties']);
    for (const property of Object.values(schema.properties)) {
      const { type } = property;
      expect(['string', 'integer', 'array']).toContain(type);
      expect(
        Object.keys(property).filter((word) => !['title', 'description', 'type', 'items'].includes(word)),
      ).toEqual([]);
    }
  });
});
