import { expect, it } from 'vitest';
import { differsFrom } from '../../../extension/compose/text-language.ts';

it.each([
  ['en-GB', 'Die Pumpe lief die ganze Nacht leer und niemand kam nachsehen'],
  ['en-GB', 'Pompa nie działała przez całą noc, nikt jednak tego wcześniej nie sprawdził'],
  ['en', 'توقفت المضخة في الليل'],
  ['de', 'The pump ran dry all night and nobody came to look'],
  ['ar', 'The pump ran dry all night'],
])('for a site in %s, notices: %s', (site, text) => {
  expect(differsFrom(site, text)).toBe(true);
});

it.each([
  ['en-GB', 'The pump ran dry all night and nobody came to look'],
  ['en-GB', 'pump empty'],
  ['en-GB', ''],
  ['de-CH', 'Die Pumpe lief die ganze Nacht leer und niemand kam nachsehen'],
  ['ar', 'توقفت المضخة في الليل ولم يلاحظ أحد ذلك حتى الصباح'],
  ['ja', 'ポンプが夜中に止まりました。誰も気づきませんでした。'],
])('for a site in %s, says nothing of: %s', (site, text) => {
  expect(differsFrom(site, text)).toBe(false);
});
