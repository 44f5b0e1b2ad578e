import {
  applyFix,
  compileSitePatterns,
  guessLanguage,
  kindsChecked,
  namesChecked,
  scan,
} from '../../../shared/guard/guard.ts';
import { soundsDistressed } from '../../compose/distress.ts';
import type { PanelTools } from '../../ui/panel/contract.ts';
import type { Reasons } from './reasons.ts';

/** The guard with a site's own patterns, saying its reasons in the panel's language. */
export function guardFor(
  patterns: readonly string[],
  reasonFor: Reasons,
): Pick<PanelTools, 'applyFix' | 'checked' | 'languageOf' | 'scan' | 'soundsDistressed'> {
  const sitePatterns = compileSitePatterns(patterns);
  return {
    scan: (text, language) =>
      scan(text, { language, sitePatterns }).map((found) => ({ ...found, reason: reasonFor(found.rule) })),
    applyFix,
    checked: (language) => ({ kinds: kindsChecked(language), names: namesChecked(language) }),
    languageOf: guessLanguage,
    soundsDistressed,
  };
}
