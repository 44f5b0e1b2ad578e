import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { AnswerDraft } from '../../inbox/replies.ts';
import type { MessageKey, Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';

/** What the product brings along, until a desk has words of its own under the same name. */
const BUILT_IN: Readonly<Record<AnswerDraft['type'], readonly (readonly [MessageKey, MessageKey])[]>> = {
  answer: [
    ['inbox.template.changed', 'inbox.template.changed.text'],
    ['inbox.template.looking', 'inbox.template.looking.text'],
    ['inbox.template.unchanged', 'inbox.template.unchanged.text'],
    ['inbox.template.elsewhere', 'inbox.template.elsewhere.text'],
  ],
  question: [
    ['inbox.template.more', 'inbox.template.more.text'],
    ['inbox.template.still', 'inbox.template.still.text'],
  ],
};
const LONGEST_NAME = 40;

/** Words to start from, and a place to keep good ones for the whole desk. */
export function Templates(props: {
  t: Translator;
  own: readonly { readonly name: string; readonly text: string }[];
  text: string;
  type: AnswerDraft['type'];
  onUse: (text: string) => void;
  onKeep: (name: string, text: string) => void;
}): JSX.Element {
  const { t, own, text, type, onUse, onKeep } = props;
  const [name, setName] = useState('');
  const menu = useRef<HTMLDetailsElement>(null);
  const field = useId();
  const builtIn = BUILT_IN[type].map(([title, words]) => ({ name: t(title), text: t(words), own: false }));
  const mine = own.map((template) => ({ ...template, own: true }));
  const all = [...builtIn.filter(({ name: title }) => !own.some((one) => one.name === title)), ...mine];
  // What somebody wrote is added to; another template takes the place of one.
  const isOwnWriting = text.trim() !== '' && !all.some((one) => one.text.trim() === text.trim());
  const close = (): void => menu.current?.removeAttribute('open');
  const words = text.trim();
  return (
    <details
      class="templates"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        event.preventDefault();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary class="button quiet">
        <InboxIcon name="note" size={18} />
        <span>{t('inbox.templates')}</span>
      </summary>
      <div class="templates-menu">
        <ul>
          {all.map((template) => (
            <li key={template.name}>
              <button
                type="button"
                class="template"
                onClick={() => {
                  setName(template.name);
                  close();
                  onUse(isOwnWriting ? `${text.trimEnd()}\n\n${template.text}` : template.text);
                }}
              >
                <b dir="auto">{template.name}</b>
                <span class="muted small" dir="auto">
                  {template.text}
                </span>
              </button>
              {template.own && (
                <button
                  type="button"
                  class="button quiet icon-only"
                  aria-label={t('inbox.template.drop', { name: template.name })}
                  title={t('inbox.template.drop', { name: template.name })}
                  onClick={() => onKeep(template.name, '')}
                >
                  <InboxIcon name="close" size={16} />
                </button>
              )}
            </li>
          ))}
        </ul>
        {words !== '' && (
          <div class="keep-template">
            <label class="small muted" for={field}>
              {t('inbox.template.keep')}
            </label>
            <input
              id={field}
              type="text"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={LONGEST_NAME}
              placeholder={t('inbox.template.name')}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                // In a form, "Enter" would send the answer.
                if (event.key === 'Enter') event.preventDefault();
              }}
            />
            <button
              type="button"
              class="button"
              disabled={name.trim() === ''}
              onClick={() => {
                onKeep(name.trim(), words);
                close();
              }}
            >
              {t('inbox.template.keep.now')}
            </button>
          </div>
        )}
      </div>
    </details>
  );
}
