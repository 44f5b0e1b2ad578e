import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import type { RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { writeKeyFile } from '../key-file.ts';
import { askAnswers, checkAnswers, type InitAnswers, USUAL_DESKS } from './init-answers.ts';
import { newOrganisation, type Organisation } from './organisation.ts';
import { refusal } from './refusal.ts';
import { settingsTemplate } from './settings-template.ts';

const USAGE = `Usage: candor init [--answers FILE] [--out FOLDER]

Sets up an organisation: the offline root, the identities of relay and mailroom, their keys and one commented settings
file. Asks a few questions, or takes the answers from a TOML file. Writes into a new folder (default: candor-site).
`;

export interface InitIo {
  out(text: string): void;
  err(text: string): void;
  /** Asks a question at the terminal; rejects where there is none. */
  ask(question: string): Promise<string>;
  today(): string;
  random: RandomBytes;
}

/** `candor init`: exit status 0, or 2 when the call or the answers are wrong. Never overwrites anything. */
export async function runInit(argv: readonly string[], io: InitIo): Promise<number> {
  const order = orderOf(argv);
  if (order === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    if (existsSync(order.out)) {
      throw new CandorError('bad-settings', `${order.out} is already there: name a new folder with --out`);
    }
    const given = order.answers === undefined ? await askAnswers(io.ask) : readAnswers(order.answers);
    const answers = checkAnswers(given);
    const desks = (answers.desks ?? USUAL_DESKS).map((desk) => ({ ...desk, members: [] }));
    const organisation = newOrganisation(
      { org: answers.organisation, operator: answers.operator, desks },
      io.today(),
      io.random,
    );
    writeFolder(order.out, answers, organisation);
    io.out(whatToKeep(order.out, answers, organisation));
    return 0;
  } catch (error) {
    return refusal(error, io);
  }
}

function writeFolder(out: string, answers: InitAnswers, organisation: Organisation): void {
  for (const folder of ['offline', 'relay', 'mailroom'])
    mkdirSync(join(out, folder), { recursive: true, mode: 0o700 });
  writeKeyFile(join(out, 'offline/root.key'), organisation.root.seed);
  writeKeyFile(join(out, 'relay/relay.key'), organisation.relay.seed);
  writeKeyFile(join(out, 'relay/staff.key'), organisation.staffKey);
  writeKeyFile(join(out, 'relay/relay-wrap.key'), organisation.relayWrapKey);
  writeKeyFile(join(out, 'mailroom/mailroom.key'), organisation.mailroom.seed);
  writeKeyFile(join(out, 'mailroom/mailroom-wrap.key'), organisation.mailroomWrapKey);
  writeFileSync(join(out, 'mailroom/keyring.bin'), organisation.keyringBlob);
  writeFileSync(join(out, 'candor.toml'), settingsTemplate(answers, organisation), { mode: 0o600 });
}

function whatToKeep(out: string, answers: InitAnswers, organisation: Organisation): string {
  const words = fingerprint(
    organisation.root.publicKey,
    organisation.relay.publicKey,
    organisation.keyringBlob,
  );
  return `${answers.organisation.name} is set up in ${out}.

Keep these apart:
  offline/root.key        On paper or a stick in a safe, two copies, never on a server. Whoever has it can name desks.
  relay/                  To whoever runs the relay (${answers.operator.name}), by hand. Nobody else needs it.
  mailroom/               To the mailroom's machine inside your network.
  */…-wrap.key            Out of database backups: with them, a backup would open what has been destroyed.
  candor.toml             To both machines. It holds the staff key, so keep it to administrators.

Four words for the poster, the panel and the inbox to agree on:  ${words}
They change with every new keyring.

Next: each member of a desk makes her key in the inbox (or with "candor member") and hands over a card; "candor keyring
add" puts her on the desk.
`;
}

function readAnswers(file: string): unknown {
  try {
    return parseToml(readFileSync(file, 'utf8'));
  } catch {
    throw new CandorError('bad-settings', `${file} cannot be read as TOML`);
  }
}

function orderOf(argv: readonly string[]): { answers?: string; out: string } | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { answers: { type: 'string' }, out: { type: 'string', default: 'candor-site' } },
    });
    return { out: values.out, ...(values.answers !== undefined && { answers: values.answers }) };
  } catch {
    return null;
  }
}
