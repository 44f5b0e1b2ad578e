import { toBase64url } from '../../shared/base64url.ts';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { api } from './extension-api.ts';
import type { Answers, InstallState, Told } from './messages.ts';

/** The background, as a page sees it. */
export const background: Answers = {
  state: (id) => asked<InstallState>({ type: 'panel-state', id }),
  hold: (id, sealed, undoSeconds) => asked<Told>({ type: 'hold', id, ...asText(sealed), undoSeconds }),
  replace: (id, sealed) => asked<Told>({ type: 'replace', id, ...asText(sealed) }),
  behind: (id, seconds) => asked<Told>({ type: 'behind', id, seconds }),
  withdraw: (id) => asked<Told>({ type: 'withdraw', id }),
};

async function asked<T>(message: object): Promise<T> {
  return (await api.runtime.sendMessage(message)) as T;
}

function asText({ desk, deskKid, envelope }: AddressedEnvelope): object {
  return { desk, deskKid: toBase64url(deskKid), envelope: toBase64url(envelope) };
}
