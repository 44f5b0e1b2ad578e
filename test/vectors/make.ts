import { writeFileSync } from 'node:fs';
import { fileText, KINDS, vectorFileOf } from './own-vectors.ts';

/*
 * `npm run vectors`: writes test/vectors/own anew. Run it only when a format changes on purpose: the same bytes come
 * out of every run, so any difference that git shows is a change of the protocol.
 */

for (const kind of KINDS) {
  const file = await vectorFileOf(kind);
  writeFileSync(new URL(`own/${kind.name}.json`, import.meta.url), fileText(file));
  process.stdout.write(`${kind.name}: ${file.vectors.length}\n`);
}
