import { describe } from 'vitest';
import { workBattery } from '../contracts/work.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('work on SQLite', () => {
  workBattery(async () => tempDatabase().url);
});
