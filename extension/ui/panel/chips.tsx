import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Draft } from '../../compose/draft.ts';
import type { PlaceView } from './contract.ts';
import type { PanelModel } from './use-panel.ts';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** A question with a row of chips; every one can be taken back, and none has to be touched. */
export function Chips<Id extends string>(props: {
  label: string;
  options: readonly Option<Id>[];
  picked: readonly Id[];
  onPick: (id: Id) => void;
  /** Options behind "More", and what that button says. */
  more?: { readonly options: readonly Option<Id>[]; readonly label: string } | undefined;
  /** What cannot be picked now, because enough is picked. */
  full?: boolean;
}): JSX.Element {
  const { label, options, picked, onPick, more, full = false } = props;
  const row = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const hidden = more?.options ?? [];
  const shown = [...options, ...(unfolded ? hidden : hidden.filter((option) => picked.includes(option.id)))];

  const unfold = (): void => {
    setUnfolded(true);
    // The button that had the focus goes away; the first of what it brought takes over.
    queueMicrotask(() => row.current?.querySelectorAll('button')[options.length]?.focus());
  };

  return (
    <fieldset class="question">
      <legend>{label}</legend>
      <div class="chips" ref={row}>
        {shown.map((option) => (
          <button
            key={option.id}
            type="button"
            class="chip"
            aria-pressed={picked.includes(option.id)}
            disabled={full && !picked.includes(option.id)}
            onClick={() => onPick(option.id)}
          >
            {option.label}
          </button>
        ))}
        {!unfolded && hidden.length > 0 && (
          <button type="button" class="chip more" aria-expanded={false} onClick={unfold}>
            {more?.label}
          </button>
        )}
      </div>
    </fieldset>
  );
}

export function CategoryChips({ panel, draft }: { panel: PanelModel; draft: Draft }): JSX.Element {
  const { t, tools } = panel;
  const first = tools.compose.firstCategories(draft.kind);
  const option = (id: (typeof first)[number]) => ({ id, label: t(`category.${id}`) });
  return (
    <Chips
      label={t('category.question')}
      options={first.map(option)}
      more={{
        options: tools.compose.categories.filter((id) => !first.includes(id)).map(option),
        label: t('more'),
      }}
      picked={draft.category === undefined ? [] : [draft.category]}
      onPick={(value) => void panel.choose({ pick: 'category', value })}
    />
  );
}

/** Places shown at once; more of them stand behind "More", with a box to find one where there are very many. */
const FIRST_PLACES = 5;
const MANY_PLACES = 24;

export function PlaceChips({ panel, draft }: { panel: PanelModel; draft: Draft }): JSX.Element | null {
  const { view, t, tools } = panel;
  const [sought, setSought] = useState('');
  const [seeking, setSeeking] = useState(false);
  if (view.places.length === 0) return null;

  const many = view.places.length > MANY_PLACES;
  const options = view.places.map((place) => ({ id: place.code, label: place.label }));
  const wanted = tools.compose.cleanText(sought, 40).toLocaleLowerCase(t.locale).trim();
  const found = options.filter(({ label }) => label.toLocaleLowerCase(t.locale).includes(wanted));
  const picked = view.places.find(({ code }) => code === draft.place);
  const instead = picked && sentInstead(picked, view.places);
  const pickedOption = options.filter(({ id }) => id === draft.place);
  const first = seeking
    ? [...pickedOption, ...found.filter(({ id }) => id !== draft.place).slice(0, MANY_PLACES)]
    : [...options.slice(0, FIRST_PLACES)];
  return (
    <div class="places">
      <Chips
        label={t('place.question')}
        options={first}
        more={!seeking && !many ? { options: options.slice(FIRST_PLACES), label: t('more') } : undefined}
        picked={picked ? [picked.code] : []}
        onPick={(value) => void panel.choose({ pick: 'place', value })}
      />
      {many &&
        (seeking ? (
          <input
            class="seek"
            value={sought}
            aria-label={t('place.find')}
            placeholder={t('place.find')}
            autocomplete="off"
            autocorrect="off"
            spellcheck={false}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        ) : (
          <button type="button" class="chip more" aria-expanded={false} onClick={() => setSeeking(true)}>
            {t('more')}
          </button>
        ))}
      {picked?.rolledUp && (
        <p class="aside">
          {instead === undefined
            ? t('place.left-out', { place: picked.label })
            : t('place.rolled-up', { place: picked.label, parent: instead.label })}
        </p>
      )}
    </div>
  );
}

/** The nearest place around this one that is big enough to be named; `undefined` when none is. */
export function sentInstead(place: PlaceView, places: readonly PlaceView[]): PlaceView | undefined {
  const seen = new Set<string>();
  let around: PlaceView | undefined = place;
  while (around?.rolledUp && !seen.has(around.code)) {
    seen.add(around.code);
    const parent: string | undefined = around.parent;
    around = places.find(({ code }) => code === parent);
  }
  return around?.rolledUp ? undefined : around;
}
