import { describe } from 'vitest';
import { listBattery } from '../contracts/lists.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('lists on SQLite', () => {
  listBattery(async () => tempDatabase().url);
});
