import type { ComponentChildren, JSX } from 'preact';
import type { Filters as Chosen, Folder } from '../../inbox/filters.ts';
import { Icon } from '../icons.tsx';
import type { DeskProps } from './contract.ts';
import { InboxIcon } from './inbox-icons.tsx';
import { weekPhrase } from './phrases.ts';

/** Folders without anything in them are named too: what is empty is also an answer. */
const FOLDERS: readonly Folder[] = ['new', 'acknowledged', 'in-review', 'closed', 'all'];

/** The left part: desks, folders with their counts, and what to narrow the queue to. A drawer in narrow windows. */
export function Filters(
  props: DeskProps & { readonly open: boolean; readonly onClose: () => void },
): JSX.Element {
  const { view, on, t, open, onClose } = props;
  const { filters, counts, shelf } = view;
  const go = (change: Parameters<typeof on.onBrowse>[0]): void => {
    on.onBrowse(change);
    onClose();
  };
  return (
    <nav id="filters" class="filters" data-open={open} aria-label={t('inbox.filters')}>
      <button
        type="button"
        class="button quiet icon-only only-narrow close"
        aria-label={t('inbox.filters.close')}
        onClick={onClose}
      >
        <InboxIcon name="close" />
      </button>
      {view.desks.length > 1 && (
        <Group title={t('inbox.desks')}>
          {view.desks.map((desk) => (
            <Entry
              key={desk.id}
              current={desk.id === view.desk}
              count={desk.waiting}
              countName={t('inbox.waiting.count', { count: desk.waiting })}
              onClick={() => go({ to: 'desk', desk: desk.id })}
            >
              <span>
                {desk.name}
                {desk.independent && <span class="muted small under">{t('inbox.desk.independent')}</span>}
                {desk.overdue > 0 && (
                  <span class="late small under">{t('inbox.late.count', { count: desk.overdue })}</span>
                )}
              </span>
            </Entry>
          ))}
        </Group>
      )}
      <Group title={t('inbox.concerns')}>
        {FOLDERS.map((folder) => (
          <Entry
            key={folder}
            current={shelf === 'concerns' && filters.folder === folder}
            count={counts.folders[folder]}
            data={`folder-${folder}`}
            onClick={() => go({ to: 'filters', filters: { folder } })}
          >
            {t(`inbox.folder.${folder}`)}
          </Entry>
        ))}
      </Group>
      <Group title={t('inbox.signals')} hideTitle>
        <Entry
          current={shelf === 'signals'}
          count={view.signalsWaiting}
          data="signals"
          onClick={() => go({ to: 'signals' })}
        >
          <span class="with-icon">
            <InboxIcon name="tally" size={18} />
            {t('inbox.signals')}
          </span>
        </Entry>
        <Entry current={shelf === 'trends'} data="trends" onClick={() => go({ to: 'trends' })}>
          <span class="with-icon">
            <InboxIcon name="trends" size={18} />
            {t('trends.title')}
          </span>
        </Entry>
      </Group>
      <Group title={t('inbox.pages')}>
        <Entry
          current={shelf === 'stories'}
          data="stories"
          {...(view.storiesWaiting > 0 && { count: view.storiesWaiting })}
          onClick={() => go({ to: 'stories' })}
        >
          <span class="with-icon">
            <Icon name="notices" size={18} />
            {t('inbox.stories')}
          </span>
        </Entry>
        <Entry
          current={shelf === 'launch'}
          data="launch"
          {...(view.pledgesWaiting > 0 && { count: view.pledgesWaiting })}
          onClick={() => go({ to: 'launch' })}
        >
          <span class="with-icon">
            <Icon name="good_care" size={18} />
            {t('inbox.launch')}
          </span>
        </Entry>
        <Entry
          current={shelf === 'pulse'}
          data="pulse"
          {...(view.pulsesWaiting > 0 && { count: view.pulsesWaiting })}
          onClick={() => go({ to: 'pulse' })}
        >
          <span class="with-icon">
            <InboxIcon name="tally" size={18} />
            {t('inbox.pulse')}
          </span>
        </Entry>
        <Entry
          current={shelf === 'cases'}
          data="cases"
          {...(view.casesWaiting > 0 && { count: view.casesWaiting })}
          onClick={() => go({ to: 'cases' })}
        >
          <span class="with-icon">
            <Icon name="link" size={18} />
            {t('inbox.cases')}
          </span>
        </Entry>
        <Entry current={shelf === 'members'} data="members" onClick={() => go({ to: 'members' })}>
          <span class="with-icon">
            <Icon name="people" size={18} />
            {t('inbox.members')}
          </span>
        </Entry>
        <Entry current={shelf === 'records'} data="records" onClick={() => go({ to: 'records' })}>
          <span class="with-icon">
            <Icon name="receipt" size={18} />
            {t('inbox.records')}
          </span>
        </Entry>
        <Entry current={shelf === 'practice'} data="practice" onClick={() => go({ to: 'practice' })}>
          <span class="with-icon">
            <InboxIcon name="note" size={18} />
            {t('inbox.practise')}
          </span>
        </Entry>
      </Group>
      <Narrow view={view} on={on} t={t} />
      <footer class="filters-foot muted small">
        <p>
          <Icon name="person" size={16} />
          <span>{view.member}</span>
        </p>
        <p>
          <Icon name="sealed" size={16} />
          <span>
            {t('inbox.locked.words')}:{' '}
            <b lang="en" dir="ltr">
              {view.fingerprint}
            </b>
          </span>
        </p>
        {view.demo && <p>{t('inbox.demo')}</p>}
      </footer>
    </nav>
  );
}

