import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PulseItem } from '../../../../shared/pulse.ts';
import { asksOfWellbeing, MOST_ITEMS, MOST_WEEKS, type Scale } from '../../../../shared/pulse-scales.ts';
import type { PulseDraft } from '../../../inbox/pulse/drafting.ts';
import type { PulsePage } from '../../../inbox/pulse/pulse-page.ts';
import type { ReadyMade } from '../../../inbox/pulse/ready-made.ts';
import { CheckedField, type Leaving } from '../checked-words.tsx';
import type { DeskProps } from '../contract.ts';
import { weekPhrase } from '../phrases.ts';
import { StepButtons } from '../step-buttons.tsx';

const LONGEST_LINE = 200;
const USUAL_WEEKS = 2;
/** So many weeks ahead it may begin. */
const WEEKS_AHEAD = 8;
const SCALES: readonly Scale[] = ['agree5', 'agree7', 'burnout5'];
const EMPTY: Leaving = { text: '', ready: false };

interface Written {
  readonly key: number;
  readonly leaving: Leaving;
  readonly scale: Scale;
  readonly reversed: boolean;
  readonly wellbeing: boolean;
}

interface NewPulseProps extends DeskProps {
  readonly page: PulsePage;
  readonly onCancel: () => void;
  readonly onAsk: (draft: PulseDraft) => Promise<void>;
}

/** Questions as they stand or of one's own, and when: then a colleague must agree. */
export function NewPulse(props: NewPulseProps): JSX.Element {
  const { page, view, on, t, onCancel, onAsk } = props;
  const [chosen, setChosen] = useState<ReadyMade | 'own' | null>(null);
  const [title, setTitle] = useState(EMPTY);
  const [items, setItems] = useState<readonly Written[]>([newItem(0)]);
  const [reasons, setReasons] = useState(true);
  const [from, setFrom] = useState(page.firstWeek);
  const [weeks, setWeeks] = useState(USUAL_WEEKS);
  const [busy, setBusy] = useState(false);

  const own = chosen === 'own';
  const asked: readonly PulseItem[] = own ? items.map(itemOf) : (chosen?.items ?? []);
  const unhelped = asksOfWellbeing(asked) && !page.support;
  const written = !own || (title.ready && items.every(({ leaving }) => leaving.ready));
  const ready = chosen !== null && written && !unhelped && !busy;
  const ask = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const when = { from, weeks };
    await onAsk(
      own
        ? { title: title.text, language: page.language, items: asked, reasons, ...when }
        : { ...readyDraft(chosen), ...when },
    );
    setBusy(false);
  };
  const change = (key: number, part: Partial<Written>): void =>
    setItems(items.map((item) => (item.key === key ? { ...item, ...part } : item)));

  return (
    <form
      class="step pulse-form"
      data-form="pulse"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <fieldset class="pulse-choices">
        <legend>{t('inbox.pulse.pick')}</legend>
        {page.ready(t.locale).map((each) => (
          <label key={each.name} data-ready={each.name}>
            <input
              type="radio"
              name="pulse-ready"
              checked={chosen === each}
              onChange={() => setChosen(each)}
            />
            <span>
              <b lang={each.language}>{each.title}</b>
              <small lang={each.language}>{each.items.map(({ text }) => text).join(' · ')}</small>
              <small class="muted">
                {each.source === undefined
                  ? t('inbox.pulse.ours')
                  : `${t('inbox.pulse.word-for-word')} ${each.source}`}
              </small>
            </span>
          </label>
        ))}
        <label data-ready="own">
          <input type="radio" name="pulse-ready" checked={own} onChange={() => setChosen('own')} />
          <span>
            <b>{t('inbox.pulse.own')}</b>
            <small class="muted">{t('inbox.pulse.own.text', { most: MOST_ITEMS })}</small>
          </span>
        </label>
      </fieldset>
      {own && (
        <>
          <CheckedField
            id="pulse-own-title"
            label={t('inbox.pulse.title')}
            rows={1}
            limit={LONGEST_LINE}
            text={title.text}
            check={on.check}
            about={null}
            t={t}
            onChange={setTitle}
          />
          {items.map((item, at) => (
            <Item
              key={item.key}
              item={item}
              at={at + 1}
              on={on}
              t={t}
              onChange={(part) => change(item.key, part)}
              onRemove={
                items.length > 1 ? () => setItems(items.filter(({ key }) => key !== item.key)) : undefined
              }
            />
          ))}
          {items.length < MOST_ITEMS && (
            <p>
              <button
                type="button"
                class="plain"
                data-action="add-question"
                onClick={() => setItems([...items, newItem(Math.max(...items.map(({ key }) => key)) + 1)])}
              >
                {t('inbox.pulse.add')}
              </button>
            </p>
          )}
          <label class="pulse-check">
            <input type="checkbox" checked={reasons} onChange={() => setReasons(!reasons)} />
            {t('inbox.pulse.reasons')}
          </label>
        </>
      )}
      {unhelped && (
        <p class="notice caution" role="alert" data-notice="no-support">
          {t('inbox.pulse.no-support', { page: t('inbox.stories') })}
        </p>
      )}
      <div class="pulse-when">
        <p class="choice">
          <label for="pulse-from">{t('inbox.pulse.from')}</label>
          <select id="pulse-from" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
            {on.answering.weeksFrom(page.firstWeek, WEEKS_AHEAD).map((week) => (
              <option key={week} value={week}>
                {weekPhrase(t, week, view)}
              </option>
            ))}
          </select>
        </p>
        <p class="choice">
          <label for="pulse-weeks">{t('inbox.pulse.weeks')}</label>
          <select
            id="pulse-weeks"
            value={String(weeks)}
            onChange={(event) => setWeeks(Number(event.currentTarget.value))}
          >
            {Array.from({ length: MOST_WEEKS }, (_, at) => at + 1).map((count) => (
              <option key={count} value={String(count)}>
                {t('inbox.pulse.weeks.count', { count })}
              </option>
            ))}
          </select>
        </p>
      </div>
      <p class="muted small">{t('inbox.pulse.at-most')}</p>
      <StepButtons
        action="ask-pulse"
        label={t('inbox.stories.ask')}
        ready={ready}
        t={t}
        onCancel={onCancel}
      />
    </form>
  );
}

