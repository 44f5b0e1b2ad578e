import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LaunchPage } from '../../../inbox/launch/launch-page.ts';
import { Mark } from '../../icons.tsx';
import type { DeskProps } from '../contract.ts';
import { InboxIcon } from '../inbox-icons.tsx';
import { PledgeText } from './pledge.tsx';

const PAPERS = ['poster', 'team'] as const;
type Paper = (typeof PAPERS)[number];
const TO_SAY = [1, 2, 3, 4] as const;
const TO_ASK = [1, 2, 3] as const;

type Props = DeskProps & { readonly page: LaunchPage };

/** A poster for the wall and a sheet for the team meeting, as they will look. No number of anything stands on them. */
export function ToPrint(props: Props): JSX.Element {
  const { on, t } = props;
  const [paper, setPaper] = useState<Paper>('poster');
  return (
    <>
      <section class="no-print" data-section="paper">
        <h3>{t('inbox.launch.paper')}</h3>
        <p class="muted small measure">{t('inbox.launch.paper.text')}</p>
        <div class="buttons">
          <select
            class="paper-choice"
            aria-label={t('inbox.launch.paper')}
            autocomplete="off"
            value={paper}
            onChange={(event) => setPaper(event.currentTarget.value as Paper)}
          >
            {PAPERS.map((name) => (
              <option key={name} value={name}>
                {t(`inbox.launch.${name}`)}
              </option>
            ))}
          </select>
          <button type="button" class="button" data-action="print-paper" onClick={on.onPrint}>
            <InboxIcon name="print" />
            {t('trends.print')}
          </button>
        </div>
      </section>
      {paper === 'poster' ? <Poster {...props} /> : <TeamSheet {...props} />}
    </>
  );
}

function Poster({ page, view, t }: Props): JSX.Element {
  const { emergency, support } = view.help;
  return (
    <article class="paper poster" data-paper="poster">
      <header>
        <Mark size={56} />
        <h3>{t('panel.title')}</h3>
      </header>
      <p class="large">{t('inbox.launch.poster.how')}</p>
      <ul>
        <li>{t('inbox.launch.poster.carries')}</li>
        <li>{t('inbox.launch.poster.read', { organisation: view.organisation })}</li>
        <li>{t('inbox.launch.poster.back')}</li>
      </ul>
      {page.told !== null && <PledgeText pledge={page.told} t={t} />}
      <FourWords view={view} t={t} />
      <footer>
        {emergency !== null && emergency !== '' && (
          <p>{t.rich('emergency', { number: emergency, b: strong })}</p>
        )}
        {support[0] !== undefined && (
          <p>
            {t('support.title')}: <b dir="auto">{support[0]}</b>
          </p>
        )}
      </footer>
    </article>
  );
}

function TeamSheet({ page, view, t }: Props): JSX.Element {
  return (
    <article class="paper" data-paper="team">
      <h3>{t('inbox.launch.team')}</h3>
      <p>{t('inbox.launch.team.why')}</p>
      <h4>{t('inbox.launch.team.say')}</h4>
      <ol>
        {TO_SAY.map((number) => (
          <li key={number}>{t(`inbox.launch.team.say.${number}`)}</li>
        ))}
      </ol>
      {page.told !== null && <PledgeText pledge={page.told} t={t} />}
      <h4>{t('inbox.launch.team.ask')}</h4>
      <ol>
        {TO_ASK.map((number) => (
          <li key={number}>
            {t(`inbox.launch.team.ask.${number}`)}
            <span class="room" aria-hidden="true" />
          </li>
        ))}
      </ol>
      <FourWords view={view} t={t} />
      <p class="small">{t('sheets.foot')}</p>
    </article>
  );
}

/** By which anybody can tell this house's panel from a false one. */
function FourWords({ view, t }: Pick<DeskProps, 'view' | 't'>): JSX.Element | null {
  if (view.fingerprint === '') return null;
  return (
    <div class="paper-words">
      <p>{t('inbox.launch.words')}</p>
      <ol lang="en" dir="ltr">
        {view.fingerprint.split(' ').map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
    </div>
  );
}

function strong(chunks: ComponentChildren[]): JSX.Element {
  return <b>{chunks}</b>;
}
