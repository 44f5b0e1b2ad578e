import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnswerDraft } from '../../inbox/replies.ts';
import type { ConcernView, OpenView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import { Findings } from '../panel/findings.tsx';
import type { Translator } from '../translator.ts';
import { AnswerKind } from './answer-kind.tsx';
import { CoachHints } from './coach-hints.tsx';
import type { AnswerTools } from './contract.ts';
import { weekPhrase } from './phrases.ts';
import { Templates } from './templates.tsx';
import { useGuarded } from './use-guarded.ts';

/** Id of the field for an answer, so that a key can go there. */
export const ANSWER_FIELD = 'answer';
/** Weeks that can be promised: a clinic plans a quarter. */
const WEEKS_AHEAD = 13;
const LONGEST = 6000;
const EMPTY: AnswerDraft = { type: 'answer', text: '', week: null };

/** Drafts of the concerns one has been to, in the page's memory only: going to look at another one loses no words. */
export type Drafts = Map<string, AnswerDraft>;

/** Where an answer or a question is written. The coach and the guard read along; neither of them sends anything. */
export function AnswerBox(props: {
  concern: ConcernView;
  view: OpenView;
  t: Translator;
  tools: AnswerTools;
  drafts: Drafts;
  onAnswer: (draft: AnswerDraft) => void;
  onTemplate: (name: string, text: string) => void;
}): JSX.Element {
  const { concern, view, t, tools, drafts, onAnswer, onTemplate } = props;
  const { returned, people } = concern.answering;
  const [draft, setDraft] = useState<AnswerDraft>(() => drafts.get(concern.id) ?? EMPTY);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const change = (some: Partial<AnswerDraft>): void => {
    const next = { ...draft, ...some };
    setDraft(next);
    if (next.text.trim() === '') drafts.delete(concern.id);
    else drafts.set(concern.id, next);
  };
  const guarded = useGuarded(draft.text, tools, t.locale);
  const left = tools.charactersLeft(draft);
  const words = draft.text.trim() !== '';
  const ready = words && left >= 0;

  // What was taken back goes on where it stood.
  useLayoutEffect(() => {
    if (returned === null || words) return;
    change(returned);
    field.current?.focus();
  }, [returned]);
  useEffect(() => grow(field.current), [draft.text]);

  const send = (): void => {
    if (!ready) return;
    if (guarded.undecided) {
      setAsked(true);
      return;
    }
    onAnswer(draft);
    drafts.delete(concern.id);
    setDraft(EMPTY);
    setAsked(false);
  };

  return (
    <form
      class="answer-box"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="answer-head">
        <AnswerKind name="answer-kind" type={draft.type} t={t} onChange={(type) => change({ type })} />
        <Templates
          t={t}
          own={view.templates}
          text={draft.text}
          type={draft.type}
          onUse={(text) => {
            change({ text });
            field.current?.focus();
          }}
          onKeep={onTemplate}
        />
      </div>
      <label class="visually-hidden" for={ANSWER_FIELD}>
        {t(`inbox.answer.label.${draft.type}`)}
      </label>
      <textarea
        id={ANSWER_FIELD}
        ref={field}
        rows={4}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST}
        placeholder={t(`inbox.answer.label.${draft.type}`)}
        aria-describedby="answer-left answer-who"
        aria-keyshortcuts="Control+Enter"
        value={draft.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
      {guarded.findings.length > 0 && (
        <Findings
          id="answer-findings"
          t={t}
          text={draft.text}
          findings={guarded.findings}
          onFix={(finding, fix) => change({ text: tools.applyFix(draft.text, finding, fix) })}
          onKeep={guarded.keep}
        />
      )}
      {words && <CoachHints t={t} text={draft.text} coaching={tools.coach(draft, guarded.language)} />}
      {asked && guarded.undecided && (
        <p class="notice caution" role="alert">
          <Icon name="look" size={18} />
          <span>{t('inbox.answer.decide')}</span>
        </p>
      )}
      <div class="answer-foot">
        {draft.type === 'answer' && (
          <p class="promise">
            <label for="answer-week">{t('inbox.answer.week')}</label>
            <select
              id="answer-week"
              autocomplete="off"
              value={draft.week ?? ''}
              onChange={(event) => change({ week: event.currentTarget.value || null })}
            >
              <option value="">{t('inbox.answer.week.none')}</option>
              {tools.weeksFrom(view.thisWeek, WEEKS_AHEAD).map((week) => (
                <option key={week} value={week}>
                  {weekPhrase(t, week, view)}
                </option>
              ))}
            </select>
          </p>
        )}
        <p id="answer-left" class="muted small" data-left={left}>
          {left >= 0 ? t('inbox.answer.left', { count: left }) : t('inbox.answer.long', { count: -left })}
        </p>
        <button type="submit" class="button primary" data-action="send-answer" disabled={!ready}>
          {t(`inbox.answer.send.${draft.type}`)}
        </button>
      </div>
      <p id="answer-who" class="muted small">
        {t('inbox.answer.who', { count: people })}
      </p>
    </form>
  );
}

/** As tall as its words, so that an answer is read as a whole before it leaves. */
function grow(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
