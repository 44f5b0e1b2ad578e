import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MembersPage } from '../../inbox/pages-view.ts';
import type { DeskProps } from './contract.ts';

const USUAL_HELPERS = 3;
const FEWEST = 2;

/** On the members page: a recovery file for oneself, and a colleague's part for somebody who needs theirs. */
export function Recovery({ page, on, t }: Pick<DeskProps, 'on' | 't'> & { page: MembersPage }): JSX.Element {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState(false);
  const wanted = Math.min(USUAL_HELPERS, page.helpers.length);
  const toggle = (kid: string, to: boolean): void => {
    setSaved(false);
    setChosen(new Set(to ? [...chosen, kid] : [...chosen].filter((one) => one !== kid)));
  };
  return (
    <>
      <section data-section="recovery">
        <h3>{t('inbox.recovery')}</h3>
        {page.helpers.length < FEWEST ? (
          <p class="measure">{t('inbox.recovery.few')}</p>
        ) : (
          <>
            <p class="measure">{t('inbox.recovery.text')}</p>
            <fieldset class="helpers">
              <legend class="muted small">{t('inbox.recovery.who')}</legend>
              {page.helpers.map(({ kid, label }) => (
                <label class="check" key={kid}>
                  <input
                    type="checkbox"
                    checked={chosen.has(kid)}
                    disabled={!chosen.has(kid) && chosen.size >= wanted}
                    onChange={(event) => toggle(kid, event.currentTarget.checked)}
                  />
                  <span dir="auto">{label}</span>
                </label>
              ))}
            </fieldset>
            <p>
              <button
                type="button"
                class="button"
                data-action="save-recovery"
                disabled={chosen.size < wanted}
                onClick={() => void on.onRecoveryFile([...chosen]).then(setSaved)}
              >
                {t('inbox.recovery.save')}
              </button>
            </p>
            <p class="small" role="status">
              {saved && t('inbox.recovery.saved')}
            </p>
          </>
        )}
      </section>
      <Help on={on} t={t} />
    </>
  );
}

function Help({ on, t }: Pick<DeskProps, 'on' | 't'>): JSX.Element {
  const [part, setPart] = useState<{ label: string; word: string } | 'none' | null>(null);
  return (
    <section data-section="help">
      <h3>{t('inbox.help')}</h3>
      <p class="measure">{t('inbox.help.text')}</p>
      <input
        id="help-file"
        class="visually-hidden"
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void on.onHelp(file).then((found) => setPart(found ?? 'none'));
          event.currentTarget.value = '';
        }}
      />
      <p>
        <label for="help-file" class="button">
          {t('inbox.help.choose')}
        </label>
      </p>
      <div role="status">
        {part === 'none' && <p class="notice caution">{t('inbox.help.none')}</p>}
        {part !== null && part !== 'none' && (
          <>
            <p>{t('inbox.help.word', { label: part.label })}</p>
            <code dir="ltr" data-part>
              {part.word.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
          </>
        )}
      </div>
    </section>
  );
}
