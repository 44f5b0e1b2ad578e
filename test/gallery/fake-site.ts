import { LANGUAGES } from '../../extension/ui/languages.ts';
import type { PanelCallbacks, PanelView, ReturnedView } from '../../extension/ui/panel/contract.ts';

/** A made-up hospital, in the three complete languages; English words in the others. */
export function fakeView(locale: string): PanelView {
  const words: SiteWords = WORDS[locale] ?? ENGLISH;
  return {
    phase: { name: 'ready' },
    surface: 'popup',
    safeToLogOff: { kind: 'countdown', seconds: 21 },
    crowd: 2300,
    operator: { name: words.operator, own: false },
    emergency: { label: words.emergency, number: '2222' },
    desks: [
      { id: 'patient-safety', name: words.desks[0] },
      { id: 'people', name: words.desks[1] },
      { id: 'guardian', name: words.desks[2] },
    ],
    defaultDesk: {
      near_miss: 'patient-safety',
      incident: 'patient-safety',
      hazard: 'patient-safety',
      staff: 'people',
      culture: 'guardian',
      good_care: 'patient-safety',
    },
    places: words.places.map((label, index) => ({
      code: `P${index}`,
      label,
      ...(index === 1 ? { parent: 'P0' } : {}),
      rolledUp: index === 1,
    })),
    support: [
      { kind: 'phone', label: words.support[0], detail: '4455', hours: words.hours },
      { kind: 'quiet-space', label: words.support[1], detail: words.floor },
      { kind: 'link', label: words.support[2], detail: 'https://support.example.org/' },
      { kind: 'offer', label: words.support[3] },
    ],
    stories: [
      { said: words.story[0], did: words.story[1] },
      { said: words.story[2], did: words.story[3] },
    ],
    notices: [{ title: words.notice[0], text: words.notice[1] }],
    promises: {
      ackDays: 7,
      answerMonths: 3,
      kept: [{ desk: 'Patient Safety', acknowledged: 95, answered: 85 }],
    },
    minutesToDesk: 40,
    languages: LANGUAGES,
    siteLanguage: 'en-GB',
    profile: 'shared',
    incidentSystem: { label: words.incidents, url: 'https://incidents.example.org/' },
    fingerprint: 'harbour maple quiet lantern',
    demo: false,
    practice: false,
  };
}

export const fakeCallbacks: PanelCallbacks = {
  onFlag: async () => ({ ok: true }),
  onUndo: async () => ({ ok: true }),
  onPulse: async () => ({ ok: true, undo: async () => ({ ok: true }) }),
  onChange: async () => ({ ok: true }),
  onDone: () => undefined,
  onClose: () => undefined,
  onLanguage: () => undefined,
  onPreview: (draft) => ({
    fields: [
      { name: 'v', value: '1' },
      { name: 'tax', value: '1.0.0' },
      { name: 'kind', value: draft.kind },
      ...(draft.category ? [{ name: 'category', value: draft.category }] : []),
      ...(draft.t.what ? [{ name: 't.what', value: draft.t.what }] : []),
    ],
    sealedBytes: 4096,
  }),
  onBeside: () => undefined,
  onAskAnswer: async () => ({ ok: true, words: SEVEN }),
  onWroteItDown: () => undefined,
  onReceiptOpen: async () => ({ ok: true, view: BACK }),
  onReceiptClose: () => undefined,
  onFollowUp: async () => ({ ok: true }),
  onTreatedWorse: async () => ({ ok: true }),
};

export const SEVEN = {
  words: ['harbour', 'maple', 'quiet', 'lantern', 'orbit', 'velvet', 'thrive'],
  language: 'en',
} as const;

const NOTHING_MORE = { status: null, reason: null, promisedWeek: null, text: null } as const;

/** What the seven words lead to. */
export const BACK: ReturnedView = {
  threads: [
    {
      desk: 'patient-safety',
      name: 'Patient Safety',
      status: 'question',
      reason: null,
      promisedWeek: '2026-11-30',
      said: [
        { week: '2026-11-02', what: 'opened' },
        { ...NOTHING_MORE, week: '2026-11-02', what: 'status', by: 'Safety lead', status: 'acknowledged' },
        {
          ...NOTHING_MORE,
          week: '2026-11-09',
          what: 'answer',
          by: 'Safety lead',
          status: 'planned',
          promisedWeek: '2026-11-30',
          text: 'Thank you. The two boxes will stand on different shelves.',
        },
        {
          ...NOTHING_MORE,
          week: '2026-11-16',
          what: 'question',
          by: 'Safety lead',
          text: 'Does it happen in the small store room as well?',
        },
      ],
    },
  ],
  added: '2026-11-20',
  missingDays: 0,
  guardian: 'Speak-up guardian',
};

