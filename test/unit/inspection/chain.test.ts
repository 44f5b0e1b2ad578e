import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { INSPECTION_SCHEMA } from '../../../extension/inbox/inspection/schema.ts';
import { sharedPackOf } from '../../../extension/inbox/inspection/share.ts';
import { runInspection } from '../../../relay/admin/inspection.ts';
import { textOf, utf8 } from '../../../shared/bytes.ts';
import { type DeskPack, encodePack, hashOfPack, type Pack, readPack } from '../../../shared/inspection.ts';
import { checkChain, quarterAfter } from '../../../shared/inspection-chain.ts';

const HASH = 'A'.repeat(43);

function deskPack(
  quarter: string,
  carriedBefore: number,
  carried: number,
  previous: string | null,
): DeskPack {
  return {
    copy: 'desk',
    v: 1,
    organisation: 'Hospital',
    desk: 'Patient safety',
    quarter,
    made: '2026-W41',
    previous,
    balance: {
      opening: carriedBefore,
      received: 60,
      reopened: 0,
      closed: 60 + carriedBefore - carried,
      moved: 0,
      held: 0,
      deleted: 0,
      open: carried,
    },
    signals: 40,
    clocks: { acknowledge: { due: 58, kept: 57 }, answer: { due: 3, kept: 3 } },
    decisions: [
      {
        case: 'C-aaaaaaaaaaaa',
        week: '2026-W30',
        what: 'moved',
        why: 'police',
        by: 'Guardian',
        agreed: 'HR',
      },
    ],
    carried: Array.from({ length: carried }, (_, n) => ({
      case: `C-${quarter.slice(0, 4)}${String(n).padStart(8, '0')}`,
      week: '2026-W30',
      answerBy: null,
    })),
    log: { heads: HASH, missing: 0 },
    salt: HASH,
  };
}

/** Four quarters in a row, in both copies. */
function chain(): { desk: DeskPack[]; shared: Pack[] } {
  const desk: DeskPack[] = [];
  const shared: Pack[] = [];
  for (const [at, quarter] of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].entries()) {
    const [before, sharedBefore] = [desk.at(-1), shared.at(-1)];
    desk.push(deskPack(quarter, 12 + at, 13 + at, before ? hashOfPack(before) : null));
    shared.push(sharedPackOf(desk.at(-1) as DeskPack, sharedBefore ? hashOfPack(sharedBefore) : null));
  }
  return { desk, shared };
}

const files = (packs: readonly Pack[]) =>
  packs.map((pack, at) => ({ name: `${at}.json`, bytes: encodePack(pack) }));
const problemsOf = (packs: Parameters<typeof checkChain>[0]) =>
  checkChain(packs).packs.flatMap(({ problems }) => problems);

describe('a pack as a file', () => {
  it('follows the schema that it carries, as a validator of somebody else reads it', () => {
    const { desk, shared } = chain();
    for (const pack of [...desk, ...shared]) {
      const file = JSON.parse(textOf(encodePack(pack, INSPECTION_SCHEMA)));
      const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(file.schema);
      expect(valid(file) ? [] : valid.errors).toEqual([]);
      expect(valid({ ...file, pack: { ...file.pack, reporter: 'x' } })).toBe(false);
      expect(readPack(encodePack(pack, INSPECTION_SCHEMA)).state).toBe('read');
    }
  });
});

