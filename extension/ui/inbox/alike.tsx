import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AlikeRows } from '../../inbox/inbox.ts';
import type { DeskProps } from './contract.ts';
import { InboxIcon } from './inbox-icons.tsx';

/** A flood of one text, put away or acknowledged in one go. Looked for when asked, since it takes a moment. */
export function Alike({ view, on, t }: DeskProps): JSX.Element {
  const [groups, setGroups] = useState<readonly AlikeRows[] | null>(null);
  const open = groups !== null;
  // What was dealt with leaves the list, and so does its group.
  useEffect(() => {
    if (open) setGroups(on.onAlike());
  }, [view.filters, view.counts.folders.new, view.counts.folders.closed]);
  return (
    <div class="alike">
      <button
        type="button"
        class="plain small"
        aria-expanded={open}
        onClick={() => setGroups(open ? null : on.onAlike())}
      >
        {t(open ? 'inbox.alike.title' : 'inbox.alike.find')}
      </button>
      {groups !== null && (
        <div class="alike-groups">
          {groups.length === 0 ? (
            <p class="muted small">{t('inbox.alike.none')}</p>
          ) : (
            <>
              <p class="muted small">{t('inbox.alike.text')}</p>
              <ul>
                {groups.map(({ ids, first }) => (
                  <li key={ids[0]} data-alike={ids.length}>
                    <p class="small">
                      <InboxIcon name="tally" size={16} />
                      <b>{t('inbox.alike.count', { count: ids.length })}</b>
                    </p>
                    <p class="alike-words" dir="auto">
                      {first}
                    </p>
                    <div class="buttons">
                      <button
                        type="button"
                        class="button"
                        data-action="junk"
                        onClick={() => on.onAct(ids, { type: 'junk' })}
                      >
                        {t('inbox.alike.junk')}
                      </button>
                      <button
                        type="button"
                        class="button quiet"
                        onClick={() => on.onAct(ids, { type: 'acknowledged' })}
                      >
                        {t('inbox.alike.acknowledge')}
                      </button>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
