import { Hono } from 'hono';
import { type CellStatus, encodeAnswer } from '../../shared/answer.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { hopKidOf } from '../../shared/cell.ts';
import { CELL, MANIFEST } from '../../shared/sizes.ts';
import { alarm } from './alarm.ts';
import { type Budget, siteBudget } from './budget.ts';
import type { HopDeps } from './deps.ts';
import { NATIVE_HASHING } from './native-hashing.ts';
import { type CellOpening, type OpenedHop, openingHere } from './opening.ts';
import { readBody } from './read-body.ts';
import { bytesResponse } from './responses.ts';
import type { View, Views } from './view.ts';

/** What the relay says to a cell; `intake` is `null` where it could not open it, and can prove nothing. */
interface Outcome {
  readonly status: CellStatus;
  readonly intake: Bytes | null;
}

const UNREADABLE: Outcome = { status: 'refused', intake: null };
/** Stands where the manifest will be once there is one; it verifies under no identity. */
const NO_MANIFEST = new Uint8Array(MANIFEST);

/**
 * `POST /v1/cells`: one cell in, one answer of constant size out, whatever came. Nothing of a request is looked at but
 * its body.
 */
export function cells(deps: HopDeps, views: Views): Hono {
  const { settings, clock, log, opening = openingHere(deps.staffKeys) } = deps;
  const watch = {
    budget: siteBudget(settings.siteBudgetPerSecond, clock, log),
    failed: alarm('cell.failed', clock, log),
    opening,
  };
  return new Hono().post('/v1/cells', async (c) => {
    const { status, intake } = await outcomeOf(c.req.raw, deps, views, watch);
    const { manifest } = await views.current();
    return bytesResponse(encodeAnswer(status, intake, manifest ?? NO_MANIFEST, deps.random, NATIVE_HASHING));
  });
}

async function outcomeOf(
  request: Request,
  deps: HopDeps,
  views: Views,
  { budget, failed, opening }: { budget: Budget; failed: () => void; opening: CellOpening },
): Promise<Outcome> {
  try {
    if (!budget.take()) return UNREADABLE;
    const cell = await readBody(request, CELL);
    const opened = cell === null ? null : await openedCell(cell, deps, views, opening);
    if (opened === null) return UNREADABLE;
    const { intake } = opened;
    if (!opened.fromStaff) return { status: 'refused', intake };
    if (!(await isRecent(opened.manifestHash, views))) return { status: 'stale', intake };
    // A repeated cell takes the same way: only the drop knows that it has it.
    return { status: await deps.drop.accept(intake, deps.clock()), intake };
  } catch {
    // The sender cut the connection or the drop is away. An answer that proves nothing makes an install try again.
    failed();
    return UNREADABLE;
  }
}

async function openedCell(
  cell: Bytes,
  { clock }: HopDeps,
  views: Views,
  opening: CellOpening,
): Promise<OpenedHop | null> {
  const kid = hopKidOf(cell);
  if (kid === null) return null;
  const find = (view: View) => view.opener(kid);
  const hop = find(await views.current()) ?? find(await views.newer());
  return hop === undefined || hop.untilSeconds <= clock() ? null : opening.open(cell, hop);
}

async function isRecent(manifestHash: Bytes, views: Views): Promise<boolean> {
  if ((await views.current()).knowsManifest(manifestHash)) return true;
  return (await views.newer()).knowsManifest(manifestHash);
}
