import type { ComponentChildren, JSX } from 'preact';
import type { Waiting } from '../../inbox/team-view.ts';
import type { ConcernView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { DeskProps } from './contract.ts';
import { MaskedText } from './masked-text.tsx';
import { Playbook } from './playbook.tsx';

/** Above the words: what waits for a second member, what was agreed, names that are covered, and others like it. */
export function Teamwork({ concern, view, on, t }: DeskProps & { concern: ConcernView }): JSX.Element {
  const { team, id } = concern;
  return (
    <div class="teamwork">
      {concern.playbook !== null && <Playbook which={concern.playbook} view={view} t={t} />}
      {team.waiting.map((waiting) => (
        <SecondMember key={waiting.id} waiting={waiting} concern={id} on={on} t={t} />
      ))}
      {team.moved !== null && (
        <p class="notice" data-moved={team.moved.route}>
          <Icon name="link" size={18} />
          <span>{t('inbox.moved', { ...team.moved, route: t(`inbox.route.${team.moved.route}`) })}</span>
        </p>
      )}
      {team.hold !== null && (
        <p class="notice" data-hold>
          <Icon name="sealed" size={18} />
          <span>{t('inbox.hold.on', { reason: team.hold.reason })}</span>
        </p>
      )}
      {team.record !== null && <Record text={team.record} on={on} t={t} />}
      {team.into !== null && (
        <p class="notice">
          <span>
            {t('inbox.merge.into')} <Other mention={team.into} on={on} t={t} />
          </span>
          <button type="button" class="plain" onClick={() => on.onAct([id], { type: 'merged', into: null })}>
            {t('inbox.merge.part')}
          </button>
        </p>
      )}
      {team.others.length > 0 && (
        <details class="others">
          <summary>{t('inbox.merge.others', { count: team.others.length })}</summary>
          <ul>
            {team.others.map((other) => (
              <li key={other.id}>
                <Other mention={other} on={on} t={t} />
                <button
                  type="button"
                  class="plain small"
                  onClick={() => on.onAct([other.id], { type: 'merged', into: null })}
                >
                  {t('inbox.merge.part')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Names concern={concern} view={view} on={on} t={t} />
      {team.aside.map(({ kid, label }) => (
        <p key={kid} class="notice">
          <Icon name="person" size={18} />
          <span>
            {t.rich('inbox.aside.who', { who: label || t('inbox.someone'), b: (name) => <b>{name}</b> })}
          </span>
          <button
            type="button"
            class="plain"
            data-action="readmit"
            onClick={() => on.onAct([id], { type: 'readmitted', who: kid })}
          >
            {t('inbox.aside.back')}
          </button>
        </p>
      ))}
    </div>
  );
}

function Names({ concern, on, t }: DeskProps & { concern: ConcernView }): JSX.Element | null {
  const { covered, shown, askedBy, askedByMe } = concern.team.names;
  if (covered === 0) return null;
  const who = askedBy === null ? null : askedBy || t('inbox.someone');
  return (
    <div class="notice names" data-names={shown ? 'shown' : 'covered'}>
      <Icon name="leaves" size={18} />
      <div>
        <p>
          <b>{t('inbox.names', { count: covered })}</b>
        </p>
        <p class="small">
          {shown
            ? t('inbox.names.shown')
            : askedByMe
              ? t('inbox.names.wait')
              : who === null
                ? t('inbox.names.text')
                : t('inbox.names.second', { who })}
        </p>
      </div>
      {!shown && !askedByMe && (
        <button
          type="button"
          class="button"
          data-action="reveal"
          onClick={() => on.onAct([concern.id], { type: 'revealed' })}
        >
          {t(who === null ? 'inbox.names.ask' : 'inbox.names.agree')}
        </button>
      )}
    </div>
  );
}

/** On a page of their own, where the whole text stands. */
const AGREED_ELSEWHERE: readonly Waiting['what']['type'][] = ['told', 'learned', 'disclosed'];

function SecondMember(props: {
  waiting: Waiting;
  concern: string;
  on: DeskProps['on'];
  t: Translator;
}): JSX.Element {
  const { waiting, concern, on, t } = props;
  return (
    <div class="notice second" data-waiting={waiting.what.type}>
      <Icon name="people" size={18} />
      <div>
        <p>{asked(waiting, t)}</p>
        {waiting.what.type === 'recorded' && (
          <p class="note-text" dir="auto">
            {waiting.what.summary}
          </p>
        )}
        {waiting.mine ? (
          <p class="small">
            {t('inbox.second.wait')}{' '}
            <button
              type="button"
              class="plain"
              onClick={() => on.onAct([concern], { type: 'withdrawn', event: waiting.id })}
            >
              {t('inbox.second.take-back')}
            </button>
          </p>
        ) : (
          !AGREED_ELSEWHERE.includes(waiting.what.type) && (
            <div class="buttons">
              <button
                type="button"
                class="button"
                data-action="agree"
                onClick={() => on.onAct([concern], { type: 'confirmed', event: waiting.id })}
              >
                {t('inbox.second.agree')}
              </button>
              <button
                type="button"
                class="button quiet"
                onClick={() => on.onAct([concern], { type: 'withdrawn', event: waiting.id })}
              >
                {t('inbox.second.refuse')}
              </button>
            </div>
          )
        )}
      </div>
    </div>
  );
}

function asked({ by, what }: Waiting, t: Translator): ComponentChildren {
  const values = { by: by || t('inbox.someone'), b: (name: ComponentChildren[]) => <b>{name}</b> };
  switch (what.type) {
    case 'moved': {
      const { name, reference } = what;
      return t.rich('inbox.move.waits', {
        ...values,
        name,
        reference,
        route: t(`inbox.route.${what.route}`),
      });
    }
    case 'held':
      return t.rich('inbox.hold.waits', { ...values, reason: what.reason });
    case 'released':
      return t.rich('inbox.release.waits', { ...values, reason: what.reason });
    case 'recorded':
      return t.rich('inbox.record.waits', values);
    case 'told':
      return t.rich('inbox.told.waits', values);
    case 'learned':
      return t.rich('inbox.learned.waits', values);
    case 'disclosed':
      return t.rich('inbox.disclosed.waits', values);
  }
}

function Record({ text, on, t }: { text: string; on: DeskProps['on']; t: Translator }): JSX.Element {
  return (
    <p class="notice" data-record>
      <Icon name="notices" size={18} />
      <span>{t('inbox.record.ready')}</span>
      <button type="button" class="plain" onClick={() => on.onSave('candor-record.txt', `${text}\n`)}>
        {t('inbox.record.save')}
      </button>
    </p>
  );
}

function Other(props: {
  mention: ConcernView['team']['others'][number];
  on: DeskProps['on'];
  t: Translator;
}): JSX.Element {
  const { mention, on, t } = props;
  return (
    <button
      type="button"
      class="plain other"
      dir="auto"
      onClick={() => on.onBrowse({ to: 'concern', id: mention.id })}
    >
      <MaskedText text={mention.words || t('inbox.unreadable')} t={t} />
    </button>
  );
}
