/**
 * Firefox's own window, from inside: `--remote-allow-system-access` lets BiDi run functions there, with all rights
 * of the browser. That is how the toolbar's button is pressed and the popup, which BiDi does not list, is reached.
 */
import type { Browser } from 'puppeteer-core';
import { CandorError } from '../../../shared/errors.ts';

/** Runs a self-contained function in the window's document. JSON in, JSON out. Throws what the function throws. */
export type CallInWindow = <A extends unknown[], T>(
  run: (...args: A) => T | Promise<T>,
  ...args: A
) => Promise<T>;

interface Connection {
  send(method: string, params: object): Promise<{ result: Answer }>;
}

interface Answer {
  contexts?: { context: string }[];
  type?: string;
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

export function windowOf(browser: Browser): CallInWindow {
  const connection = (browser as unknown as { connection: Connection }).connection;
  return async (run, ...args) => {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const context = tree.result.contexts?.[0]?.context;
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify({ value: await (${run})(...JSON.parse(json)) })`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.result.type !== 'success') {
      throw new CandorError('unreachable', answer.result.exceptionDetails?.text ?? 'Firefox did not answer.');
    }
    return JSON.parse(answer.result.result?.value ?? '{}').value;
  };
}
