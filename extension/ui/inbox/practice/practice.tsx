import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PracticeName, PracticeSet } from '../../../inbox/practice/concerns.ts';
import type { AnswerDraft } from '../../../inbox/replies.ts';
import type { Translator } from '../../translator.ts';
import type { AnswerTools } from '../contract.ts';
import { MadeUp } from './made-up.tsx';
import './practice.css';
import { Rehearsal } from './rehearsal.tsx';

/**
 * Six made-up concerns to answer. What is written lives as long as this page is shown and no longer: it is kept nowhere,
 * and there is nobody to send it to.
 */
export function Practice(props: {
  readonly t: Translator;
  readonly tools: AnswerTools;
  readonly load: () => Promise<PracticeSet>;
}): JSX.Element {
  const { t, tools, load } = props;
  const [set, setSet] = useState<PracticeSet | null>(null);
  const [at, setAt] = useState(0);
  const [seen, setSeen] = useState<ReadonlySet<PracticeName>>(new Set());
  const drafts = useRef(new Map<PracticeName, AnswerDraft>());
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);

  useEffect(() => void load().then(setSet), []);
  useLayoutEffect(() => {
    if (before.current !== at) heading.current?.focus();
    before.current = at;
  }, [at]);

  const concern = set?.concerns[at];
  if (set === null || concern === undefined) return <p role="status">{t('inbox.practise.loading')}</p>;
  return (
    <>
      <p class="measure">{t('inbox.practise.text')}</p>
      <p class="notice practise-local">{t('inbox.practise.local')}</p>
      <nav class="practise-steps" aria-label={t('inbox.practise.which')}>
        <ol>
          {set.concerns.map(({ name, title }, index) => (
            <li key={name}>
              <button
                type="button"
                data-practise={name}
                data-seen={seen.has(name)}
                aria-current={index === at ? 'step' : undefined}
                onClick={() => setAt(index)}
              >
                <span lang={set.language}>{title}</span>
                {seen.has(name) && <span class="visually-hidden"> {t('inbox.practise.seen')}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section class="practise-one" key={concern.name} data-concern={concern.name}>
        <h3 ref={heading} tabIndex={-1}>
          <span lang={set.language}>{concern.title}</span>{' '}
          <span class="muted small">
            {t('inbox.practise.number', { number: at + 1, count: set.concerns.length })}
          </span>
        </h3>
        <MadeUp concern={concern} language={set.language} t={t} />
        <Rehearsal
          concern={concern}
          language={set.language}
          t={t}
          tools={tools}
          drafts={drafts.current}
          onLooked={() => setSeen(new Set([...seen, concern.name]))}
        />
        {at + 1 < set.concerns.length && (
          <p>
            <button type="button" class="button" data-action="practise-next" onClick={() => setAt(at + 1)}>
              {t('inbox.practise.next')}
            </button>
          </p>
        )}
      </section>
    </>
  );
}
