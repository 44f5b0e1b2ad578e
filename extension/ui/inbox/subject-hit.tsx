import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Hit, Piece } from '../../inbox/subject-access.ts';
import type { DeskProps } from './contract.ts';
import { weekPhrase } from './phrases.ts';

const COVER = '█████';

/**
 * One concern that holds the searched words, as it would be handed over. Every place that points to somebody can be
 * covered or shown; while two members have not asked for the names in it, only the searched one's.
 */
export function SubjectHit(
  props: DeskProps & { readonly hit: Hit; readonly reference: string; readonly prepared: boolean },
): JSX.Element | null {
  const { hit, reference, prepared, view, on, t } = props;
  const [covering, setCovering] = useState(() => on.access.coveredAtFirst(hit));
  const [more, setMore] = useState('');
  const [skipped, setSkipped] = useState(false);
  const hidden = useMemo(() => more.split(/[,،;\n]/), [more]);
  const text = on.access.handedOver(hit, covering, hidden, (written) => t(`inbox.access.part.${written}`));
  if (skipped) return null;
  const toggle = (one: Piece): void => {
    const next = new Set(covering);
    if (!next.delete(one)) next.add(one);
    setCovering(next);
  };
  const shownPiece = (one: Piece, key: number): JSX.Element => {
    const { text: words, about } = one;
    const covered = covering.has(one);
    if (about === null) return <span key={key}>{words}</span>;
    if (about === 'other' && !hit.namesShown) {
      return (
        <span key={key} class="cover" role="img" aria-label={t('inbox.names.covered')}>
          {COVER}
        </span>
      );
    }
    return (
      <button
        key={key}
        type="button"
        class={covered ? 'access-piece cover' : 'access-piece'}
        data-about={about}
        aria-pressed={covered}
        aria-label={covered ? t('inbox.access.show') : t('inbox.access.cover', { words })}
        onClick={() => toggle(one)}
      >
        {covered ? COVER : words}
      </button>
    );
  };
  return (
    <li class="access-hit" data-hit={hit.id}>
      <p class="muted small">
        {weekPhrase(t, hit.week, view)}
        {' · '}
        <button type="button" class="plain" onClick={() => on.onBrowse({ to: 'read', id: hit.id })}>
          {t('inbox.access.open')}
        </button>
      </p>
      {hit.parts.map(({ written, pieces }, part) => (
        <div key={part}>
          <p class="small muted">{t(`inbox.access.part.${written}`)}</p>
          <p class="access-words" dir="auto">
            {pieces.map(shownPiece)}
          </p>
        </div>
      ))}
      <p class="small muted">{t(hit.namesShown ? 'inbox.access.adjust' : 'inbox.access.names-first')}</p>
      <label class="small">
        <span>{t('inbox.access.more')}</span>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={400}
          value={more}
          onInput={(event) => setMore(event.currentTarget.value)}
        />
      </label>
      {prepared ? (
        <p class="small" data-prepared>
          {t('inbox.access.prepared')}
        </p>
      ) : (
        <div class="buttons">
          <button
            type="button"
            class="button"
            data-action="prepare-access"
            disabled={text.length > on.access.longest}
            onClick={() => on.onAct([hit.id], { type: 'disclosed', reference, text })}
          >
            {t('inbox.access.prepare')}
          </button>
          <button type="button" class="button quiet" onClick={() => setSkipped(true)}>
            {t('inbox.access.skip')}
          </button>
        </div>
      )}
    </li>
  );
}
