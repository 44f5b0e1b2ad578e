import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LaunchPage, PledgeRow } from '../../../inbox/launch/launch-page.ts';
import type { DeskProps } from '../contract.ts';
import { PledgeForm } from './pledge-form.tsx';

/** A leader's promise: as everybody reads it, where it stands, and the form for another. */
export function Pledge({ page, on, t }: DeskProps & { readonly page: LaunchPage }): JSX.Element {
  const [writing, setWriting] = useState(false);
  return (
    <section class="no-print" data-section="pledge">
      <h3>{t('inbox.launch.pledge')}</h3>
      <p class="muted small measure">{t('inbox.launch.pledge.text')}</p>
      {page.told !== null && !page.pledges.some(({ state }) => state === 'told') && (
        <div class="story" data-pledge="told">
          <PledgeText pledge={page.told} t={t} />
          <p class="muted small">
            {t(page.elsewhere ? 'inbox.launch.pledge.elsewhere' : 'inbox.stories.state.told')}
          </p>
        </div>
      )}
      {!page.elsewhere && page.pledges.map((pledge) => <One key={pledge.id} pledge={pledge} on={on} t={t} />)}
      {!page.elsewhere &&
        (writing ? (
          <PledgeForm
            page={page}
            on={on}
            t={t}
            onCancel={() => setWriting(false)}
            onPledge={(pledge) => {
              setWriting(false);
              on.onDesk({ type: 'pledged', ...pledge });
            }}
          />
        ) : (
          <p>
            <button type="button" class="button" data-action="new-pledge" onClick={() => setWriting(true)}>
              {t(page.pledges.length === 0 ? 'inbox.launch.pledge.new' : 'inbox.launch.pledge.another')}
            </button>
          </p>
        ))}
    </section>
  );
}

function One({ pledge, on, t }: Pick<DeskProps, 'on' | 't'> & { pledge: PledgeRow }): JSX.Element {
  const { id, state, mine, by, approvedBy } = pledge;
  return (
    <div class="story" data-pledge={state}>
      <PledgeText pledge={pledge} t={t} />
      <p class="muted small">
        <b>{t(`inbox.stories.state.${state}`)}</b>
        {' · '}
        {t('inbox.stories.by', { by: by || t('inbox.someone') })}
        {approvedBy !== null && (
          <> · {t('inbox.stories.approved', { by: approvedBy || t('inbox.someone') })}</>
        )}
      </p>
      <div class="buttons">
        {state === 'open' && !mine && (
          <button
            type="button"
            class="button"
            data-action="agree-pledge"
            onClick={() => on.onDesk({ type: 'confirmed', event: id })}
          >
            {t('inbox.stories.agree')}
          </button>
        )}
        <button
          type="button"
          class="plain small"
          data-action="stop-pledge"
          onClick={() => on.onDesk({ type: 'withdrawn', event: id })}
        >
          {t(state === 'open' ? 'inbox.second.take-back' : 'inbox.stories.stop')}
        </button>
      </div>
    </div>
  );
}

/** The promise as the panel says it. */
export function PledgeText(props: {
  readonly pledge: Pick<PledgeRow, 'answersBy' | 'name' | 'role' | 'words'>;
  readonly t: DeskProps['t'];
}): JSX.Element {
  const { pledge, t } = props;
  return (
    <blockquote class="pledge">
      {pledge.words !== undefined && <p dir="auto">{pledge.words}</p>}
      <p>
        {t('pledge.text')} {t('pledge.answers', { day: t.day(pledge.answersBy) })}
      </p>
      <p>
        <b>{t('pledge.by', { name: pledge.name, role: pledge.role })}</b>
      </p>
    </blockquote>
  );
}
