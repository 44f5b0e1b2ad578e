import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { StoriesPage, StoryRow } from '../../inbox/pages-view.ts';
import { BulletinForm } from './bulletin-form.tsx';
import type { DeskProps } from './contract.ts';
import { weekPhrase } from './phrases.ts';
import { StoryForm } from './story-form.tsx';

/** "You said, we did": what this desk tells everybody, what waits for a second member, and the promises that were kept. */
export function Stories({ page, view, on, t }: DeskProps & { page: StoriesPage }): JSX.Element {
  const [writing, setWriting] = useState(false);
  return (
    <>
      <header class="page-head">
        <h2>{t('inbox.stories')}</h2>
        {!writing && (
          <button
            type="button"
            class="button primary"
            data-action="new-story"
            onClick={() => setWriting(true)}
          >
            {t('inbox.stories.new')}
          </button>
        )}
      </header>
      <p class="muted measure">{t('inbox.stories.text')}</p>
      {!page.bulletin && <p class="notice caution">{t('inbox.stories.no-bulletin')}</p>}
      {writing && (
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
      )}
      {page.stories.length === 0 && !writing && <p class="notice">{t('inbox.stories.none')}</p>}
      <ul class="stories">
        {page.stories.map((story) => (
          <One key={story.id} story={story} view={view} on={on} t={t} />
        ))}
      </ul>
      {page.elsewhere.length > 0 && (
        <section>
          <h3>{t('inbox.stories.elsewhere')}</h3>
          <ul class="stories">
            {page.elsewhere.map(({ said, did }) => (
              <li key={`${said} ${did}`} class="story">
                <Lines said={said} did={did} t={t} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('inbox.promises')}</h3>
        <p class="muted small">{t('inbox.promises.text')}</p>
        {page.promises.length === 0 ? (
          <p class="small">{t('inbox.promises.none')}</p>
        ) : (
          <ul class="promises">
            {page.promises.map(({ desk, acknowledged, answered }) => (
              <li key={desk}>
                {acknowledged !== null && <p>{t('promises.acknowledged', { desk, share: acknowledged })}</p>}
                {answered !== null && <p>{t('promises.answered', { desk, share: answered })}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <BulletinForm on={on} t={t} basics={page.basics} />
    </>
  );
}

function One({ story, view, on, t }: DeskProps & { story: StoryRow }): JSX.Element {
  const { id, concern, state } = story;
  const say = (type: 'confirmed' | 'withdrawn'): void => {
    if (concern === null) on.onDesk({ type, event: id });
    else on.onAct([concern], { type, event: id });
  };
  const week = story.from === null ? '' : weekPhrase(t, story.from, view);
  return (
    <li class="story" data-story={state}>
      <Lines said={story.said} did={story.did} t={t} />
      <p class="muted small">
        <b>{t(`inbox.stories.state.${state === 'withdrawn' ? 'open' : state}`, { week })}</b>
        {' · '}
        {t('inbox.stories.by', { by: story.by || t('inbox.someone') })}
        {story.approvedBy !== null && (
          <> · {t('inbox.stories.approved', { by: story.approvedBy || t('inbox.someone') })}</>
        )}
      </p>
      <div class="buttons">
        {state === 'open' && !story.mine && (
          <button type="button" class="button" data-action="agree-story" onClick={() => say('confirmed')}>
            {t('inbox.stories.agree')}
          </button>
        )}
        <button type="button" class="plain small" data-action="stop-story" onClick={() => say('withdrawn')}>
          {t(state === 'open' ? 'inbox.second.take-back' : 'inbox.stories.stop')}
        </button>
      </div>
    </li>
  );
}

function Lines({ said, did, t }: { said: string; did: string; t: DeskProps['t'] }): JSX.Element {
  return (
    <dl>
      <dt>{t('inbox.stories.said')}</dt>
      <dd dir="auto">{said}</dd>
      <dt>{t('inbox.stories.did')}</dt>
      <dd dir="auto">{did}</dd>
    </dl>
  );
}
