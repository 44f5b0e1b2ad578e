import type { JSX } from 'preact';
import type { PageView } from '../../inbox/pages-view.ts';
import type { DeskProps } from './desk.tsx';
import { Members } from './members-page.tsx';
import { Records } from './records-page.tsx';
import { Stories } from './stories-page.tsx';

/** A page beside the queue, in the place of list and concern. */
export function DeskPage(props: DeskProps & { readonly page: PageView }): JSX.Element {
  const { page } = props;
  return (
    <section class="desk-page" id="desk-page" tabIndex={-1} data-page={page.page}>
      {page.page === 'stories' && <Stories {...props} page={page} />}
      {page.page === 'members' && <Members {...props} page={page} />}
      {page.page === 'records' && <Records {...props} page={page} />}
    </section>
  );
}
