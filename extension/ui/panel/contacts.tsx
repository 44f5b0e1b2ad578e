import type { JSX } from 'preact';
import { Icon, type IconName } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { Contact } from './contract.ts';

const ICON_OF: Readonly<Record<Contact['kind'], IconName>> = {
  phone: 'phone',
  'quiet-space': 'quiet',
  link: 'link',
  offer: 'offer',
};

/** Who can be reached, where and when. */
export function Contacts({ t, contacts }: { t: Translator; contacts: readonly Contact[] }): JSX.Element {
  return (
    <ul class="contacts">
      {contacts.map(({ kind, label, detail, hours }) => (
        <li key={`${kind} ${label}`}>
          <Icon name={ICON_OF[kind]} size={20} />
          <span>
            <span class="visually-hidden">{t(`contact.${kind}`)}: </span>
            <b>{label}</b>
            {detail !== undefined && <Detail kind={kind} detail={detail} />}
            {hours !== undefined && <small>{hours}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Detail({ kind, detail }: { kind: Contact['kind']; detail: string }): JSX.Element {
  if (kind === 'link' && detail.startsWith('https://')) {
    return (
      <a href={detail} target="_blank" rel="noopener noreferrer">
        <bdi>{detail.slice('https://'.length).replace(/\/$/, '')}</bdi>
      </a>
    );
  }
  return <bdi>{detail}</bdi>;
}
