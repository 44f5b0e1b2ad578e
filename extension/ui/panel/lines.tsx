import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { PanelView } from './contract.ts';
import type { PanelModel } from './use-panel.ts';

/*
 * Sentences that stand on more than one screen and must say the same on each.
 */

/** For `<b>` in a message. Isolated, so that a number or a name keeps its order among Arabic words. */
export function bold(chunks: ComponentChildren[]): JSX.Element {
  return <b>{chunks}</b>;
}

export function EmergencyLine({ panel }: { panel: PanelModel }): JSX.Element {
  const { view, t } = panel;
  return (
    <p class="emergency">
      <Icon name="phone" size={16} />
      <span>
        {view.emergency.number === ''
          ? t.rich('emergency.unknown', { b: bold })
          : t.rich('emergency', { number: view.emergency.number, b: bold })}
      </span>
    </p>
  );
}

export function safeToLogOff(view: PanelView, t: Translator): string {
  const { safeToLogOff: safe } = view;
  if (safe.kind === 'now') return t('safe.now');
  if (safe.kind === 'not-leaving') return t('safe.not-leaving');
  if (safe.kind === 'stay') return t('safe.stay', { minutes: safe.minutes });
  return t('safe.countdown', { time: t.duration(safe.seconds) });
}

/** Who carries what is sent, and what that is worth. */
export function carrier(view: PanelView, t: Translator): string {
  return view.operator.own ? t('carrier.own') : t('carrier.other', { name: view.operator.name });
}

/** When it is there; the demo closes its packs every few seconds and would otherwise promise nought minutes. */
export function arrival(view: PanelView, t: Translator, desk: string): string {
  return t('sealed.arrives', { desk, minutes: Math.round(view.minutesToDesk) });
}

export function nameOfDesk(view: PanelView, id: string): string {
  return view.desks.find((desk) => desk.id === id)?.name ?? id;
}
