/** A page to print and hang up: the four words that panel, inbox and poster must agree on. */
export function poster(organisation: string, words: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Candor: four words</title>
<style>
  @page { margin: 20mm }
  body { font: 18px/1.5 system-ui, sans-serif; color: #1c2b2d; background: #fff; max-width: 42rem; margin: 3rem auto; text-align: center }
  h1 { font-size: 2.2rem; line-height: 1.2; margin: 0 0 1rem }
  ol { list-style: none; padding: 0; margin: 3rem 0; font-size: 3rem; line-height: 1.35; font-weight: 600; color: #0f6b62 }
  p { margin: 0 0 1rem }
  small { color: #55666a }
</style>
<h1>Did you notice something?</h1>
<p>One click in your browser is enough. What Candor promises, and where that ends, stands in its panel.</p>
<ol>${words
    .split(' ')
    .map((word) => `<li>${escaped(word)}</li>`)
    .join('')}</ol>
<p>These four words stand in the panel too. If yours are different, do not use it, and tell the Speak-up Guardian.</p>
<p><small>${escaped(organisation)}</small></p>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
