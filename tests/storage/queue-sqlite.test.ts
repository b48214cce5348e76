import { describe } from 'vitest';
import { queueBattery } from '../contracts/queue.ts';
import { queueLaws } from '../contracts/queue-laws.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('the queue on SQLite', () => {
  queueBattery(async () => tempDatabase().url);
  queueLaws(async () => tempDatabase().url);
});
