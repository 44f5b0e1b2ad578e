import type { JSX } from 'preact';
import { Mark } from '../icons.tsx';
import '../theme.css';
import type { Translator } from '../translator.ts';
import type { StatusRow, StatusSection, StatusView, Tone } from './contract.ts';
import './status.css';

/** For an admin: what this install found, what it goes by, and whether its cells arrive. */
export function Status({
  view,
  t,
  copied,
  onCopy,
  onAnnounced,
}: {
  view: StatusView;
  t: Translator;
  copied: boolean;
  onCopy: () => void;
  /** What the relay announces, as somebody has pasted it. */
  onAnnounced: (text: string) => void;
}): JSX.Element {
  return (
    <main class="status">
      <header>
        <Mark size={40} />
        <div>
          <h1>{view.title}</h1>
          <p>{view.lede}</p>
        </div>
        <div class="copy">
          {view.inbox !== null && <a href={view.inbox}>{t('status.inbox')}</a>}
          <button type="button" onClick={onCopy}>
            {t('status.copy')}
          </button>
          <span role="status">{copied ? t('status.copied') : ''}</span>
        </div>
      </header>
      {view.sections.map((section) => (
        <Section key={section.id} section={section} t={t} onAnnounced={onAnnounced} />
      ))}
    </main>
  );
}

function Section({
  section,
  t,
  onAnnounced,
}: {
  section: StatusSection;
  t: Translator;
  onAnnounced: (text: string) => void;
}): JSX.Element {
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.summary && (
        <p class="summary" data-tone={section.summary.tone}>
          <Sign tone={section.summary.tone} /> {section.summary.text}
        </p>
      )}
      <dl>
        {section.rows.map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </dl>
      {section.announcedAt !== undefined && (
        <div class="announced">
          <label for="announced">
            {t.rich('status.announced.paste', {
              a: (words) => (
                <a href={section.announcedAt ?? ''} target="_blank" rel="noopener noreferrer">
                  {words}
                </a>
              ),
            })}
          </label>
          <input
            id="announced"
            type="text"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onAnnounced(event.currentTarget.value)}
          />
        </div>
      )}
    </section>
  );
}

function Row({ row }: { row: StatusRow }): JSX.Element {
  return (
    <div class="row" data-tone={row.tone}>
      <dt>{row.isCode ? <code>{row.name}</code> : row.name}</dt>
      <dd>
        <Sign tone={row.tone} /> <bdi>{row.text}</bdi>
        {row.more.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </dd>
    </div>
  );
}

/** A shape beside the colour, so that the colour never carries a meaning alone. */
function Sign({ tone }: { tone: Tone }): JSX.Element | null {
  if (tone === 'plain') return null;
  const path = tone === 'good' ? 'M5 12.5l4.5 4.5L19 7.5' : 'M12 6v7M12 17.5v.01';
  return (
    <svg class="sign" width="16" height="16" viewBox="0 0 24 24" aria-hidden="true" data-tone={tone}>
      {tone !== 'good' && <circle cx="12" cy="12" r="10" />}
      <path d={path} />
    </svg>
  );
}
