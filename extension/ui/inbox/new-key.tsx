import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NewMember } from '../../inbox/new-member.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { InboxCallbacks } from './contract.ts';

/** As shared/member-keys.ts has it; a test holds the two together. */
export const SHORTEST = 12;

type Problem = 'differs' | 'failed' | 'name' | 'short';

interface NewKeyProps {
  readonly on: InboxCallbacks;
  readonly onNewKey: NonNullable<InboxCallbacks['onNewKey']>;
  readonly t: Translator;
}

/** For somebody who is new on a desk: makes her key in this page, and gives it to her as two files. */
export function NewKey({ on, onNewKey, t }: NewKeyProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewMember | null>(null);
  if (made !== null) return <Made made={made} on={on} t={t} />;
  if (open) return <Form onNewKey={onNewKey} onMade={setMade} t={t} />;
  return (
    <section class="new-key">
      <button type="button" class="plain" onClick={() => setOpen(true)}>
        {t('inbox.new.open')}
      </button>
    </section>
  );
}

function Form({
  onNewKey,
  onMade,
  t,
}: Omit<NewKeyProps, 'on'> & { onMade: (made: NewMember) => void }): JSX.Element {
  const [label, setLabel] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [making, setMaking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);

  const make = async (): Promise<void> => {
    const wrong = problemOf(label, passphrase, again);
    setProblem(wrong);
    if (wrong !== null || making) return;
    setMaking(true);
    const made = await onNewKey(label, passphrase);
    setMaking(false);
    if (made === null) setProblem('failed');
    else onMade(made);
  };
  const field = (
    name: 'again' | 'name' | 'passphrase',
    value: string,
    set: (value: string) => void,
    wrong: boolean,
  ): JSX.Element => (
    <>
      <label for={`new-${name}`}>{t(`inbox.new.${name}`)}</label>
      <input
        id={`new-${name}`}
        // Preact's types want one literal.
        type={(name === 'name' ? 'text' : 'password') as 'password'}
        autocomplete="off"
        autocapitalize={name === 'name' ? 'words' : 'off'}
        spellcheck={false}
        value={value}
        readOnly={making}
        aria-invalid={wrong}
        aria-describedby={name === 'passphrase' ? 'new-help new-problem' : 'new-problem'}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </>
  );
  return (
    <form
      ref={form}
      class="new-key"
      autocomplete="off"
      aria-labelledby="new-title"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2 id="new-title">{t('inbox.new.title')}</h2>
      <p class="muted small">{t('inbox.new.text')}</p>
      {field('name', label, setLabel, problem === 'name')}
      {field('passphrase', passphrase, setPassphrase, problem === 'short')}
      <p id="new-help" class="muted small">
        {t('inbox.new.passphrase.help', { count: SHORTEST })}
      </p>
      {field('again', again, setAgain, problem === 'differs')}
      <p id="new-problem" class="refusal" role="alert">
        {problem !== null && (
          <>
            <Icon name="look" size={16} />
            <span>{t(`inbox.new.problem.${problem}`, { count: SHORTEST })}</span>
          </>
        )}
      </p>
      <button type="submit" class="button primary" aria-busy={making}>
        {t(making ? 'inbox.new.making' : 'inbox.new.make')}
      </button>
    </form>
  );
}

function Made({ made, on, t }: { made: NewMember; on: InboxCallbacks; t: Translator }): JSX.Element {
  const [saved, setSaved] = useState<ReadonlySet<keyof NewMember>>(new Set());
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const save = (which: keyof NewMember): void => {
    on.onSave(made[which].name, made[which].text);
    setSaved(new Set([...saved, which]));
  };
  return (
    <section class="new-key" aria-labelledby="made-title">
      <h2 id="made-title" ref={title} tabIndex={-1}>
        {t('inbox.new.made')}
      </h2>
      <p class="muted small">{t('inbox.new.made.text')}</p>
      {(['backup', 'card'] as const).map((which) => (
        <div key={which} class="new-file">
          <button type="button" class="button" onClick={() => save(which)}>
            {saved.has(which) && <Icon name="done" size={16} />} {t(`inbox.new.save.${which}`)}
          </button>
          <p class="muted small">{t(`inbox.new.save.${which}.help`)}</p>
        </div>
      ))}
      <button
        type="button"
        class="button primary"
        disabled={saved.size < 2}
        onClick={() => on.onFile(new File([made.backup.text], made.backup.name))}
      >
        {t('inbox.new.use')}
      </button>
    </section>
  );
}

function problemOf(label: string, passphrase: string, again: string): Problem | null {
  if (!/[\p{L}\p{N}]/u.test(label)) return 'name';
  if (passphrase.normalize('NFKC').length < SHORTEST) return 'short';
  return passphrase === again ? null : 'differs';
}
