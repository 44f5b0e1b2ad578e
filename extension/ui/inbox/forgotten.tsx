import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FileToSave } from '../../inbox/new-member.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { InboxCallbacks } from './contract.ts';
import { SHORTEST } from './new-key.tsx';

interface ForgottenProps {
  readonly on: InboxCallbacks;
  readonly onRecover: NonNullable<InboxCallbacks['onRecover']>;
  readonly t: Translator;
}

/** At the door: the way back for whoever forgot the passphrase, with a file and two colleagues. */
export function Forgotten({ on, onRecover, t }: ForgottenProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const [back, setBack] = useState<FileToSave | null>(null);
  if (back !== null) {
    return (
      <section class="new-key" aria-labelledby="back-title">
        <h2 id="back-title">{t('inbox.forgot')}</h2>
        <p role="status">{t('inbox.forgot.back')}</p>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            on.onSave(back.name, back.text);
            on.onFile(new File([back.text], back.name));
            setBack(null);
            setOpen(false);
          }}
        >
          {t('inbox.forgot.save')}
        </button>
      </section>
    );
  }
  if (open) return <Form onRecover={onRecover} onBack={setBack} t={t} />;
  return (
    <section class="new-key">
      <button type="button" class="plain" data-action="forgot" onClick={() => setOpen(true)}>
        {t('inbox.forgot')}
      </button>
    </section>
  );
}

function Form(props: {
  onRecover: ForgottenProps['onRecover'];
  onBack: (file: FileToSave) => void;
  t: Translator;
}): JSX.Element {
  const { onRecover, onBack, t } = props;
  const [file, setFile] = useState<File | null>(null);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<'short' | 'wrong' | null>(null);
  const [busy, setBusy] = useState(false);
  const recover = async (): Promise<void> => {
    if (file === null || busy) return;
    if (passphrase.normalize('NFKC').length < SHORTEST || passphrase !== again) return setProblem('short');
    setProblem(null);
    setBusy(true);
    const made = await onRecover(file, [first, second], passphrase);
    setBusy(false);
    if (made === null) setProblem('wrong');
    else onBack(made);
  };
  const line = (
    id: 'first' | 'second' | 'passphrase' | 'again',
    value: string,
    set: (value: string) => void,
  ): JSX.Element => {
    const about = {
      id: `forgot-${id}`,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: false,
      value,
      onInput: (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
    } as const;
    return (
      <>
        <label for={`forgot-${id}`}>{t(`inbox.forgot.${id}`)}</label>
        {id === 'first' || id === 'second' ? (
          <input {...about} type="text" dir="ltr" />
        ) : (
          <input {...about} type="password" />
        )}
      </>
    );
  };
  return (
    <form
      class="new-key"
      autocomplete="off"
      aria-labelledby="forgot-title"
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <h2 id="forgot-title">{t('inbox.forgot')}</h2>
      <p class="muted small">{t('inbox.forgot.text')}</p>
      <label for="forgot-file">{t('inbox.forgot.file')}</label>
      <input
        id="forgot-file"
        type="file"
        accept=".json,application/json"
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
      />
      {line('first', first, setFirst)}
      {line('second', second, setSecond)}
      {line('passphrase', passphrase, setPassphrase)}
      {line('again', again, setAgain)}
      <p class="refusal" role="alert">
        {problem !== null && (
          <>
            <Icon name="look" size={16} />
            <span>{t(`inbox.forgot.${problem}`, { count: SHORTEST })}</span>
          </>
        )}
      </p>
      <button
        type="submit"
        class="button primary"
        aria-busy={busy}
        disabled={file === null || first.trim() === '' || second.trim() === ''}
      >
        {t(busy ? 'inbox.forgot.doing' : 'inbox.forgot.do')}
      </button>
    </form>
  );
}
