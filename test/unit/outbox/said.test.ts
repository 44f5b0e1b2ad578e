import { describe, expect, it } from 'vitest';
import { crowdAsSaid } from '../../../extension/outbox/crowd.ts';
import { type Home, movingInto } from '../../../extension/outbox/home.ts';
import { type LogOffFacts, logOff } from '../../../extension/outbox/log-off.ts';
import { newSession, sessionFromJson, sessionToJson } from '../../../extension/outbox/session.ts';
import { silentSince } from '../../../extension/outbox/silence.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { ENVELOPE } from '../../../shared/sizes.ts';

describe('the log-off line', () => {
  const facts: LogOffFacts = {
    wiped: false,
    room: 4,
    failures: 0,
    nowSeconds: 1000,
    nextRewriteSeconds: 1021,
    nextTickSeconds: 1060,
    rewriteSeconds: 30,
    meanSeconds: 120,
    heldSeconds: 6,
  };

  it('counts to the rewrite that puts it on disk', () => {
    expect(logOff(facts)).toEqual({ kind: 'after-rewrite', seconds: 23 });
  });

  it('counts to the one after, where a concern sent now could still be undone at the next', () => {
    expect(logOff({ ...facts, nextRewriteSeconds: 1004 })).toEqual({ kind: 'after-rewrite', seconds: 36 });
    expect(logOff({ ...facts, nextRewriteSeconds: 990 })).toEqual({ kind: 'after-rewrite', seconds: 32 });
  });

  it('never calls a wiped profile safe', () => {
    expect(logOff({ ...facts, wiped: true })).toEqual({ kind: 'after-sending', minutes: 2 });
  });

  it('says that nothing gets through, where only leaving makes it safe', () => {
    expect(logOff({ ...facts, wiped: true, failures: 2 })).toEqual({ kind: 'not-leaving' });
    expect(logOff({ ...facts, room: 0, failures: 2 })).toEqual({ kind: 'not-leaving' });
    expect(logOff({ ...facts, failures: 2 }).kind).toBe('after-rewrite');
  });

  it('asks to stay while there is no place to put it', () => {
    expect(logOff({ ...facts, room: 0 }).kind).toBe('after-sending');
    expect(logOff({ ...facts, nextRewriteSeconds: null }).kind).toBe('after-sending');
  });
});

describe('silence', () => {
  const session = { ...newSession(1000), storedSeconds: 2000 };

  it('begins two hours after the last cell that the relay stored', () => {
    expect(silentSince(session, 1990, 2000 + 7199)).toBe(null);
    expect(silentSince(session, 1990, 2000 + 7200)).toBe(2000);
  });

  it('is not yet silence in the first minutes of a day, however old the manifest', () => {
    const fresh = newSession(100_000);
    expect(silentSince(fresh, 1000, 100_060)).toBe(null);
    expect(silentSince({ ...fresh, failures: 2 }, 1000, 100_300)).toBe(null);
  });

  it('is noticed in a short session too, when nothing has been heard since an earlier one', () => {
    expect(silentSince({ ...newSession(100_000), failures: 3 }, 50_000, 100_300)).toBe(50_000);
  });

  it('counts from the start where there never was anything', () => {
    const never = { ...newSession(1000), failures: 9 };
    expect(silentSince(never, null, 1000 + 7200)).toBe(1000);
  });
});

describe('a session', () => {
  it('comes back from memory as it was', () => {
    const session = {
      ...newSession(12.5),
      lastOutcome: 'stale' as const,
      stopped: { file: 'keys' as const, hash: new Uint8Array(32).fill(3) },
      pending: [
        {
          id: 'one',
          content: {
            desk: 3,
            deskKid: new Uint8Array(4).fill(1),
            envelope: new Uint8Array(ENVELOPE).fill(2),
          },
          heldUntil: 20.25,
          behindUntil: 0,
          placed: new Uint8Array(32).fill(9),
          placing: null,
        },
      ],
    };
    expect(sessionFromJson(JSON.parse(JSON.stringify(sessionToJson(session))))).toEqual(session);
  });

  it.each([[undefined], [null], [{}], ['text'], [{ ...newSession(1), startedSeconds: 'now' }]])(
    'that is %j counts as a browser that has just started',
    (json) => {
      expect(sessionFromJson(json)).toBe(null);
    },
  );
});

describe('the crowd', () => {
  it.each([
    [0, null],
    [1, 1],
    [9, 9],
    [47, 47],
    [199, 190],
    [2345, 2300],
    [10_999, 10_000],
  ])('of %i is said as %j: two figures, never more than there are', (machines, said) => {
    expect(crowdAsSaid(machines)).toBe(said);
  });
});

describe('the home of an outbox', () => {
  const homeWith = (bytes: Bytes | null): Home & { bytes: Bytes | null } => {
    const home = {
      bytes,
      load: async () => home.bytes,
      save: async (next: Bytes) => {
        home.bytes = next;
      },
      forget: async () => {
        home.bytes = null;
      },
    };
    return home;
  };
  const some = new Uint8Array([1]);
  const other = new Uint8Array([2]);

  it('takes in what an earlier setting left elsewhere, and leaves nothing there', async () => {
    const [mine, former] = [homeWith(null), homeWith(some)];
    expect(await movingInto(mine, former).load()).toBe(some);
    expect([mine.bytes, former.bytes]).toEqual([some, null]);
  });

  it('keeps its own', async () => {
    const [mine, former] = [homeWith(some), homeWith(other)];
    expect(await movingInto(mine, former).load()).toBe(some);
    expect(former.bytes).toBe(other);
  });

  it('is empty only when both are', async () => {
    expect(await movingInto(homeWith(null), homeWith(null)).load()).toBe(null);
  });
});
