import { describe } from 'vitest';
import { bulkAndAlertsBattery } from '../contracts/bulk-and-alerts.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('runs and alerts on SQLite', () => {
  bulkAndAlertsBattery(async () => tempDatabase().url);
});
