import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RecordsPage } from '../../inbox/pages-view.ts';
import type { CopyRow, Search } from '../../inbox/subject-access.ts';
import type { DeskProps } from './contract.ts';
import { MaskedText } from './masked-text.tsx';
import { weekPhrase } from './phrases.ts';
import { SubjectHit } from './subject-hit.tsx';

/** Hits that are shown at a time. */
const AT_A_TIME = 10;

/** Somebody asks what is kept about them: look, cover everybody else, have a colleague agree, hand over. */
export function SubjectAccess(props: DeskProps & { page: RecordsPage }): JSX.Element {
  const { page, view, on, t } = props;
  const [words, setWords] = useState('');
  const [reference, setReference] = useState('');
  const [result, setResult] = useState<(Search & { words: string; reference: string }) | 'failed' | null>(
    null,
  );
  const [shown, setShown] = useState(AT_A_TIME);
  const look = async (): Promise<void> => {
    const asked = { words: words.trim(), reference: reference.trim() };
    const search = await on.onSubjectSearch(asked.words, asked.reference);
    setShown(AT_A_TIME);
    setResult(search === null ? 'failed' : { ...search, ...asked });
  };
  return (
    <section data-records="access" class="access">
      <h3>{t('inbox.access')}</h3>
      <p class="muted small measure">{t('inbox.access.text')}</p>
      <form
        class="access-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label>
          <span>{t('inbox.access.words')}</span>
          <input
            id="access-words"
            type="text"
            dir="auto"
            required
            minLength={2}
            maxLength={120}
            autocomplete="off"
            spellcheck={false}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <label>
          <span>{t('inbox.access.reference')}</span>
          <input
            id="access-reference"
            type="text"
            dir="auto"
            required
            maxLength={60}
            autocomplete="off"
            spellcheck={false}
            value={reference}
            onInput={(event) => setReference(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button primary" data-action="search-subject">
          {t('inbox.access.search')}
        </button>
      </form>
      <div role="status">
        {result === 'failed' && <p class="notice caution small">{t('inbox.access.failed')}</p>}
        {result !== null && result !== 'failed' && (
          <p data-found={result.hits.length}>
            <b>{t('inbox.access.found', { count: result.hits.length })}</b>{' '}
            {t('inbox.access.searched', { count: result.searched })}
          </p>
        )}
      </div>
      {result !== null && result !== 'failed' && (
        <>
          <Limits result={result} t={t} />
          <ul class="access-hits">
            {result.hits.slice(0, shown).map((hit) => (
              <SubjectHit
                key={`${result.reference} ${result.words} ${hit.id}`}
                hit={hit}
                reference={result.reference}
                prepared={page.access.copies.some(
                  (copy) => copy.concern === hit.id && copy.reference === result.reference,
                )}
                view={view}
                on={on}
                t={t}
              />
            ))}
          </ul>
          {result.hits.length > shown && (
            <button type="button" class="button" onClick={() => setShown(shown + AT_A_TIME)}>
              {t('inbox.access.next', { count: result.hits.length - shown })}
            </button>
          )}
        </>
      )}
      <Copies {...props} />
      <h4>{t('inbox.access.searches')}</h4>
      {page.access.searches.length === 0 && <p class="small">{t('inbox.access.searches.none')}</p>}
      <ul class="small">
        {page.access.searches.map(({ id, week, by, reference: request, hits }) => (
          <li key={id} data-search={hits}>
            {t('inbox.access.searches.line', {
              by: by || t('inbox.someone'),
              reference: request,
              count: hits,
              week: weekPhrase(t, week, view),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said every time: whoever hands something over must be able to say what it cannot hold. */
function Limits({ result, t }: { result: Search; t: DeskProps['t'] }): JSX.Element {
  const { sealed, aside } = result.unseen;
  return (
    <div class="notice access-limits">
      <div>
        <p>
          <b>{t('inbox.access.limits')}</b>
        </p>
        <ul class="small">
          <li>{t('inbox.access.limits.author')}</li>
          <li>{t('inbox.access.limits.spelling')}</li>
          <li>{t('inbox.access.limits.gone')}</li>
          {sealed > 0 && <li>{t('inbox.access.limits.sealed', { count: sealed })}</li>}
          {aside > 0 && <li>{t('inbox.access.limits.aside', { count: aside })}</li>}
        </ul>
      </div>
    </div>
  );
}

/** By request: what one member prepared and another has to agree to, and the file once all of it is agreed. */
function Copies({ page, view, on, t }: DeskProps & { page: RecordsPage }): JSX.Element | null {
  const requests = Map.groupBy(page.access.copies, ({ reference }) => reference);
  if (requests.size === 0) return null;
  const desk = view.desks.find(({ id }) => id === view.desk)?.name ?? '';
  return (
    <>
      <h4>{t('inbox.access.copies')}</h4>
      {[...requests].map(([reference, copies]) => {
        const agreed = copies.every(({ state }) => state === 'confirmed');
        const head = t('inbox.access.file', { desk, organisation: view.organisation, reference });
        const file = [head, ...copies.map(({ text }) => text)].join('\n\n———\n\n');
        return (
          <div key={reference} class="access-request" data-request={reference}>
            <p>
              <b dir="auto">{reference}</b>
            </p>
            {copies.map((copy) => (
              <Copy key={copy.id} copy={copy} on={on} t={t} />
            ))}
            <div class="buttons">
              <button
                type="button"
                class="button primary"
                data-action="save-access"
                disabled={!agreed}
                onClick={() => on.onSave('candor-request.txt', `${file}\n`)}
              >
                {t('inbox.access.save')}
              </button>
              {!agreed && <span class="small muted">{t('inbox.access.wait')}</span>}
            </div>
          </div>
        );
      })}
    </>
  );
}

function Copy({ copy, on, t }: { copy: CopyRow; on: DeskProps['on']; t: DeskProps['t'] }): JSX.Element {
  const { id, concern, text, by, mine, state, agreedBy } = copy;
  const say = (type: 'confirmed' | 'withdrawn'): void => on.onAct([concern], { type, event: id });
  return (
    <div class="access-copy" data-copy={state}>
      <p class="access-words" dir="auto">
        <MaskedText text={text} t={t} />
      </p>
      <p class="muted small">
        {t('inbox.access.by', { by: by || t('inbox.someone') })}
        {state === 'confirmed' && <> · {t('inbox.access.agreed', { by: agreedBy || t('inbox.someone') })}</>}
      </p>
      {state === 'open' && (
        <div class="buttons">
          {mine ? (
            <span class="small">{t('inbox.second.wait')}</span>
          ) : (
            <button type="button" class="button" data-action="agree-access" onClick={() => say('confirmed')}>
              {t('inbox.second.agree')}
            </button>
          )}
          <button type="button" class="plain small" onClick={() => say('withdrawn')}>
            {t(mine ? 'inbox.second.take-back' : 'inbox.second.refuse')}
          </button>
        </div>
      )}
    </div>
  );
}
