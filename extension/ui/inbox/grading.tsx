import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HARM_GRADES, type HarmGrade } from '../../../shared/taxonomy.ts';
import type { ConcernView } from '../../inbox/view.ts';
import type { DeskProps } from './contract.ts';
import { InboxIcon } from './inbox-icons.tsx';

const LONGEST_TAG = 40;

/** What the desk makes of a concern: its grade of harm, and tags. */
export function Grading({ concern, on, t }: DeskProps & { concern: ConcernView }): JSX.Element {
  const { team } = concern;
  const tag = (name: string, set: boolean): void =>
    on.onAct([concern.id], { type: 'tagged', tag: name, on: set });
  return (
    <>
      <p class="choice">
        <label for="harm">{t('inbox.harm')}</label>
        <select
          id="harm"
          autocomplete="off"
          value={team.harm ?? ''}
          onChange={(event) =>
            on.onAct([concern.id], {
              type: 'graded',
              harm: (event.currentTarget.value || null) as HarmGrade | null,
            })
          }
        >
          <option value="">{t('inbox.harm.ungraded')}</option>
          {HARM_GRADES.map((grade) => (
            <option key={grade} value={grade}>
              {t(`inbox.harm.${grade}`)}
            </option>
          ))}
        </select>
      </p>
      <div class="tags">
        {team.tags.length > 0 && (
          <ul aria-label={t('inbox.tags')}>
            {team.tags.map((name) => (
              <li key={name} class="tag" data-tag={name}>
                <span dir="auto">{name}</span>
                <button
                  type="button"
                  aria-label={t('inbox.tags.remove', { tag: name })}
                  onClick={() => tag(name, false)}
                >
                  <InboxIcon name="close" size={14} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <NewTag known={team.knownTags} t={t} onAdd={(name) => tag(name, true)} />
      </div>
    </>
  );
}

function NewTag(props: {
  known: readonly string[];
  t: DeskProps['t'];
  onAdd: (tag: string) => void;
}): JSX.Element {
  const { known, t, onAdd } = props;
  const [text, setText] = useState('');
  const name = text.replace(/\s+/g, ' ').trim();
  return (
    <form
      class="new-tag"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') return;
        onAdd(name);
        setText('');
      }}
    >
      <label for="new-tag">{t('inbox.tags')}</label>
      <span class="field-and-button">
        <input
          id="new-tag"
          type="text"
          dir="auto"
          list="known-tags"
          autocomplete="off"
          spellcheck={false}
          maxLength={LONGEST_TAG}
          placeholder={t('inbox.tags.new')}
          aria-describedby="tag-help"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" data-action="tag" disabled={name === ''}>
          {t('inbox.tags.add')}
        </button>
      </span>
      <datalist id="known-tags">
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <p id="tag-help" class="muted small">
        {t('inbox.tags.help')}
      </p>
    </form>
  );
}
