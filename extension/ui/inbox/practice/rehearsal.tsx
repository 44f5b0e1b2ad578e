import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PracticeConcern, PracticeName } from '../../../inbox/practice/concerns.ts';
import type { AnswerDraft } from '../../../inbox/replies.ts';
import { Findings } from '../../panel/findings.tsx';
import type { Translator } from '../../translator.ts';
import { AnswerKind } from '../answer-kind.tsx';
import { CoachHints } from '../coach-hints.tsx';
import type { AnswerTools } from '../contract.ts';
import { useGuarded } from '../use-guarded.ts';
import { leftToDo, readyToJudge } from './judge.ts';

const LONGEST = 6000;

/** Where an answer to a made-up concern is written, looked over and set beside another one. */
export function Rehearsal(props: {
  concern: PracticeConcern;
  /** Of the words that come with the concern. */
  language: string;
  t: Translator;
  tools: AnswerTools;
  drafts: Map<PracticeName, AnswerDraft>;
  onLooked: () => void;
}): JSX.Element {
  const { concern, language, t, tools, drafts, onLooked } = props;
  const { name, model, matters } = concern;
  const [draft, setDraft] = useState<AnswerDraft>(
    () => drafts.get(name) ?? { type: 'answer', text: '', week: null },
  );
  const [looked, setLooked] = useState<'no' | 'too-short' | 'yes'>('no');
  const [shown, setShown] = useState(false);
  const guarded = useGuarded(draft.text, tools, t.locale);
  const change = (some: Partial<AnswerDraft>): void => {
    const next = { ...draft, ...some };
    setDraft(next);
    drafts.set(name, next);
  };
  const look = (): void => {
    const ready = readyToJudge(draft);
    setLooked(ready ? 'yes' : 'too-short');
    if (ready) onLooked();
  };
  const coaching = looked === 'yes' ? tools.coach(draft, guarded.language) : null;
  const left = leftToDo(coaching, guarded.findings.length);
  return (
    <form
      class="answer-box practise-box"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <AnswerKind name="practise-kind" type={draft.type} t={t} onChange={(type) => change({ type })} />
      <label class="visually-hidden" for="practise-answer">
        {t(`inbox.answer.label.${draft.type}`)}
      </label>
      <textarea
        id="practise-answer"
        rows={6}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST}
        placeholder={t(`inbox.answer.label.${draft.type}`)}
        aria-keyshortcuts="Control+Enter"
        value={draft.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          look();
        }}
      />
      <div class="buttons">
        <button type="submit" class="button primary" data-action="look-over">
          {t('inbox.practise.look')}
        </button>
        <button
          type="button"
          class="button quiet"
          data-action="show-model"
          aria-expanded={shown}
          aria-controls="practise-model"
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'inbox.practise.hide' : 'inbox.practise.show')}
        </button>
      </div>
      <p class="practise-verdict" role="status" data-left={left}>
        {looked === 'too-short' && t('inbox.practise.too-short')}
        {looked === 'yes' && (left === null ? t('inbox.practise.no-coach') : verdict(left, t))}
      </p>
      {looked === 'yes' && guarded.findings.length > 0 && (
        <Findings
          id="practise-findings"
          t={t}
          text={draft.text}
          findings={guarded.findings}
          onFix={(finding, fix) => change({ text: tools.applyFix(draft.text, finding, fix) })}
          onKeep={guarded.keep}
        />
      )}
      {looked === 'yes' && <CoachHints t={t} text={draft.text} coaching={coaching} />}
      {(looked === 'yes' || shown) && (
        <section class="practise-matters">
          <h4>{t('inbox.practise.matters')}</h4>
          <ul lang={language}>
            {matters.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <div id="practise-model">
        {shown && (
          <section class="practise-model">
            <h4>
              {t('inbox.practise.model')}{' '}
              {model.type === 'question' && (
                <span class="muted small">{t('inbox.answer.kind.question')}</span>
              )}
            </h4>
            <p lang={language} dir="auto">
              {model.text}
            </p>
            <p class="muted small">{t('inbox.practise.model.not-the-only')}</p>
          </section>
        )}
      </div>
    </form>
  );
}

function verdict(left: number, t: Translator): string {
  return left === 0 ? t('inbox.practise.well') : t('inbox.practise.left', { count: left });
}
