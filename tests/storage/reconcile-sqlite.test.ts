import { describe } from 'vitest';
import { reconcileBattery } from '../contracts/reconcile.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('the comparison on SQLite', () => {
  reconcileBattery(async () => tempDatabase().url);
});
