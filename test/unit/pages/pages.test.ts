import { describe, expect, test } from 'vitest';
import { pagesApp } from '../../../relay/demo/pages/app.ts';
import { OBSERVATIONS } from '../../../relay/demo/pages/emr-chart.ts';

const now = () => new Date(2026, 10, 22, 3, 12);

async function body(path: string, app = pagesApp({ now })): Promise<string> {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('the mock pages', () => {
  test.each(['/', '/emr', '/intranet'])(
    '%s says that nothing is real and asks no other server',
    async (path) => {
      const answer = await pagesApp({ now }).request(path);
      const page = await answer.text();
      expect(page).toContain('Demo data – no real patients');
      expect(page).not.toMatch(/https?:\/\/|<script|url\(|@import/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      for (const [, sheet = ''] of page.matchAll(/href="(\/[a-z]+\.css)"/g)) {
        expect(await body(sheet)).not.toMatch(/https?:|url\(|@import/);
      }
    },
  );

  test('the chart has the time of the clock, also across midnight', async () => {
    const page = await body('/emr');
    expect(page).toContain('<time>03:12</time>');
    expect(page).toContain('<b>19:00</b> Sat 21 Nov');
    expect(page).toContain('<b>03:00</b> Sun 22 Nov');
    expect(page.match(/class="due"/g)).toHaveLength(3);
    expect(page).toContain('3 due now');
  });

  test('the poster shows four words, or four blanks', async () => {
    const words = ['lemon', 'harbour', 'quiet', 'sparrow'];
    const page = await body('/intranet', pagesApp({ now, fingerprint: words }));
    for (const word of words) expect(page).toContain(`<li>${word}</li>`);
    expect((await body('/intranet')).match(/class="blank"/g)).toHaveLength(4);
    expect(await body('/intranet', pagesApp({ now, fingerprint: ['<b>'] }))).toContain('<li>&lt;b&gt;</li>');
  });

  test('early-warning scores add up (Royal College of Physicians, NEWS2, 2017)', () => {
    for (const { breaths, saturation, pressure, pulse, temperature, score } of OBSERVATIONS) {
      const systolic = Number(pressure.split('/')[0]);
      const parts = [
        rated(
          breaths,
          [
            [8, 3],
            [11, 1],
            [20, 0],
            [24, 2],
          ],
          3,
        ),
        rated(
          saturation,
          [
            [91, 3],
            [93, 2],
            [95, 1],
          ],
          0,
        ),
        2, // on oxygen
        rated(
          systolic,
          [
            [90, 3],
            [100, 2],
            [110, 1],
            [219, 0],
          ],
          3,
        ),
        rated(
          pulse,
          [
            [40, 3],
            [50, 1],
            [90, 0],
            [110, 1],
            [130, 2],
          ],
          3,
        ),
        rated(
          temperature,
          [
            [35, 3],
            [36, 1],
            [38, 0],
            [39, 1],
          ],
          2,
        ),
      ];
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
    }
  });
});

/** The points of the first bracket that `value` does not exceed. */
function rated(value: number, brackets: [number, number][], above: number): number {
  return brackets.find(([upTo]) => value <= upTo)?.[1] ?? above;
}
