import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DraftChange } from '../../compose/draft.ts';
import type { Flagged, Step } from '../../compose/panel-state.ts';
import { CategoryChips, Chips, PlaceChips } from './chips.tsx';
import type { PanelModel } from './use-panel.ts';
import { WordsStep } from './words-step.tsx';

/** Questions that unfold one at a time; what was answered stays as one line that opens again. */
export function Details({ panel, flagged }: { panel: PanelModel; flagged: Flagged }): JSX.Element {
  const { t, send, view } = panel;
  const steps = flagged.steps.filter((step) => step !== 'place' || view.places.length > 0);
  const open = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (flagged.open === null) return;
    const first = open.current?.querySelector<HTMLElement>('textarea, button');
    first?.focus();
    first?.scrollIntoView?.({ block: 'center' });
  }, [flagged.open]);

  return (
    <div class="details">
      {steps.map((step) =>
        flagged.open === null || step === flagged.open ? (
          <div key={step} ref={open}>
            <OpenStep panel={panel} flagged={flagged} step={step} />
          </div>
        ) : (
          <button key={step} type="button" class="answered" onClick={() => send({ type: 'unfold', step })}>
            <span>{t(`${step}.question`, { kind: flagged.draft.kind })}</span>
            <b>{answerTo(step, flagged, panel) || t('details.skipped')}</b>
          </button>
        ),
      )}
    </div>
  );
}

function OpenStep({
  panel,
  flagged,
  step,
}: {
  panel: PanelModel;
  flagged: Flagged;
  step: Step;
}): JSX.Element {
  const { t, tools } = panel;
  const { compose } = tools;
  const { draft } = flagged;
  const choose = (change: DraftChange): void => void panel.choose(change);
  switch (step) {
    case 'category':
      return <CategoryChips panel={panel} draft={draft} />;
    case 'place':
      return <PlaceChips panel={panel} draft={draft} />;
    case 'worry':
      return (
        <Chips
          label={t('worry.question')}
          options={compose.worry.map((id) => ({ id, label: t(`worry.${id}`) }))}
          picked={draft.worry ? [draft.worry] : []}
          onPick={(value) => choose({ pick: 'worry', value })}
        />
      );
    case 'when':
      return (
        <>
          <Chips
            label={t('when.question')}
            options={compose.whenPrecision.map((id) => ({ id, label: t(`whenP.${id}`) }))}
            picked={draft.whenP ? [draft.whenP] : []}
            onPick={(value) => choose({ pick: 'whenP', value })}
          />
          <Chips
            label={t('whenB.question')}
            options={compose.whenBracket.map((id) => ({ id, label: t(`whenB.${id}`) }))}
            picked={draft.whenB ? [draft.whenB] : []}
            onPick={(value) => choose({ pick: 'whenB', value })}
          />
        </>
      );
    case 'factors':
      return (
        <Chips
          label={t('factors.question', { most: compose.mostFactors })}
          options={compose.factors.map((id) => ({ id, label: t(`factor.${id}`) }))}
          picked={draft.factors}
          full={draft.factors.length >= compose.mostFactors}
          onPick={(value) => choose({ pick: 'factor', value })}
        />
      );
    case 'caught':
      return (
        <Chips
          label={t('caught.question')}
          options={compose.caughtBy.map((id) => ({ id, label: t(`caughtBy.${id}`) }))}
          picked={draft.caughtBy ? [draft.caughtBy] : []}
          onPick={(value) => choose({ pick: 'caughtBy', value })}
        />
      );
    case 'helped':
    case 'fix':
      return <WordsStep panel={panel} flagged={flagged} boxes={[step]} />;
    case 'words':
      return <WordsStep panel={panel} flagged={flagged} boxes={compose.boxesFor(draft.kind)} />;
  }
}

/** What a folded question says was answered; empty when it was skipped. */
function answerTo(step: Step, { draft }: Flagged, { t, tools, view }: PanelModel): string {
  const list = (...labels: (string | false | undefined)[]): string => labels.filter(Boolean).join(' · ');
  switch (step) {
    case 'category':
      return list(draft.category && t(`category.${draft.category}`));
    case 'place':
      return list(view.places.find(({ code }) => code === draft.place)?.label);
    case 'worry':
      return list(draft.worry && t(`worry.${draft.worry}`));
    case 'when':
      return list(draft.whenP && t(`whenP.${draft.whenP}`), draft.whenB && t(`whenB.${draft.whenB}`));
    case 'factors':
      return list(...draft.factors.map((id) => t(`factor.${id}`)));
    case 'caught':
      return list(draft.caughtBy && t(`caughtBy.${draft.caughtBy}`));
    case 'helped':
    case 'fix':
      return draft.t[step];
    case 'words':
      return list(...tools.compose.boxesFor(draft.kind).map((box) => draft.t[box].trim()));
  }
}
