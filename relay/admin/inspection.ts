import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { LARGEST_PACK_BYTES } from '../../shared/inspection.ts';
import {
  type CheckedChain,
  type CheckedPack,
  checkChain,
  type PackProblem,
} from '../../shared/inspection-chain.ts';

const USAGE = `Usage: candor inspection verify FILE…

Says whether inspection packs form a whole chain: each names the one before, no quarter is missing, the numbers add up,
and nothing was changed since. Takes the desk's copies, the copies to share, or both, in any order. Nothing is sent.

Exit status: 0 for a whole chain, 1 for one with a gap or that was altered, 2 for files that cannot be opened.
`;

const PROBLEMS: Readonly<Record<PackProblem, string>> = {
  unreadable: 'not an inspection pack',
  altered: 'ALTERED: the contents do not match their hash',
  unbalanced: 'the numbers do not add up',
  gap: 'GAP: the pack of the quarter before it is missing',
  'other-previous': 'ALTERED: it names another pack as the one before it',
  opening: 'it does not begin with what the quarter before carried over',
  twice: 'there are two packs of this quarter',
  'other-copy': 'the copy to share and the desk’s copy do not belong together',
};

const VERDICTS: Readonly<Record<CheckedChain['state'], string>> = {
  whole: 'The chain is whole.',
  gap: 'The chain has a gap.',
  altered: 'The chain was altered, or its files do not belong together.',
};

/** `candor inspection verify FILE…`: 0 for a whole chain, 1 otherwise, 2 for a wrong call. */
export async function runInspection(
  argv: readonly string[],
  io: { out(text: string): void; err(text: string): void },
): Promise<number> {
  const [verb, ...paths] = argv;
  if (verb !== 'verify' || paths.length === 0) {
    io.err(USAGE);
    return 2;
  }
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const path of paths) {
    try {
      // A file that is far too long is no pack and need not be read to say so.
      const tooLong = statSync(path).size > LARGEST_PACK_BYTES;
      files.push({ name: basename(path), bytes: tooLong ? new Uint8Array() : readFileSync(path) });
    } catch {
      io.err(`${path} cannot be opened\n`);
      return 2;
    }
  }
  const checked = checkChain(files);
  for (const pack of checked.packs) io.out(lineOf(pack));
  if (checked.begins === 'later') {
    io.out('The first of these names an earlier pack that is not among them.\n');
  }
  io.out(`${VERDICTS[checked.state]}\n`);
  return checked.state === 'whole' ? 0 : 1;
}

function lineOf({ file, pack, hash, problems }: CheckedPack): string {
  const about =
    pack === null
      ? shown(file)
      : `${pack.quarter}  ${shown(pack.desk)}, ${shown(pack.organisation)}  (${pack.copy === 'desk' ? 'desk’s copy' : 'to share'}, ${shown(file)})`;
  const lines = problems.length === 0 ? ['in order'] : problems.map((problem) => PROBLEMS[problem]);
  return [about, ...(hash === null ? [] : [`hash ${hash}`]), ...lines].join('\n    ').concat('\n');
}

/** A file could hold letters that move the cursor about. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}
