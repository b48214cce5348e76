import { describe } from 'vitest';
import { listImportBattery } from '../contracts/list-imports.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('imports on SQLite', () => {
  listImportBattery(async () => tempDatabase().url);
});
