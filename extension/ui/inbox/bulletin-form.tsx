import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Basics, BasicsProblem } from '../../inbox/bulletin-basics.ts';
import type { DeskProps } from './contract.ts';

const LINES = [
  'emergencyLabel',
  'emergencyNumber',
  'phone',
  'paper',
  'incidentLabel',
  'incidentUrl',
  'language',
] as const;
const LISTS = ['support', 'places', 'notices'] as const;

/** Numbers, support and places that every computer shows; signed by the member who changes them. */
export function BulletinForm(props: Pick<DeskProps, 'on' | 't'> & { readonly basics: Basics }): JSX.Element {
  const { on, t } = props;
  const [basics, setBasics] = useState<Basics | null>(null);
  const [said, setSaid] = useState<BasicsProblem | 'failed' | 'saved' | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (field: keyof Basics, value: string): void =>
    setBasics((now) => now && { ...now, [field]: value });
  const save = async (): Promise<void> => {
    if (basics === null || busy) return;
    setBusy(true);
    const answer = await on.onBulletin(basics);
    setBusy(false);
    setSaid(answer);
    if (answer === 'saved') setBasics(null);
  };
  return (
    <section data-section="bulletin">
      <h3>{t('inbox.bulletin')}</h3>
      <p class="muted small measure">{t('inbox.bulletin.text')}</p>
      {basics === null ? (
        <p>
          <button
            type="button"
            class="button"
            data-action="edit-bulletin"
            onClick={() => {
              setSaid(null);
              setBasics(props.basics);
            }}
          >
            {t('inbox.bulletin.edit')}
          </button>
        </p>
      ) : (
        <form
          class="step"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {LINES.map((field) => (
            <p class="choice" key={field}>
              <label for={`basics-${field}`}>{t(`inbox.bulletin.field.${field}`)}</label>
              <input
                id={`basics-${field}`}
                type="text"
                dir="auto"
                autocomplete="off"
                maxLength={200}
                value={basics[field]}
                onInput={(event) => change(field, event.currentTarget.value)}
              />
            </p>
          ))}
          <p class="muted small">{t('inbox.bulletin.help')}</p>
          {LISTS.map((field) => (
            <p class="choice" key={field}>
              <label for={`basics-${field}`}>{t(`inbox.bulletin.field.${field}`)}</label>
              <textarea
                id={`basics-${field}`}
                rows={field === 'places' ? 8 : 4}
                dir="auto"
                autocomplete="off"
                spellcheck={false}
                value={basics[field]}
                onInput={(event) => change(field, event.currentTarget.value)}
              />
            </p>
          ))}
          <div class="buttons">
            <button type="submit" class="button primary" data-action="publish" aria-busy={busy}>
              {t('inbox.bulletin.save')}
            </button>
            <button type="button" class="button quiet" onClick={() => setBasics(null)}>
              {t('inbox.team.cancel')}
            </button>
          </div>
        </form>
      )}
      <p class="small" role="status">
        {said === 'saved' && t('inbox.bulletin.saved')}
        {said === 'failed' && t('inbox.bulletin.failed')}
        {said !== null && typeof said === 'object' && (
          <span class="late">
            {t(said.line === null ? 'inbox.bulletin.wrong' : 'inbox.bulletin.wrong.line', {
              field: t(`inbox.bulletin.field.${said.field}`),
              line: said.line ?? 0,
            })}
          </span>
        )}
      </p>
    </section>
  );
}
