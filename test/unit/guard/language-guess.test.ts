import { expect, it } from 'vitest';
import { guessLanguage } from '../../../shared/guard/guard.ts';
import { LANGUAGES } from '../../../shared/guard/languages.ts';
import { readSet } from '../../guard-sets/score.ts';

it.each([
  ['The pump was set to the wrong rate and nobody had checked it.', 'en'],
  ['Die Pumpe war falsch eingestellt und niemand hat es bemerkt.', 'de'],
  ['كانت المضخة مضبوطة على المعدل الخطأ ولم يلاحظ أحد', 'ar'],
  ["La pompe était mal réglée et personne ne l'a vu dans le service", 'fr'],
  ['Pompa była źle ustawiona i nikt tego nie zauważył na oddziale', 'pl'],
  ['Насос был настроен неправильно', 'ru'],
  ['Помпу налаштували неправильно, і ніхто не помітив', 'uk'],
  ['La bomba estaba mal puesta y nadie se dio cuenta en la planta', 'es'],
  ['La pompa era impostata male e nessuno se ne è accorto', 'it'],
  ['De pomp stond verkeerd en niemand had het gezien', 'nl'],
  ['A bomba estava mal programada e não havia ninguém para ver', 'pt'],
  ['Pumpen var fel inställd och ingen på avdelningen såg det', 'sv'],
  ['Pompa yanlış ayarlanmıştı ve bunu kimse fark etmedi, hasta için çok kötü', 'tr'],
  ['पंप गलत सेट किया गया था और किसी ने नहीं देखा', 'hi'],
  ['Hindi po ako pinakinggan ng mga kasama sa ward', 'tl'],
])('%s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

it.each(['', 'MRN 123', 'ok', '1234567890 99', 'Insulin Heparin Morphin Adrenalin'])(
  'says nothing about "%s"',
  (text) => {
    expect(guessLanguage(text)).toBeNull();
  },
);

it('takes no line of our sets for another language with rules, and most whole texts for their own', () => {
  for (const language of LANGUAGES.map(({ code }) => code)) {
    const lines = readSet(`${language}-1`).map(({ text }) => text);
    expect(guessLanguage(lines.join('\n'))).toBe(language);
    const wrong = lines.filter((line) => !['null', language].includes(String(guessLanguage(line))));
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(lines.length / 25);
  }
});
