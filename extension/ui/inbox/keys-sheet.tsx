import type { JSX } from 'preact';
import type { MessageKey, Translator } from '../translator.ts';
import { Sheet } from './sheet.tsx';

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
  return (
    <Sheet name="keys" title={t('inbox.keys.title')} t={t} onClose={onClose}>
      {() => (
        <>
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
        </>
      )}
    </Sheet>
  );
}
