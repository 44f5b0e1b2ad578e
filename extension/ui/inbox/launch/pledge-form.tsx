import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LaunchPage } from '../../../inbox/launch/launch-page.ts';
import type { PledgeWords } from '../../../inbox/launch/pledge.ts';
import { CheckedField, type Leaving } from '../checked-words.tsx';
import type { DeskProps } from '../contract.ts';
import { StepButtons } from '../step-buttons.tsx';
import { TextLine } from '../text-line.tsx';

const LONGEST_LINE = 200;
const EMPTY: Leaving = { text: '', ready: false };

/** Who promises, by when first answers are there, and words of their own if they like. */
export function PledgeForm(
  props: Pick<DeskProps, 'on' | 't'> & {
    readonly page: LaunchPage;
    readonly onCancel: () => void;
    readonly onPledge: (pledge: PledgeWords) => void;
  },
): JSX.Element {
  const { page, on, t, onCancel, onPledge } = props;
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [answersBy, setAnswersBy] = useState(page.suggested);
  const [words, setWords] = useState(EMPTY);
  const ready =
    name.trim() !== '' &&
    role.trim() !== '' &&
    answersBy >= page.today &&
    (words.text.trim() === '' || words.ready);
  return (
    <form
      class="step"
      data-form="pledge"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const own = words.text.trim();
        onPledge({
          name: name.trim(),
          role: role.trim(),
          answersBy,
          ...(own !== '' && { words: own }),
        });
      }}
    >
      <TextLine
        id="pledge-name"
        label={t('inbox.launch.pledge.name')}
        limit={LONGEST_LINE}
        value={name}
        onChange={setName}
      />
      <TextLine
        id="pledge-role"
        label={t('inbox.launch.pledge.role')}
        limit={LONGEST_LINE}
        value={role}
        onChange={setRole}
      />
      <p class="choice">
        <label for="pledge-day">{t('inbox.launch.pledge.day')}</label>
        <input
          id="pledge-day"
          type="date"
          autocomplete="off"
          min={page.today}
          value={answersBy}
          onInput={(event) => setAnswersBy(event.currentTarget.value)}
        />
      </p>
      <CheckedField
        id="pledge-words"
        label={t('inbox.launch.pledge.words')}
        rows={2}
        limit={LONGEST_LINE}
        text={words.text}
        check={on.check}
        about={null}
        t={t}
        onChange={setWords}
      />
      <StepButtons action="pledge" label={t('inbox.stories.ask')} ready={ready} t={t} onCancel={onCancel} />
    </form>
  );
}
