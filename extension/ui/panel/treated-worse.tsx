import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { Contacts } from './contacts.tsx';
import type { PanelModel } from './use-panel.ts';

const ANSWERS = ['no', 'yes'] as const;
type Answer = (typeof ANSWERS)[number];

/** One question that may be skipped. Its answer goes to the guardian, in a cell of its own that leads to no concern. */
export function TreatedWorse({
  panel,
  guardian,
}: {
  panel: PanelModel;
  guardian: string;
}): JSX.Element | null {
  const { t, on, view } = panel;
  const [answered, setAnswered] = useState<Answer | 'failed' | 'sealing' | null>(null);
  if (on.onTreatedWorse === undefined) return null;
  const answer = async (given: Answer): Promise<void> => {
    if (answered === 'sealing') return;
    setAnswered('sealing');
    const outcome = await on.onTreatedWorse?.(given).catch(() => undefined);
    setAnswered(outcome?.ok ? given : 'failed');
  };
  if (answered === 'no' || answered === 'yes') {
    return (
      <section class="worse">
        <p class="sent" role="status">
          <Icon name="sealed" size={20} />
          <span>
            {t('worse.sealed', { desk: guardian })}{' '}
            {answered === 'yes' && t('worse.yes.next', { kind: t('kind.culture.label') })}
          </span>
        </p>
        {answered === 'yes' && <Contacts t={t} contacts={view.support} />}
      </section>
    );
  }
  return (
    <fieldset class="worse question" aria-busy={answered === 'sealing'}>
      <legend>{t('worse.question')}</legend>
      <p class="aside">{t('worse.where', { desk: guardian })}</p>
      <div class="chips">
        {ANSWERS.map((given) => (
          <button key={given} type="button" class="chip" onClick={() => void answer(given)}>
            {t(`worse.${given}`)}
          </button>
        ))}
      </div>
      {answered === 'failed' && (
        <p class="banner" role="alert">
          <Icon name="look" size={20} />
          <span>{t('refused.failed')}</span>
        </p>
      )}
    </fieldset>
  );
}
