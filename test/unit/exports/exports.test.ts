import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Fhir } from 'fhir';
import { describe, expect, it } from 'vitest';
import { ahrqCsv } from '../../../extension/inbox/exports/ahrq.ts';
import { type CaseRecord, casesOf } from '../../../extension/inbox/exports/case-record.ts';
import { casesCsv } from '../../../extension/inbox/exports/cases-csv.ts';
import { CASES_SCHEMA, casesJson } from '../../../extension/inbox/exports/cases-json.ts';
import { CATEGORY_CODES } from '../../../extension/inbox/exports/crosswalk.ts';
import { csvOf } from '../../../extension/inbox/exports/csv.ts';
import { fhirBundle } from '../../../extension/inbox/exports/fhir.ts';
import { ftsuCounts, ftsuCsv } from '../../../extension/inbox/exports/ftsu.ts';
import { lfpseWorksheet } from '../../../extension/inbox/exports/lfpse.ts';
import { checkWords } from '../../../extension/inbox/leaving.ts';
import type { QueueItem } from '../../../extension/inbox/queue.ts';
import type { Release } from '../../../extension/inbox/trends/release.ts';
import { UNTOUCHED } from '../../../extension/inbox/triage.ts';
import type { Concern } from '../../../shared/concern.ts';
import { CATEGORIES, HARM_GRADES, KINDS } from '../../../shared/taxonomy.ts';

/* What leaves the inbox is read back by parsers and validators of others: csv-parse, ajv, fhir. */

const ID = 'k2J_8-mPq0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const CONCERN: Concern = {
  v: 1,
  tax: '1.0.0',
  kind: 'near_miss',
  category: 'medication',
  worry: 'fairly',
  whenP: 'week',
  whenB: 'night',
  unit: 'W7',
  factors: ['staffing', 'handover'],
  caughtBy: 'person_noticed',
  t: { what: 'Two look-alike vials, "same" drawer.', help: '=1+1 trays' },
};

function item(concern: Partial<Concern> = {}, triage: Partial<QueueItem['triage']> = {}): QueueItem {
  return {
    id: ID,
    opened: {
      id: ID,
      state: 'read',
      concern: { ...CONCERN, ...concern },
      signal: false,
      first: '',
      searchable: '',
      thread: '',
    },
    triage: { ...UNTOUCHED, ...triage },
    releaseDay: '2026-11-24',
    week: '2026-11-23',
    due: null,
    followUps: [],
  };
}

const OPTIONS = { withText: true, groupOf: () => 'MED', check: checkWords };

function casesFrom(items: readonly QueueItem[], withText = true): readonly CaseRecord[] {
  return casesOf(items, { ...OPTIONS, withText }).cases;
}

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n', relax_column_count: false });
}

const EVERY_KIND = KINDS.flatMap((kind) =>
  [null, ...CATEGORIES].flatMap((category) =>
    [null, ...HARM_GRADES].map((harm) => {
      const { category: _, ...without } = CONCERN;
      const made = item({ ...without, kind }, { harm });
      return category === null
        ? { ...made, opened: { ...made.opened, concern: { ...without, kind } } as QueueItem['opened'] }
        : item({ kind, category }, { harm });
    }),
  ),
);

describe('a case', () => {
  it('says weeks in place of days, and nobody', () => {
    const closed = item(
      {},
      {
        status: 'closed',
        acknowledged: { day: '2026-11-26', by: 'ada' },
        closing: { reason: 'resolved', line: 'Coloured trays in every drawer.' },
        assignee: 'ben',
        harm: 'none',
      },
    );
    const [record] = casesFrom([closed]);
    expect(record).toMatchObject({
      caseId: 'C-k2J_8-mPq0aa',
      receivedWeek: '2026-W48',
      unitGroup: 'MED',
      status: 'action_taken',
      ackWeek: '2026-W48',
      daysToAck: 2,
      harmTriage: 'none',
      learning: 'Coloured trays in every drawer.',
    });
    expect(JSON.stringify(record)).not.toMatch(/2026-\d\d-\d\d|ada|ben|W7/);
  });

  it('comes without words unless they are asked for, and without those in which the guard finds somebody', () => {
    expect(casesFrom([item()], false)[0]?.narrative).toBeNull();
    expect(casesFrom([item()])[0]?.narrative).toContain('look-alike');
    const named = casesOf([item({ t: { what: 'Dr Osei left the vial open.' } })], OPTIONS);
    expect(named.cases[0]?.narrative).toBeNull();
    expect(named.withheld).toBe(1);
  });

  it('is not made of practice, nor of what could not be read', () => {
    const unreadable: QueueItem = { ...item(), opened: { id: ID, state: 'unreadable' } };
    expect(casesFrom([unreadable, item({ practice: true })])).toEqual([]);
  });
});

