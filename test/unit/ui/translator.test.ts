import { describe, expect, it } from 'vitest';
import arabic from '../../../extension/locales/ar.json' with { type: 'json' };
import german from '../../../extension/locales/de.json' with { type: 'json' };
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { createTranslator, direction } from '../../../extension/ui/translator.ts';

const en = createTranslator('en', english);
const de = createTranslator('de', german);
const ar = createTranslator('ar', arabic);

describe('a translator', () => {
  it('speaks its language with numbers, days and durations of its own', () => {
    expect(en('crowd', { count: 2300 })).toBe('One of about 2,300 computers that all send the same.');
    expect(de('crowd', { count: 2300 })).toContain('2.300 Computern');
    expect(en.day('2026-11-02')).toBe('2 November');
    expect(de.day('2026-11-02')).toBe('2. November');
    expect(en.duration(21)).toBe('0:21');
    expect(en.duration(125)).toBe('2:05');
  });

  it('knows the six forms of Arabic', () => {
    const forms = [0, 1, 2, 3, 11, 100].map((count) => ar('room.few', { count }));
    for (const [index, form] of [
      'لا يتسع',
      'لحرف واحد',
      'لحرفين',
      'أحرف أخرى',
      'حرفًا آخر',
      'حرف آخر',
    ].entries()) {
      expect(forms[index]).toContain(form);
    }
  });

  it('never says nought minutes', () => {
    expect(en('sealed.arrives', { desk: 'People', minutes: 0 })).toContain('less than a minute');
    expect(en('sealed.arrives', { desk: 'People', minutes: 1 })).toContain('about a minute');
    expect(en('sealed.arrives', { desk: 'People', minutes: 40 })).toContain('about 40 minutes');
  });

  it('wraps tags with what it is given, in the order of its language', () => {
    const parts = en.rich('emergency', { number: '2222', b: (chunks) => `[${chunks.join('')}]` });
    expect([parts].flat().join('')).toBe('Someone in danger now? [Call 2222.] Nobody watches this live.');
  });

  it('never takes words of a site for a message', () => {
    expect(en('guard.quote', { quote: '{x} <b>y</b> ’' })).toBe('“{x} <b>y</b> ’”');
    expect(en('place.left-out', { place: '<img> {count, plural, one {}}' })).toContain('<img> {count');
  });

  it('knows which way text runs', () => {
    expect(['ar', 'fa-IR', 'he', 'ur-PK'].map(direction)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
    expect(['en', 'de-CH', 'az-Latn'].map(direction)).toEqual(['ltr', 'ltr', 'ltr']);
  });
});
