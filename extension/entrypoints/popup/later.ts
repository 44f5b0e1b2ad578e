/*
 * What the panel needs only once somebody writes or looks behind the scenes: the guard's rules, the words of
 * distress and those of the fingerprint. Every panel loads it right after it is there, whatever anybody does, so that no trace tells who wrote.
 */

export { fingerprint } from '../../../shared/fingerprint.ts';
export { guardFor } from './guard.ts';
export { reasonsIn } from './reasons.ts';
export { rulesAhead } from './rules-ahead.ts';
