import { addDays } from '../../shared/weeks.ts';

/*
 * A desk's own templates for answers. They live in the team log, sealed to the desk like everything in it: every
 * colleague has the same ones, on any machine, and there is no second place to look after. What the log holds is
 * readable as long as its week's key, so the inbox writes a template anew long before that.
 */

/** Its author's inbox writes a template anew after so many days, anybody's some time later. */
export const RENEW_DAYS = 60;
const RENEW_ANYWAY_DAYS = 90;

/** What a member keeps for next time; without words, what is dropped. */
export interface TemplateKept {
  readonly type: 'template';
  readonly name: string;
  readonly text: string;
}

export interface Template {
  readonly name: string;
  readonly text: string;
  /** When it was last written, and by whom. */
  readonly day: string;
  readonly by: string;
}

/** The templates after one event, in the order that everybody shares; one without words is kept as gone. */
export function templatesAfter(
  templates: ReadonlyMap<string, Template>,
  { name, text }: Pick<TemplateKept, 'name' | 'text'>,
  at: { readonly day: string; readonly by: string },
): ReadonlyMap<string, Template> {
  return new Map(templates).set(name, { name, text, ...at });
}

/** Those that are there, by name. */
export function templatesIn(templates: ReadonlyMap<string, Template>): Template[] {
  return [...templates.values()].filter(({ text }) => text !== '').sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those that this member's inbox should write anew today. */
export function templatesToRenew(
  templates: ReadonlyMap<string, Template>,
  member: string,
  today: string,
): Template[] {
  return templatesIn(templates).filter(({ by, day }) =>
    by === member ? addDays(day, RENEW_DAYS) <= today : addDays(day, RENEW_ANYWAY_DAYS) <= today,
  );
}
