import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';
import { followUpRoom } from '../../../shared/follow-up.ts';
import type { AddressedEnvelope } from '../../../shared/intake.ts';
import { background } from '../../browser/background.ts';
import { randomBytes } from '../../browser/random.ts';
import type { SealTo } from '../../compose/sealing.ts';
import { sealFollowUp } from '../../conversations/follow-up.ts';
import type { Receipt } from '../../conversations/receipt.ts';
import { sealTreatedWorse } from '../../conversations/survey.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import type { Outcome, Returned } from '../../ui/panel/contract.ts';
import { outcomeOf, refused, refusing } from './filing.ts';
import type { ReceiptWork } from './receipt-work.ts';
import { returnedView } from './returned-view.ts';

/*
 * Somebody is back with seven words. What they lead to lives in this page's memory until the panel turns to something
 * else; what she adds waits for a tick like any concern.
 */

export function makeReturning(
  filesNow: () => PublicFiles | null,
  rootKeyNow: () => Bytes | null,
  work: ReceiptWork,
  practising: () => boolean,
) {
  let receipt: Receipt | null = null;
  /** Counts what was opened and closed, so that nothing late comes into somebody else's sight. */
  let turn = 0;

  async function open(words: readonly string[], language: string): Promise<Returned> {
    const mine = ++turn;
    const { keys = null, index = null } = filesNow() ?? {};
    const rootKey = rootKeyNow();
    if (keys === null || rootKey === null) return { ok: false, code: 'not-ready' };
    try {
      const back = await work('return', { words, language, rootKey, keyring: keys.keyring, index });
      if (mine === turn) receipt = back.receipt;
      return { ok: true, view: returnedView(back, keys) };
    } catch (error) {
      if (!(error instanceof CandorError) || error.code !== 'bad-receipt') throw error;
      return { ok: false, code: 'wrong-words' };
    }
  }

  function sent(seal: (to: SealTo) => AddressedEnvelope): Promise<Outcome> {
    return refusing(async () => {
      const { keys = null, manifest = null } = filesNow() ?? {};
      if (keys === null || manifest === null) return refused('not-ready');
      const content = seal({ keys, atSeconds: manifest.timeSeconds });
      return outcomeOf(await background.hold(toBase64url(randomBytes(12)), content, 0));
    });
  }

  return {
    open,
    async followUp(text: string, slug: string): Promise<Outcome> {
      const desk = filesNow()?.keys?.keyring.desks.find((each) => each.slug === slug);
      if (receipt === null || desk === undefined) return refused('not-ready');
      const mine = receipt;
      return sent((to) => sealFollowUp(text, desk.id, mine, to, randomBytes));
    },
    /** In practice nobody is told: no guardian should look for somebody who was only trying things out. */
    treatedWorse: async (answer: 'no' | 'yes'): Promise<Outcome> =>
      practising() ? { ok: true } : sent((to) => sealTreatedWorse(answer, to, randomBytes)),
    close(): void {
      turn++;
      receipt = null;
    },
    room: followUpRoom,
  };
}

export type Returning = ReturnType<typeof makeReturning>;
