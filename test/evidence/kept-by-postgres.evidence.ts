/*
 * The long form of test/contract/kept-by-postgres.test.ts.
 */

process.env.CANDOR_KEPT ??= '600';

await import('../contract/kept-by-postgres.test.ts');

export {};