describe('a chain of packs', () => {
  const { desk, shared } = chain();

  it('is whole in any order, in either copy and in both', () => {
    for (const packs of [desk, shared, [...desk, ...shared], [...shared, ...desk].toReversed()]) {
      expect(checkChain(files(packs))).toMatchObject({ state: 'whole', begins: 'first' });
    }
    expect(checkChain(files(desk.slice(2)))).toMatchObject({ state: 'whole', begins: 'later' });
  });

  it('shows a gap where a quarter is missing', () => {
    expect(checkChain(files([desk[0], desk[2], desk[3]] as Pack[])).state).toBe('gap');
    expect(problemsOf(files([desk[0], desk[3]] as Pack[]))).toEqual(['gap']);
  });

  it.each([
    ['a number', '"received": 60', '"received": 61'],
    ['a role', 'Guardian', 'Guard'],
    ['a week', '2026-W30', '2026-W31'],
    ['the organisation', '"Hospital"', '"Hostel"'],
  ])('shows that %s was changed', (_, from, to) => {
    const changed = utf8(textOf(encodePack(desk[1] as Pack)).replace(from, to));
    const all = files(desk).with(1, { name: 'b.json', bytes: changed });
    expect(checkChain(all).state).toBe('altered');
    expect(checkChain(all).packs.some(({ problems }) => problems.includes('altered'))).toBe(true);
  });

  it('shows a pack that was written anew, with a hash of its own: the next one names another', () => {
    const second = desk[1] as DeskPack;
    const rewritten = { ...second, decisions: [] };
    expect(problemsOf(files(desk.with(1, rewritten)))).toEqual(['other-previous']);
    const numbers = { ...second.balance, received: 61 };
    expect(problemsOf(files(desk.with(1, { ...second, balance: numbers })))).toContain('unbalanced');
    expect(problemsOf(files([...desk, rewritten]))).toContain('twice');
  });

  it('shows a copy to share that is another desk copy’s, or says another number', () => {
    const other = sharedPackOf({ ...(desk[0] as DeskPack), salt: 'B'.repeat(43) }, null);
    expect(problemsOf(files([desk[0] as Pack, other]))).toContain('other-copy');
    const { balance } = shared[0] as ReturnType<typeof sharedPackOf>;
    const lied = { ...(shared[0] as Pack), balance: { ...balance, finished: null, received: 99 } } as Pack;
    expect(problemsOf(files([desk[0] as Pack, lied]))).toContain('other-copy');
  });

  it('refuses what is no pack, and never throws', () => {
    const odd = ['', '{}', 'null', '[]', '{"pack":{}}', '\u0000', '['.repeat(100_000), '{"__proto__":1}'].map(
      utf8,
    );
    const unknown = utf8(textOf(encodePack(desk[0] as Pack)).replace('"copy"', '"x": 1, "copy"'));
    for (const bytes of [...odd, unknown, new Uint8Array([0xff, 0xfe]), new Uint8Array(9_000_000)]) {
      expect(readPack(bytes)).toEqual({ state: 'unreadable' });
    }
    expect(checkChain([{ name: 'x', bytes: utf8('{}') }]).state).toBe('altered');
  });

  it('knows which quarter comes next', () => {
    expect([quarterAfter('2026-Q3'), quarterAfter('2026-Q4')]).toEqual(['2026-Q4', '2027-Q1']);
  });
});

describe('candor inspection verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspection-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (packs: readonly { name: string; bytes: Uint8Array }[], verb = 'verify') => {
    const said = { out: '', err: '' };
    const paths = packs.map(({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const status = await runInspection([verb, ...paths], {
      out(text) {
        said.out += text;
      },
      err(text) {
        said.err += text;
      },
    });
    return { status, ...said };
  };

  it('says whole, gap or altered, quarter by quarter, and by its exit status', async () => {
    const { desk } = chain();
    const whole = await run(files(desk));
    expect(whole.status).toBe(0);
    expect(whole.out).toMatch(/^2026-Q1 {2}Patient safety, Hospital/);
    expect(whole.out).toContain('The chain is whole.');
    const gap = await run(files([desk[0], desk[2]] as Pack[]));
    expect([gap.status, gap.out.includes('The chain has a gap.')]).toEqual([1, true]);
    const altered = await run(files(desk.with(1, { ...(desk[1] as DeskPack), decisions: [] })));
    expect([altered.status, altered.out.includes('The chain was altered')]).toEqual([1, true]);
  });

  it('explains itself, and says which file cannot be opened', async () => {
    expect((await run([], 'verify')).err).toContain('Usage: candor inspection verify');
    expect((await run([], 'make')).status).toBe(2);
    const said: string[] = [];
    const io = { out: () => undefined, err: (text: string) => void said.push(text) };
    expect(await runInspection(['verify', join(folder, 'nowhere.json')], io)).toBe(2);
    expect(said.join('')).toContain('cannot be opened');
  });
});
