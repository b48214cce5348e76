import { describe } from 'vitest';
import { mailBattery } from '../contracts/mails.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('the outbox on SQLite', () => {
  mailBattery(async () => tempDatabase().url);
});
