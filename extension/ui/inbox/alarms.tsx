import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import type { MessageKey, Translator } from '../translator.ts';
import type { DeskProps } from './contract.ts';
import { InboxIcon } from './inbox-icons.tsx';

/** What is not as it should be, each in one line that says what to do. Nothing is shown while all is well. */
export function Alarms({ view, on, t }: DeskProps): JSX.Element {
  const { sync } = view;
  return (
    <div class="alarms" role="status">
      {sync.state === 'offline' && (
        <p class="notice">
          <InboxIcon name="offline" size={18} />
          <span>{t('inbox.sync.offline')}</span>
          <button type="button" class="plain" onClick={on.onSync}>
            {t('inbox.sync.again')}
          </button>
        </p>
      )}
      {lines(view, t).map((line) => (
        <p key={line} class="notice caution">
          <Icon name="look" size={18} />
          <span>{line}</span>
        </p>
      ))}
    </div>
  );
}

function lines({ alarms, sync, problem }: DeskProps['view'], t: Translator): string[] {
  const counted: readonly (readonly [MessageKey, number])[] = [
    ['inbox.alarm.shares', alarms.forgedShares],
    ['inbox.alarm.missing', alarms.missingEvents],
    ['inbox.alarm.events', alarms.refusedEvents],
    ['inbox.alarm.unposted', alarms.unposted],
    ['inbox.alarm.keyless', alarms.keyless],
    ['inbox.alarm.orphaned', alarms.orphaned],
  ];
  const found = counted.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  if (sync.state === 'refused') {
    const known = sync.code === 'bad-signature' || sync.code === 'stale';
    found.unshift(t(known ? `inbox.sync.${sync.code}` : 'inbox.sync.refused'));
  }
  if (alarms.few) found.push(t('inbox.alarm.few'));
  if (alarms.lapsed) found.push(t('inbox.alarm.lapsed'));
  if (problem !== null) {
    const known = problem === 'unknown-key' || problem === 'too-long';
    found.push(t(known ? `inbox.problem.${problem}` : 'inbox.problem.other'));
  }
  return found;
}
