import type { Bulletin } from '../../shared/bulletin.ts';
import type { MemberCard } from '../../shared/member-card.ts';
import { addDays, isoWeekOf } from '../../shared/weeks.ts';
import type { DeskPlan } from '../admin/organisation.ts';

/*
 * The demo hospital. All of it is invented.
 */

export const DEMO_ORG = { id: 'northgate-demo', name: 'Northgate General Hospital (demo)' };
export const DEMO_OPERATOR = { name: 'this computer (demo)', own: true };
export const DEMO_PASSPHRASE = 'quiet lamps help nobody';

/** The demo's pace: everything that takes an hour in a hospital takes seconds here, and the screens say so. */
export const DEMO_PACE = {
  windowSeconds: 10,
  hopKeySeconds: 3600,
  meanSendSeconds: 12,
  minimumCrowd: 200,
  pullSeconds: 2,
  replyPackSeconds: 20,
  install: { floorSeconds: 1, meanSeconds: 5, rewriteSeconds: 5 },
};

/** So many simulated installs send cover beside the real one. */
export const DEMO_CROWD = 300;

export function demoDesks(people: { partner: MemberCard; guardian: MemberCard }): DeskPlan[] {
  return [
    {
      slug: 'patient-safety',
      name: 'Patient Safety',
      kinds: ['near_miss', 'incident', 'hazard', 'good_care'],
      independent: false,
      members: [people.partner],
    },
    {
      slug: 'people',
      name: 'People Team (HR)',
      kinds: ['staff'],
      independent: false,
      members: [people.partner],
    },
    {
      slug: 'guardian',
      name: 'Speak-up Guardian',
      kinds: ['culture'],
      independent: true,
      members: [people.guardian],
    },
  ];
}

export function demoBulletin(today: string): Bulletin {
  return {
    v: 1,
    serial: 1,
    issued: today,
    language: 'en',
    emergency: { label: 'Someone in danger now?', number: '2222' },
    fallback: { phone: '4411', paper: 'the yellow form at the ward desk' },
    incidentSystem: { label: 'Open the incident system', url: 'https://incidents.northgate.example' },
    places: [
      { code: 'MED', label: 'Medicine', staff: 210 },
      { code: 'MED-W7', label: 'Ward 7 (medicine)', parent: 'MED', staff: 38 },
      { code: 'MED-W8', label: 'Ward 8 (medicine)', parent: 'MED', staff: 41 },
      { code: 'MED-END', label: 'Endoscopy', parent: 'MED', staff: 9 },
      { code: 'SUR', label: 'Surgery', staff: 160 },
      { code: 'SUR-TH', label: 'Theatres', parent: 'SUR', staff: 74 },
      { code: 'ED', label: 'Emergency department', staff: 96 },
      { code: 'MAT', label: 'Maternity', staff: 88 },
      { code: 'PHA', label: 'Pharmacy', staff: 32 },
      { code: 'LAB', label: 'Laboratory', staff: 27 },
      { code: 'ADM', label: 'Records and billing', staff: 45 },
    ],
    support: [
      { kind: 'phone', label: 'Peer support', detail: '4500', hours: 'any time' },
      { kind: 'phone', label: 'Occupational health', detail: '4520', hours: 'weekdays 8–18' },
      {
        kind: 'quiet-space',
        label: 'Quiet room',
        detail: 'Level 2, beside the chapel',
        hours: 'always open',
      },
    ],
    stories: [
      {
        said: 'Two look-alike heparin vials sat in one drawer.',
        did: 'They are now in separate drawers with coloured trays.',
        week: isoWeekOf(today),
      },
    ],
    pledge: {
      desk: 1,
      name: 'Amara Osei',
      role: 'Chief nurse',
      answersBy: addDays(today, 28),
      words: 'As a student I saw a wrong dose and said nothing. I would want to hear it today.',
    },
    notices: [],
  };
}
