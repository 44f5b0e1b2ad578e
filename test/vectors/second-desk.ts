import { hkdf, openSealedBox, openSecretBox, publicOf, scrypt, sha256, verify } from './second-primitives.ts';
import {
  bitsOf,
  fromBase64,
  hex,
  hexOf,
  type Input,
  json,
  opened,
  sameKid,
  signedJson,
  text,
} from './second-reading.ts';

export function readReceipt(bytes: Buffer, input: Input): unknown {
  const list = input.wordlist as readonly string[];
  const bits = bytes
    .toString()
    .split(' ')
    .map((word) => list.indexOf(word).toString(2).padStart(11, '0'))
    .join('');
  const seed = Buffer.from(
    (`${bits.slice(0, 70)}00`.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)),
  );
  if (bitsOf(sha256(seed)).slice(0, 7) !== bits.slice(70)) throw new Error('the check fails');
  const stretched = scrypt(seed, text(`candor receipt 1${input.organisation}`), 2 ** 15);
  const okm = hkdf(
    stretched,
    Buffer.concat([text('candor reply keys 1'), Buffer.from([Number(input.desk)])]),
    64,
  );
  return {
    seed: hexOf(seed),
    replySecret: okm.toString('hex', 0, 32),
    replyPublic: hexOf(publicOf(okm.subarray(0, 32))),
    tagKey: okm.toString('hex', 32),
  };
}

export function readShare(bytes: Buffer, input: Input): unknown {
  const inside = opened(hex(input, 'memberSecret'), bytes, 45);
  if (inside.toString('latin1', 0, 4) !== 'CDs1') throw new Error('not a share');
  const secret = inside.subarray(13);
  if (!publicOf(secret).equals(hex(input, 'deskPublic'))) throw new Error('another secret');
  return {
    desk: inside[4],
    from: inside.readUInt32BE(5),
    until: inside.readUInt32BE(9),
    deskSecret: hexOf(secret),
  };
}

export function readBackup(bytes: Buffer, input: Input): unknown {
  const file = json(bytes);
  const passphrase = text(String(input.passphrase).normalize('NFKC'));
  const key = scrypt(passphrase, fromBase64(file.salt), 2 ** 16);
  const inside = openSecretBox(key, fromBase64(file.nonce), fromBase64(file.sealed));
  if (inside.length !== 68 || inside.toString('latin1', 0, 4) !== 'CDb1') throw new Error('not a backup');
  return {
    label: file.label,
    kid: hexOf(fromBase64(file.kid)),
    signingSeed: inside.toString('hex', 4, 36),
    boxSecret: inside.toString('hex', 36),
  };
}

export function readCard(bytes: Buffer, input: Input): unknown {
  const file = json(bytes);
  const inside = signedJson('candor member card 1', fromBase64(file.blob), hex(input, 'signingPublic'));
  if (inside.sign !== file.sign) throw new Error('not its own');
  return { label: inside.label, sign: hexOf(fromBase64(inside.sign)), box: hexOf(fromBase64(inside.box)) };
}

export function readEvent(bytes: Buffer, input: Input): unknown {
  sameKid(bytes.subarray(0, 4), hex(input, 'deskPublic'));
  const inside = openSealedBox(hex(input, 'deskSecret'), bytes.subarray(4));
  if (inside === null || inside.toString('latin1', 0, 4) !== 'CDe1') throw new Error('not an event');
  const author = hex(input, 'authorPublic');
  const payload = inside.subarray(72);
  verify(author, inside.subarray(8, 72), text('candor team event 1'), payload);
  if (payload.length % 512 !== 0) throw new Error('not padded');
  const event = json(payload);
  const what = event.what as Record<string, unknown>;
  const also = what.also as string[] | undefined;
  // In what was counted, `pulse` is an id as it stands.
  const bytesIn = ['to', 'into', 'who', 'event', 'copy', 'signature'];
  const named = [...bytesIn, ...(what.type === 'asked' ? ['pulse'] : [])].filter(
    (name) => typeof what[name] === 'string',
  );
  return {
    ...event,
    heads: (event.heads as string[]).map((head) => hexOf(fromBase64(head))),
    concern: event.concern === null ? null : hexOf(fromBase64(event.concern)),
    what: {
      ...what,
      ...(also === undefined ? {} : { also: also.map((id) => hexOf(fromBase64(id))) }),
      ...Object.fromEntries(named.map((name) => [name, hexOf(fromBase64(what[name]))])),
    },
    id: hexOf(sha256(bytes)),
    by: sameKid(inside.subarray(4, 8), author),
  };
}

/** RFC 9421 §2.5 by hand: the lines that were signed, from the request and the parameters as they were sent. */
export function readRequest(bytes: Buffer, input: Input): unknown {
  const headers = json(bytes) as Record<string, string>;
  const parameters = String(headers['signature-input']).replace(/^candor=/, '');
  const url = new URL(String(input.url));
  const digest = `sha-256=:${sha256(text(String(input.body))).toString('base64')}:`;
  const base = [
    `"@method": ${input.method}`,
    `"@path": ${url.pathname}`,
    `"@query": ${url.search === '' ? '?' : url.search}`,
    `"content-digest": ${digest}`,
    `"@signature-params": ${parameters}`,
  ].join('\n');
  const signature = /^candor=:(.+):$/.exec(String(headers.signature))?.[1] ?? '';
  verify(hex(input, 'signerPublic'), Buffer.from(signature, 'base64'), text(base));
  const nonce = /;nonce="([^"]+)"/.exec(parameters)?.[1];
  const keyid = /;keyid="([^"]+)"/.exec(parameters)?.[1] ?? '';
  if (!parameters.includes(`;created=${input.created};`)) throw new Error('another time');
  if (!parameters.endsWith(`;alg="ed25519";tag="${input.audience}"`)) throw new Error('another audience');
  return { kid: sameKid(fromBase64(keyid), hex(input, 'signerPublic')), nonce };
}
