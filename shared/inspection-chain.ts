import { type DeskPack, isBalanced, type Pack, readPack, type SharedPack } from './inspection.ts';

/*
 * Whether packs form a chain: each names the one before, no quarter is missing, and nothing was changed since.
 */

/**
 * What is wrong with one file. unreadable: no pack; altered: its hash is that of something else; unbalanced: its numbers do
 * not add up; gap: the quarter before it is missing; other-previous: it names another pack than the one that is there;
 * opening: it does not begin with what was carried over; twice: another pack of the same quarter; other-copy: the copy to
 * share does not belong to the desk's copy.
 */
export type PackProblem =
  | 'unreadable'
  | 'altered'
  | 'unbalanced'
  | 'gap'
  | 'other-previous'
  | 'opening'
  | 'twice'
  | 'other-copy';

export interface CheckedPack {
  readonly file: string;
  /** `null` for a file that could not be read. */
  readonly pack: Pack | null;
  readonly hash: string | null;
  readonly problems: readonly PackProblem[];
}

/**
 * altered: something was changed, or does not belong together; gap: a quarter is missing; otherwise whole. `begins` is
 * `later` when the first pack names one that is not among the files.
 */
export interface CheckedChain {
  readonly state: 'whole' | 'altered' | 'gap';
  readonly begins: 'first' | 'later' | null;
  /** By organisation, desk, copy and quarter; unreadable files first. */
  readonly packs: readonly CheckedPack[];
}

/** Checks files in any order, of one desk or several, of both copies. */
export function checkChain(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): CheckedChain {
  const read = files.map(({ name, bytes }) => {
    const found = readPack(bytes);
    const pack = found.state === 'unreadable' ? null : found.pack;
    const hash = found.state === 'read' ? found.hash : null;
    const problems: PackProblem[] = found.state === 'read' ? [] : [found.state];
    if (found.state === 'read' && !isBalanced(found.pack)) problems.push('unbalanced');
    return { file: name, pack, hash, problems };
  });
  read.sort((a, b) => (keyOf(a.pack) < keyOf(b.pack) ? -1 : 1));
  let begins: CheckedChain['begins'] = null;
  for (const [at, one] of read.entries()) {
    const { pack, problems } = one;
    if (pack === null) continue;
    const before = read[at - 1];
    if (before?.pack == null || lineOf(before.pack) !== lineOf(pack)) {
      if (pack.previous !== null) begins = 'later';
      else begins ??= 'first';
    } else problems.push(...linkProblems(before.pack, before.hash, pack));
    const other = read.find(({ pack: twin }) => twin !== null && areCopies(twin, pack));
    if (other !== undefined && !belongTogether(pack, one.hash, other.pack, other.hash)) {
      problems.push('other-copy');
    }
  }
  const problems = read.flatMap((one) => one.problems);
  const state = problems.some((problem) => problem !== 'gap')
    ? 'altered'
    : problems.length > 0
      ? 'gap'
      : 'whole';
  return { state, begins, packs: read };
}

/** The quarter that follows one: `2026-Q4` comes after `2026-Q3`. */
export function quarterAfter(quarter: string): string {
  const [year = 0, number = 0] = quarter.split('-Q').map(Number);
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}

function linkProblems(before: Pack, hashBefore: string | null, pack: Pack): PackProblem[] {
  if (before.quarter === pack.quarter) return ['twice'];
  if (quarterAfter(before.quarter) !== pack.quarter) return ['gap'];
  if (hashBefore !== null && pack.previous !== hashBefore) return ['other-previous'];
  return beginsWith(before, pack) ? [] : ['opening'];
}

function beginsWith(before: Pack, pack: Pack): boolean {
  if (before.copy === 'desk') {
    return pack.balance.opening === before.carried.length;
  }
  const { carried } = before.balance;
  const { opening } = pack.balance;
  return carried === null || opening === null || carried === opening;
}

function areCopies(a: Pack, b: Pack): boolean {
  return (
    a.copy !== b.copy && a.quarter === b.quarter && a.desk === b.desk && a.organisation === b.organisation
  );
}

function belongTogether(a: Pack, hashA: string | null, b: Pack | null, hashB: string | null): boolean {
  if (b === null || hashA === null || hashB === null) return true;
  const [desk, deskHash, shared] = a.copy === 'desk' ? [a, hashA, b] : [b as DeskPack, hashB, a];
  const { balance, deskCopy } = shared as SharedPack;
  const exact = {
    ...desk.balance,
    finished: desk.balance.closed + desk.balance.moved,
    carried: desk.balance.held + desk.balance.open,
  };
  const names = Object.keys(balance) as (keyof typeof balance)[];
  return (
    deskCopy === deskHash && names.every((name) => balance[name] === null || balance[name] === exact[name])
  );
}

function lineOf({ organisation, desk, copy }: Pack): string {
  return JSON.stringify([organisation, desk, copy]);
}

function keyOf(pack: Pack | null): string {
  return pack === null ? '' : `${lineOf(pack)} ${pack.quarter}`;
}
