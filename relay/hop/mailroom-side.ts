import { type Context, Hono } from 'hono';
import type { Bytes } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { FILE_NAMES } from '../drop/drop.ts';
import { alarm } from './alarm.ts';
import type { HopDeps } from './deps.ts';
import { checkMailroomRequest } from './mailroom-request.ts';
import { confirmPack, listPacks, sendPack } from './packs.ts';
import { hashNamed } from './public-files.ts';
import { readBody } from './read-body.ts';
import { errorResponse, jsonResponse } from './responses.ts';
import {
  MOST_FILE_BYTES,
  MOST_REPLY_BYTES,
  mailroomNamedBy,
  putPublicFile,
  putReplyPack,
} from './uploads.ts';
import type { Views } from './view.ts';

const STATUS: Partial<Record<ErrorCode, 400 | 404 | 409>> = {
  'bad-request': 400,
  'not-found': 404,
  stale: 409,
};
/** Taken, and not published yet. */
const ACCEPTED = 202;
/** Well formed, and not to be published. */
const UNPROCESSABLE = 422;

/** What only the mailroom may do: fetch packs, publish files. Every request is signed, and none is taken twice. */
export function mailroomSide(deps: HopDeps, views: Views): Hono {
  const app = new Hono();
  const { drop } = deps;
  const refused = alarm('mailroom-request.refused', deps.clock, deps.log);

  const known = async (): Promise<Bytes[]> => {
    const { keys } = await views.current();
    return keys === null ? [] : [keys.keyring.mailroom];
  };
  /** Does `work` for a request that one of the mailroom's keys signed; says in one word why not otherwise. */
  const signed = async (
    c: Context,
    mostBytes: number,
    mailroomKeys: (body: Bytes) => Promise<readonly Bytes[]>,
    work: (body: Bytes) => Promise<Response>,
  ): Promise<Response> => {
    const body = await readBody(c.req.raw, mostBytes);
    if (body === null) return errorResponse('too-long', 413);
    try {
      await checkMailroomRequest(c.req.raw, body, await mailroomKeys(body), deps);
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      refused();
      return errorResponse('bad-signature', 401);
    }
    try {
      return await work(body);
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      return errorResponse(error.code, STATUS[error.code] ?? UNPROCESSABLE);
    }
  };

  app.get('/v1/packs', (c) => signed(c, 0, known, () => listPacks(drop)));
  app.get('/v1/packs/:id', (c) => signed(c, 0, known, () => sendPack(drop, c.req.param('id'))));
  app.delete('/v1/packs/:id', (c) => signed(c, 0, known, () => confirmPack(drop, c.req.param('id'))));

  for (const name of FILE_NAMES) {
    app.put(`/v1/files/${name}`, (c) =>
      signed(
        c,
        MOST_FILE_BYTES,
        // An empty relay learns who the mailroom is from the first keys that the root has signed; so does one whose
        // mailroom gets another identity.
        async (body) => {
          const named = name === 'keys' ? await mailroomNamedBy(body, deps.rootKey) : null;
          return named === null ? known() : [...(await known()), named];
        },
        async (body) => {
          const due = await putPublicFile(name, body, deps, await views.current());
          views.forget();
          return due === null ? jsonResponse({ ok: true }) : jsonResponse({ due }, ACCEPTED);
        },
      ),
    );
  }
  app.put('/v1/replies/:hash', (c) =>
    signed(c, MOST_REPLY_BYTES, known, async (body) => {
      const hash = hashNamed(c.req.param('hash'));
      if (hash === null) throw new CandorError('not-found');
      await putReplyPack(hash, body, deps);
      return jsonResponse({ ok: true });
    }),
  );
  return app;
}
