import { createHash } from 'node:crypto';
import { blake2b } from './second-primitives.ts';
import {
  base64url,
  bitsOf,
  fromBase64,
  hex,
  hexOf,
  type Input,
  json,
  kid,
  signedJson,
  text,
} from './second-reading.ts';

export function readKeysFile(bytes: Buffer, input: Input): unknown {
  const file = json(bytes);
  const keyring = signedJson('candor keyring 1', fromBase64(file.keyring), hex(input, 'rootPublic'));
  const members = keyring.members as { sign: string }[];
  const signers = [keyring.mailroom, ...members.map(({ sign }) => sign)].map(fromBase64);
  const records = (file.records as { by: string; blob: string }[]).map(({ by, blob }) => {
    const signer = signers.find((key) => base64url(kid(key)) === by);
    if (signer === undefined) throw new Error('signed by nobody');
    return recordSeen(signedJson('candor key record 1', fromBase64(blob), signer));
  });
  return { serial: keyring.serial, records };
}

export function recordSeen(record: Record<string, unknown>): unknown {
  return {
    desk: record.desk,
    key: hexOf(fromBase64(record.key)),
    from: record.from,
    until: record.until,
  };
}

export function readReplyIndex(bytes: Buffer, input: Input): unknown {
  const index = signedJson(
    'candor reply index 1',
    fromBase64(json(bytes).blob),
    hex(input, 'mailroomPublic'),
  );
  const days = index.days as { day: string; packs: string[] }[];
  return {
    serial: index.serial,
    days: days.map(({ day, packs }) => ({ day, packs: packs.map((pack) => hexOf(fromBase64(pack))) })),
  };
}

export function readCaseCard(bytes: Buffer): unknown {
  const { hash, ...card } = json(bytes);
  const found = createHash('sha256').update('candor case card 1').update(JSON.stringify(card)).digest('hex');
  if (base64url(found) !== hash) throw new Error('another hash');
  const { from, happened, learnt, changed } = card;
  return { from, happened, learnt, changed };
}

/** The words themselves are in no library of Node's, so their numbers are compared by their places in the list. */
export function readFingerprint(bytes: Buffer, input: Input): unknown {
  const words = bytes.toString().split(' ');
  const label = text('candor fingerprint 1');
  const hash = blake2b(8, label, hex(input, 'rootPublic'), hex(input, 'relayPublic'), hex(input, 'keyring'));
  const numbers = bitsOf(hash).slice(0, 44);
  const list = input.wordlist as readonly string[];
  return words.map((word, at) => {
    const number = Number.parseInt(numbers.slice(at * 11, at * 11 + 11), 2);
    if (list[number] !== word) throw new Error('another word');
    return word;
  });
}
