import type { JSX } from 'preact';
import type { ConcernView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { DeskProps } from './desk.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { InboxIcon } from './inbox-icons.tsx';
import { Triage } from './triage.tsx';

/** One concern: what was picked, the words, what the team has done, and beside it what can be done. */
export function Concern(props: DeskProps & { readonly concern: ConcernView }): JSX.Element {
  const { concern, view, on, t } = props;
  const { fields } = concern;
  return (
    <article class="concern" data-concern={concern.id} data-status={concern.status}>
      <header class="concern-head">
        <button
          type="button"
          class="button quiet only-one-part"
          onClick={() => on.onBrowse({ to: 'concern', id: null })}
        >
          <Icon name="back" size={20} />
          <span>{t('inbox.back')}</span>
        </button>
        <div class="concern-title">
          {fields === null ? (
            <InboxIcon name="unreadable" size={28} />
          ) : (
            <Icon name={fields.kind} size={28} />
          )}
          <div>
            <h2>{fields === null ? t('inbox.unreadable') : t(`kind.${fields.kind}.label`)}</h2>
            {fields?.category !== undefined && <p class="muted">{t(`category.${fields.category}`)}</p>}
          </div>
        </div>
        <div class="concern-actions">
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={t('inbox.print')}
            title={t('inbox.print')}
            onClick={on.onPrint}
          >
            <InboxIcon name="print" />
          </button>
          {concern.status === 'new' && (
            <button
              type="button"
              class="button primary"
              data-action="acknowledge"
              onClick={() => on.onAct([concern.id], { type: 'acknowledged' })}
            >
              <Icon name="done" size={20} />
              <span>{t('inbox.acknowledge')}</span>
              <span class="key" aria-hidden="true">
                e
              </span>
            </button>
          )}
        </div>
      </header>
      <div class="concern-parts">
        <div class="concern-said">
          <p class="only-print">{t('inbox.print.desk', { desk: concern.desk })}</p>
          {fields === null ? (
            <p class="notice">
              <InboxIcon name="unreadable" size={18} />
              <span>{t('inbox.unreadable.text')}</span>
            </p>
          ) : (
            <>
              <Words concern={concern} t={t} />
              <Facts concern={concern} fields={fields} view={view} t={t} />
            </>
          )}
          <p class="care muted small">{t('inbox.care')}</p>
          <p class="only-print small">{t('inbox.print.care')}</p>
        </div>
        <Triage concern={concern} view={view} on={on} t={t} />
        <History concern={concern} view={view} t={t} />
      </div>
    </article>
  );
}

/** Text and nothing else: whatever somebody wrote is never read as markup. */
function Words({ concern, t }: Pick<Parameters<typeof Concern>[0], 'concern' | 't'>): JSX.Element {
  const kind = concern.fields?.kind ?? '';
  return (
    <div class="words" data-words>
      {concern.boxes.map(({ box, text }) => (
        <section key={box}>
          <h3>{t(`box.${box}`, { kind })}</h3>
          <p dir="auto">{text}</p>
        </section>
      ))}
    </div>
  );
}
