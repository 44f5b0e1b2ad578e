import * as v from 'valibot';
import { type Bulletin, bulletinSchema } from '../../shared/bulletin.ts';

/*
 * What every computer shows beside stories: the emergency number, other ways in, support, places. A member writes it as
 * lines, which is how such lists lie about; parts of a line stand between semicolons.
 */

/** The bulletin's plain facts, as text. */
export interface Basics {
  readonly language: string;
  readonly emergencyLabel: string;
  readonly emergencyNumber: string;
  readonly phone: string;
  readonly paper: string;
  readonly incidentLabel: string;
  readonly incidentUrl: string;
  /** "phone; Peer support; 4455; day and night", a line each. */
  readonly support: string;
  /** "MED-W7; Ward 7; 38; MED": code, name, how many work there, the place it belongs to. */
  readonly places: string;
  /** "Title; text". */
  readonly notices: string;
}

/** The field that cannot stand as it is, and for a list the line, from 1. */
export interface BasicsProblem {
  readonly field: keyof Basics;
  readonly line: number | null;
}

export function basicsOf(bulletin: Bulletin | null, language: string): Basics {
  const line = (...parts: readonly (number | string | undefined)[]): string =>
    parts.filter((part) => part !== undefined).join('; ');
  return {
    language: bulletin?.language ?? language,
    emergencyLabel: bulletin?.emergency.label ?? '',
    emergencyNumber: bulletin?.emergency.number ?? '',
    phone: bulletin?.fallback.phone ?? '',
    paper: bulletin?.fallback.paper ?? '',
    incidentLabel: bulletin?.incidentSystem?.label ?? '',
    incidentUrl: bulletin?.incidentSystem?.url ?? '',
    support: (bulletin?.support ?? [])
      .map(({ kind, label, detail, hours }) => line(kind, label, detail, hours))
      .join('\n'),
    places: (bulletin?.places ?? [])
      .map(({ code, label, staff, parent }) => line(code, label, staff, parent))
      .join('\n'),
    notices: (bulletin?.notices ?? []).map(({ title, text }) => line(title, text)).join('\n'),
  };
}

/** The bulletin that follows `before` with these facts, or what is wrong with them. Stories and promises stay. */
export function withBasics(before: Bulletin | null, basics: Basics, today: string): Bulletin | BasicsProblem {
  const incident = basics.incidentUrl.trim() !== '';
  const { incidentSystem: _, ...kept } = before ?? {};
  const next = {
    // Whatever is not written here stays: stories, promises, what is asked.
    ...kept,
    v: 1 as const,
    serial: (before?.serial ?? 0) + 1,
    issued: today,
    language: basics.language.trim(),
    emergency: { label: basics.emergencyLabel.trim(), number: basics.emergencyNumber.trim() },
    fallback: { phone: basics.phone.trim(), paper: basics.paper.trim() },
    ...(incident && {
      incidentSystem: { label: basics.incidentLabel.trim(), url: basics.incidentUrl.trim() },
    }),
    places: linesOf(basics.places).map(([code, label, staff, parent]) => ({
      code,
      label,
      ...(parent !== undefined && { parent }),
      staff: staff === undefined || !/^\d+$/.test(staff) ? -1 : Number(staff),
    })),
    support: linesOf(basics.support).map(([kind, label, detail, hours]) => ({
      kind,
      label,
      ...(detail !== undefined && { detail }),
      ...(hours !== undefined && { hours }),
    })),
    stories: before?.stories ?? [],
    // A text may have semicolons of its own.
    notices: linesOf(basics.notices).map(([title, ...text]) => ({
      title,
      text: text.length === 0 ? undefined : text.join('; '),
    })),
  };
  const read = v.safeParse(bulletinSchema, next);
  if (!read.success) return problemAt(read.issues[0].path?.map(({ key }) => key) ?? []);
  const codes = read.output.places.map(({ code }) => code);
  const wrong = read.output.places.findIndex(
    ({ code, parent }, at) => codes.indexOf(code) !== at || (parent !== undefined && !codes.includes(parent)),
  );
  return wrong === -1 ? read.output : { field: 'places', line: wrong + 1 };
}

function linesOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .split(';')
        .map((part) => part.trim())
        .filter((part, at) => at === 0 || part !== ''),
    );
}

function problemAt([name, second]: readonly unknown[]): BasicsProblem {
  const line = typeof second === 'number' ? second + 1 : null;
  switch (name) {
    case 'emergency':
      return { field: second === 'label' ? 'emergencyLabel' : 'emergencyNumber', line: null };
    case 'fallback':
      return { field: second === 'paper' ? 'paper' : 'phone', line: null };
    case 'incidentSystem':
      return { field: second === 'label' ? 'incidentLabel' : 'incidentUrl', line: null };
    case 'support':
    case 'places':
    case 'notices':
      return { field: name, line };
    default:
      return { field: 'language', line: null };
  }
}
