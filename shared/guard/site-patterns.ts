/**
 * Patterns of a site's own, such as the format of its record numbers, from managed settings. A pattern is a regular
 * expression without flags; case does not matter. One that could freeze the panel is refused: the check reads its
 * structure (`pattern-cost.ts`) and errs on the side of refusing.
 */

import { CandorError } from '../errors.ts';
import { type Matcher, pattern } from './matcher.ts';
import { costOf } from './pattern-cost.ts';

export interface SitePatterns {
  readonly matchers: readonly Matcher[];
}

const LENGTH_AT_MOST = 200;
/** Steps that one attempt may take at one place of the text. */
const COST_AT_MOST = 512;

/**
 * Compiles the site's patterns. `+` and `*` repeat at most 64 times. Throws `CandorError('bad-settings')`, naming the
 * index from 0, for the first one that is no regular expression, is longer than 200 characters, can match the empty
 * string, refers back to a group, repeats what already varies, or takes too many steps.
 */
export function compileSitePatterns(sources: readonly string[]): SitePatterns {
  return { matchers: sources.map((source, index) => compile(source, index)) };
}

function compile(source: string, index: number): Matcher {
  const refuse = (why: string): never => {
    throw new CandorError('bad-settings', `site pattern ${index} ${why}`);
  };
  if (typeof source !== 'string' || source.length === 0) return refuse('is empty');
  if (source.length > LENGTH_AT_MOST) return refuse(`is longer than ${LENGTH_AT_MOST} characters`);
  const flags = isValid(source, 'u') ? 'u' : isValid(source, '') ? '' : refuse('is not a regular expression');
  const cost = costOf(source);
  if (typeof cost === 'string') return refuse(cost);
  if (cost.least === 0) return refuse('can match the empty string');
  if (cost.steps > COST_AT_MOST) return refuse('can take too long');
  if (!isValid(cost.bounded, flags)) return refuse('is not a regular expression');
  return pattern('site_pattern', cost.bounded, {}, flags === 'u' ? 'site' : 'site-legacy');
}

function isValid(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
