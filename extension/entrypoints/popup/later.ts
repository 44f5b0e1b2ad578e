/*
 * What the panel needs only once somebody writes, comes back or looks behind the scenes: the guard's rules, the words of
 * distress, the sheet for seven words and the words of the fingerprint. Every panel loads it right after it is there,
 * whatever anybody does, so that no trace tells who wrote.
 */

export { fingerprint } from '../../../shared/fingerprint.ts';
export { ReceiptSheet } from '../../ui/panel/receipt-sheet.tsx';
export { guardFor } from './guard.ts';
export { reasonsIn } from './reasons.ts';
export { rulesAhead } from './rules-ahead.ts';
