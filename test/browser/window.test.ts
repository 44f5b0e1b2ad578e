import { expect, test } from 'vitest';
import type { Pixels } from '../../relay/demo/browsers/png.ts';
import { startScreen } from '../../relay/demo/browsers/screen.ts';
import { findXvfb } from '../../relay/demo/machine/display.ts';
import { endingsOfEachTest } from './harness/endings.ts';
import { fixtureExtension } from './harness/fixture.ts';
import { picture } from './harness/pictures.ts';
import { recordingServer } from './harness/recording-server.ts';
import { BROWSERS, startBrowser } from './harness/start-browser.ts';
import { until } from './harness/until.ts';

const each = endingsOfEachTest();

for (const name of BROWSERS) {
  test(`${name}: the picture of a window shows its toolbar's popup`, async (context) => {
    if (findXvfb() === null) return context.skip('There is no Xvfb on this machine.');
    const screen = each.ending(await startScreen(1280, 800), ({ stop }) => stop());
    const { origin } = await recordingServer(each, () => ({
      body: '<title>A page</title><h1>A page</h1>',
      headers: { 'Content-Type': 'text/html' },
    }));
    const it = await startBrowser(each, name, {
      extensionDir: fixtureExtension(each),
      headless: false,
      startUrls: [origin],
      env: { DISPLAY: screen.display },
    });
    const panel = await it.pressButton();
    await panel.waitFor('#words');
    await panel.evaluate(() => {
      document.body.style.background = 'rgb(1, 200, 3)';
    });
    // The popup's own colour, in an area as large as the popup, is only there when it is really on the screen.
    const green = await until(
      'the popup on the screen',
      () => countPixels(screen.pixels(), [1, 200, 3]) > 30_000,
    );
    expect(green).toBe(true);
    await picture(`harness-window-${name}`, screen.picture());
    await panel.close();
    await until('the popup to leave the screen', () => countPixels(screen.pixels(), [1, 200, 3]) === 0);
  });
}

/** How many pixels have exactly this colour. */
function countPixels({ rgb }: Pixels, [red, green, blue]: [number, number, number]): number {
  let count = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    if (rgb[at] === red && rgb[at + 1] === green && rgb[at + 2] === blue) count++;
  }
  return count;
}
