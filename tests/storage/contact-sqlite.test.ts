import { describe } from 'vitest';
import { contactBattery } from '../contracts/contacts.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('contacts on SQLite', () => {
  contactBattery(async () => tempDatabase().url);
});
