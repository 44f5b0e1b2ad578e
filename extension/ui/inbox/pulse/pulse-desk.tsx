/// <reference types="vite/client" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CampaignRow, PulsePage } from '../../../inbox/pulse/pulse-page.ts';
import type { DeskProps } from '../contract.ts';
import { weekPhrase } from '../phrases.ts';
import './pulse.css';
import { NewPulse } from './new-pulse.tsx';
import { Results } from './results.tsx';

/** What everybody is asked, what waits for a second member, and what the answers come to. */
export function PulseDesk({ page, view, on, t }: DeskProps & { readonly page: PulsePage }): JSX.Element {
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState(false);
  const possible = page.bulletin && !page.full;
  return (
    <>
      <header class="page-head">
        <h2>{t('inbox.pulse')}</h2>
        {!writing && (
          <button
            type="button"
            class="button primary"
            data-action="new-pulse"
            disabled={!possible}
            onClick={() => setWriting(true)}
          >
            {t('inbox.pulse.new')}
          </button>
        )}
      </header>
      <p class="muted measure">{t('inbox.pulse.text')}</p>
      {!page.bulletin && <p class="notice caution">{t('inbox.stories.no-bulletin')}</p>}
      {page.full && <p class="notice">{t('inbox.pulse.full')}</p>}
      {failed && (
        <p class="notice caution" role="alert">
          {t('inbox.pulse.failed')}
        </p>
      )}
      {writing && (
        <NewPulse
          page={page}
          view={view}
          on={on}
          t={t}
          onCancel={() => setWriting(false)}
          onAsk={async (draft) => {
            const asked = await on.onPulse(draft);
            setFailed(!asked);
            if (asked) setWriting(false);
          }}
        />
      )}
      {page.campaigns.length === 0 && page.results.length === 0 && !writing && (
        <p class="notice">{t('inbox.pulse.none')}</p>
      )}
      {page.campaigns.length > 0 && (
        <ul class="stories">
          {page.campaigns.map((campaign) => (
            <One key={campaign.id} campaign={campaign} view={view} on={on} t={t} />
          ))}
        </ul>
      )}
      <Results page={page} view={view} t={t} />
    </>
  );
}

function One({ campaign, view, on, t }: DeskProps & { campaign: CampaignRow }): JSX.Element {
  const { id, pulse, state, from, until } = campaign;
  const week = weekPhrase(t, state === 'asking' ? until : from, view);
  return (
    <li class="story" data-pulse={state}>
      <h3>
        <bdi lang={pulse.language}>{pulse.title}</bdi>
      </h3>
      <ol class="pulse-items">
        {pulse.items.map(({ text }) => (
          <li key={text}>
            <bdi lang={pulse.language}>{text}</bdi>
          </li>
        ))}
        {pulse.reasons === true && <li>{t('pulse.reasons')}</li>}
      </ol>
      {pulse.source !== undefined && <p class="muted small">{t('pulse.source', { source: pulse.source })}</p>}
      <p class="muted small">
        <b>{t(`inbox.pulse.state.${state}`, { week })}</b>
        {' · '}
        {t('inbox.pulse.span', { from: t.day(pulse.from), until: t.day(pulse.until) })}
        {' · '}
        {t('inbox.stories.by', { by: campaign.by || t('inbox.someone') })}
        {campaign.approvedBy !== null && (
          <> · {t('inbox.stories.approved', { by: campaign.approvedBy || t('inbox.someone') })}</>
        )}
      </p>
      <div class="buttons">
        {state === 'open' && !campaign.mine && (
          <button
            type="button"
            class="button primary"
            data-action="agree-pulse"
            onClick={() => on.onAgreeToPulse(id)}
          >
            {t('inbox.stories.agree')}
          </button>
        )}
        <button
          type="button"
          class="plain small"
          data-action="end-pulse"
          onClick={() => on.onDesk({ type: 'withdrawn', event: id })}
        >
          {t(state === 'open' ? 'inbox.second.take-back' : 'inbox.pulse.end')}
        </button>
      </div>
    </li>
  );
}
