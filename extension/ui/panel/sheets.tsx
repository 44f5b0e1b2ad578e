import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SheetName } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import { Contacts } from './contacts.tsx';
import { LeavesSheet } from './leaves-sheet.tsx';
import { bold, EmergencyLine, nameOfDesk } from './lines.tsx';
import type { PanelModel } from './use-panel.ts';

/** A page over the page, with a way back at its top. What lies under it stays as it was. */
export function SheetOf({ panel, sheet }: { panel: PanelModel; sheet: SheetName }): JSX.Element {
  switch (sheet) {
    case 'support':
      return <SupportSheet panel={panel} />;
    case 'receipt':
      return (
        <Sheet panel={panel} title={panel.t('receipt.title')}>
          {panel.tools.Receipt !== null && <panel.tools.Receipt panel={panel} />}
        </Sheet>
      );
    case 'notices':
      return <NoticesSheet panel={panel} />;
    case 'leaves':
      return (
        <Sheet panel={panel} title={panel.t('leaves.title')}>
          <LeavesSheet panel={panel} />
        </Sheet>
      );
    case 'language':
      return <LanguageSheet panel={panel} />;
  }
}

function Sheet(props: { panel: PanelModel; title: string; children: ComponentChildren }): JSX.Element {
  const { panel, title, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <section class="sheet" aria-labelledby="sheet-title">
      <button type="button" class="back" onClick={() => panel.send({ type: 'sheet', sheet: null })}>
        <Icon name="back" size={20} />
        {panel.t('back')}
      </button>
      <h1 id="sheet-title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}

function SupportSheet({ panel }: { panel: PanelModel }): JSX.Element {
  const { view, t, on, state } = panel;
  const known = view.phase.name === 'ready' || view.phase.name === 'relay-silent';
  return (
    <Sheet panel={panel} title={t('support.title')}>
      <p>{t('support.lede')}</p>
      {view.supportRequests !== undefined && <p>{t('support.others', { count: view.supportRequests })}</p>}
      <Contacts
        t={t}
        contacts={[
          ...view.support,
          { kind: 'phone', label: view.emergency.label, detail: view.emergency.number },
        ]}
      />
      {known && on.onAskAnswer && state.flagged === null && (
        <div class="support-request">
          <div class="buttons">
            <button type="button" onClick={() => void panel.askSupport()}>
              <Icon name="support" size={20} />
              {t('support.ask')}
            </button>
          </div>
          <p class="aside">{t('support.request', { desk: nameOfDesk(view, view.defaultDesk.staff) })}</p>
        </div>
      )}
      <EmergencyLine panel={panel} />
      <details>
        <summary>{t('support.calm.title')}</summary>
        <ol>
          {CALM_STEPS.map((step) => (
            <li key={step}>{t(`support.calm.${step}`)}</li>
          ))}
        </ol>
      </details>
      <details>
        <summary>{t('support.paper.title')}</summary>
        <p class="aside">{t('support.paper.text')}</p>
        <ul>
          {ON_PAPER.map((what) => (
            <li key={what}>{t(`support.paper.${what}`)}</li>
          ))}
        </ul>
      </details>
    </Sheet>
  );
}

/** What helps whoever has had a hard shift: read here, and nothing of it is stored or sent. */
const CALM_STEPS = [1, 2, 3, 4] as const;
const ON_PAPER = ['one-to-one', 'carers', 'breaks', 'others'] as const;

function NoticesSheet({ panel }: { panel: PanelModel }): JSX.Element {
  const { view, t } = panel;
  const { ackDays, answerMonths, kept } = view.promises;
  return (
    <Sheet panel={panel} title={t('notices.title')}>
      {view.pledge && (
        <article>
          <h2>{t('pledge.title')}</h2>
          {view.pledge.words && (
            <p>
              <bdi>{view.pledge.words}</bdi>
            </p>
          )}
          <p>
            {t('pledge.text')}
            {view.pledge.answersBy && ` ${t('pledge.answers', { day: t.day(view.pledge.answersBy) })}`}
          </p>
          <p>
            <b>{t('pledge.by', { name: view.pledge.name, role: view.pledge.role })}</b>
          </p>
        </article>
      )}
      {view.notices.map(({ title, text }) => (
        <article key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </article>
      ))}
      <h2>{t('stories.title')}</h2>
      {view.stories.length === 0 && <p>{t('stories.none')}</p>}
      {view.stories.map(({ said, did }) => (
        <p key={said} class="story">
          {t.rich('story.line', { said, did, b: bold })}
        </p>
      ))}
      {view.cases !== undefined && view.cases.length > 0 && <h2>{t('cases.title')}</h2>}
      {view.cases?.map((card) => (
        <details key={`${card.from} ${card.happened}`} class="case">
          <summary dir="auto">
            {card.learnt} <span class="aside">({card.from})</span>
          </summary>
          <dl>
            <dt>{t('cases.happened')}</dt>
            <dd dir="auto">{card.happened}</dd>
            <dt>{t('cases.learnt')}</dt>
            <dd dir="auto">{card.learnt}</dd>
            <dt>{t('cases.changed')}</dt>
            <dd dir="auto">{card.changed}</dd>
          </dl>
        </details>
      ))}
      <h2>{t('first.title')}</h2>
      <p>{t('first.text')}</p>
      <h2>{t('promises.title')}</h2>
      <p>
        {t('promise.ack', { days: ackDays })} {t('promise.answer', { months: answerMonths })}
      </p>
      {kept.map(({ desk, acknowledged, answered }) => (
        <p key={desk}>
          {acknowledged !== undefined && t('promises.acknowledged', { desk, share: acknowledged })}
          {acknowledged !== undefined && answered !== undefined && <br />}
          {answered !== undefined && t('promises.answered', { desk, share: answered })}
        </p>
      ))}
    </Sheet>
  );
}

function LanguageSheet({ panel }: { panel: PanelModel }): JSX.Element {
  const { view, t, on, send } = panel;
  const choose = (code: string): void => {
    on.onLanguage(code);
    send({ type: 'sheet', sheet: null });
  };
  const buttons = (awaiting: boolean): JSX.Element[] =>
    view.languages
      .filter(({ awaitsReview = false }) => awaitsReview === awaiting)
      .map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === t.locale}
          onClick={() => choose(code)}
        >
          {name}
          {code === t.locale && <Icon name="done" size={20} />}
        </button>
      ));
  const awaiting = buttons(true);
  return (
    <Sheet panel={panel} title={t('language.title')}>
      <fieldset class="languages" aria-labelledby="sheet-title">
        {buttons(false)}
      </fieldset>
      {awaiting.length > 0 && (
        <>
          <p class="aside" id="awaiting-review">
            {t('language.awaiting-review')}
          </p>
          <fieldset class="languages" aria-labelledby="awaiting-review">
            {awaiting}
          </fieldset>
        </>
      )}
      <p class="aside">{t(view.profile === 'personal' ? 'language.kept' : 'language.forgotten')}</p>
    </Sheet>
  );
}
