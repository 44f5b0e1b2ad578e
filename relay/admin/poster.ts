import type { Keyring } from '../../shared/keyring.ts';
import { POSTER_TEXTS, type PosterLanguage } from './poster-texts.ts';

/*
 * A page to print and hang up, on one sheet of A4 or Letter: what Candor is for, and the four words on which panel, inbox
 * and poster must agree. It loads nothing, so that it prints the same on a computer without a network.
 */

/** The product mark, as in extension/ui/icons.tsx. */
const MARK =
  '<svg viewBox="0 0 24 24" fill="none" aria-hidden="true"><path d="M3.5 12.5v-4a5 5 0 0 1 5-5h7a5 5 0 0 1 5 5v4a5 5 0 0 1-5 5h-3" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"/><path d="M10.8 12.3c.9 5.1-1.9 8.9-7.4 9.2-.8-5.2 2-9 7.4-9.2Z" fill="currentColor"/></svg>';

/** `words`: the fingerprint, four words with spaces between. */
export function poster(
  keyring: Pick<Keyring, 'issued' | 'operator' | 'org' | 'serial'>,
  words: string,
  language: PosterLanguage = 'en',
): string {
  const t = POSTER_TEXTS[language];
  const { name, own } = keyring.operator;
  const list = words.split(' ').map((word) => `<li>${escaped(word)}</li>`);
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Candor · ${escaped(t.words)}</title>
<style>${STYLE}</style>
<main>
  <header>${MARK}<b>Candor</b><span>${escaped(keyring.org.name)}</span></header>
  <h1>${escaped(t.title)}</h1>
  <p class="lede">${escaped(t.lede)}</p>
  <ol class="steps">${t.steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>
  <section>
    <h2>${escaped(t.words)}</h2>
    <ul dir="ltr" lang="en">${list.join('')}</ul>
    <p>${escaped(t.compare)}</p>
  </section>
  <footer>
    <p><strong>${escaped(t.emergency)}</strong></p>
    <p>${escaped(own ? t.own : t.other(name))}</p>
    <p class="edition">${escaped(t.edition(keyring.serial, keyring.issued))}</p>
  </footer>
</main>
</html>
`;
}

/* Sizes in millimetres, since it is paper; everything scales with the sheet on a screen. */
const STYLE = `
  @page { size: A4; margin: 0 }
  * { box-sizing: border-box; margin: 0 }
  html { color-scheme: light; font-size: 4.2mm; -webkit-print-color-adjust: exact; print-color-adjust: exact }
  body { font: 1rem/1.45 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Noto Sans Arabic", sans-serif; color: #1c2b2d; background: #fff }
  main { width: 210mm; min-height: 265mm; margin: 0 auto; padding: 16mm 20mm 12mm; display: flex; flex-direction: column }
  header { display: flex; align-items: center; gap: 3mm; color: #0f6b62; font-size: 1.15rem }
  header svg { width: 11mm; height: 11mm }
  header span { margin-inline-start: auto; color: #55666a; font-size: 1rem }
  h1 { margin-top: 13mm; font-size: 3.1rem; line-height: 1.12; letter-spacing: -0.015em; font-weight: 600; text-wrap: balance }
  :lang(ar) h1 { letter-spacing: 0; line-height: 1.35 }
  .lede { margin-top: 5mm; font-size: 1.3rem; color: #55666a; max-width: 150mm; text-wrap: balance }
  .steps { list-style: none; padding: 0; margin-top: 11mm; counter-reset: step; display: grid; gap: 4mm }
  .steps li { counter-increment: step; display: flex; align-items: center; gap: 5mm; font-size: 1.3rem }
  .steps li::before { content: counter(step); flex: none; width: 11mm; height: 11mm; border-radius: 50%; border: 0.5mm solid #0f6b62; color: #0f6b62; font-weight: 600; display: grid; place-items: center }
  section { margin-top: 11mm; padding: 8mm 10mm; border-radius: 5mm; background: #eef5f3 }
  h2 { font-size: 1.1rem; font-weight: 600; color: #0f6b62 }
  section ul { list-style: none; padding: 0; margin: 4mm 0 5mm; display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 10mm }
  section ul li { font-size: 2.5rem; line-height: 1.2; font-weight: 600; white-space: nowrap }
  [dir="rtl"] section ul { text-align: left }
  footer { margin-top: auto; padding-top: 8mm; display: grid; gap: 1.5mm }
  footer .edition { color: #55666a; font-size: 0.85rem }
  @media screen { body { background: #fbfaf7 } main { margin: 8mm auto; background: #fff; box-shadow: 0 1px 3px rgb(28 43 45 / 12%) } }
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
