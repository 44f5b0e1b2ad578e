import type { JSX } from 'preact';
import type { Translator } from '../translator.ts';

/** How a form on a desk ends: do it, once it is ready, or not now. */
export function StepButtons(props: {
  action: string;
  label: string;
  ready: boolean;
  t: Translator;
  onCancel: () => void;
}): JSX.Element {
  return (
    <div class="buttons">
      <button type="submit" class="button primary" data-action={props.action} disabled={!props.ready}>
        {props.label}
      </button>
      <button type="button" class="button quiet" onClick={props.onCancel}>
        {props.t('inbox.team.cancel')}
      </button>
    </div>
  );
}
