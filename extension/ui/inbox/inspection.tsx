import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CheckedChain } from '../../../shared/inspection-chain.ts';
import type { Translator } from '../translator.ts';
import { InboxIcon } from './inbox-icons.tsx';
import './inspection.css';
import type { InspectionTools, Made, NotMade } from './inspection-contract.ts';
import { ExactPack, SharedSheet } from './inspection-sheet.tsx';

/** Packs for board and regulator: looks over those from before, makes the next one, and shows it as it prints. */
export function Inspection(props: {
  readonly tools: InspectionTools;
  readonly onPrint: () => void;
  readonly t: Translator;
}): JSX.Element {
  const { tools, onPrint, t } = props;
  const [chain, setChain] = useState<CheckedChain | null>(null);
  const [first, setFirst] = useState(false);
  const [made, setMade] = useState<Made | NotMade | 'making' | null>(null);
  const [quarter] = useState(() => tools.quarter());
  const ready = quarter !== null && (first || chain?.state === 'whole') && made !== 'making';
  const choose = async (files: FileList): Promise<void> => {
    setMade(null);
    setFirst(false);
    setChain(await tools.check(files));
  };
  const make = async (): Promise<void> => {
    if (first) tools.forget();
    setMade('making');
    setMade(await tools.make());
  };
  return (
    <>
      <section class="card inspection-steps">
        <h3>{t('inspection.title')}</h3>
        <p class="measure">{t('inspection.text')}</p>
        <div class="buttons">
          <label class="button file">
            <input
              type="file"
              multiple
              accept=".json,application/json"
              class="visually-hidden"
              onChange={({ currentTarget }) => {
                if (currentTarget.files !== null && currentTarget.files.length > 0) {
                  void choose(currentTarget.files).finally(() => {
                    currentTarget.value = '';
                  });
                }
              }}
            />
            <span>{t('inspection.choose')}</span>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={first}
              onChange={({ currentTarget }) => {
                setFirst(currentTarget.checked);
                setChain(null);
                setMade(null);
              }}
            />
            <span>{t('inspection.first')}</span>
          </label>
        </div>
        {chain !== null && <Chain chain={chain} t={t} />}
        <div class="buttons">
          <button
            type="button"
            class="button primary"
            data-action="make-pack"
            disabled={!ready}
            onClick={() => void make()}
          >
            {quarter === null ? t('inspection.wait') : t('inspection.make', named(quarter))}
          </button>
        </div>
        <p role="status" class={typeof made === 'string' && made !== 'making' ? 'notice caution' : 'small'}>
          {typeof made === 'string' && t(`inspection.${made}`)}
        </p>
      </section>
      {made !== null && typeof made !== 'string' && (
        <>
          <section class="card inspection-steps">
            <h3>{t('inspection.made', named(made.desk.quarter))}</h3>
            <p class="small muted measure">{t('inspection.made.text')}</p>
            <div class="buttons">
              <button type="button" class="button" data-save="desk" onClick={() => tools.save(made.desk)}>
                {t('inspection.save.desk')}
              </button>
              <button type="button" class="button" data-save="shared" onClick={() => tools.save(made.shared)}>
                {t('inspection.save.shared')}
              </button>
              <button type="button" class="button" onClick={onPrint}>
                <InboxIcon name="print" />
                {t('inspection.print')}
              </button>
            </div>
            <ExactPack pack={made.desk} t={t} />
          </section>
          <SharedSheet pack={made.shared} hash={made.sharedHash} t={t} />
        </>
      )}
    </>
  );
}

function Chain({ chain, t }: { chain: CheckedChain; t: Translator }): JSX.Element {
  return (
    <div class="chain" data-chain={chain.state}>
      <p class={chain.state === 'whole' ? 'verdict' : 'notice caution'} role="status">
        <b>{t(`inspection.chain.${chain.state}`)}</b>{' '}
        {chain.begins === 'later' && t('inspection.chain.later')}
      </p>
      <ul class="plain-list">
        {chain.packs.map(({ file, pack, problems }) => (
          <li key={`${file} ${pack?.quarter}`}>
            <span>
              <b>{pack === null ? <bdi>{file}</bdi> : t('trends.quarter', named(pack.quarter))}</b>
              {pack !== null && (
                <span class="muted small under">
                  {t(`inspection.copy.${pack.copy}`)} · <bdi>{pack.desk}</bdi> · <bdi>{file}</bdi>
                </span>
              )}
            </span>
            <span class={problems.length > 0 ? 'late small' : 'muted small'}>
              {problems.length === 0
                ? t('inspection.in-order')
                : problems.map((problem) => t(`inspection.problem.${problem}`)).join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function named(quarter: string): { number: string; year: string } {
  const [year = '', number = ''] = quarter.split('-Q');
  return { number, year };
}
