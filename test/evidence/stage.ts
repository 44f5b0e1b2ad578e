import type { Page } from 'puppeteer-core';
import { sealConcern } from '../../extension/compose/sealing.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { sha256 } from '../../shared/hash.ts';
import { verifyKeysFile } from '../../shared/key-records.ts';
import { replyKeysOfNobody } from '../../shared/message.ts';
import { extensionFor, type StubRelay } from '../browser/harness/stub-relay.ts';

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

/** Seals a concern as the panel does, and gives it to the background. Its name in `site.arrived()`. */
export async function hold(page: Page, { site }: StubRelay, words: string, number: number): Promise<string> {
  const to = { keys: await verifyKeysFile(site.files.keys, site.root.publicKey), atSeconds: site.now() };
  const concern = { kind: 'near_miss' as const, ...(words === '' ? {} : { t: { what: words } }) };
  const content = sealConcern(concern, 1, replyKeysOfNobody(site.random), to, site.random);
  const answer = await ask<{ ok?: boolean } | undefined>(page, {
    type: 'hold',
    id: `evidence-${number}`,
    desk: content.desk,
    deskKid: toBase64url(content.deskKid),
    envelope: toBase64url(content.envelope),
    undoSeconds: 0,
  });
  if (answer?.ok !== true) throw new Error(`not held: ${JSON.stringify(answer)}`);
  return toBase64url(sha256(content.envelope));
}

/** Asks the background through a page of the extension. */
export async function ask<T>(page: Page, message: object): Promise<T> {
  return (await page.evaluate(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(message)})`,
  )) as T;
}

let lastBuild: Promise<unknown> = Promise.resolve();

/** Builds as `extensionFor` does, one after the other: two builds at once would write over each other's files. */
export function builtInTurn(...what: Parameters<typeof extensionFor>): Promise<string> {
  const build = lastBuild.then(() => extensionFor(...what));
  lastBuild = build.catch(() => undefined);
  return build;
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
