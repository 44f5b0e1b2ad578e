import { createSignatureSync, type RequestDescriptor, verifySignature } from 'http-message-sig';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Bytes, type RandomBytes, slice } from './bytes.ts';
import { CandorError } from './errors.ts';
import { sha256 } from './hash.ts';
import { kidOf } from './kid.ts';
import { isSigned, type SigningKeyPair, sign } from './signing.ts';

/*
 * RFC 9421 HTTP Message Signatures over method, path, query and content digest (RFC 9530), with `created`, `nonce`,
 * `keyid` and, as `tag`, the service that is meant. The authority is left out because a reverse proxy may rewrite it;
 * the tag keeps a request for the mailroom from passing at the relay, and the nonce keeps it from passing twice.
 */

const COMPONENTS = ['@method', '@path', '@query', 'content-digest'];
/** How far two clocks may differ, either way. */
export const CLOCK_SKEW_SECONDS = 300;
/** For how long a signed request may pass at one service, and so how long its nonce must be remembered there. */
export const REQUEST_WINDOW_SECONDS = 2 * CLOCK_SKEW_SECONDS + 1;
/** 16 random bytes in base64url. */
const NONCE = 16;
const NONCE_FORM = /^[A-Za-z0-9_-]{22}$/;

export type Audience = 'candor-mailroom' | 'candor-relay';

export interface UnsignedRequest {
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  readonly body?: Uint8Array;
}

/** Who signed a request, and the nonce that must not be seen again for `REQUEST_WINDOW_SECONDS`. */
export interface VerifiedRequest {
  readonly kid: Bytes;
  readonly nonce: string;
}

/** The headers that sign a request: Content-Digest, Signature-Input, Signature. */
export function signRequest(
  request: UnsignedRequest,
  signer: SigningKeyPair,
  context: { audience: Audience; nowSeconds: number; random: RandomBytes },
): Record<string, string> {
  const digest = digestHeader(request.body ?? new Uint8Array(0));
  const fields = createSignatureSync(describe(request, { 'content-digest': digest }), {
    label: 'candor',
    components: COMPONENTS,
    parameters: {
      created: context.nowSeconds,
      nonce: toBase64url(context.random(NONCE)),
      keyid: toBase64url(kidOf(signer.publicKey)),
      alg: 'ed25519',
      tag: context.audience,
    },
    signer: { algorithm: 'ed25519', sign: (data) => sign(signer.seed, data) },
  });
  return { 'content-digest': digest, 'signature-input': fields.signatureInput, signature: fields.signature };
}

/**
 * Verifies a signed request. `keyFor` gives the public key of a kid, or `undefined` for a stranger. Throws
 * `bad-signature` whatever is wrong, so that an answer tells a stranger nothing.
 */
export async function verifyRequest(
  request: UnsignedRequest & { header(name: string): string | undefined },
  keyFor: (kid: Bytes) => Bytes | undefined,
  context: { audience: Audience; nowSeconds: number },
): Promise<VerifiedRequest> {
  const headers: Record<string, string> = {};
  for (const name of ['content-digest', 'signature-input', 'signature']) {
    const value = request.header(name);
    if (value === undefined) throw new CandorError('bad-signature', 'the request is not signed');
    headers[name] = value;
  }
  if (headers['content-digest'] !== digestHeader(request.body ?? new Uint8Array(0))) {
    throw new CandorError('bad-signature', 'the request body is not the one that was signed');
  }
  try {
    const verified = await verifySignature(describe(request, headers), {
      label: 'candor',
      policy: {
        algorithms: ['ed25519'],
        requiredComponents: COMPONENTS,
        requiredParameters: ['created', 'nonce', 'keyid', 'alg', 'tag'],
        // The library adds the skew to the age, so the skew alone bounds both the past and the future.
        maxAge: 0,
        clockSkew: CLOCK_SKEW_SECONDS,
        now: context.nowSeconds,
        validate: ({ parameters }) =>
          parameters.tag === context.audience && NONCE_FORM.test(parameters.nonce ?? ''),
      },
      resolveVerifier: (candidate) => {
        const key = keyFor(fromBase64url(String(candidate.parameters.keyid)));
        if (key === undefined) throw new CandorError('bad-signature');
        return { algorithm: 'ed25519', verify: (data, signature) => isSigned(key, data, signature) };
      },
    });
    const { keyid, nonce } = verified.parameters;
    return { kid: fromBase64url(String(keyid)), nonce: String(nonce) };
  } catch {
    throw new CandorError('bad-signature', 'the signature of the request does not verify');
  }
}

function describe(request: UnsignedRequest, headers: Record<string, string>): RequestDescriptor {
  return {
    kind: 'request',
    method: request.method,
    targetUri: request.url,
    fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
  };
}

function digestHeader(body: Uint8Array): string {
  return `sha-256=:${base64(sha256(body))}:`;
}

/** Plain base64 with padding, as Structured Fields write bytes (RFC 9651 §3.3.5). */
function base64(bytes: Uint8Array): string {
  const text = toBase64url(slice(bytes, 0)).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
