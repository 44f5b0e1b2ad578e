import { createHash } from 'node:crypto';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { fromBase64url } from '../../shared/base64url.ts';
import { intakeFor, random, START } from './drop-fixture.ts';

/*
 * Stores cells until it is killed, and says the hash of each on a line as soon as the drop has answered for it.
 * Arguments: path, wrapping key, intake kid, most cells. Ends with status 3 when the drop refuses to store more.
 */

const [path = '', wrapKey = '', kid = '', most = '1000000'] = process.argv.slice(2);
const drop = await openSqliteDrop(path, { wrapKey: fromBase64url(wrapKey), random });

let stored = 0;
async function sender(): Promise<void> {
  while (stored < Number(most)) {
    const intake = intakeFor(fromBase64url(kid));
    if ((await drop.accept(intake, START)) === 'stored') stored++;
    process.stdout.write(`${createHash('sha256').update(intake).digest('base64url')}\n`);
  }
}

process.stdout.write('ready\n');
try {
  await Promise.all(Array.from({ length: 24 }, sender));
  await drop.close();
} catch {
  process.exitCode = 3;
}
