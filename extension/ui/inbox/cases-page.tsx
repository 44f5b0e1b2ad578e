import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseCard } from '../../../shared/case-card.ts';
import type { CaseRow, CasesPage } from '../../inbox/cases/cases-page.ts';
import type { NotTakenIn } from '../../inbox/cases/take-in.ts';
import { CaseForm } from './case-form.tsx';
import type { DeskProps } from './contract.ts';

/** Learning case cards: our own for other hospitals, and theirs for everybody here. */
export function Cases({ page, view, on, t }: DeskProps & { page: CasesPage }): JSX.Element {
  const [writing, setWriting] = useState(false);
  const [read, setRead] = useState<CaseCard | NotTakenIn | null>(null);
  const lists = [
    ['own', page.own],
    ['elsewhere', page.elsewhere],
  ] as const;
  return (
    <>
      <header class="page-head">
        <h2>{t('inbox.cases')}</h2>
        {!writing && (
          <button
            type="button"
            class="button primary"
            data-action="new-case"
            onClick={() => setWriting(true)}
          >
            {t('inbox.cases.new')}
          </button>
        )}
        {on.cases !== undefined && (
          <label class="button file-button">
            <input
              type="file"
              accept=".json,application/json"
              class="visually-hidden"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file !== undefined) void on.cases?.read(file).then(setRead);
                currentTarget.value = '';
              }}
            />
            <span>{t('inbox.cases.take-in')}</span>
          </label>
        )}
      </header>
      <p class="muted measure">{t('inbox.cases.text')}</p>
      {typeof read === 'string' && (
        <p class="notice caution" role="alert">
          {t('inbox.cases.refused')} {t(`inbox.cases.refused.${read}`)}
        </p>
      )}
      {read !== null && typeof read !== 'string' && (
        <section class="story" data-read>
          <p>
            <b>{t('inbox.cases.read', { from: read.from })}</b>
          </p>
          <Words card={read} t={t} />
          <div class="buttons">
            <button
              type="button"
              class="button primary"
              data-action="take-in"
              onClick={() => {
                setRead(null);
                on.onDesk({ type: 'learned', ...read });
              }}
            >
              {t('inbox.stories.ask')}
            </button>
            <button type="button" class="button quiet" onClick={() => setRead(null)}>
              {t('inbox.team.cancel')}
            </button>
          </div>
        </section>
      )}
      {writing && (
        <CaseForm
          on={on}
          t={t}
          about={null}
          from={page.organisation}
          onCancel={() => setWriting(false)}
          onLearned={(card) => {
            setWriting(false);
            on.onDesk({ type: 'learned', ...card });
          }}
        />
      )}
      {lists.map(([name, rows]) => (
        <section key={name} data-cases={name}>
          <h3>{t(`inbox.cases.${name}`)}</h3>
          {rows.length === 0 && <p class="small muted">{t(`inbox.cases.${name}.none`)}</p>}
          <ul class="stories">
            {rows.map((row) => (
              <One key={row.id} row={row} organisation={page.organisation} view={view} on={on} t={t} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function One(props: DeskProps & { row: CaseRow; organisation: string }): JSX.Element {
  const { row, organisation, on, t } = props;
  const { id, concern, from, state, by, approvedBy, mine } = row;
  const say = (type: 'confirmed' | 'withdrawn'): void => {
    if (concern === null) on.onDesk({ type, event: id });
    else on.onAct([concern], { type, event: id });
  };
  return (
    <li class="story" data-case={state}>
      {from !== null && (
        <p>
          <b dir="auto">{from}</b>
        </p>
      )}
      <Words card={row} t={t} />
      <p class="muted small">
        <b>
          {t(
            state === 'open'
              ? 'inbox.stories.state.open'
              : from === null
                ? 'inbox.cases.ready'
                : 'inbox.cases.shown',
          )}
        </b>
        {' · '}
        {t('inbox.stories.by', { by: by || t('inbox.someone') })}
        {approvedBy !== null && (
          <> · {t('inbox.stories.approved', { by: approvedBy || t('inbox.someone') })}</>
        )}
      </p>
      <div class="buttons">
        {state === 'open' && !mine && (
          <button type="button" class="button" data-action="agree-case" onClick={() => say('confirmed')}>
            {t('inbox.stories.agree')}
          </button>
        )}
        {state === 'confirmed' && from === null && (
          <button
            type="button"
            class="button"
            data-action="save-case"
            onClick={() => {
              const { happened, learnt, changed } = row;
              on.cases?.save({ from: organisation, happened, learnt, changed });
            }}
          >
            {t('inbox.cases.save')}
          </button>
        )}
        <button type="button" class="plain small" data-action="stop-case" onClick={() => say('withdrawn')}>
          {t(
            state === 'open'
              ? 'inbox.second.take-back'
              : from === null
                ? 'inbox.cases.drop'
                : 'inbox.stories.stop',
          )}
        </button>
      </div>
    </li>
  );
}

function Words({ card, t }: { card: Omit<CaseCard, 'from'>; t: DeskProps['t'] }): JSX.Element {
  return (
    <dl>
      <dt>{t('inbox.cases.happened')}</dt>
      <dd dir="auto">{card.happened}</dd>
      <dt>{t('inbox.cases.learnt')}</dt>
      <dd dir="auto">{card.learnt}</dd>
      <dt>{t('inbox.cases.changed')}</dt>
      <dd dir="auto">{card.changed}</dd>
    </dl>
  );
}