function Item(props: {
  item: Written;
  at: number;
  on: DeskProps['on'];
  t: DeskProps['t'];
  onChange: (part: Partial<Written>) => void;
  onRemove: (() => void) | undefined;
}): JSX.Element {
  const { item, at, on, t, onChange, onRemove } = props;
  const id = `pulse-item-${item.key}`;
  const burnout = item.scale === 'burnout5';
  return (
    <fieldset class="pulse-item">
      <legend class="visually-hidden">{t('inbox.pulse.item', { at })}</legend>
      <CheckedField
        id={id}
        label={t('inbox.pulse.item', { at })}
        rows={2}
        limit={LONGEST_LINE}
        text={item.leaving.text}
        check={on.check}
        about={null}
        t={t}
        onChange={(leaving) => onChange({ leaving })}
      />
      <p class="choice">
        <label for={`${id}-scale`}>{t('inbox.pulse.scale')}</label>
        <select
          id={`${id}-scale`}
          value={item.scale}
          onChange={(event) =>
            onChange({ scale: SCALES.find((scale) => scale === event.currentTarget.value) ?? 'agree5' })
          }
        >
          {SCALES.map((scale) => (
            <option key={scale} value={scale}>
              {t(`inbox.pulse.scale.${scale}`)}
            </option>
          ))}
        </select>
      </p>
      {!burnout && (
        <>
          <label class="pulse-check">
            <input
              type="checkbox"
              checked={item.reversed}
              onChange={() => onChange({ reversed: !item.reversed })}
            />
            {t('inbox.pulse.reversed')}
          </label>
          <label class="pulse-check">
            <input
              type="checkbox"
              checked={item.wellbeing}
              onChange={() => onChange({ wellbeing: !item.wellbeing })}
            />
            {t('inbox.pulse.wellbeing')}
          </label>
        </>
      )}
      {onRemove !== undefined && (
        <p>
          <button type="button" class="plain small" onClick={onRemove}>
            {t('inbox.pulse.remove', { at })}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function newItem(key: number): Written {
  return { key, leaving: EMPTY, scale: 'agree5', reversed: false, wellbeing: false };
}

function itemOf({ leaving, scale, reversed, wellbeing }: Written): PulseItem {
  return {
    text: leaving.text.trim(),
    scale,
    ...(reversed && scale !== 'burnout5' && { reversed: true as const }),
    ...(wellbeing && { wellbeing: true as const }),
  };
}

function readyDraft(chosen: ReadyMade | 'own' | null): Omit<PulseDraft, 'from' | 'weeks'> {
  if (chosen === null || chosen === 'own') throw new RangeError('nothing ready-made was chosen');
  const { title, source, language, items, reasons } = chosen;
  return { title, language, items, reasons: reasons === true, ...(source !== undefined && { source }) };
}
