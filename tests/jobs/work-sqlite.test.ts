import { describe, vi } from 'vitest';
import { workBattery } from '../contracts/work.ts';
import { tempDatabase } from '../support/temp-database.ts';

// Processes start and stop in each: on a machine that has other things to do that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

describe('work on SQLite', () => {
  workBattery(async () => tempDatabase().url);
});
