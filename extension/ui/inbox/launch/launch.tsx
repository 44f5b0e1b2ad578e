import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LaunchPage } from '../../../inbox/launch/launch-page.ts';
import type { DeskProps } from '../contract.ts';
import { StoryForm } from '../story-form.tsx';
import './launch.css';
import { Pledge } from './pledge.tsx';
import { ToPrint } from './to-print.tsx';

/** The first month, in which there is nothing to show yet: a promise, one thing put right, and paper. */
export function Launch({ page, view, on, t }: DeskProps & { readonly page: LaunchPage }): JSX.Element {
  const [writing, setWriting] = useState(false);
  return (
    <>
      <header class="page-head no-print">
        <h2>{t('inbox.launch')}</h2>
      </header>
      <p class="muted measure no-print">{t('inbox.launch.text')}</p>
      {!page.bulletin && <p class="notice caution no-print">{t('inbox.stories.no-bulletin')}</p>}
      <Pledge page={page} view={view} on={on} t={t} />
      <section class="no-print" data-section="fix">
        <h3>{t('inbox.launch.fix')}</h3>
        <p class="muted small measure">{t('inbox.launch.fix.text')}</p>
        {page.story && <p class="notice">{t('inbox.launch.fix.there')}</p>}
        {writing ? (
          <StoryForm
            on={on}
            t={t}
            about={null}
            onCancel={() => setWriting(false)}
            onTell={(story) => {
              setWriting(false);
              on.onDesk({ type: 'told', ...story });
            }}
          />
        ) : (
          <div class="buttons">
            <button type="button" class="button" data-action="first-story" onClick={() => setWriting(true)}>
              {t('inbox.stories.new')}
            </button>
            <button
              type="button"
              class="button quiet"
              data-action="to-stories"
              onClick={() => on.onBrowse({ to: 'stories' })}
            >
              {t('inbox.stories')}
            </button>
          </div>
        )}
      </section>
      <ToPrint page={page} view={view} on={on} t={t} />
    </>
  );
}
