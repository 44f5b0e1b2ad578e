import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';

/** A dialog over the desk, open from the start. `name` begins its ids; `children` are given how to close it. */
export function Sheet(props: {
  name: string;
  title: string;
  class?: string;
  t: Translator;
  onClose: () => void;
  children: (close: () => void) => ComponentChildren;
}): JSX.Element {
  const { name, title, t, onClose, children } = props;
  const sheet = useRef<HTMLDialogElement>(null);
  const close = (): void => sheet.current?.close();
  useLayoutEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog
      ref={sheet}
      class={props.class === undefined ? 'sheet' : `sheet ${props.class}`}
      aria-labelledby={`${name}-title`}
      onClose={onClose}
    >
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        <button type="button" class="button quiet icon-only" aria-label={t('inbox.close')} onClick={close}>
          <InboxIcon name="close" />
        </button>
      </header>
      {children(close)}
    </dialog>
  );
}
