import type { JSX } from 'preact';
import type { ConcernView, OpenView } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';

/** What was picked beside the words; what was not picked is not named. */
export function Facts(props: {
  concern: ConcernView;
  fields: NonNullable<ConcernView['fields']>;
  view: OpenView;
  t: Translator;
}): JSX.Element {
  const { concern, fields, view, t } = props;
  const place = fields.unit === undefined ? null : (view.places.get(fields.unit) ?? fields.unit);
  const when = [
    fields.whenP === undefined ? null : t(`whenP.${fields.whenP}`),
    fields.whenB === undefined ? null : t(`whenB.${fields.whenB}`),
  ].filter((part) => part !== null);
  const facts: readonly (readonly [string, string | null])[] = [
    [t('inbox.practice'), fields.practice === true ? t('inbox.practice.text') : null],
    [t('inbox.fact.place'), place && (fields.unitRolledUp ? t('inbox.fact.rolled-up', { place }) : place)],
    [t('inbox.fact.worry'), fields.worry === undefined ? null : t(`worry.${fields.worry}`)],
    [t('inbox.fact.when'), listed(when)],
    [t('inbox.fact.factors'), listed(fields.factors?.map((factor) => t(`factor.${factor}`)))],
    [t('inbox.fact.caught'), fields.caughtBy === undefined ? null : t(`caughtBy.${fields.caughtBy}`)],
    [t('inbox.fact.wishes'), listed(fields.wishes?.map((wish) => t(`inbox.wish.${wish}`)))],
    [t('inbox.fact.week'), t('inbox.week.of', { day: t.day(concern.week) })],
  ];
  return (
    <dl class="facts" aria-label={t('inbox.facts')}>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function listed(names: readonly string[] = []): string | null {
  return names.length === 0 ? null : names.join(' · ');
}
