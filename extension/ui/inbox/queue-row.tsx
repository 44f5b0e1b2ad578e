import type { JSX } from 'preact';
import type { OpenView, Row } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';
import { dueInFull, duePhrase, shortWeekPhrase, urgencyOf } from './phrases.ts';

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
    // The listbox has the keyboard; a row only takes the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={rowId(row.id)}
      class="row"
      role="option"
      aria-selected={selected}
      aria-setsize={place.of}
      aria-posinset={place.at + 1}
      data-concern={row.id}
      data-status={row.status}
      style={{ insetBlockStart: `${place.top}px` }}
      onClick={onChoose}
    >
      {row.kind === null ? <InboxIcon name="unreadable" /> : <Icon name={row.kind} size={20} />}
      <p class="row-title">
        <b>{row.kind === null ? t('inbox.unreadable') : t(`kind.${row.kind}.label`)}</b>
        {row.category !== null && <span class="muted"> · {t(`category.${row.category}`)}</span>}
      </p>
      {due === null ? (
        <p class="row-due muted">{t('inbox.folder.closed')}</p>
      ) : (
        <p class="row-due" data-urgency={urgencyOf(due.daysLeft)}>
          {due.daysLeft < 0 && <Icon name="clock" size={16} />}
          <span aria-hidden="true">{duePhrase(t, due.daysLeft)}</span>
          <span class="visually-hidden">{dueInFull(t, due)}</span>
        </p>
      )}
      <p class="row-words" dir="auto">
        {row.words}
      </p>
      <p class="row-week muted">
        {row.status !== 'new' && row.status !== 'closed' && (
          <span class="row-status">{t(`inbox.folder.${row.status}`)}</span>
        )}
        {row.assignee !== null && <span class="row-assignee">{row.assignee || t('inbox.someone')}</span>}
        <span>{shortWeekPhrase(t, row.week, view)}</span>
      </p>
    </div>
  );
}
