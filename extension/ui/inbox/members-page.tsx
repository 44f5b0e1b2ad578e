import type { JSX } from 'preact';
import type { MembersPage } from '../../inbox/pages-view.ts';
import { Icon } from '../icons.tsx';
import type { DeskProps } from './contract.ts';
import { weekPhrase } from './phrases.ts';
import { Recovery } from './recovery.tsx';

/** Who is on the desk and until when, how somebody joins, and what to do about a lost or forgotten key. */
export function Members({ page, view, on, t }: DeskProps & { page: MembersPage }): JSX.Element {
  const me = page.members.find(({ self }) => self);
  return (
    <>
      <header class="page-head">
        <h2>{t('inbox.members')}</h2>
      </header>
      <p class="muted measure">{t('inbox.members.text', { desk: page.desk })}</p>
      {page.few && (
        <p class="notice caution">
          <Icon name="look" size={18} />
          <span>{t('inbox.members.few')}</span>
        </p>
      )}
      <ul class="members">
        {page.members.map(({ kid, label, self, until, standing }) => (
          <li key={kid} data-standing={standing}>
            <Icon name="person" size={20} />
            <b dir="auto">{self ? t('inbox.triage.me', { label }) : label}</b>
            <span class="small">{t(`inbox.members.${standing}`, { week: weekPhrase(t, until, view) })}</span>
          </li>
        ))}
      </ul>
      <section>
        <h3>{t('inbox.members.add')}</h3>
        <ol class="numbered">
          <li>{t('inbox.members.add.1')}</li>
          <li>
            {t('inbox.members.add.2')}
            <code dir="ltr">candor keyring add --desk {page.slug} --card FILE</code>
          </li>
          <li>{t('inbox.members.add.3')}</li>
        </ol>
      </section>
      <Recovery page={page} on={on} t={t} />
      <section>
        <h3>{t('inbox.members.renew')}</h3>
        <p class="measure">{t('inbox.members.renew.text')}</p>
        <p>
          <code dir="ltr">candor keyring renew --member "{me?.label ?? 'LABEL'}"</code>
          <code dir="ltr">candor keyring remove --member "LABEL"</code>
        </p>
        <p>
          <button type="button" class="button" data-action="save-card" onClick={on.onCard}>
            {t('inbox.members.card')}
          </button>
        </p>
      </section>
    </>
  );
}
