#!/usr/bin/env node
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { dayAt } from '../../shared/weeks.ts';
import { systemRandom } from '../key-file.ts';

/*
 * The `candor` command: finds the part that was asked for and gives it the process it runs in.
 */

const out = (text: string) => process.stdout.write(text);
const err = (text: string) => process.stderr.write(text);
const nowSeconds = () => Math.floor(Date.now() / 1000);
const today = () => dayAt(nowSeconds(), Intl.DateTimeFormat().resolvedOptions().timeZone);

interface Command {
  readonly says: string;
  run(argv: readonly string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  init: {
    says: 'set up an organisation: offline root, identities, settings file',
    run: async (argv) =>
      (await import('./init.ts')).runInit(argv, { out, err, ask, today, random: systemRandom }),
  },
  member: {
    says: 'make the keys of a member of a desk, and the card to hand over',
    run: async (argv) =>
      (await import('./member.ts')).runMember(argv, { out, err, askSecret, random: systemRandom }),
  },
  keyring: {
    says: 'who is on which desk, signed with the root; fingerprint and poster',
    run: async (argv) =>
      (await import('./keyring.ts')).runKeyring(argv, { out, err, today, random: systemRandom }),
  },
  pack: {
    says: 'build and pack the extension with your pins',
    run: async (argv) => (await import('./pack.ts')).runPack(argv, { out, err }),
  },
  policy: {
    says: 'policy files for every browser and platform',
    run: async (argv) => (await import('./policy.ts')).runPolicy(argv, { out, err }),
  },
  serve: {
    says: 'start the relay, the mailroom, both, or the server of updates',
    run: async (argv) =>
      (await import('./serve.ts')).runServe(argv, { env: process.env, out, err, stopRequested }),
  },
  backup: {
    says: 'write the mailroom’s store to a file',
    run: async (argv) => (await import('./backup.ts')).runBackup(argv, { env: process.env, out, err }),
  },
  restore: {
    says: 'fill an empty mailroom’s store from such a file',
    run: async (argv) => (await import('./backup.ts')).runRestore(argv, { env: process.env, out, err }),
  },
  doctor: {
    says: 'check a running deployment and explain what is wrong',
    run: async (argv) =>
      (await import('./doctor.ts')).runDoctor(argv, {
        out,
        err,
        nowSeconds,
        random: systemRandom,
        fetch: (url, init) => fetch(url, init),
      }),
  },
  guard: {
    says: 'try the identifiers guard on lines of text',
    run: async (argv) =>
      (await import('./guard.ts')).runGuard(argv, {
        stdin: process.stdin,
        out,
        err,
        drained: () => once(process.stdout, 'drain'),
      }),
  },
  inspection: {
    says: 'check a chain of inspection packs: whole, altered, or with a gap',
    run: async (argv) => (await import('./inspection.ts')).runInspection(argv, { out, err }),
  },
  simulate: {
    says: 'how large a crowd a setting leaves',
    run: async (argv) => (await import('./simulate.ts')).runSimulate(argv, { out, err }, Math.random),
  },
};

/** One for all questions: a second one would lose the lines that the first has read ahead. */
let terminal: AsyncIterator<string> | undefined;

async function ask(question: string): Promise<string> {
  out(question);
  terminal ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const { value, done } = await terminal.next();
  return done === true ? '' : value.trim();
}

/** What is typed does not show, and so is on no screen that is shared. */
function askSecret(question: string): Promise<string> {
  const shown = process.stdin.isTTY;
  if (!shown) return ask(question);
  out(question);
  const reader = createInterface({
    input: process.stdin,
    output: new Writable({ write: (_chunk, _encoding, done) => done() }),
    terminal: true,
  });
  return new Promise((resolve) => {
    reader.question('', (answer) => {
      reader.close();
      out('\n');
      resolve(answer);
    });
    reader.once('close', () => resolve(''));
  });
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { says }]) => `  ${name.padEnd(10)} ${says}\n`);
  return `Usage: candor COMMAND …\n\n${lines.join('')}\nEach command explains itself when called without what it needs.\n`;
}

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const [name, ...argv] = process.argv.slice(2);
const command = name === undefined ? undefined : COMMANDS[name];
if (command === undefined) {
  (name === '--help' || name === 'help' ? out : err)(usage());
  process.exitCode = name === '--help' || name === 'help' ? 0 : 2;
} else {
  process.exitCode = await command.run(argv);
  // A terminal that was asked would otherwise keep the process waiting for more.
  process.stdin.destroy();
}
