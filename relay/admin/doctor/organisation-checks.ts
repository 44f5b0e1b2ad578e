import { type Keys, keyInUse } from '../../../shared/key-records.ts';
import { activeMembers, type Keyring } from '../../../shared/keyring.ts';
import type { Manifest } from '../../../shared/manifest.ts';
import { addDays, dayAt, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { LEAST_SENDS_PER_WINDOW } from '../crowd-simulation.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/** The rates that a site set, as far as they decide about the crowd. */
export interface Rates {
  readonly meanSendSeconds: number;
  readonly windowSeconds: number;
  readonly minimumCrowd: number;
}

const LAPSES_SOON_DAYS = 14;
/** An inbox makes keys for so many weeks whenever a member opens it. */
const KEY_WEEKS_AHEAD = 8;
const FEW_WEEKS = 1;
/** Fewer machines than this on at a time, and a start with the panel visible points at those who use it. */
const SAFE_CROWD = 1000;

/** Keys for now and for the next two weeks, for the mailroom and for every desk. */
export function checkKeyLifetimes(keys: Keys, nowSeconds: number): Finding[] {
  const owners = [{ id: 0, name: 'the mailroom' }, ...keys.keyring.desks];
  return owners.map(({ id, name }) => {
    const weeks = [0, 1, 2].filter(
      (week) => keyInUse(keys.records, id, nowSeconds + week * WEEK_SECONDS) !== undefined,
    );
    const remedy =
      id === 0
        ? 'Start the mailroom: it makes keys ahead by itself.'
        : 'A member of the desk opens the inbox: that makes keys for eight weeks.';
    if (!weeks.includes(0))
      return problem('key', `There is no key in use for ${name}: nothing can be sealed to it.`, remedy);
    if (weeks.length < 3) return warning('key', `The keys of ${name} end within two weeks.`, remedy);
    return ok('key', `There are keys for ${name} for the next two weeks.`);
  });
}

/** Enough members on every desk, and none about to lapse; one desk independent of HR. */
export function checkMembers(keyring: Keyring, nowSeconds: number): Finding[] {
  const today = dayAt(nowSeconds, 'UTC');
  const findings = keyring.desks.map((desk) => {
    const active = activeMembers(keyring, desk, today);
    const staying = activeMembers(keyring, desk, addDays(today, LAPSES_SOON_DAYS));
    const remedy = 'Put or renew members with "candor keyring add".';
    if (active.length === 0)
      return problem(
        'members',
        `Nobody is on the desk ${desk.name}: nobody can read what goes there.`,
        remedy,
      );
    if (active.length < 2)
      return warning('members', `Only one member is on the desk ${desk.name}: nobody can stand in.`, remedy);
    if (staying.length < active.length)
      return warning(
        'members',
        `A membership of ${desk.name} lapses within ${LAPSES_SOON_DAYS} days.`,
        remedy,
      );
    return ok('members', `${active.length} members are on the desk ${desk.name}.`);
  });
  if (keyring.desks.some((desk) => desk.independent)) return findings;
  return [
    ...findings,
    warning('independence', 'No desk is independent of HR: some concerns are about HR.', 'Offer one.'),
  ];
}

/** The crowd of the last packs, and whether rate and window let it hide anybody. */
export function checkCrowd(manifest: Manifest, rates: Rates, panel: string): Finding[] {
  const sends = (rates.windowSeconds / rates.meanSendSeconds).toFixed(1);
  const findings = [
    Number(sends) >= LEAST_SENDS_PER_WINDOW
      ? ok('rate', `Each machine sends ${sends} cells in a window.`)
      : problem(
          'rate',
          `Each machine sends ${sends} cells in a window; below ${LEAST_SENDS_PER_WINDOW} a pack misses too many machines.`,
          'Lower sendMinutes or lengthen windowSeconds; "candor simulate crowd" shows what follows.',
        ),
  ];
  return [...findings, ...startOf(manifest.crowd, rates.minimumCrowd, panel)];
}

/** The crowd, and whether this is the day on which to show the panel. */
function startOf(crowd: number, minimum: number, panel: string): Finding[] {
  const held = `The last packs held about ${crowd} machines`;
  if (crowd >= SAFE_CROWD) {
    const next = {
      hidden:
        'It is large enough: let a pilot group practise ("candor policy --pilot"), then set "panel" to on, for everyone on one day.',
      practice: 'It is large enough: set "panel" to on, for everyone on one day.',
    }[panel];
    return [ok('crowd', next === undefined ? `${held}.` : `${held}. ${next}`)];
  }
  const more = `Roll out to more machines first, to ${SAFE_CROWD} at least where you have them. A start on one ward is not safe.`;
  if (panel === 'hidden') return [warning('crowd', `${held}; the panel is hidden, as it should be.`, more)];
  if (crowd < minimum) {
    return [
      problem(
        'crowd',
        `${held}, fewer than the minimum of ${minimum}: nothing leaves the drop.`,
        `Set "panel" to hidden. ${more}`,
      ),
    ];
  }
  return panel === 'practice'
    ? [warning('crowd', `${held}. Enough to practise, not to start.`, more)]
    : [warning('crowd', `${held}. Who speaks up is one of so few.`, more)];
}

/** From the keys that members' inboxes made ahead: when somebody of a desk was there last, to the week. */
export function checkVisits(keys: Keys, nowSeconds: number): Finding[] {
  return keys.keyring.desks.flatMap(({ id, name }) => {
    const ends = keys.records.filter(({ desk }) => desk === id).map(({ until }) => until);
    // A desk without any key is named by checkKeyLifetimes.
    if (ends.length === 0) return [];
    const ahead = Math.floor((Math.max(...ends) - nowSeconds) / WEEK_SECONDS);
    const weeks = Math.max(0, KEY_WEEKS_AHEAD - ahead);
    return [
      weeks <= FEW_WEEKS
        ? ok('visits', `Somebody opened the inbox of ${name} within the last ${weeks + 1} weeks.`)
        : warning(
            'visits',
            `Nobody has opened the inbox of ${name} for about ${weeks} weeks.`,
            'Ask its members: people were promised an answer within 7 days.',
          ),
    ];
  });
}
