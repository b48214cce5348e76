import { expect, it } from 'vitest';
import { killWhileMailing } from '../chaos/mail-kills.ts';
import { tempDatabase } from '../support/temp-database.ts';

it('a process killed while it sends leaves at most that mail of unknown fate, sends none twice and loses none', async () => {
  const result = await killWhileMailing(tempDatabase().url, { mails: 12, kills: 2 });
  expect(result).toMatchObject({ mails: 12, kills: 2, twice: 0, lost: 0 });
  // Each was killed in the middle of a session: one mail of each cannot be known.
  expect(result.unknown).toBeGreaterThanOrEqual(1);
  expect(result.unknown).toBeLessThanOrEqual(2);
}, 60_000);
