import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ThreadEntry } from '../../inbox/answer-view.ts';
import type { ConcernView, OpenView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import { MaskedText } from './masked-text.tsx';
import { weekPhrase } from './phrases.ts';

/** What was said between the desk and whoever wrote, oldest first. Weeks, never times. */
export function Thread(props: { concern: ConcernView; view: OpenView; t: Translator }): JSX.Element {
  const { concern, view, t } = props;
  const { thread } = concern.answering;
  const last = useRef<HTMLLIElement>(null);
  const length = useRef(thread.length);
  // What was just said is seen to be said; opening a concern scrolls nowhere.
  useEffect(() => {
    if (thread.length > length.current) last.current?.scrollIntoView({ block: 'nearest' });
    length.current = thread.length;
  }, [thread.length]);
  if (thread.length === 0) return <p class="muted small">{t('inbox.thread.none')}</p>;
  return (
    <ol class="thread">
      {thread.map((entry, place) => {
        const ref = place === thread.length - 1 ? last : null;
        const week = <span class="muted small">{weekPhrase(t, entry.week, view)}</span>;
        if (entry.what === 'follow-up') {
          return (
            <li key={entry.id} ref={ref} class="theirs" data-said="follow-up" data-unread={entry.unread}>
              <p class="said-by">
                {t('inbox.thread.follow-up')} {week}{' '}
                {entry.unread && <b class="new">{t('inbox.thread.new')}</b>}
              </p>
              <p class="said" dir="auto">
                <MaskedText text={entry.text} t={t} />
              </p>
            </li>
          );
        }
        const { reply, waiting } = entry;
        const byPerson = reply.type === 'answer' || reply.type === 'question';
        const text = reply.type === 'opened' ? undefined : reply.text;
        return (
          <li
            key={entry.id}
            ref={ref}
            class={byPerson ? 'ours' : 'told'}
            data-said={reply.type}
            data-waiting={waiting}
          >
            <p class="said-by">
              {!byPerson && <Icon name="done" size={16} />}
              <span>{headline(entry, t)}</span> {week}{' '}
              {waiting && <span class="muted small">{t('inbox.thread.waiting')}</span>}
            </p>
            {text !== undefined && (
              <p class="said" dir="auto">
                {text}
              </p>
            )}
            {entry.promised !== null && (
              <p class="small promised">
                <Icon name="clock" size={16} />
                {t('inbox.thread.promised', { week: weekPhrase(t, entry.promised, view) })}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function headline({ by, reply }: Extract<ThreadEntry, { what: 'reply' }>, t: Translator): ComponentChildren {
  if (reply.type === 'opened') return t('inbox.thread.opened');
  if (reply.type === 'status') {
    const { reason, status } = reply;
    const words = t(`inbox.told.${status}`);
    const told = reason === undefined ? words : `${words} (${t(`inbox.closing.${reason}`)})`;
    return t('inbox.thread.status', { status: told });
  }
  const b = (name: ComponentChildren[]): JSX.Element => <b>{name}</b>;
  return t.rich(`inbox.thread.${reply.type}`, { by: by || t('inbox.someone'), b });
}
