import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import './answers.css';
import type { DeskThread, ReturnedView, Said } from './contract.ts';
import { FollowUp } from './follow-up.tsx';
import { TreatedWorse } from './treated-worse.tsx';
import type { PanelModel } from './use-panel.ts';

/** What the desks have said, what can be said back, and how much of everything has come to this computer. */
export function ReturnedThreads({ panel, view }: { panel: PanelModel; view: ReturnedView }): JSX.Element {
  const { t } = panel;
  const top = useRef<HTMLElement>(null);
  useLayoutEffect(() => top.current?.focus(), []);
  return (
    <section class="returned" ref={top} tabIndex={-1}>
      {view.threads.length === 0 && (
        <p class="nothing">
          <b>{t('returned.none')}</b> {t('returned.none.why')}
        </p>
      )}
      {view.threads.map((thread) => (
        <Thread key={thread.name} panel={panel} thread={thread} />
      ))}
      {view.threads.length > 0 && view.guardian !== null && (
        <TreatedWorse panel={panel} guardian={view.guardian} />
      )}
      <p class="aside reach">
        <Icon name="hint" size={16} />
        <span>{reach(panel, view)}</span>
      </p>
    </section>
  );
}

/** Honest either way: all is here and there is nothing more, or this computer does not have everything yet. */
function reach({ t }: PanelModel, { added, missingDays }: ReturnedView): string {
  if (added === null) return t('returned.reach.nothing');
  if (missingDays > 0) return t('returned.reach.missing', { count: missingDays });
  return t('returned.reach.all', { day: t.day(added) });
}

function Thread({ panel, thread }: { panel: PanelModel; thread: DeskThread }): JSX.Element {
  const { t } = panel;
  const { name, status, reason, promisedWeek, said } = thread;
  return (
    <article class="thread">
      <header>
        <h2>{name}</h2>
        {status !== null && (
          <p class="standing" data-status={status}>
            {t(`thread.status.${status}`)}
          </p>
        )}
      </header>
      {reason !== null && <p>{t(`thread.reason.${reason}`)}</p>}
      {promisedWeek !== null && (
        <p class="promised">
          <Icon name="clock" size={16} />
          <span>{t('thread.promised', { day: t.day(promisedWeek) })}</span>
        </p>
      )}
      <ol>
        {said.map((one, index) => (
          <li key={`${index} ${one.week}`} data-what={one.what}>
            <SaidOnce panel={panel} said={one} name={name} />
          </li>
        ))}
      </ol>
      <FollowUp panel={panel} thread={thread} />
    </article>
  );
}

function SaidOnce(props: { panel: PanelModel; said: Said; name: string }): JSX.Element {
  const { said, name } = props;
  const { t } = props.panel;
  const week = t('thread.week', { day: t.day(said.week) });
  if (!('by' in said)) {
    return (
      <p class="event">
        {said.what === 'opened' ? t('thread.opened', { desk: name }) : t(`thread.${said.what}`)}{' '}
        <small>{week}</small>
      </p>
    );
  }
  if (said.text === null) {
    return (
      <p class="event">
        {said.status !== null && t(`thread.now.${said.status}`)} <small>{week}</small>
      </p>
    );
  }
  return (
    <>
      <p class="by">
        <b>{t(`thread.${said.what === 'question' ? 'asks' : 'says'}`, { by: said.by || name })}</b>{' '}
        <small>· {week}</small>
      </p>
      <p class="said" dir="auto">
        {said.text}
      </p>
    </>
  );
}
