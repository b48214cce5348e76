import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', '**/node_modules/**'],
    setupFiles: ['tests/support/no-outside-network.ts'],
    globalSetup: [
      'tests/support/postgres-door.ts',
      'tests/support/sqlite-template.ts',
      'tests/support/built-functions.ts',
    ],
    // Files of one worker share its modules: to load them anew took a fifth of the run.
    isolate: false,
    // Vitest leaves one core free; of the two that CI has, the tests can use both.
    maxWorkers: '100%',
    // A busy machine is no fault; a test that hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
