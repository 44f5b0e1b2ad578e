import type { ComponentChildren, JSX } from 'preact';
import type { ClockShare } from '../../inbox/trends/team-clocks.ts';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';

interface ListProps {
  readonly trends: Trends;
  readonly t: Translator;
}

/** The same topic in the same group of places, again and again. */
export function StuckTopics({ trends, t }: ListProps): JSX.Element {
  const { stuck, groupLabels } = trends;
  return (
    <Card title={t('trends.stuck.title')} text={t('trends.stuck.text')}>
      {stuck.length === 0 ? (
        <p class="muted">{t('trends.stuck.none')}</p>
      ) : (
        <ul class="plain-list">
          {stuck.slice(0, 8).map(({ category, group, times }) => (
            <li key={`${category} ${group}`}>
              <span>
                <b>{t(`category.${category}`)}</b>
                <span class="muted small under">{groupLabels.get(group) ?? group}</span>
              </span>
              <span class="number">{t('trends.stuck.times', { times })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Where nobody says anything: not the same as good. */
export function SilenceMap({ trends, t }: ListProps): JSX.Element {
  const shown = trends.voices.flatMap(({ group, label, voice }) =>
    voice === 'too-small' ? [] : [{ group, label, voice }],
  );
  return (
    <Card title={t('trends.silence.title')} text={t('trends.silence.text')}>
      {shown.length === 0 ? (
        <p class="muted">{t('trends.silence.none')}</p>
      ) : (
        <ul class="plain-list voices">
          {shown.map(({ group, label, voice }) => (
            <li key={group} data-voice={voice}>
              <span>{label}</span>
              <span class="voice small">{t(`trends.voice.${voice}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Small fixes that somebody suggested. */
export function QuickFixLane({ trends, t }: ListProps): JSX.Element {
  const { suggested, closedInTime, open, late } = trends.fixes;
  return (
    <Card title={t('trends.fixes.title')} text={t('trends.fixes.text')}>
      {suggested === 0 ? (
        <p class="muted">{t('trends.fixes.none')}</p>
      ) : (
        <dl class="figures">
          <Figure name={t('trends.fixes.suggested')} value={String(suggested)} />
          <Figure name={t('trends.fixes.done')} value={String(closedInTime)} />
          <Figure name={t('trends.fixes.open')} value={String(open)} />
          <Figure name={t('trends.fixes.late')} value={String(late)} late={late > 0} />
        </dl>
      )}
    </Card>
  );
}

/** How the desk kept its clocks. */
export function TeamClocksCard({ trends, t }: ListProps): JSX.Element {
  const { acknowledge, answer, medianDays } = trends.clocks;
  return (
    <Card title={t('trends.clocks.title')} text={t('trends.clocks.text')}>
      <dl class="figures">
        <Figure name={t('trends.clocks.acknowledge')} value={share(t, acknowledge)} />
        <Figure name={t('trends.clocks.answer')} value={share(t, answer)} />
        <Figure
          name={t('trends.clocks.median')}
          value={medianDays === null ? '–' : t('trends.clocks.days', { days: medianDays })}
        />
        {trends.distress !== null && (
          <Figure name={t('trends.distress')} value={percent(t, trends.distress)} />
        )}
      </dl>
    </Card>
  );
}

export function Figure(props: { name: string; value: string; late?: boolean }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd class={props.late === true ? 'late' : ''}>{props.value}</dd>
    </div>
  );
}

export function percent(t: Translator, value: number): string {
  return new Intl.NumberFormat(t.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

function share(t: Translator, { due, kept }: ClockShare): string {
  return due === 0 ? '–' : t('trends.clocks.of', { share: percent(t, kept / due), due });
}

function Card(props: { title: string; text: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="card">
      <h3>{props.title}</h3>
      <p class="muted small">{props.text}</p>
      {props.children}
    </section>
  );
}
