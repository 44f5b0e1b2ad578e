import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';
import { rowName } from './trends-table.tsx';

/**
 * Sheets that people take along on paper: a prompt and room to write. Nothing that is written on them is stored or sent,
 * which is why practices that need a person's name live here and nowhere else.
 */
const SHEETS = [
  'rounds',
  'themes',
  'debrief',
  'huddle',
  'team-meeting',
  'one-to-one',
  'perspective',
  'rehearsal',
  'grounding',
  'calm',
  'first-weeks',
  'carers',
  'workshop',
] as const;
export type Sheet = (typeof SHEETS)[number];

/** Prompts of each sheet, by number: every language has the same. */
const PROMPTS: Readonly<Record<Sheet, readonly number[]>> = {
  rounds: [1, 2, 3, 4, 5],
  themes: [1, 2, 3],
  debrief: [1, 2, 3, 4],
  huddle: [1, 2, 3, 4],
  'team-meeting': [1, 2, 3, 4],
  'one-to-one': [1, 2, 3],
  perspective: [1, 2, 3, 4],
  rehearsal: [1, 2, 3],
  grounding: [1, 2, 3, 4, 5],
  calm: [1, 2, 3, 4],
  'first-weeks': [1, 2, 3, 4],
  carers: [1, 2, 3, 4],
  workshop: [1, 2, 3],
};
/** Made-up situations for a workshop, by number. */
const VIGNETTES = [1, 2, 3, 4, 5, 6] as const;
const MOST_THEMES = 5;
/** Read and done, not filled in. */
const NOT_WRITTEN_ON: readonly Sheet[] = ['grounding', 'calm', 'workshop'];

/** Which sheet to print, and the sheet itself as it will look. */
export function SheetsToPrint(props: {
  readonly trends: Trends;
  readonly onPrint: () => void;
  readonly t: Translator;
}): JSX.Element {
  const { trends, onPrint, t } = props;
  const [sheet, setSheet] = useState<Sheet>('rounds');
  return (
    <>
      <section class="card sheet-choice">
        <h3>{t('sheets.title')}</h3>
        <p class="muted small">{t('sheets.text')}</p>
        <div class="card-head">
          <select
            aria-label={t('sheets.title')}
            value={sheet}
            onChange={(event) => setSheet(event.currentTarget.value as Sheet)}
          >
            {SHEETS.map((name) => (
              <option key={name} value={name}>
                {t(`sheets.${name}`)}
              </option>
            ))}
          </select>
          <button type="button" class="button" onClick={onPrint}>
            <InboxIcon name="print" />
            {t('trends.print')}
          </button>
        </div>
      </section>
      <article class="card sheet" data-sheet={sheet}>
        <h3>{t(`sheets.${sheet}`)}</h3>
        <p>{t(`sheets.${sheet}.why`)}</p>
        {sheet === 'rounds' && <WhereToGo trends={trends} t={t} />}
        {sheet === 'themes' && <Themes trends={trends} t={t} />}
        <ol>
          {PROMPTS[sheet].map((number) => (
            <li key={number}>
              <b>{t(`sheets.${sheet}.${number}` as Parameters<Translator>[0])}</b>
              {!NOT_WRITTEN_ON.includes(sheet) && <span class="room" aria-hidden="true" />}
            </li>
          ))}
        </ol>
        {sheet === 'workshop' && <Vignettes t={t} />}
        <p class="muted small">{t(sheet === 'workshop' ? 'sheets.workshop.foot' : 'sheets.foot')}</p>
      </article>
    </>
  );
}

/** Six situations that nobody has lived, each on its own part of the page: cut them apart and hand them round. */
function Vignettes({ t }: { t: Translator }): JSX.Element {
  return (
    <div class="vignettes">
      {VIGNETTES.map((number) => (
        <section key={number} data-vignette={number}>
          <h4>{t(`sheets.vignette.${number}.title`)}</h4>
          <p>{t(`sheets.vignette.${number}.text`)}</p>
          <p>
            <b>{t(`sheets.vignette.${number}.ask`)}</b>
          </p>
          <span class="room" aria-hidden="true" />
        </section>
      ))}
    </div>
  );
}

/** What the shared quarter shows most of: each with eleven concerns or more, and room for the desk's own words. */
function Themes({ trends, t }: { trends: Trends; t: Translator }): JSX.Element {
  const rows = trends.release?.tables.find(({ dimension }) => dimension === 'category')?.rows ?? [];
  const themes = rows
    .filter(({ name, count }) => count !== null && name !== 'not_said')
    .slice(0, MOST_THEMES);
  if (themes.length === 0) return <p>{t('sheets.themes.none')}</p>;
  return (
    <ol>
      {themes.map(({ name }) => (
        <li key={name}>
          <b>{rowName(t, 'category', name, trends.groupLabels)}</b>
          <span class="room" aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}

/** Groups to visit first: the quiet ones, then those with a topic that keeps coming back. Never how many, never who. */
function WhereToGo({ trends, t }: { trends: Trends; t: Translator }): JSX.Element | null {
  const quiet = trends.voices.filter(({ voice }) => voice === 'quiet').map(({ label }) => label);
  const stuck = trends.stuck.map(({ group }) => trends.groupLabels.get(group) ?? group);
  const groups = [...new Set([...quiet, ...stuck])].slice(0, 5);
  if (groups.length === 0) return null;
  return (
    <p>
      <b>{t('sheets.rounds.first')}</b> {groups.join(' · ')}
    </p>
  );
}
