import type { JSX } from 'preact';
import type { OpenView, Row } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';
import { MaskedText } from './masked-text.tsx';
import { dueInFull, duePhrase, shortWeekPhrase, urgencyOf } from './phrases.ts';

/** Rows are of one height, also while the words are looked over for names. */
const EMPTY_LINE = '\u00a0';

export function rowId(concern: string): string {
  return `row-${concern}`;
}

/** One concern in two lines: kind and category with what is due; first words with the week and who looks after it. */
export function QueueRow(props: {
  row: Row;
  view: OpenView;
  t: Translator;
  selected: boolean;
  place: { at: number; of: number; top: number };
  onChoose: () => void;
}): JSX.Element {
  const { row, view, t, selected, place, onChoose } = props;
  const { due } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for all rows; a row only takes the pointer
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the listbox, which names the row by aria-activedescendant
    <div
      id={rowId(row.id)}
      class="row"
      role="option"
      aria-selected={selected}
      aria-setsize={place.of}
      aria-posinset={place.at + 1}
      data-concern={row.id}
      data-status={row.unread > 0 ? 'new' : row.status}
      style={{ insetBlockStart: `${place.top}px` }}
      onClick={onChoose}
    >
      {row.kind === null ? (
        <InboxIcon name={row.addition ? 'note' : 'unreadable'} />
      ) : (
        <Icon name={row.kind} size={20} />
      )}
      <p class="row-title">
        <b>
          {row.kind !== null
            ? t(`kind.${row.kind}.label`)
            : t(row.addition ? 'inbox.addition' : 'inbox.unreadable')}
        </b>
        {row.category !== null && <span class="muted"> · {t(`category.${row.category}`)}</span>}
      </p>
      {row.practice ? (
        <p class="row-due muted">{t('inbox.practice')}</p>
      ) : due === null ? (
        <p class="row-due muted">
          {t(row.status === 'closed' ? 'inbox.folder.closed' : 'inbox.clock.answered')}
        </p>
      ) : (
        <p class="row-due" data-urgency={urgencyOf(due.daysLeft)}>
          {due.daysLeft < 0 && <Icon name="clock" size={16} />}
          <span aria-hidden="true">{duePhrase(t, due.daysLeft)}</span>
          <span class="visually-hidden">{dueInFull(t, due)}</span>
        </p>
      )}
      <p class="row-words" dir="auto">
        {row.wordless === null ? (
          <MaskedText text={row.words || EMPTY_LINE} t={t} />
        ) : (
          <i>{t(`inbox.wordless.${row.wordless}`)}</i>
        )}
      </p>
      <p class="row-week muted">
        {row.unread > 0 && <b class="row-unread">{t('inbox.row.unread', { count: row.unread })}</b>}
        {row.status !== 'new' && row.status !== 'closed' && (
          <span class="row-status">{t(`inbox.folder.${row.status}`)}</span>
        )}
        {row.assignee !== null && <span class="row-assignee">{row.assignee || t('inbox.someone')}</span>}
        <span>{shortWeekPhrase(t, row.week, view)}</span>
      </p>
    </div>
  );
}
