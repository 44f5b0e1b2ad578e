import * as v from 'valibot';
import { type Bytes, equalBytes, type RandomBytes } from '../../../shared/bytes.ts';
import { signRequest } from '../../../shared/request-signature.ts';
import type { SigningKeyPair } from '../../../shared/signing.ts';
import { type Finding, ok, problem, warning } from './finding.ts';
import type { DoctorSite } from './relay-checks.ts';

/** A pack is fetched within minutes; whoever finds one this old looks at a mailroom that does not come. */
const MOST_WAITING_SECONDS = 2 * 3600;
const listSchema = v.array(v.looseObject({ closedSeconds: v.number() }));

/** Looks at the mailroom from inside the hospital, as an inbox would. */
export async function checkMailroom(
  mailroomUrl: string,
  relayKeysFile: Bytes | undefined,
  fetch: DoctorSite['fetch'],
): Promise<Finding[]> {
  const remedy =
    'Is the mailroom running, and is this computer inside the network in which it can be reached?';
  try {
    const health = await fetch(`${mailroomUrl}/v1/health`);
    if (!health.ok) return [problem('mailroom', `The mailroom answers ${health.status}.`, remedy)];
    const keys = await fetch(`${mailroomUrl}/v1/keys`);
    if (!keys.ok) {
      return [
        problem('mailroom-store', 'The mailroom has no keys file.', 'Look at its log, and at its store.'),
      ];
    }
    const bytes = new Uint8Array(await keys.arrayBuffer());
    return [
      ok('mailroom', 'The mailroom answers, and reads from its store.'),
      relayKeysFile === undefined || equalBytes(bytes, relayKeysFile)
        ? ok('published', 'The relay serves the keys that the mailroom made.')
        : warning(
            'published',
            'The relay serves other keys than the mailroom made.',
            'This is so for a minute after a change. If it stays: can the mailroom reach the relay? See file.refused in its log.',
          ),
    ];
  } catch {
    return [warning('mailroom', 'The mailroom cannot be reached from here.', remedy)];
  }
}

/** Asks the relay, in the mailroom's name, for packs that nobody has fetched. Nothing is asked without its key. */
export async function checkPacks(
  site: DoctorSite,
  identity: SigningKeyPair | null,
  random: RandomBytes,
): Promise<Finding[]> {
  if (identity === null) return [];
  const url = `${site.relayUrl}/v1/packs`;
  const headers = signRequest({ method: 'GET', url }, identity, {
    audience: 'candor-relay',
    nowSeconds: site.nowSeconds,
    random,
  });
  try {
    const response = await site.fetch(url, { headers });
    if (!response.ok) {
      return [
        problem(
          'packs',
          `The relay refuses the mailroom: ${response.status}.`,
          'Does mailroom.key belong to the keyring in force? Are the clocks of both machines right?',
        ),
      ];
    }
    const packs = v.parse(listSchema, await response.json());
    const oldest = Math.min(...packs.map(({ closedSeconds }) => closedSeconds));
    const hours = Math.floor((site.nowSeconds - oldest) / 3600);
    return [
      packs.length === 0 || site.nowSeconds - oldest <= MOST_WAITING_SECONDS
        ? ok('packs', `${packs.length} packs wait to be fetched, none for long.`)
        : problem(
            'packs',
            `${packs.length} packs wait, the oldest for ${hours} hours: nothing reaches the desks.`,
            'Start the mailroom. Packs are deleted 14 days after they closed.',
          ),
    ];
  } catch {
    return [problem('packs', 'The list of packs cannot be read.', 'Is the relay running, in this version?')];
  }
}
