import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LockedView } from '../../inbox/view.ts';
import { Icon, Mark } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { InboxCallbacks } from './contract.ts';
import { Forgotten } from './forgotten.tsx';
import { NewKey } from './new-key.tsx';

interface DoorProps extends LockedProps {
  readonly onPractise: (() => void) | undefined;
}

interface LockedProps {
  readonly view: LockedView;
  readonly on: InboxCallbacks;
  readonly t: Translator;
}

/** The door: a sealed key, its passphrase, and four words to know that this is the right house. */
export function Locked({ view, on, t, onPractise }: DoorProps): JSX.Element {
  return (
    <main class="threshold">
      <div class="threshold-card">
        <header>
          <div class="threshold-title">
            <Mark size={36} />
            <h1>{t('inbox.locked.title')}</h1>
          </div>
          {view.organisation !== null && <p class="organisation">{view.organisation}</p>}
          <p class="muted">{t('inbox.locked.text')}</p>
          {view.demo && <p class="muted">{t('inbox.demo')}</p>}
        </header>
        {view.idle && (
          <p class="quiet-note" role="status">
            {t('inbox.locked.idle')}
          </p>
        )}
        <KeyFile view={view} on={on} t={t} />
        {view.backup === null && on.onNewKey !== undefined && <NewKey on={on} onNewKey={on.onNewKey} t={t} />}
        {view.backup !== null && <Passphrase view={view} on={on} t={t} />}
        {on.onRecover !== undefined && <Forgotten on={on} onRecover={on.onRecover} t={t} />}
        <FourWords view={view} t={t} />
        {onPractise !== undefined && (
          <section class="practise-door">
            <p class="muted small">{t('inbox.practise.open')}</p>
            <button type="button" class="plain" data-action="practise" onClick={onPractise}>
              {t('inbox.practise')}
            </button>
          </section>
        )}
      </div>
    </main>
  );
}

function KeyFile({ view, on, t }: LockedProps): JSX.Element {
  const { backup } = view;
  return (
    <section class="key-file" aria-labelledby="key-file-title">
      <h2 id="key-file-title">{t('inbox.locked.file')}</h2>
      {backup !== null && (
        <div class="key-card">
          <Icon name="sealed" size={20} />
          <p>
            <b>{backup.label}</b>
            <span class="muted">{t(backup.kept ? 'inbox.locked.kept' : 'inbox.locked.chosen')}</span>
          </p>
          {backup.kept && (
            <button type="button" class="plain" onClick={on.onForget}>
              {t('inbox.locked.forget')}
            </button>
          )}
        </div>
      )}
      <input
        id="backup-file"
        class="visually-hidden"
        type="file"
        accept=".json,.candor,application/json"
        aria-describedby="backup-help"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) on.onFile(file);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <label for="backup-file" class={backup === null ? 'button primary' : 'plain'}>
        {t(backup === null ? 'inbox.locked.choose' : 'inbox.locked.other')}
      </label>
      {backup === null && (
        <p id="backup-help" class="muted small">
          {t('inbox.locked.choose.help')}
        </p>
      )}
      {backup === null && <Refused view={view} t={t} />}
    </section>
  );
}

function Passphrase({ view, on, t }: LockedProps): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  const [keep, setKeep] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  const { refusal, unlocking } = view;

  // Whoever was refused starts again at an empty field.
  useLayoutEffect(() => {
    if (unlocking) return;
    if (refusal === 'wrong-passphrase') setPassphrase('');
    field.current?.focus();
  }, [refusal, unlocking]);

  return (
    <form
      class="passphrase"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '') field.current?.focus();
        else if (!unlocking) on.onUnlock(passphrase, keep);
      }}
    >
      <label for="passphrase">{t('inbox.locked.passphrase')}</label>
      <input
        id="passphrase"
        ref={field}
        type="password"
        autocomplete="off"
        spellcheck={false}
        autocapitalize="off"
        value={passphrase}
        aria-invalid={refusal === 'wrong-passphrase'}
        aria-describedby="refusal"
        readOnly={unlocking}
        onInput={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Refused view={view} t={t} />
      <label class="check">
        <input
          id="keep-backup"
          type="checkbox"
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
        <span>
          {t('inbox.locked.keep')}
          <span class="muted small">{t('inbox.locked.keep.help')}</span>
        </span>
      </label>
      <button id="unlock" type="submit" class="button primary" aria-busy={unlocking}>
        {t(unlocking ? 'inbox.locked.unlocking' : 'inbox.locked.unlock')}
      </button>
    </form>
  );
}

function Refused({ view, t }: { view: LockedView; t: Translator }): JSX.Element {
  return (
    <p id="refusal" class="refusal" role="alert">
      {view.refusal !== null && !view.unlocking && (
        <>
          <Icon name="look" size={16} />
          <span>{t(`inbox.refusal.${view.refusal}`)}</span>
        </>
      )}
    </p>
  );
}

function FourWords({ view, t }: { view: LockedView; t: Translator }): JSX.Element {
  return (
    <section class="four-words" aria-labelledby="four-words-title">
      <h2 id="four-words-title">{t('inbox.locked.words')}</h2>
      {view.fingerprint === null ? (
        <p class="muted small">{t('inbox.locked.words.none')}</p>
      ) : (
        <>
          <ol id="fingerprint" lang="en" dir="ltr">
            {view.fingerprint.split(' ').map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <p class="muted small">{t('inbox.locked.words.help')}</p>
        </>
      )}
    </section>
  );
}
