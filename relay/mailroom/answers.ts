import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';
import { type Bytes, textOf } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'bad-signature': 401,
  'replayed-request': 401,
  'not-yours': 403,
  'not-found': 404,
  stale: 409,
  'tag-used': 409,
  'too-long': 413,
  unreachable: 503,
};

/** The one form of every refusal: a status and a code, nothing of what was asked. */
export function refusal(c: Context, code: ErrorCode): Response {
  return c.json({ error: code }, STATUS[code] ?? 400);
}

/** A public file: the same bytes for whoever asks. */
export function fileAnswer(c: Context, bytes: Bytes): Response {
  return c.body(bytes, 200, { 'content-type': 'application/octet-stream' });
}

/** Parses a JSON body strictly. Throws `bad-request` without saying where. */
export function parseBody<T>(schema: v.GenericSchema<unknown, T>, body: Bytes): T {
  try {
    return v.parse(schema, JSON.parse(textOf(body)));
  } catch {
    throw new CandorError('bad-request');
  }
}
