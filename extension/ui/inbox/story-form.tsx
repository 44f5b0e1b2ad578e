import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CheckedField, type Leaving } from './checked-words.tsx';
import type { DeskProps } from './contract.ts';
import { StepButtons } from './step-buttons.tsx';

const LONGEST_LINE = 200;
const EMPTY: Leaving = { text: '', ready: false };

/** Two lines for everybody: what was said, and what was done. Both are looked over before they can go. */
export function StoryForm(props: {
  on: DeskProps['on'];
  t: DeskProps['t'];
  /** What the person behind a concern wrote, or `null`. */
  about: string | null;
  onCancel: () => void;
  onTell: (story: { said: string; did: string }) => void;
}): JSX.Element {
  const { on, t, about, onCancel, onTell } = props;
  const [said, setSaid] = useState(EMPTY);
  const [did, setDid] = useState(EMPTY);
  const ready = said.ready && did.ready;
  const field = { rows: 2, limit: LONGEST_LINE, check: on.check, about, t };
  return (
    <form
      class="step"
      data-form="story"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onTell({ said: said.text.trim(), did: did.text.trim() });
      }}
    >
      <CheckedField
        {...field}
        id="story-said"
        label={t('inbox.stories.said')}
        text={said.text}
        onChange={setSaid}
      />
      <CheckedField
        {...field}
        id="story-did"
        label={t('inbox.stories.did')}
        text={did.text}
        onChange={setDid}
      />
      <StepButtons action="tell" label={t('inbox.stories.ask')} ready={ready} t={t} onCancel={onCancel} />
    </form>
  );
}
