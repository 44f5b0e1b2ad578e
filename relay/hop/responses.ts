import { type Bytes, utf8 } from '../../shared/bytes.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/*
 * Every answer of the relay is made here, with the same headers, set in one go: Hono's middlewares for them take longer
 * than all else that answering a cell needs apart from its cryptography. No cookie, nothing about the request.
 */

const SECURITY = {
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Extension pages may read it without CORS, as Firefox builds do.
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};
const FRESH = { ...SECURITY, 'cache-control': 'no-store' };
const BYTES = { ...FRESH, 'content-type': 'application/octet-stream' };
const FOR_EVER = { ...BYTES, 'cache-control': 'public, max-age=31536000, immutable' };
const JSON_TEXT = { ...FRESH, 'content-type': 'application/json' };
const PREFLIGHT = {
  ...FRESH,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '86400',
};

export function bytesResponse(bytes: Bytes): Response {
  return new Response(bytes, { headers: BYTES });
}

/** For what is named by its hash and so never changes. */
export function immutableResponse(bytes: Bytes): Response {
  return new Response(bytes, { headers: FOR_EVER });
}

export function streamResponse(body: ReadableStream<Bytes>, lengthBytes: number): Response {
  return new Response(body, { headers: { ...BYTES, 'content-length': String(lengthBytes) } });
}

export function jsonResponse(value: unknown, status = 200): Response {
  return new Response(utf8(JSON.stringify(value)), { status, headers: JSON_TEXT });
}

export function errorResponse(code: ErrorCode, status: number): Response {
  return jsonResponse({ error: code }, status);
}

export function preflightResponse(): Response {
  return new Response(null, { status: 204, headers: PREFLIGHT });
}
