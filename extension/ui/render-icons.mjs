/**
 * Draws extension/public/icon/*.png from the product mark in icons.tsx: `node extension/ui/render-icons.mjs`.
 * Small sizes are the bare mark, in a tone that shows on light and dark toolbars; large ones stand on a ground.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const source = readFileSync(new URL('icons.tsx', import.meta.url), 'utf8');
const pathOf = (name) => new RegExp(`${name} = '([^']+)'`).exec(source)?.[1];
const folder = new URL('../public/icon/', import.meta.url).pathname;

function mark(stroke, bubble, leaf) {
  return `<path d="${pathOf('MARK_BUBBLE')}" stroke="${bubble}" stroke-width="${stroke}" stroke-linecap="round"/><path d="${pathOf('MARK_LEAF')}" fill="${leaf}"/>`;
}

function drawing(size) {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" fill="none"`;
  if (size <= 32) {
    const stroke = size === 16 ? 2.6 : 2.2;
    return `${open} viewBox="1.8 2 20.4 20.4">${mark(stroke, '#2a9d8f', '#2a9d8f')}</svg>`;
  }
  return `${open} viewBox="0 0 24 24"><rect width="24" height="24" rx="5.4" fill="#0f6b62"/><g transform="translate(3.3 3) scale(0.73)">${mark(2, '#ffffff', '#9be3d7')}</g></svg>`;
}

mkdirSync(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 96, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<body style="margin:0">${drawing(size)}</body>`);
    await page.screenshot({ path: `${folder}${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
