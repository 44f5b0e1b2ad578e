/*
 * The long form of test/contract/copies.test.ts and troubles.test.ts: the same, many times over. CANDOR_KILLS and
 * CANDOR_TROUBLES say how many.
 */

process.env.CANDOR_KILLS ??= '40';
process.env.CANDOR_TROUBLES ??= '6';

await import('../contract/copies.test.ts');
await import('../contract/troubles.test.ts');

export {};
