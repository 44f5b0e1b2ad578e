import type { Pulse } from '../../../shared/pulse.ts';

/** A pulse without its day, desk and id. */
export type ReadyMade = Pick<Pulse, 'items' | 'language' | 'reasons' | 'source' | 'title'> & {
  readonly name: string;
};

/*
 * Questions that a desk can put as they stand. Ours are in each language of the inbox, and nobody has validated them; the
 * published instruments are in English only: another wording would no longer be them, and a translation needs checking
 * of its own.
 */

/** Ours: three items and what would stop people, 20 seconds. */
export const SPEAK_UP: ReadyMade = {
  name: 'speak-up',
  language: 'en',
  title: 'Speaking up here',
  items: [
    { text: 'I could report a safety worry here without it being held against me.', scale: 'agree5' },
    { text: 'If I report something, something sensible happens.', scale: 'agree5' },
    { text: 'I know what happened after the last report in my area.', scale: 'agree5' },
  ],
  reasons: true,
};

/** Ours: loneliness and civility. */
const TOGETHER: ReadyMade = {
  name: 'together',
  language: 'en',
  title: 'Together at work',
  items: [
    { text: 'I have someone at work I can talk to.', scale: 'agree5', wellbeing: true },
    { text: 'People treat each other with respect here.', scale: 'agree5' },
  ],
};

/** Ours: a team that judges its own work, after an action that everybody was told of. */
const AFTER_A_CHANGE: ReadyMade = {
  name: 'after-a-change',
  language: 'en',
  title: 'After a change',
  items: [
    { text: 'What was changed after somebody spoke up has helped.', scale: 'agree5' },
    { text: 'In my team we talked about how it went.', scale: 'agree5' },
  ],
};

const IN_GERMAN: readonly ReadyMade[] = [
  {
    ...SPEAK_UP,
    language: 'de',
    title: 'Etwas sagen, bei uns',
    items: [
      {
        text: 'Ich könnte hier eine Sorge um die Sicherheit melden, ohne dass es mir angelastet wird.',
        scale: 'agree5',
      },
      { text: 'Wenn ich etwas melde, geschieht etwas Sinnvolles.', scale: 'agree5' },
      { text: 'Ich weiß, was aus der letzten Meldung in meinem Bereich geworden ist.', scale: 'agree5' },
    ],
  },
  {
    ...TOGETHER,
    language: 'de',
    title: 'Miteinander',
    items: [
      { text: 'Ich habe bei der Arbeit jemanden, mit dem ich reden kann.', scale: 'agree5', wellbeing: true },
      { text: 'Wir gehen hier respektvoll miteinander um.', scale: 'agree5' },
    ],
  },
  {
    ...AFTER_A_CHANGE,
    language: 'de',
    title: 'Nach einer Änderung',
    items: [
      { text: 'Was geändert wurde, nachdem jemand etwas gesagt hatte, hat geholfen.', scale: 'agree5' },
      { text: 'In meinem Team haben wir darüber gesprochen, wie es lief.', scale: 'agree5' },
    ],
  },
];

const IN_ARABIC: readonly ReadyMade[] = [
  {
    ...SPEAK_UP,
    language: 'ar',
    title: 'الكلام هنا',
    items: [
      { text: 'أستطيع أن أبلّغ هنا عن قلق يخص السلامة دون أن يُحسب عليّ.', scale: 'agree5' },
      { text: 'إذا أبلغت عن شيء، يحدث شيء معقول.', scale: 'agree5' },
      { text: 'أعرف ما الذي حدث بعد آخر بلاغ في قسمي.', scale: 'agree5' },
    ],
  },
  {
    ...TOGETHER,
    language: 'ar',
    title: 'معًا في العمل',
    items: [
      { text: 'لديّ في العمل من أستطيع أن أتحدث إليه.', scale: 'agree5', wellbeing: true },
      { text: 'يعامل الناس هنا بعضهم بعضًا باحترام.', scale: 'agree5' },
    ],
  },
  {
    ...AFTER_A_CHANGE,
    language: 'ar',
    title: 'بعد التغيير',
    items: [
      { text: 'ما تغيّر بعد أن تكلّم أحدهم كان مفيدًا.', scale: 'agree5' },
      { text: 'تحدثنا في فريقي عن كيف سار الأمر.', scale: 'agree5' },
    ],
  },
];

/** Seven items on psychological safety; 1, 3 and 5 are turned round. */
export const TEAM_SAFETY: ReadyMade = {
  name: 'team-safety',
  language: 'en',
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
  name: 'burnout',
  language: 'en',
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

/** Those that a member is offered in their language. */
export function readyMade(locale: string): readonly ReadyMade[] {
  const ours =
    locale === 'de' ? IN_GERMAN : locale === 'ar' ? IN_ARABIC : [SPEAK_UP, TOGETHER, AFTER_A_CHANGE];
  return [...ours, TEAM_SAFETY, BURNOUT];
}