function Narrow({ view, on, t }: DeskProps): JSX.Element {
  const { filters, counts } = view;
  const narrow = (change: Partial<Chosen>): void => on.onBrowse({ to: 'filters', filters: change });
  const narrowed =
    filters.kind !== null || filters.category !== null || filters.week !== null || filters.overdue;
  return (
    <fieldset class="narrow">
      <legend>{t('inbox.narrow')}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={filters.overdue}
          disabled={view.shelf === 'signals'}
          onChange={(event) => narrow({ overdue: event.currentTarget.checked })}
        />
        <span>{t('inbox.narrow.overdue')}</span>
        <span class="count">{counts.overdue}</span>
      </label>
      <Choice
        id="narrow-kind"
        label={t('inbox.narrow.kind')}
        any={t('inbox.narrow.any')}
        value={filters.kind}
        options={counts.kinds.map(({ value, count }) => [value, `${t(`kind.${value}.label`)} (${count})`])}
        onChange={(kind) => narrow({ kind: kind as Chosen['kind'] })}
      />
      <Choice
        id="narrow-category"
        label={t('inbox.narrow.category')}
        any={t('inbox.narrow.any')}
        value={filters.category}
        options={counts.categories.map(({ value, count }) => [value, `${t(`category.${value}`)} (${count})`])}
        onChange={(category) => narrow({ category: category as Chosen['category'] })}
      />
      <Choice
        id="narrow-week"
        label={t('inbox.narrow.week')}
        any={t('inbox.narrow.any')}
        value={filters.week}
        options={counts.weeks.map(({ value, count }) => [value, `${weekPhrase(t, value, view)} (${count})`])}
        onChange={(week) => narrow({ week })}
      />
      {narrowed && (
        <button
          type="button"
          class="plain"
          onClick={() => narrow({ kind: null, category: null, week: null, overdue: false })}
        >
          {t('inbox.narrow.clear')}
        </button>
      )}
    </fieldset>
  );
}

function Group(props: { title: string; hideTitle?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h2 class={props.hideTitle ? 'visually-hidden' : 'group-title'}>{props.title}</h2>
      <ul>{props.children}</ul>
    </section>
  );
}

function Entry(props: {
  current: boolean;
  count?: number;
  countName?: string;
  data?: string;
  onClick: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <li>
      <button
        type="button"
        class="entry"
        aria-current={props.current ? 'true' : undefined}
        data-entry={props.data}
        onClick={props.onClick}
      >
        {props.children}
        {props.count !== undefined && (
          <span class="count" aria-hidden={props.countName !== undefined}>
            {props.count}
          </span>
        )}
        {props.countName !== undefined && <span class="visually-hidden">{props.countName}</span>}
      </button>
    </li>
  );
}

function Choice(props: {
  id: string;
  label: string;
  any: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
  onChange: (value: string | null) => void;
}): JSX.Element {
  return (
    <p class="choice">
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        autocomplete="off"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.currentTarget.value || null)}
      >
        <option value="">{props.any}</option>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
