import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConcernView, OpenView } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';
import { CheckedField, type Leaving } from './checked-words.tsx';
import type { InboxCallbacks } from './contract.ts';
import { weekPhrase } from './phrases.ts';
import { Sheet } from './sheet.tsx';

const LONGEST = 20_000;

/** One concern as a text file: covered names stay covered, and whatever the guard finds is decided before it is saved. */
export function TakeAlong(props: {
  concern: ConcernView;
  view: OpenView;
  on: Pick<InboxCallbacks, 'check' | 'onSave'>;
  t: Translator;
  onClose: () => void;
}): JSX.Element {
  const { concern, view, on, t, onClose } = props;
  const [leaving, setLeaving] = useState<Leaving>(() => {
    const text = textOf(concern, view, t);
    return { text, ready: on.check(text, null).findings.length === 0 };
  });
  return (
    <Sheet name="take-along" class="take-along" title={t('inbox.copy.title')} t={t} onClose={onClose}>
      {(close) => (
        <>
          <p class="small muted">{t('inbox.copy.text')}</p>
          <CheckedField
            id="take-along"
            label={t('inbox.copy.label')}
            rows={12}
            limit={LONGEST}
            text={leaving.text}
            check={on.check}
            about={null}
            t={t}
            onChange={setLeaving}
          />
          <div class="buttons">
            <button
              type="button"
              class="button primary"
              data-action="save-copy"
              disabled={!leaving.ready}
              onClick={() => {
                on.onSave('candor-concern.txt', `${leaving.text}\n`);
                close();
              }}
            >
              {t('inbox.copy.save')}
            </button>
            <button type="button" class="button quiet" onClick={close}>
              {t('inbox.closing.cancel')}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}

/** What stands on the page, as plain lines; nothing of the team's log. */
function textOf(concern: ConcernView, view: OpenView, t: Translator): string {
  const { fields } = concern;
  const head = [
    t('inbox.print.desk', { desk: concern.desk }),
    t('inbox.week.of', { day: t.day(concern.week) }),
  ].join(' · ');
  const kind = fields === null ? null : t(`kind.${fields.kind}.label`);
  const category = fields?.category === undefined ? null : t(`category.${fields.category}`);
  const place = fields?.unit === undefined ? null : (view.places.get(fields.unit) ?? fields.unit);
  const about = [kind, category, place].filter((part) => part !== null).join(' · ');
  const words = concern.boxes.map(
    ({ box, text }) => `${t(`box.${box}`, { kind: fields?.kind ?? '' })}\n${text}`,
  );
  const said = concern.answering.thread.flatMap((entry) => {
    const week = weekPhrase(t, entry.week, { lastWeek: '', thisWeek: '' });
    if (entry.what === 'follow-up') return [`${t('inbox.thread.follow-up')} (${week})\n${entry.text}`];
    const { reply } = entry;
    if (reply.type !== 'answer' && reply.type !== 'question') return [];
    return [`${t(`inbox.answer.kind.${reply.type}`)} (${week})\n${reply.text}`];
  });
  return [head, about, ...words, concern.addition ?? '', ...said].filter((part) => part !== '').join('\n\n');
}
