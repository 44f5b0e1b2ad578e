import type { Pulse } from '../../../shared/pulse.ts';

/** A pulse without its day, desk and id. */
export type ReadyMade = Pick<Pulse, 'items' | 'reasons' | 'source' | 'title'>;

/*
 * Questions that a desk can put as they stand, in English. The second and third are published instruments: another
 * wording would no longer be them, and a translation needs checking of its own.
 */

/** Ours: three items, 20 seconds. Not validated. */
export const SPEAK_UP: ReadyMade = {
  title: 'Speaking up here',
  items: [
    { text: 'I could report a safety worry here without it being held against me.', scale: 'agree5' },
    { text: 'If I report something, something sensible happens.', scale: 'agree5' },
    { text: 'I know what happened after the last report in my area.', scale: 'agree5' },
  ],
  reasons: true,
};

/** Seven items on psychological safety; 1, 3 and 5 are turned round. */
export const TEAM_SAFETY: ReadyMade = {
  title: 'Safety in the team',
  source:
    'Edmondson A. Psychological safety and learning behavior in work teams. Adm Sci Q 1999;44(2):350-383.',
  items: [
    {
      text: 'If you make a mistake on this team, it is often held against you.',
      scale: 'agree7',
      reversed: true,
    },
    { text: 'Members of this team are able to bring up problems and tough issues.', scale: 'agree7' },
    {
      text: 'People on this team sometimes reject others for being different.',
      scale: 'agree7',
      reversed: true,
    },
    { text: 'It is safe to take a risk on this team.', scale: 'agree7' },
    {
      text: 'It is difficult to ask other members of this team for help.',
      scale: 'agree7',
      reversed: true,
    },
    {
      text: 'No one on this team would deliberately act in a way that undermines my efforts.',
      scale: 'agree7',
    },
    {
      text: 'Working with members of this team, my unique skills and talents are valued and utilized.',
      scale: 'agree7',
    },
  ],
};

/** One non-proprietary item, of the Physician Work Life Study; from 3 on the five steps it counts as burnout. */
export const BURNOUT: ReadyMade = {
  title: 'How worn out we are',
  source:
    'Single item of the Physician Work Life Study; Rohland BM, Kruse GR, Rohrer JE. Stress Health 2004;20:75-79.',
  items: [
    {
      text: 'Overall, based on your definition of burnout, how would you rate your level of burnout?',
      scale: 'burnout5',
      wellbeing: true,
    },
  ],
};

export const READY_MADE: readonly ReadyMade[] = [SPEAK_UP, TEAM_SAFETY, BURNOUT];
