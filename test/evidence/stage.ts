import type { Page } from 'puppeteer-core';
import { sealConcern } from '../../extension/compose/sealing.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { verifyKeysFile } from '../../shared/key-records.ts';
import { replyKeysOfNobody } from '../../shared/message.ts';
import type { StubRelay } from '../browser/harness/stub-relay.ts';

/** What one cell turned out to be, with its answer's size; in the order of `relay.cells()`. */
export interface Told {
  readonly what: 'again' | 'concern' | 'cover';
  readonly answerBytes: number;
}

/** Writes down what each cell was found to be, as only the hospital can. */
export function tellingApart({ site }: StubRelay): readonly Told[] {
  const told: Told[] = [];
  const post = site.post;
  site.post = (cell) => {
    const before = site.drop.size;
    const answer = post(cell);
    const last = [...site.drop.values()].at(-1);
    const what = site.drop.size === before ? 'again' : last === 'cover' ? 'cover' : 'concern';
    told.push({ what, answerBytes: answer.length });
    return answer;
  };
  return told;
}

/** Seals a concern as the panel does, and gives it to the background through a page of the extension. */
export async function hold(page: Page, { site }: StubRelay, words: string, number: number): Promise<void> {
  const to = { keys: await verifyKeysFile(site.files.keys, site.root.publicKey), atSeconds: site.now() };
  const concern = { kind: 'near_miss' as const, ...(words === '' ? {} : { t: { what: words } }) };
  const content = sealConcern(concern, 1, replyKeysOfNobody(site.random), to, site.random);
  const ask = {
    type: 'hold',
    id: `evidence-${number}`,
    desk: content.desk,
    deskKid: toBase64url(content.deskKid),
    envelope: toBase64url(content.envelope),
    undoSeconds: 0,
  };
  const answer = await page.evaluate(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(ask)})`,
  );
  if ((answer as { ok?: boolean } | undefined)?.ok !== true)
    throw new Error(`not held: ${JSON.stringify(answer)}`);
}

/** When the next cell is to leave, in milliseconds since 1970. */
export async function plannedAt(page: Page): Promise<number> {
  const alarm = await page.evaluate('(globalThis.browser ?? chrome).alarms.get("send")');
  return (alarm as { scheduledTime?: number } | undefined)?.scheduledTime ?? Number.NaN;
}

/** One line for each figure, as the benchmarks print theirs. */
export function figure(name: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ name, ...figures }));
}
