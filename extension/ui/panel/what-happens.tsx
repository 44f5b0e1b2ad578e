import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Flagged } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import { Chips } from './chips.tsx';
import { arrival, carrier, nameOfDesk } from './lines.tsx';
import type { PanelModel } from './use-panel.ts';

/** What happens now, truthfully: when it leaves, who reads it, who carries it, by when a person answers. */
export function WhatHappens({ panel, flagged }: { panel: PanelModel; flagged: Flagged }): JSX.Element {
  const { view, t } = panel;
  const { draft } = flagged;
  const [choosing, setChoosing] = useState(false);
  const desk = view.desks.find(({ id }) => id === draft.desk);
  return (
    <div class="happens">
      <ul>
        <li>
          <Icon name="sealed" size={20} />
          <span>
            {t('sealed')} {arrival(view, t, nameOfDesk(view, draft.desk))}{' '}
            {view.desks.length > 1 && !flagged.left && (
              <button
                type="button"
                class="plain"
                aria-expanded={choosing}
                onClick={() => setChoosing(!choosing)}
              >
                {t('desk.choose')}
              </button>
            )}
          </span>
        </li>
        {desk?.lastOpenedWeek !== undefined && (
          <li class="asleep">
            <Icon name="clock" size={20} />
            <span>{t('desk.asleep', { day: t.day(desk.lastOpenedWeek) })}</span>
          </li>
        )}
        {flagged.open === null && (
          <>
            <li>
              <Icon name="person" size={20} />
              <span>
                {t('promise.ack', { days: view.promises.ackDays })}{' '}
                {panel.on.onAskAnswer && (
                  <button type="button" class="plain" onClick={() => void panel.askAnswer()}>
                    {t('answer.ask')}
                  </button>
                )}
              </span>
            </li>
            <li>
              <Icon name="relay" size={20} />
              <span>{carrier(view, t)}</span>
            </li>
          </>
        )}
        {draft.kind === 'incident' && (
          <li>
            <Icon name="hint" size={20} />
            <span>
              {t('incident.not-instead')}{' '}
              {view.incidentSystem && (
                <a href={view.incidentSystem.url} target="_blank" rel="noopener noreferrer">
                  {view.incidentSystem.label}
                </a>
              )}
            </span>
          </li>
        )}
      </ul>
      {choosing && (
        <Chips
          label={t('desk.question')}
          options={view.desks.map(({ id, name }) => ({ id, label: name }))}
          picked={[draft.desk]}
          onPick={(id) => void panel.choose({ pick: 'desk', value: id })}
        />
      )}
    </div>
  );
}
