import type { JSX } from 'preact';
import type { OpenView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';

/** What to do first, in a few lines, with the numbers of this hospital. It is local and sends nothing. */
export function Playbook(props: {
  which: 'danger' | 'harm';
  view: Pick<OpenView, 'help'>;
  t: Translator;
}): JSX.Element {
  const { which, view, t } = props;
  const { emergency, support } = view.help;
  return (
    <section class="playbook" data-playbook={which} aria-labelledby={`playbook-${which}`}>
      <h3 id={`playbook-${which}`}>
        <Icon name={which === 'danger' ? 'look' : 'support'} size={18} />
        {t(`inbox.playbook.${which}.title`)}
      </h3>
      <ol>
        {which === 'danger' ? (
          <>
            {emergency !== null && <li>{t('inbox.playbook.danger.call', { number: emergency })}</li>}
            <li>{t('inbox.playbook.danger.place')}</li>
            <li>{t('inbox.playbook.danger.route')}</li>
          </>
        ) : (
          <>
            <li>{t('inbox.playbook.harm.answer')}</li>
            <li>{t('inbox.playbook.harm.ask')}</li>
            <li>{t('inbox.playbook.harm.never')}</li>
            <li>{t('inbox.playbook.harm.you')}</li>
          </>
        )}
      </ol>
      {which === 'harm' && support.length > 0 && (
        <p class="small">
          {t('inbox.playbook.support')}: <span dir="auto">{support.join(' · ')}</span>
        </p>
      )}
    </section>
  );
}
