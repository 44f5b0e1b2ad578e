import type { ComponentChildren, JSX } from 'preact';
import type { ConcernView, HistoryLine, OpenView } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';
import { teamworkSentence, teamworkWords } from './history-teamwork.tsx';
import { weekPhrase } from './phrases.ts';

/** What the team did, oldest first. Weeks, never times. */
export function History({
  concern,
  view,
  t,
}: {
  concern: ConcernView;
  view: OpenView;
  t: Translator;
}): JSX.Element {
  return (
    <section class="history" aria-labelledby="history-title">
      <h3 id="history-title">{t('inbox.history')}</h3>
      {concern.history.length === 0 ? (
        <p class="muted small">{t('inbox.history.none')}</p>
      ) : (
        <ol>
          {concern.history.map((line) => (
            <li key={line.id} data-event={line.what.type}>
              <p>
                {sentence(line, t)} <span class="muted small">{weekPhrase(t, line.week, view)}</span>
              </p>
              {line.what.type === 'noted' && (
                <p class="note-text" dir="auto">
                  {line.what.text}
                </p>
              )}
              {teamworkWords(line) !== null && (
                <p class="note-text" dir="auto">
                  {teamworkWords(line)}
                </p>
              )}
              {line.what.type === 'closed' && line.what.line !== '' && (
                <p class="note-text" dir="auto">
                  {line.what.line}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function sentence(line: HistoryLine, t: Translator): ComponentChildren {
  const { by, what } = line;
  const teamwork = teamworkSentence(line, t);
  if (teamwork !== null) return teamwork;
  const b = (name: ComponentChildren[]): JSX.Element => <b>{name}</b>;
  const named = (label: string): string => label || t('inbox.someone');
  if (what.type === 'assigned') {
    if (what.to === null) return t.rich('inbox.history.freed', { by: named(by), b });
    if (what.to === by) return t.rich('inbox.history.taken', { by: named(by), b });
    return t.rich('inbox.history.assigned', { by: named(by), to: named(what.to), b });
  }
  if (what.type === 'closed') {
    return t.rich('inbox.history.closed', { by: named(by), reason: t(`inbox.closing.${what.reason}`), b });
  }
  return t.rich(`inbox.history.${what.type}`, { by: named(by), b });
}
