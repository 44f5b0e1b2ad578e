import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey, Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';

const KEYS: readonly (readonly [readonly string[], MessageKey])[] = [
  [['j', '↓'], 'inbox.keys.next'],
  [['k', '↑'], 'inbox.keys.previous'],
  [['e'], 'inbox.keys.acknowledge'],
  [['r'], 'inbox.keys.answer'],
  [['Ctrl', 'Enter'], 'inbox.keys.send'],
  [['n'], 'inbox.keys.note'],
  [['u'], 'inbox.keys.undo'],
  [['/'], 'inbox.keys.search'],
  [['Shift', 'L'], 'inbox.keys.lock'],
  [['?'], 'inbox.keys.help'],
  [['Esc'], 'inbox.keys.escape'],
];

/** All keys on one sheet, and the switch that turns the single ones off. */
export function KeysSheet(props: {
  t: Translator;
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
  onClose: () => void;
}): JSX.Element {
  const { t, singleKeys, onSingleKeys, onClose } = props;
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('inbox.keys.title')}</h2>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={t('inbox.close')}
          onClick={() => sheet.current?.close()}
        >
          <InboxIcon name="close" />
        </button>
      </header>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.currentTarget.checked)}
        />
        <span>
          {t('inbox.keys.single')}
          <span class="muted small">{t('inbox.keys.single.help')}</span>
        </span>
      </label>
    </dialog>
  );
}
