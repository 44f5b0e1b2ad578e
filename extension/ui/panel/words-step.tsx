import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Box } from '../../compose/draft.ts';
import type { Flagged } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import { languageOf, type PanelModel, undecided } from './use-panel.ts';
import { Checks, Distress } from './what-was-checked.tsx';
import { WordsBox } from './words-box.tsx';

/** Below this many characters the meter speaks; before, there is plenty. */
const FEW = 400;

/** Boxes to write in, with what the guard has to say, the room that is left, and one button that adds the words. */
export function WordsStep({
  panel,
  flagged,
  boxes,
}: {
  panel: PanelModel;
  flagged: Flagged;
  boxes: readonly Box[];
}): JSX.Element {
  const { view, t, tools, on, send } = panel;
  const { compose } = tools;
  const { draft, sealed } = flagged;
  const [refused, setRefused] = useState(false);
  const everything = boxes.map((box) => draft.t[box]).join('\n');
  const unsealed = compose.wordsDiffer(draft, sealed);
  const room = compose.roomFor(draft, tools.bodyRoom(draft));
  const language = languageOf(draft, tools, t);
  const waiting = refused && undecided(flagged, tools, t).length > 0;

  const add = async (): Promise<void> => setRefused(!(await panel.addWords()));

  return (
    <div class="words">
      {boxes.map((box) => (
        <WordsBox key={box} panel={panel} flagged={flagged} box={box} />
      ))}
      <Distress panel={panel} text={everything} />
      <div class="room" data-over={room.characters < 0}>
        <span class="room-bar" style={{ '--used': `${Math.round(room.used * 100)}%` }} />
        <span>
          {room.characters < 0
            ? t('room.over', { count: -room.characters })
            : room.characters < FEW
              ? t('room.few', { count: room.characters })
              : t('room.plenty')}
        </span>
      </div>
      <Checks panel={panel} language={language} />
      {waiting && (
        <p class="banner" role="alert">
          <Icon name="look" size={20} />
          <span>{t('guard.decide')}</span>
        </p>
      )}
      <div class="buttons">
        {unsealed ? (
          <button type="button" class="primary" disabled={room.characters < 0} onClick={() => void add()}>
            {t('words.add')}
          </button>
        ) : (
          compose.hasWords(draft) && (
            <p class="added">
              <Icon name="done" size={20} />
              {t('words.added')}
            </p>
          )
        )}
        <button type="button" class="plain" onClick={() => send({ type: 'sheet', sheet: 'leaves' })}>
          {t('leaves.title')}
        </button>
      </div>
      {view.surface === 'popup' && on.onBeside && (
        <p class="aside">
          {t('beside.why')}{' '}
          <button type="button" class="plain" onClick={on.onBeside}>
            {t('beside.open')}
          </button>
        </p>
      )}
    </div>
  );
}
