import * as v from 'valibot';
import { CandorError } from '../../shared/errors.ts';
import { shortText } from '../../shared/json-fields.ts';
import { KINDS } from '../../shared/taxonomy.ts';

const webAddress = v.pipe(v.string(), v.url('use an absolute URL'), v.regex(/^https?:/, 'use https://'));

const deskSchema = v.strictObject({
  slug: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/, 'use small letters, digits and hyphens')),
  name: shortText,
  kinds: v.array(v.picklist(KINDS)),
  independent: v.boolean(),
});

const answersSchema = v.strictObject({
  organisation: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'use small letters, digits and hyphens')),
    name: shortText,
  }),
  /** Who runs the relay, and whether that is the hospital itself. */
  operator: v.strictObject({ name: shortText, own: v.boolean() }),
  relayUrl: webAddress,
  mailroomUrl: webAddress,
  timeZone: v.optional(shortText, 'UTC'),
  sendMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 2),
  windowHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)), 1),
  minimumCrowd: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30)), 200),
  desks: v.optional(
    v.pipe(v.array(deskSchema), v.minLength(2, 'offer at least two desks, one independent of HR')),
  ),
});

/** What a site decides at set-up. */
export type InitAnswers = v.InferOutput<typeof answersSchema>;
export type InitDesk = v.InferOutput<typeof deskSchema>;

/** Two desks for everyday and one that HR does not read: some concerns are about HR. */
export const USUAL_DESKS: readonly InitDesk[] = [
  {
    slug: 'patient-safety',
    name: 'Patient Safety',
    kinds: ['near_miss', 'incident', 'hazard', 'good_care'],
    independent: false,
  },
  { slug: 'people', name: 'People Team (HR)', kinds: ['staff'], independent: false },
  { slug: 'guardian', name: 'Speak-up Guardian', kinds: ['culture'], independent: true },
];

/** Checks answers from a file or from a conversation. Throws `bad-settings` naming all that is wrong at once. */
export function checkAnswers(given: unknown): InitAnswers {
  const result = v.safeParse(answersSchema, given);
  if (!result.success) {
    const lines = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'answers'}: ${issue.message}`);
    throw new CandorError('bad-settings', lines.join('\n'));
  }
  const desks = result.output.desks ?? USUAL_DESKS;
  if (!desks.some((desk) => desk.independent)) {
    throw new CandorError('bad-settings', 'desks: mark at least one as independent of HR');
  }
  return result.output;
}

/** Asks one question at a time, the one that matters most first. `ask` resolves with what was typed. */
export async function askAnswers(ask: (question: string) => Promise<string>): Promise<unknown> {
  const own = !/^n/i.test(
    await ask(
      'Who runs the relay decides what can be promised.\n' +
        'Run by an independent body, nobody in the hospital can find out who wrote. Run by the hospital itself, that is\n' +
        'a promise, not mathematics. The panel tells everyone which of the two holds.\n' +
        'Is the relay run by your own organisation? (yes/no) ',
    ),
  );
  const operatorName = await ask(own ? 'Its name, as staff know it: ' : 'Name of who runs the relay: ');
  const name = await ask('Name of your organisation: ');
  const id = await ask('A short id for it (small letters, digits, hyphens; never changes): ');
  return {
    operator: { name: operatorName, own },
    organisation: { id, name },
    relayUrl: await ask('Address of the relay (https://…): '),
    mailroomUrl: await ask('Address of the mailroom inside your network (https://…): '),
    timeZone: (await ask('Time zone (IANA name, empty for UTC): ')) || 'UTC',
  };
}
