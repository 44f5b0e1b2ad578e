import type { JSX } from 'preact';
import type { PageView } from '../../inbox/pages-view.ts';
import { Cases } from './cases-page.tsx';
import type { DeskProps } from './contract.ts';
import { Launch } from './launch/launch.tsx';
import { Members } from './members-page.tsx';
import { Practice } from './practice/practice.tsx';
import { PulseDesk } from './pulse/pulse-desk.tsx';
import { Records } from './records-page.tsx';
import { Stories } from './stories-page.tsx';

/** A page beside the queue, in the place of list and concern. */
export function DeskPage(props: DeskProps & { readonly page: PageView }): JSX.Element {
  const { page, on, t } = props;
  return (
    <section class="desk-page" id="desk-page" tabIndex={-1} data-page={page.page}>
      {page.page === 'stories' && <Stories {...props} page={page} />}
      {page.page === 'launch' && <Launch {...props} page={page} />}
      {page.page === 'pulse' && <PulseDesk {...props} page={page} />}
      {page.page === 'cases' && <Cases {...props} page={page} />}
      {page.page === 'members' && <Members {...props} page={page} />}
      {page.page === 'records' && <Records {...props} page={page} />}
      {page.page === 'practice' && on.onPractice !== undefined && (
        <>
          <header class="page-head">
            <h2>{t('inbox.practise')}</h2>
          </header>
          <Practice t={t} tools={on.answering} load={on.onPractice} />
        </>
      )}
    </section>
  );
}
