import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Unit tests that take their time: whole servers and outboxes through thousands of steps, real key stretching. */
const THOROUGH = [
  'test/unit/mailroom/**/*.test.ts',
  'test/unit/hop/**/*.test.ts',
  'test/unit/machine/**/*.test.ts',
  'test/unit/admin/{keyring,member}.test.ts',
  'test/unit/compose/draft.test.ts',
  'test/unit/exports/**/*.test.ts',
  'test/unit/inbox/{answers,inbox,team,unlock,week-keys,page,page-answers,opening,subject-access}.test.{ts,tsx}',
  'test/unit/inspection/{make,share}.test.ts',
  'test/unit/popup/returning.test.ts',
  'test/unit/pulse/desk.test.ts',
  'test/unit/shared/{body,member-keys,receipt,reply-slot}.test.ts',
  'test/unit/conversations/{coming-back,lookup}.test.ts',
  'test/unit/outbox/{crashes,dispatch,reply-packs,tampering}.test.ts',
  'test/unit/guard/{quality,offsets,command,rules,scan}.test.ts',
  'test/unit/relay/sealed-box-fast.test.ts',
  'test/unit/trends/release.test.ts',
  'test/unit/ui/icu.test.ts',
  'test/vectors/{own,negative,libsodium}.test.ts',
];

export default defineConfig({
  root,
  plugins: [preact()],
  test: {
    testTimeout: 30_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/vectors/**/*.test.ts'],
          exclude: THOROUGH,
        },
      },
      {
        extends: true,
        test: { name: 'thorough', include: THOROUGH },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          // Each file has servers and databases of its own, and spends most of its time waiting for them.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Two files at a time: most of a browser test is waiting for a tick.
          include: ['test/browser/**/*.test.ts'],
          // Real browsers stumble. Whatever needed its second try is named as such in the output.
          retry: 1,
          testTimeout: 110_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'evidence',
          include: ['test/evidence/**/*.evidence.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'policy',
          include: ['test/policy/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
