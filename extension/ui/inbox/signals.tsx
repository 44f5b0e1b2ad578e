import type { JSX } from 'preact';
import type { Tally } from '../../inbox/queue.ts';
import { Icon } from '../icons.tsx';
import type { DeskProps } from './contract.ts';
import { Empty } from './empty.tsx';

/** The tally of tiles without words, acknowledged by the heap. */
export function Signals({ view, on, t }: DeskProps): JSX.Element {
  const waiting = view.tally.flatMap((line) => line.waiting);
  const acknowledge = (ids: readonly string[]): void => on.onAct(ids, { type: 'acknowledged' });
  return (
    <div class="signals" id="queue" tabIndex={-1}>
      <header class="queue-head">
        <h2>{t('inbox.signals.title')}</h2>
        {waiting.length > 1 && (
          <button
            type="button"
            class="button"
            data-action="acknowledge-all"
            onClick={() => acknowledge(waiting)}
          >
            {t('inbox.signals.acknowledge.all', { count: waiting.length })}
          </button>
        )}
      </header>
      <p class="muted small">{t('inbox.signals.text')}</p>
      {view.tally.length === 0 ? (
        <Empty title={t('inbox.signals.none.title')} text={[t('inbox.signals.none.text')]} />
      ) : (
        <table class="tally">
          <thead>
            <tr>
              <th scope="col">{t('inbox.signals.about')}</th>
              <th scope="col" class="number">
                {t('inbox.signals.waiting')}
              </th>
              <th scope="col" class="number seen">
                {t('inbox.signals.seen')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {view.tally.map((line) => (
              <tr key={line.key} data-signal={line.kind} data-waiting={line.waiting.length}>
                <th scope="row">
                  <span class="about">
                    <Icon name={line.kind} size={20} />
                    <span>
                      <b>
                        {line.survey === null
                          ? t(`kind.${line.kind}.label`)
                          : t(`inbox.survey.${line.survey}`)}
                      </b>
                      <span class="muted small under">{detail(line)}</span>
                    </span>
                  </span>
                </th>
                <td class="number">{line.waiting.length > 0 ? <b>{line.waiting.length}</b> : 0}</td>
                <td class="number seen muted">{line.acknowledged}</td>
                <td>
                  {line.waiting.length > 0 && (
                    <button
                      type="button"
                      class="button"
                      data-action="acknowledge-signals"
                      onClick={() => acknowledge(line.waiting)}
                    >
                      {t('inbox.signals.acknowledge', { count: line.waiting.length })}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );

  function detail({ category, place }: Tally): string {
    const where = place === null ? null : (view.places.get(place) ?? place);
    const what = category === null ? null : t(`category.${category}`);
    return [what, where].filter((part) => part !== null).join(' · ');
  }
}
