/** Screenshots of gallery states: `node test/gallery/shots.mjs OUT [state …]`. Looks are given as LOOKS="en-light-380". */
import { mkdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';

const [out = 'shots', ...wanted] = process.argv.slice(2);
const looks = (process.env.LOOKS ?? 'en-light-380,en-dark-380').split(',');
mkdirSync(out, { recursive: true });

const server = await createServer({
  configFile: new URL('vite.config.ts', import.meta.url).pathname,
  server: { host: '127.0.0.1', port: 0 },
  logLevel: 'error',
});
await server.listen();
const origin = server.resolvedUrls.local[0];
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${origin}panel.html`);
  for (const look of looks) {
    const [lang, scheme, width, height = '560'] = look.split('-');
    for (const state of wanted) {
      await page.setViewport({ width: Number(width), height: Number(height), deviceScaleFactor: 2 });
      await page.goto(`${origin}panel.html#state=${state}&lang=${lang}&scheme=${scheme}`);
      await page.waitForSelector('.panel');
      await new Promise((done) => setTimeout(done, 300));
      const tall = await page.evaluate(() => {
        const main = document.querySelector('main');
        return document.documentElement.scrollHeight + main.scrollHeight - main.clientHeight;
      });
      console.log(state, look, 'height', tall);
      if (process.env.FULL) {
        await page.evaluate(() => {
          location.hash += '&beside';
        });
        await page.setViewport({ width: Number(width), height: tall, deviceScaleFactor: 2 });
        await new Promise((done) => setTimeout(done, 300));
      }
      await page.screenshot({ path: `${out}/${state}-${look}.png`, fullPage: true });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
