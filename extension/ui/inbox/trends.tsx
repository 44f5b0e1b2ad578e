/// <reference types="vite/client" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportFormat } from '../../inbox/exports/formats.ts';
import type { Dimension } from '../../inbox/trends/counts.ts';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import { EvidencePage } from './evidence.tsx';
import { InboxIcon } from './inbox-icons.tsx';
import { Inspection } from './inspection.tsx';
import { SheetsToPrint } from './sheets-to-print.tsx';
import './trends.css';
import type { TrendsProps } from './trends-contract.ts';
import { QuickFixLane, SilenceMap, StuckTopics, TeamClocksCard } from './trends-lists.tsx';
import { SeriesCard } from './trends-series.tsx';
import { SharedQuarter } from './trends-share.tsx';
import { DimensionTable, rowName } from './trends-table.tsx';
import { TotalsBeside } from './trends-totals.tsx';

const DIMENSIONS: readonly Dimension[] = ['kind', 'category', 'factor', 'place'];
const AUDIENCES = ['desk', 'share', 'evidence', 'inspection', 'sheets'] as const;
type Audience = (typeof AUDIENCES)[number];
const GRAINS = ['week', 'month'] as const;
const FORMATS: readonly ExportFormat[] = ['csv', 'json', 'fhir', 'ahrq', 'lfpse', 'ftsu'];

/** What a desk learns from many concerns: for its own eyes, and one quarter as it may be shown to others. */
export function TrendsPage({ view, on, t }: TrendsProps): JSX.Element {
  const [audience, setAudience] = useState<Audience>('desk');
  const { trends } = view;
  return (
    <div class="trends" id="trends" tabIndex={-1} data-audience={audience}>
      <header class="trends-head">
        <h2>{t('trends.title')}</h2>
        <Switch
          label={t('trends.audience')}
          options={AUDIENCES.filter((each) => each !== 'inspection' || on.inspection !== undefined)}
          chosen={audience}
          name={(value) => t(`trends.audience.${value}`)}
          onChoose={setAudience}
        />
        {audience === 'desk' && (
          <Switch
            label={t('trends.grain')}
            options={GRAINS}
            chosen={trends?.grain ?? 'week'}
            name={(value) => t(`trends.grains.${value}`)}
            onChoose={on.onGrain}
          />
        )}
        {(audience === 'share' || audience === 'evidence') && (
          <button type="button" class="button" onClick={on.onPrint}>
            <InboxIcon name="print" />
            {t('trends.print')}
          </button>
        )}
      </header>
      {trends === null ? (
        <p class="muted" role="status">
          {t('trends.counting')}
        </p>
      ) : (
        <>
          {audience === 'desk' && <DeskTrends trends={trends} totals={view.totals} on={on} t={t} />}
          {audience === 'sheets' && <SheetsToPrint trends={trends} onPrint={on.onPrint} t={t} />}
          {audience === 'evidence' && <EvidencePage trends={trends} on={on} t={t} />}
          {audience === 'inspection' && on.inspection !== undefined && (
            <Inspection tools={on.inspection} onPrint={on.onPrint} t={t} />
          )}
          {(audience === 'desk' || audience === 'share') && (
            <div class={audience === 'share' ? '' : 'only-print'}>
              <SharedQuarter trends={trends} t={t} />
            </div>
          )}
          {audience === 'share' && <Exports view={view} on={on} t={t} />}
        </>
      )}
    </div>
  );
}

function DeskTrends(props: {
  readonly trends: Trends;
  readonly totals: TrendsProps['view']['totals'];
  readonly on: TrendsProps['on'];
  readonly t: Translator;
}): JSX.Element {
  const { trends, totals, on, t } = props;
  const [dimension, setDimension] = useState<Dimension>('kind');
  const [chosen, setChosen] = useState<string | null>(null);
  const table = trends.tables.find((candidate) => candidate.dimension === dimension);
  const row = table?.rows.find(({ name }) => name === chosen);
  return (
    <div class="for-desk">
      <p class="muted small">{t('trends.desk.note')}</p>
      <SeriesCard
        about={t('trends.all', { grain: trends.grain })}
        series={trends.all}
        trends={trends}
        unit="count"
        note={t('trends.all.note')}
        t={t}
      />
      <section class="card">
        <div class="card-head">
          <h3>{t('trends.about')}</h3>
          <Switch
            label={t('trends.about')}
            options={DIMENSIONS}
            chosen={dimension}
            name={(value) => t(`trends.by.${value}`)}
            onChoose={(value) => {
              setDimension(value);
              setChosen(null);
            }}
          />
        </div>
        {table !== undefined && (
          <DimensionTable table={table} trends={trends} chosen={chosen} onChoose={setChosen} t={t} />
        )}
        <p class="muted small">{t('trends.about.note')}</p>
      </section>
      {row !== undefined && (
        <SeriesCard
          about={rowName(t, dimension, row.name, trends.groupLabels)}
          series={row}
          trends={trends}
          unit="count"
          t={t}
        />
      )}
      <SeriesCard
        about={t('trends.near-misses')}
        series={trends.nearMisses}
        trends={trends}
        unit="percent"
        note={t('trends.near-misses.note')}
        t={t}
      />
      <div class="cards">
        <TeamClocksCard trends={trends} t={t} />
        <QuickFixLane trends={trends} t={t} />
        <StuckTopics trends={trends} t={t} />
        <SilenceMap trends={trends} t={t} />
      </div>
      <TotalsBeside trends={trends} totals={totals} on={on} t={t} />
    </div>
  );
}

function Exports({ view, on, t }: TrendsProps): JSX.Element {
  const [withText, setWithText] = useState(false);
  return (
    <section class="card exports">
      <h3>{t('trends.exports.title')}</h3>
      <p class="muted small">{t('trends.exports.text')}</p>
      <ul class="plain-list">
        {FORMATS.map((format) => (
          <li key={format}>
            <span>
              <b>{t(`trends.export.${format}`)}</b>
              <span class="muted small under">{t(`trends.export.${format}.text`)}</span>
            </span>
            <button
              type="button"
              class="button"
              data-export={format}
              disabled={format === 'ftsu' && view.trends?.release == null}
              aria-label={`${t('trends.export.save')}: ${t(`trends.export.${format}`)}`}
              onClick={() => on.onExport(format, withText)}
            >
              {t('trends.export.save')}
            </button>
          </li>
        ))}
      </ul>
      <label class="check">
        <input
          type="checkbox"
          checked={withText}
          onChange={(event) => setWithText(event.currentTarget.checked)}
        />
        <span>
          {t('trends.exports.words')}
          <span class="muted small">{t('trends.exports.words.text')}</span>
        </span>
      </label>
      {view.exported !== null && (
        <p role="status">{t('trends.exported', { cases: view.exported.cases, left: view.exported.left })}</p>
      )}
    </section>
  );
}

/** A choice of one among a few that lie beside each other. */
function Switch<V extends string>(props: {
  readonly label: string;
  readonly options: readonly V[];
  readonly chosen: V;
  readonly name: (value: V) => string;
  readonly onChoose: (value: V) => void;
}): JSX.Element {
  return (
    <fieldset class="switch" aria-label={props.label}>
      {props.options.map((value) => (
        <button
          key={value}
          type="button"
          data-option={value}
          aria-pressed={value === props.chosen}
          onClick={() => props.onChoose(value)}
        >
          {props.name(value)}
        </button>
      ))}
    </fieldset>
  );
}
