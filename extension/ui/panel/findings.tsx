import type { JSX } from 'preact';
import type { Fix } from '../../../shared/guard/guard.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';
import type { Finding } from './contract.ts';

/** What points to a person and why, each with fixes of one tap. Said aloud once the list changes. */
export function Findings(props: {
  id: string;
  t: Translator;
  text: string;
  findings: readonly Finding[];
  onFix: (finding: Finding, fix: Fix) => void;
  onKeep: (finding: Finding) => void;
}): JSX.Element {
  const { id, t, text, findings, onFix, onKeep } = props;
  return (
    <ul id={id} class="findings" aria-live="polite" aria-label={t('guard.label')}>
      {findings.map((finding) => {
        const quote = text.slice(finding.start, finding.end);
        return (
          <li key={`${finding.rule} ${finding.start}`} data-tier={finding.tier}>
            <Icon name={finding.tier === 'hint' ? 'hint' : 'look'} size={16} />
            <div>
              <p>
                {t('guard.quote', { quote })} {finding.reason}
                <span class="visually-hidden"> {t(`guard.tier.${finding.tier}`)}</span>
              </p>
              <p class="fixes">
                {finding.fixes.map((fix) => (
                  <button
                    key={fix.kind === 'remove' ? '' : fix.text}
                    type="button"
                    class="chip"
                    onClick={() => onFix(finding, fix)}
                  >
                    {fix.kind === 'remove' ? t('guard.remove') : <bdi>{fix.text}</bdi>}
                  </button>
                ))}
                <button type="button" class="plain" onClick={() => onKeep(finding)}>
                  {t('guard.keep')}
                  <span class="visually-hidden"> {t('guard.quote', { quote })}</span>
                </button>
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
