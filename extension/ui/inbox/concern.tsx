import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConcernView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import { AnswerBox, type Drafts } from './answer-box.tsx';
import type { DeskProps } from './contract.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { InboxIcon } from './inbox-icons.tsx';
import { MaskedText } from './masked-text.tsx';
import { Steps } from './steps.tsx';
import { TakeAlong } from './take-along.tsx';
import { Teamwork } from './teamwork.tsx';
import { Thread } from './thread.tsx';
import { Triage } from './triage.tsx';

/** One concern: what was picked, the words, what the team has done, and beside it what can be done. */
export function Concern(
  props: DeskProps & { readonly concern: ConcernView; readonly drafts: Drafts },
): JSX.Element {
  const { concern, view, on, t, drafts } = props;
  const added = concern.answering.unread;
  const [copying, setCopying] = useState(false);
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
          {fields !== null ? (
            <Icon name={fields.kind} size={28} />
          ) : (
            <InboxIcon name={concern.addition === null ? 'unreadable' : 'note'} size={28} />
          )}
          <div>
            <h2>{titleOf(concern, t)}</h2>
            {fields?.category !== undefined && <p class="muted">{t(`category.${fields.category}`)}</p>}
          </div>
        </div>
        <div class="concern-actions">
          <button
            type="button"
            class="button quiet icon-only"
            data-action="copy"
            aria-label={t('inbox.copy')}
            title={t('inbox.copy')}
            onClick={() => setCopying(true)}
          >
            <InboxIcon name="save" />
          </button>
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={t('inbox.print')}
            title={t('inbox.print')}
            onClick={on.onPrint}
          >
            <InboxIcon name="print" />
          </button>
          {(concern.status === 'new' || added > 0) && (
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
          <Teamwork concern={concern} view={view} on={on} t={t} />
          {fields === null ? (
            <WithoutConcern addition={concern.addition} t={t} />
          ) : (
            <>
              <Words concern={concern} t={t} />
              <Facts concern={concern} fields={fields} view={view} t={t} />
            </>
          )}
          <p class="care muted small">{t('inbox.care')}</p>
          <section class="conversation" aria-labelledby="conversation-title">
            <h3 id="conversation-title">{t('inbox.thread')}</h3>
            <Thread concern={concern} view={view} t={t} />
            {concern.answering.people === 0 ? (
              <p class="muted small">
                {t(concern.answering.copy ? 'inbox.answer.copy' : 'inbox.answer.nobody')}
              </p>
            ) : (
              <AnswerBox
                concern={concern}
                view={view}
                t={t}
                tools={on.answering}
                drafts={drafts}
                onAnswer={(draft) => on.onAnswer(concern.id, draft)}
                onTemplate={on.onTemplate}
              />
            )}
          </section>
          <Steps concern={concern} view={view} on={on} t={t} />
          <p class="only-print small">{t('inbox.print.care')}</p>
        </div>
        <Triage concern={concern} view={view} on={on} t={t} />
        <History concern={concern} view={view} t={t} />
      </div>
      {copying && <TakeAlong concern={concern} view={view} on={on} t={t} onClose={() => setCopying(false)} />}
    </article>
  );
}

function titleOf({ addition, fields }: ConcernView, t: Translator): string {
  if (fields !== null) return t(`kind.${fields.kind}.label`);
  return t(addition === null ? 'inbox.unreadable' : 'inbox.addition');
}

/** What could not be read, or words whose concern is not here. */
function WithoutConcern({ addition, t }: { addition: string | null; t: Translator }): JSX.Element {
  return (
    <>
      <p class="notice">
        <InboxIcon name={addition === null ? 'unreadable' : 'note'} size={18} />
        <span>{t(addition === null ? 'inbox.unreadable.text' : 'inbox.addition.text')}</span>
      </p>
      {addition !== null && (
        <div class="words" data-words>
          <p dir="auto">
            <MaskedText text={addition} t={t} />
          </p>
        </div>
      )}
    </>
  );
}

/** Text and nothing else: whatever somebody wrote is never read as markup. */
function Words({ concern, t }: Pick<Parameters<typeof Concern>[0], 'concern' | 't'>): JSX.Element {
  const kind = concern.fields?.kind ?? '';
  return (
    <div class="words" data-words>
      {concern.boxes.length === 0 && (
        <p class="muted" data-wordless>
          {t(
            concern.fields?.wishes?.includes('support')
              ? 'inbox.wordless.support.text'
              : 'inbox.wordless.none',
          )}
        </p>
      )}
      {concern.boxes.map(({ box, text }) => (
        <section key={box}>
          <h3>{t(`box.${box}`, { kind })}</h3>
          <p dir="auto">
            <MaskedText text={text} t={t} />
          </p>
        </section>
      ))}
    </div>
  );
}
