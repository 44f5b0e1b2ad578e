import type { JSX } from 'preact';
import type { PulseCount } from '../../../../shared/pulse-count.ts';
import { FEWEST_ANSWERS, REASONS, SCALE_STEPS, tone } from '../../../../shared/pulse-scales.ts';
import type { PulsePage, ResultView } from '../../../inbox/pulse/pulse-page.ts';
import type { MessageKey, Translator } from '../../translator.ts';
import type { DeskProps } from '../contract.ts';
import { Course, Distribution } from './pulse-chart.tsx';

type Item = PulseCount['items'][number];

/** Answers, not people: distributions, their course over several times, and what would stop people. */
export function Results(
  props: Pick<DeskProps, 't' | 'view'> & { readonly page: PulsePage },
): JSX.Element | null {
  const { page, t } = props;
  if (page.results.length === 0) return null;
  return (
    <section data-section="pulse-results">
      <h3>{t('inbox.pulse.heading')}</h3>
      <p class="muted small measure">{t('inbox.pulse.heading.text')}</p>
      {page.results.map((result) => (
        <Result key={result.pulse} result={result} t={t} />
      ))}
      <p class="muted small measure">{t('inbox.pulse.kept', { days: page.retentionDays })}</p>
    </section>
  );
}

function Result({ result, t }: { result: ResultView; t: Translator }): JSX.Element {
  const { count, title, from, until, running, score, courses } = result;
  return (
    <article class="pulse-result" data-result={result.pulse}>
      <h4>
        <bdi>{title}</bdi>
      </h4>
      <p class="muted small">
        {t('inbox.pulse.span', { from: t.day(from), until: t.day(until) })}
        {count !== null && <> · {t('inbox.pulse.answers', { count: count.answers })}</>}
      </p>
      {count === null ? (
        <p class="notice">{t('inbox.pulse.few', { least: FEWEST_ANSWERS })}</p>
      ) : (
        <>
          {running && <p class="muted small">{t('inbox.pulse.portions', { least: FEWEST_ANSWERS })}</p>}
          {score !== null && (
            <p>
              <b>{t('inbox.pulse.score', { mean: mean(score, t), steps: stepsOf(count.items[0]) })}</b>
            </p>
          )}
          {count.items.map((item, at) => (
            <ItemResult key={item.text} item={item} course={courses[at] ?? []} t={t} />
          ))}
          {count.reasons.length > 0 && <Reasons count={count} t={t} />}
        </>
      )}
    </article>
  );
}

function ItemResult(props: {
  item: Item;
  course: ResultView['courses'][number];
  t: Translator;
}): JSX.Element {
  const { item, course, t } = props;
  const { text, scale, reversed, count } = item;
  const steps = SCALE_STEPS[scale];
  if (count === undefined) {
    return (
      <div class="pulse-question">
        <p>
          <bdi>
            <b>{text}</b>
          </bdi>
        </p>
        <p class="muted small">{t('inbox.pulse.item.few', { least: FEWEST_ANSWERS })}</p>
      </div>
    );
  }
  const good = count.shares.reduce((sum, share, at) => sum + (tone(item, at + 1) === 'good' ? share : 0), 0);
  const says = t(saysKey(item), { share: percent(scale === 'burnout5' ? 100 - good : good, t) });
  const turned = reversed === true;
  const meanText = t(turned ? 'inbox.pulse.mean.turned' : 'inbox.pulse.mean', {
    mean: mean(count.mean, t),
    steps,
  });
  return (
    <div class="pulse-question">
      <p>
        <bdi>
          <b>{text}</b>
        </bdi>
      </p>
      <p class="small">
        {says} · {meanText}
      </p>
      <Distribution item={item} title={text} description={`${says}. ${meanText}.`} t={t} />
      {course.length > 1 && <Course course={course} steps={steps} title={t('inbox.pulse.course')} t={t} />}
      <details class="numbers">
        <summary>{t('trends.as-table')}</summary>
        <div class="pulse-tables">
          <table>
            <caption class="visually-hidden">{text}</caption>
            <thead>
              <tr>
                <th scope="col">{t('inbox.pulse.answer')}</th>
                <th scope="col" class="number">
                  {t('inbox.pulse.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {count.shares.map((share, at) => (
                <tr key={`${at} ${share}`}>
                  <th scope="row">{stepName(t, scale, at + 1)}</th>
                  <td class="number">{percent(share, t)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {course.length > 1 && (
            <table>
              <caption class="visually-hidden">{t('inbox.pulse.course')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('inbox.pulse.asked-from')}</th>
                  <th scope="col" class="number">
                    {t('inbox.pulse.mean.column', { steps })}
                  </th>
                  <th scope="col" class="number">
                    {t('inbox.pulse.answers.column')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {course.map((point) => (
                  <tr key={point.from}>
                    <th scope="row">{t.day(point.from)}</th>
                    <td class="number">{mean(point.mean, t)}</td>
                    <td class="number">{point.answered}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </details>
    </div>
  );
}

/** A table whose bars stand in it: there is nothing in the picture that is not in the numbers. */
function Reasons({ count, t }: { count: PulseCount; t: Translator }): JSX.Element {
  return (
    <div class="pulse-question" data-section="reasons">
      <p>
        <b>{t('pulse.reasons')}</b>
      </p>
      {count.fear !== null && <p class="small">{t('inbox.pulse.fear', { share: percent(count.fear, t) })}</p>}
      <table class="pulse-reasons">
        <caption class="visually-hidden">{t('pulse.reasons')}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t('inbox.pulse.reason')}</th>
            <th scope="col">{t('inbox.pulse.share')}</th>
          </tr>
        </thead>
        <tbody>
          {REASONS.map((reason, at) => (
            <tr key={reason}>
              <th scope="row">{t(`pulse.reason.${reason}`)}</th>
              <td>
                <span class="bar" aria-hidden="true" style={{ inlineSize: `${count.reasons[at] ?? 0}%` }} />
                <span>{percent(count.reasons[at] ?? 0, t)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted small">{t('inbox.pulse.several')}</p>
    </div>
  );
}

function saysKey({ scale, reversed }: Item): MessageKey {
  if (scale === 'burnout5') return 'inbox.pulse.says.burnout';
  return reversed === true ? 'inbox.pulse.says.disagree' : 'inbox.pulse.says.agree';
}

/** How a step of a scale is called, short enough for a table. */
export function stepName(t: Translator, scale: Item['scale'], step: number): string {
  return t(`pulse.${scale}.${step}` as MessageKey);
}

function stepsOf(item: Item | undefined): number {
  return item === undefined ? 0 : SCALE_STEPS[item.scale];
}

export function percent(share: number, t: Translator): string {
  return new Intl.NumberFormat(t.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share / 100);
}

/** One decimal: finer would pretend to something. */
export function mean(hundredths: number, t: Translator): string {
  return new Intl.NumberFormat(t.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    hundredths / 100,
  );
}
