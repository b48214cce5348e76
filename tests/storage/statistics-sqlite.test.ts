import { describe } from 'vitest';
import { statisticsBattery } from '../contracts/statistics.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('statistics and endings on SQLite', () => {
  statisticsBattery(async () => tempDatabase().url);
});
