import type { JSX } from 'preact';
import type { DeskPack, SharedPack } from '../../../shared/inspection.ts';
import { Mark } from '../icons.tsx';
import type { Translator } from '../translator.ts';

type Count = number | null;

/** The exact numbers, for the members of the desk; nothing of it prints. */
export function ExactPack({ pack, t }: { pack: DeskPack; t: Translator }): JSX.Element {
  const { balance, clocks, decisions } = pack;
  return (
    <details class="numbers">
      <summary>{t('inspection.exact')}</summary>
      <Sum
        t={t}
        left={[
          ['opening', balance.opening],
          ['received', balance.received],
        ]}
        right={[
          ['closed', balance.closed],
          ['moved', balance.moved],
          ['held', balance.held],
          ['deleted', balance.deleted],
          ['open', balance.open],
        ]}
      />
      <p class="small muted">
        {t('inspection.exact.more', {
          reopened: balance.reopened,
          signals: pack.signals,
          ackKept: clocks.acknowledge.kept,
          ackDue: clocks.acknowledge.due,
          answerKept: clocks.answer.kept,
          answerDue: clocks.answer.due,
        })}
      </p>
      {decisions.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('inspection.week')}</th>
              <th scope="col">{t('inspection.decision')}</th>
              <th scope="col">{t('inspection.by')}</th>
              <th scope="col">{t('inspection.agreed')}</th>
            </tr>
          </thead>
          <tbody>
            {decisions.slice(0, MOST_SHOWN).map((decision, at) => (
              <tr key={at}>
                <td>{decision.week}</td>
                <td>{t(`inspection.what.${decision.what}`)}</td>
                <td dir="auto">{decision.by || t('inbox.someone')}</td>
                <td dir="auto">{decision.agreed === null ? '–' : decision.agreed || t('inbox.someone')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {decisions.length > MOST_SHOWN && (
        <p class="small muted">{t('inspection.more', { count: decisions.length - MOST_SHOWN })}</p>
      )}
    </details>
  );
}

/** The file has them all. */
const MOST_SHOWN = 200;

/** One quarter for board and regulator, with small numbers hidden, as it prints. */
export function SharedSheet(props: {
  readonly pack: SharedPack;
  readonly hash: string;
  readonly t: Translator;
}): JSX.Element {
  const { pack, hash, t } = props;
  const { balance, clocks, decisions } = pack;
  const [year = '', number = ''] = pack.quarter.split('-Q');
  const told = decisions.filter(({ count }) => count !== 0);
  return (
    <article class="card inspection-sheet" data-pack={pack.quarter}>
      <header>
        <Mark size={28} />
        <div>
          <p class="eyebrow">
            <bdi>{pack.organisation}</bdi> · <bdi>{pack.desk}</bdi>
          </p>
          <h3>{t('inspection.sheet', { number, year })}</h3>
        </div>
      </header>
      <h4>{t('inspection.balance')}</h4>
      <Sum
        t={t}
        left={[
          ['opening', balance.opening],
          ['received', balance.received],
        ]}
        right={[
          ['finished', balance.finished],
          ['deleted', balance.deleted],
          ['carried', balance.carried],
        ]}
      />
      <p class="small">
        {t(balance.opening === null ? 'inspection.balance.hidden' : 'inspection.balance.text')}
        {balance.finished !== null && balance.closed !== null && balance.moved !== null && (
          <> {t('inspection.finished.parts', { closed: balance.closed, moved: balance.moved })}</>
        )}
        {balance.carried !== null && balance.open !== null && balance.held !== null && (
          <> {t('inspection.carried.parts', { open: balance.open, held: balance.held })}</>
        )}
      </p>
      <h4>{t('inspection.clocks')}</h4>
      <dl class="figures">
        <Clock name={t('trends.clocks.acknowledge')} clock={clocks.acknowledge} t={t} />
        <Clock name={t('trends.clocks.answer')} clock={clocks.answer} t={t} />
      </dl>
      <h4>{t('inspection.decisions')}</h4>
      {told.length === 0 ? (
        <p class="small">{t('inspection.decisions.none')}</p>
      ) : (
        <table>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{t('inspection.decision')}</th>
              <th scope="col">{t('trends.total')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ what, count }) => (
              <tr key={what}>
                <th scope="row">
                  {t(`inspection.what.${what}`)}
                  {TWO_MEMBERS.includes(what) && (
                    <span class="muted small"> · {t('inspection.two-members')}</span>
                  )}
                </th>
                <td class="number">{shown(t, count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="small">
        {t('inspection.roles')}{' '}
        {pack.roles.map((role, at) => (
          <span key={role}>
            {at > 0 && ' · '}
            <bdi>{role || t('inbox.someone')}</bdi>
          </span>
        ))}
        {pack.roles.length === 0 && '–'}
      </p>
      {pack.logGaps && <p class="notice caution small">{t('inspection.log-gaps')}</p>}
      <h4>{t('inspection.proof')}</h4>
      <p class="small">{t('inspection.proof.text')}</p>
      <dl class="hashes small">
        <dt>{t('inspection.hash')}</dt>
        <dd dir="ltr">{inGroups(hash)}</dd>
        <dt>{t('inspection.hash.before')}</dt>
        <dd dir="ltr">{pack.previous === null ? '–' : inGroups(pack.previous)}</dd>
        <dt>{t('inspection.hash.desk')}</dt>
        <dd dir="ltr">{inGroups(pack.deskCopy)}</dd>
      </dl>
      <p class="muted small">{t('trends.share.rule')}</p>
    </article>
  );
}

const TWO_MEMBERS: readonly string[] = [
  'moved',
  'held',
  'released',
  'recorded',
  'told',
  'pledged',
  'asked',
  'learned',
  'disclosed',
  'revealed',
];

type Part =
  | 'opening'
  | 'received'
  | 'closed'
  | 'moved'
  | 'held'
  | 'deleted'
  | 'open'
  | 'finished'
  | 'carried';

/** The two sides of a balance, each with its sum. */
function Sum(props: {
  readonly left: readonly (readonly [Part, Count])[];
  readonly right: readonly (readonly [Part, Count])[];
  readonly t: Translator;
}): JSX.Element {
  const { left, right, t } = props;
  return (
    <div class="balance">
      {[left, right].map((side, at) => (
        <table key={at === 0 ? 'in' : 'out'}>
          <tbody>
            {side.map(([name, count]) => (
              <tr key={name} data-row={name}>
                <th scope="row">{t(`inspection.row.${name}`)}</th>
                <td class="number">{shown(t, count)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(at === 0 ? 'inspection.row.in' : 'inspection.row.out')}</th>
              <td class="number">{shown(t, total(side))}</td>
            </tr>
          </tfoot>
        </table>
      ))}
    </div>
  );
}

function Clock(props: {
  readonly name: string;
  readonly clock: SharedPack['clocks']['answer'];
  readonly t: Translator;
}): JSX.Element {
  const { name, clock, t } = props;
  const share =
    clock.share === null
      ? null
      : new Intl.NumberFormat(t.locale, { style: 'percent' }).format(clock.share / 100);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {share === null || clock.due === null
          ? t('trends.hidden')
          : t('trends.clocks.of', { share, due: clock.due })}
      </dd>
    </div>
  );
}

function total(side: readonly (readonly [Part, Count])[]): Count {
  return side.reduce<Count>((sum, [, count]) => (sum === null || count === null ? null : sum + count), 0);
}

function shown(t: Translator, count: Count): string {
  return count === null ? t('trends.hidden') : new Intl.NumberFormat(t.locale).format(count);
}

/** Eleven groups of four, which an eye can compare. */
function inGroups(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? '';
}
