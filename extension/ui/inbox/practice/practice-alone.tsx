import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PracticeSet } from '../../../inbox/practice/concerns.ts';
import { Icon } from '../../icons.tsx';
import type { Translator } from '../../translator.ts';
import type { AnswerTools } from '../contract.ts';
import { Practice } from './practice.tsx';

/** Practice before the door: for whoever leads or is new, and has no key. */
export function PracticeAlone(props: {
  readonly t: Translator;
  readonly tools: AnswerTools;
  readonly load: () => Promise<PracticeSet>;
  readonly onBack: () => void;
}): JSX.Element {
  const { t, tools, load, onBack } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main class="practise-alone desk-page" data-page="practice">
      <header class="page-head">
        <h1 ref={title} tabIndex={-1}>
          {t('inbox.practise')}
        </h1>
        <button type="button" class="button quiet" data-action="practise-back" onClick={onBack}>
          <Icon name="back" size={20} />
          {t('inbox.practise.back')}
        </button>
      </header>
      <Practice t={t} tools={tools} load={load} />
    </main>
  );
}
