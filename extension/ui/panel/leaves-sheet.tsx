import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Preview } from './contract.ts';
import { carrier } from './lines.tsx';
import type { PanelModel } from './use-panel.ts';

/** What never travels: message keys under `never.`. */
const NEVER = ['name', 'device', 'page', 'patient', 'time', 'files'] as const;

/** The names fields travel by that have a word for people: message keys under `field.`. */
const FIELDS = [
  'v',
  'tax',
  'kind',
  'category',
  'worry',
  'whenP',
  'whenB',
  'unit',
  'unitRolledUp',
  'factors',
  'caughtBy',
  'wishes',
  't',
] as const;

/** Exactly the fields that travel, how big they are once sealed, and what is never collected. */
export function LeavesSheet({ panel }: { panel: PanelModel }): JSX.Element {
  const { view, t, on, state, tools } = panel;
  const kind = tools.compose.kinds[0];
  const draft = state.flagged?.draft ?? tools.compose.newDraft(kind, view.defaultDesk[kind]);
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.resolve(on.onPreview(draft)).then((made) => current && setPreview(made));
    return () => {
      current = false;
    };
  }, [draft]);

  /** `t.what` is a part of `t`. */
  const label = (name: string): string => {
    const field = FIELDS.find((known) => known === name.split('.')[0]);
    return field === undefined ? name : t(`field.${field}`);
  };

  return (
    <>
      <p>
        {state.flagged === null ? t('leaves.example', { kind: t(`kind.${kind}.label`) }) : t('leaves.now')}
      </p>
      {preview !== null && (
        <>
          <dl class="fields">
            {preview.fields.map(({ name, value }) => (
              <div key={name}>
                <dt>
                  {label(name)} <code>{name}</code>
                </dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <p>{t('leaves.size', { bytes: preview.sealedBytes })}</p>
        </>
      )}
      <h2>{t('never.title')}</h2>
      <ul class="never">
        {NEVER.map((what) => (
          <li key={what}>{t(`never.${what}`)}</li>
        ))}
      </ul>
      <h2>{t('leaves.who')}</h2>
      <p>{carrier(view, t)}</p>
      {view.crowd !== null && <p>{t('crowd', { count: view.crowd })}</p>}
      {view.fingerprint !== undefined && (
        <p>
          {t('leaves.fingerprint')} <b class="fingerprint">{view.fingerprint}</b>
        </p>
      )}
    </>
  );
}
