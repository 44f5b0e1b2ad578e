import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Alike } from './alike.tsx';
import type { DeskProps } from './contract.ts';
import { EmptyQueue } from './empty.tsx';
import { InboxIcon } from './inbox-icons.tsx';
import { QueueRow, rowId } from './queue-row.tsx';

/** Rows beyond the window's edges that are there already, so that scrolling finds them. */
const OVERSCAN = 6;
/** Fewer rows than this are seen at a glance. */
const ENOUGH_TO_GROUP = 6;
/** Before anything was measured: two lines of text and their padding, a window of a usual height. */
const UNMEASURED = { top: 0, height: 720, row: 72 };

/**
 * The queue. Only the rows in sight exist in the page, so that ten thousand scroll like ten; the list says its true
 * length to screen readers.
 */
export function Queue(props: DeskProps & { readonly list: RefObject<HTMLDivElement | null> }): JSX.Element {
  const { view, on, t, list } = props;
  const { rows } = view;
  const [sight, setSight] = useState(UNMEASURED);
  const selected = view.concern?.id ?? null;
  const at = selected === null ? -1 : rows.findIndex(({ id }) => id === selected);

  const measure = (): void => {
    const box = list.current;
    if (box === null) return;
    const row = box.querySelector<HTMLElement>('.row')?.offsetHeight || UNMEASURED.row;
    const next = { top: box.scrollTop, height: box.clientHeight || UNMEASURED.height, row };
    setSight((now) =>
      now.top === next.top && now.height === next.height && now.row === next.row ? now : next,
    );
  };
  useLayoutEffect(measure);
  useEffect(() => {
    const watcher = new ResizeObserver(measure);
    if (list.current !== null) watcher.observe(list.current);
    return () => watcher.disconnect();
  }, [rows.length === 0]);
  // The concern being read stays in sight however it was chosen.
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null || at === -1) return;
    const top = at * sight.row;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + sight.row > box.scrollTop + box.clientHeight)
      box.scrollTop = top + sight.row - box.clientHeight;
  }, [at, sight.row]);

  const first = Math.max(0, Math.floor(sight.top / sight.row) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / sight.row) + OVERSCAN);
  const inSight = at >= first && at < last;

  return (
    <>
      <header class="queue-head">
        <h2>{t(`inbox.folder.${view.filters.folder}`)}</h2>
        <p class="muted small" role="status">
          {t('inbox.count', { count: rows.length })}
        </p>
      </header>
      {view.signalsWaiting > 0 && (
        <button type="button" class="signals-line" onClick={() => on.onBrowse({ to: 'signals' })}>
          <InboxIcon name="tally" size={18} />
          <span>{t('inbox.signals.line', { count: view.signalsWaiting })}</span>
          <span class="go">{t('inbox.signals.open')}</span>
        </button>
      )}
      {rows.length >= ENOUGH_TO_GROUP && <Alike view={view} on={on} t={t} />}
      {rows.length === 0 && <EmptyQueue view={view} on={on} t={t} />}
      <div
        id="queue"
        class="queue"
        ref={list}
        role="listbox"
        tabIndex={0}
        hidden={rows.length === 0}
        aria-label={t('inbox.queue', { folder: t(`inbox.folder.${view.filters.folder}`) })}
        aria-activedescendant={inSight && selected !== null ? rowId(selected) : undefined}
        onScroll={measure}
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          if (step === 'first' || step === 'last') {
            on.onBrowse({ to: 'concern', id: rows.at(step === 'first' ? 0 : -1)?.id ?? null });
          } else on.onBrowse({ to: 'neighbour', step });
        }}
      >
        <div class="sizer" role="presentation" style={{ blockSize: `${rows.length * sight.row}px` }}>
          {rows.slice(first, last).map((row, index) => (
            <QueueRow
              key={row.id}
              row={row}
              view={view}
              t={t}
              selected={row.id === selected}
              place={{ at: first + index, of: rows.length, top: (first + index) * sight.row }}
              onChoose={() => on.onBrowse({ to: 'concern', id: row.id })}
            />
          ))}
        </div>
      </div>
    </>
  );
}

const STEPS: Readonly<Record<string, 1 | -1 | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};