describe('CSV', () => {
  it('is read back cell by cell, whatever stands in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\r', '\n', ';', "'", '=', ' ', 'ü', 'م'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const read = rowsOf(csvOf(['one', 'two'], rows));
        const plain = (value: string): string => value.replace(/^'(?=[\s]*[=+\-@\t\r])/u, '');
        expect(read.map(({ one = '', two = '' }) => [plain(one), plain(two)])).toEqual(
          rows.map((row) => row.map(plain)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u200b=1', '\n@x'])(
    'never begins a cell with the formula %j',
    (formula) => {
      const [row] = rowsOf(csvOf(['words'], [[formula]]));
      expect(row?.words?.startsWith("'")).toBe(true);
    },
  );

  it('has a byte order mark, CRLF and the columns of a case', () => {
    const file = casesCsv(casesFrom([item()], false), false);
    expect(file.startsWith('\uFEFFcaseId,receivedWeek,kind')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [row] = rowsOf(file);
    expect(row).toMatchObject({ kind: 'near_miss', factors: 'staffing handover', daysToAck: '' });
    expect(Object.keys(row ?? {})).not.toContain('narrative');
  });

  it('keeps words apart from formulas', () => {
    const hostile = item({ t: { what: '=cmd|calc' } });
    const [row] = rowsOf(casesCsv(casesFrom([hostile]), true));
    expect(row?.narrative).toBe("'=cmd|calc");
  });
});

describe('JSON', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(CASES_SCHEMA);

  it('follows the schema that it carries', () => {
    const file = JSON.parse(casesJson(casesFrom(EVERY_KIND)));
    expect(validate(file), JSON.stringify(validate.errors?.slice(0, 2))).toBe(true);
    expect(file.schema).toEqual(JSON.parse(JSON.stringify(CASES_SCHEMA)));
    expect(file.cases).toHaveLength(EVERY_KIND.length);
  });

  it('which refuses what no case has', () => {
    const [record] = casesFrom([item()]);
    const file = (change: object) => ({ schema: {}, taxonomy: '1.0.0', cases: [{ ...record, ...change }] });
    expect(validate(file({}))).toBe(true);
    expect(validate(file({ reporter: 'x' }))).toBe(false);
    expect(validate(file({ receivedWeek: '2026-11-24' }))).toBe(false);
    expect(validate(file({ kind: 'other' }))).toBe(false);
  });
});

describe('FHIR R4', () => {
  const fhir = new Fhir();
  const problems = (resource: unknown) =>
    fhir
      .validate(resource as object, { errorOnUnexpected: true })
      .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');

  it('is valid for every kind, category and grade', () => {
    const { text, events } = fhirBundle(casesFrom(EVERY_KIND));
    const bundle = JSON.parse(text);
    expect(events).toBe((EVERY_KIND.length / KINDS.length) * 3);
    expect(problems({ ...bundle, entry: bundle.entry.slice(0, 3) })).toEqual([]);
    const seen = new Set<string>();
    for (const { resource } of bundle.entry) {
      const shape = `${resource.actuality} ${JSON.stringify(resource.category)} ${JSON.stringify(resource.extension)}`;
      if (seen.has(shape)) continue;
      seen.add(shape);
      expect(problems(resource), shape).toEqual([]);
    }
    expect(seen.size).toBeGreaterThan(100);
  });

  it('would not be without a subject, without actuality, or with a field of our own', () => {
    const [{ resource }] = JSON.parse(fhirBundle(casesFrom([item()])).text).entry;
    const { subject: _s, ...subjectless } = resource;
    const { actuality: _a, ...neither } = resource;
    expect(problems(resource)).toEqual([]);
    expect(problems(subjectless)).not.toEqual([]);
    expect(problems(neither)).not.toEqual([]);
    expect(problems({ ...resource, ward: 'W7' })).not.toEqual([]);
  });

  it('names no patient, no recorder and no day', () => {
    const { text } = fhirBundle(casesFrom([item()]));
    expect(text).not.toMatch(/"(Patient|Practitioner|recorder|contributor|severity)"/);
    const [{ resource }] = JSON.parse(text).entry;
    expect(resource.recordedDate).toBe('2026-11');
    expect(resource.subject).toEqual({ reference: '#subject' });
    expect(resource.contained[0].code.text).toBe('Not collected');
  });

  it('puts a week into the month of its Thursday', () => {
    const month = (day: string) => {
      const { text } = fhirBundle(casesFrom([{ ...item(), releaseDay: day }]));
      return JSON.parse(text).entry[0].resource.recordedDate;
    };
    expect(month('2026-12-31')).toBe('2026-12');
    expect(month('2027-01-03')).toBe('2026-12');
    expect(month('2027-01-04')).toBe('2027-01');
    expect(month('2026-09-30')).toBe('2026-10');
  });
});

describe('AHRQ crosswalk', () => {
  it('has safety kinds only, with the words of the common formats', () => {
    const { text, events } = ahrqCsv(casesFrom(EVERY_KIND));
    const rows = rowsOf(text);
    expect(rows).toHaveLength(events);
    expect(new Set(rows.map(({ concernClass }) => concernClass))).toEqual(
      new Set(['Near miss', 'Incident', 'Unsafe condition']),
    );
    const harmed = rows.filter((row) => row['extentOfHarm_LOINC_74560-4'] !== '');
    expect(harmed.every(({ concernClass }) => concernClass === 'Incident')).toBe(true);
    expect(rows.every(({ handover }) => handover === 'yes')).toBe(true);
    expect(rows[0]?.whyNearMiss).toBe('Someone noticed');
  });
});

describe('LFPSE worksheet', () => {
  const events = (items: readonly QueueItem[]) => JSON.parse(lfpseWorksheet(casesFrom(items)).text).events;

  it('says that it is no submission, and what is missing', () => {
    const worksheet = JSON.parse(lfpseWorksheet([]).text);
    expect(worksheet.check).toContain('not a submission');
    expect(worksheet.notCollected).toContain('reporter, role and contact');
    expect(worksheet.taxonomy).toContain('v5');
  });

  it('has the codes of each event type', () => {
    expect(events([item({ caughtBy: 'luck' })])[0]).toMatchObject({
      eventType: 'incident',
      physicalHarm: 5,
      agent: 4,
      levelOfConcern: 4,
      timeOfIncident: 2,
    });
    expect(events([item({ kind: 'hazard' })])[0]).toMatchObject({ eventType: 'risk', riskTheme: 3 });
    expect(events([item({ kind: 'hazard' })])[0]).not.toHaveProperty('agent');
    expect(events([item({ kind: 'incident' }, { harm: 'death' })])[0]).toMatchObject({ physicalHarm: 1 });
    expect(events([item({ kind: 'incident' }, { harm: 'unknown' })])[0]).not.toHaveProperty('physicalHarm');
    expect(events([item({ kind: 'good_care' })])[0]).toMatchObject({ eventType: 'good-care' });
    expect(events([item({ kind: 'staff' }), item({ kind: 'culture' })])).toEqual([]);
  });

  it('gives every category that can be an event somewhere to go', () => {
    const without = CATEGORIES.filter((category) => Object.keys(CATEGORY_CODES[category].lfpse).length === 0);
    expect(without).toEqual(['assault', 'behaviour', 'speaking_up']);
  });
});

describe("Speak Up guardian's counts", () => {
  const release: Release = {
    quarter: '2026-Q3',
    total: 120,
    months: [],
    tables: [
      {
        dimension: 'kind',
        rows: [
          { name: 'near_miss', count: 40 },
          { name: 'incident', count: 20 },
          { name: 'hazard', count: 30 },
          { name: 'staff', count: null },
        ],
      },
      { dimension: 'category', rows: [{ name: 'behaviour', count: 15 }] },
    ],
    factors: [],
    nearMissShare: 4 / 9,
    fixedShare: 75,
  };

  it('are sums of what is shown, and hidden with any of their parts', () => {
    expect(ftsuCounts(release).map(({ count }) => count)).toEqual([90, null, 15, 0, 120]);
    const hidden = structuredClone(release) as unknown as { tables: { rows: { count: number | null }[] }[] };
    const cell = hidden.tables[0]?.rows[2];
    if (cell !== undefined) cell.count = null;
    expect(ftsuCounts(hidden as unknown as Release)[0]?.count).toBeNull();
  });

  it('are a table', () => {
    const rows = rowsOf(ftsuCsv(release));
    expect(rows[1]).toMatchObject({ quarter: '2026-Q3', count: 'hidden' });
    expect(rows.at(-1)).toMatchObject({ category: 'Anonymous', count: '120' });
  });
});