export const NOTHING_BACK: ReturnedView = {
  threads: [],
  added: '2026-11-20',
  missingDays: 3,
  guardian: null,
};

interface SiteWords {
  readonly operator: string;
  readonly emergency: string;
  readonly desks: readonly [string, string, string];
  readonly places: readonly string[];
  readonly support: readonly [string, string, string, string];
  readonly hours: string;
  readonly floor: string;
  readonly story: readonly [string, string, string, string];
  readonly notice: readonly [string, string];
  readonly incidents: string;
}

const ENGLISH: SiteWords = {
  operator: 'North Region Patient Council',
  emergency: 'Emergency team',
  desks: ['Patient Safety', 'People team', 'Speak-up guardian'],
  places: [
    'Medicine',
    'Dialysis',
    'Emergency department',
    'Surgery',
    'Maternity',
    'Pharmacy',
    'Laboratory',
    'Imaging',
  ],
  support: ['Staff support line', 'Quiet room', 'Talk to a peer', 'A debrief with your team'],
  hours: 'day and night',
  floor: 'Level 3, beside the chapel',
  story: [
    'pumps ran flat on night shifts.',
    'two spare batteries on every ward.',
    'two insulin boxes look the same.',
    'they now stand on different shelves.',
  ],
  notice: ['Flu vaccination', 'Every weekday from 7 to 9 in the staff restaurant, no appointment.'],
  incidents: 'Open the incident system',
};

const WORDS: Readonly<Record<string, SiteWords>> = {
  en: ENGLISH,
  de: {
    operator: 'Patientenrat Region Nord',
    emergency: 'Notfallteam',
    desks: ['Patientensicherheit', 'Personal', 'Vertrauensperson'],
    places: [
      'Innere Medizin',
      'Dialyse',
      'Notaufnahme',
      'Chirurgie',
      'Geburtshilfe',
      'Apotheke',
      'Labor',
      'Radiologie',
    ],
    support: [
      'Beistand für Mitarbeitende',
      'Raum der Stille',
      'Mit Kollegen sprechen',
      'Eine Nachbesprechung im Team',
    ],
    hours: 'Tag und Nacht',
    floor: '3. Stock, neben der Kapelle',
    story: [
      'nachts waren die Pumpen leer.',
      'zwei Ersatzakkus auf jeder Station.',
      'zwei Insulinschachteln sehen gleich aus.',
      'sie stehen jetzt in verschiedenen Fächern.',
    ],
    notice: ['Grippeimpfung', 'Werktags von 7 bis 9 Uhr im Personalrestaurant, ohne Anmeldung.'],
    incidents: 'Zum Meldesystem',
  },
  ar: {
    operator: 'مجلس مرضى المنطقة الشمالية',
    emergency: 'فريق الطوارئ',
    desks: ['سلامة المرضى', 'شؤون الموظفين', 'أمين التبليغ'],
    places: ['الباطنية', 'غسيل الكلى', 'الطوارئ', 'الجراحة', 'الولادة', 'الصيدلية', 'المختبر', 'الأشعة'],
    support: ['خط دعم الموظفين', 'غرفة الهدوء', 'الحديث مع زميل', 'جلسة مراجعة مع الفريق'],
    hours: 'ليلًا ونهارًا',
    floor: 'الطابق الثالث، بجانب المصلى',
    story: [
      'بطاريات المضخات تفرغ ليلًا.',
      'بطاريتان احتياطيتان في كل جناح.',
      'علبتا أنسولين متشابهتان.',
      'صارتا على رفين مختلفين.',
    ],
    notice: ['لقاح الإنفلونزا', 'كل أيام العمل من السابعة إلى التاسعة في مطعم الموظفين، دون موعد.'],
    incidents: 'فتح نظام البلاغات',
  },
};
