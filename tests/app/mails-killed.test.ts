import { expect, it } from 'vitest';
import { killWhileMailing } from '../chaos/mail-kills.ts';
import { tempDatabase } from '../support/temp-database.ts';

it('a process killed while it sends leaves at most that mail of unknown fate, sends none twice and loses none', async () => {
  const result = await killWhileMailing(tempDatabase().url, { mails: 12, kills: 2 });
  expect(result).toMatchObject({ mails: 12, kills: 2, twice: 0, lost: 0 });
  // Killed once after a message had left, and once while a session only began.
  expect(result.unknown).toBe(1);
}, 60_000);
