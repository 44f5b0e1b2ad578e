/// <reference types="vite/client" />
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Mark } from '../icons.tsx';
import '../theme.css';
import type { Translator } from '../translator.ts';
import type { InboxProps } from './contract.ts';
import { Desk } from './desk.tsx';
import './inbox.css';
import './answer.css';
import './locked.css';
import './print.css';
import './subject-access.css';
import './teamwork.css';
import { Locked } from './locked.tsx';
import { PracticeAlone } from './practice/practice-alone.tsx';

/** The inbox page, from the first moment to an open desk. */
export function InboxPage({ view, on, trends, t }: InboxProps): JSX.Element {
  const [practising, setPractising] = useState(false);
  useEffect(() => {
    document.documentElement.lang = t.locale;
    document.documentElement.dir = t.direction;
    document.title = t('inbox.page');
  }, [t]);

  if (view.phase === 'open') return <Desk view={view} on={on} {...(trends && { trends })} t={t} />;
  if (view.phase === 'locked') {
    const { onPractice, answering } = on;
    if (practising && onPractice !== undefined) {
      return <PracticeAlone t={t} tools={answering} load={onPractice} onBack={() => setPractising(false)} />;
    }
    return <Locked view={view} on={on} t={t} onPractise={onPractice && (() => setPractising(true))} />;
  }
  if (view.phase === 'unset') {
    return (
      <Alone title={t(`inbox.unset.${view.why}.title`)} text={t(`inbox.unset.${view.why}.text`)} t={t} />
    );
  }
  return <Alone title={t('inbox.title')} text={t('inbox.starting')} t={t} />;
}

function Alone({ title, text, t }: { title: string; text: string; t: Translator }): JSX.Element {
  return (
    <main class="threshold" lang={t.locale} dir={t.direction}>
      <div class="threshold-card">
        <Mark size={40} />
        <h1>{title}</h1>
        <p role="status">{text}</p>
      </div>
    </main>
  );
}
