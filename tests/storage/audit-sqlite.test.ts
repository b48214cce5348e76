import { describe } from 'vitest';
import { auditBattery } from '../contracts/audit.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('the log on SQLite', () => {
  auditBattery(async () => tempDatabase().url);
});
