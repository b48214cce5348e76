import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../../web/log.ts';
import { startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { cardThief, codPrank } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const note = '電話で山田様に確認';

it('a whole journey leaves no personal datum and no token in the log or in the database file', async () => {
  const clock = manualClock();
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const database = tempDatabase();
  const running = await startApp({ databaseUrl: database.url, now: clock.now, log });
  const click = (id: string, action: string, body: object = {}) =>
    running.call('POST', `/api/orders/${id}/${action}`, body);
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act' });
    await running.settled();
    const prank = running.store.placeOrder(codPrank).id;
    const thief = running.store.placeOrder(cardThief).id;
    await running.settled();
    await running.call('GET', `/api/orders?q=${encodeURIComponent('reidai.itazura@gmail.com')}`);
    await running.call('GET', `/api/orders?q=${encodeURIComponent('例示太郎')}`);
    await click(prank, 'hold', { note });
    await click(thief, 'void', { note });
    running.standIn.faults.add({ fault: { kind: 'server-error' }, times: 2 });
    running.standIn.faults.add({ fault: { kind: 'half-data', field: 'customer' }, times: 1 });
    for (let step = 0; step < 6; step += 1) {
      clock.advance(11_000);
      await running.settled();
    }
    await click(prank, 'cancel', { note });
    for (let step = 0; step < 4; step += 1) {
      clock.advance(11_000);
      await running.settled();
    }
    expect(running.store.order(prank).cancelledAt).not.toBeNull();
    const token = await running.app.storage.tokens.loadOffline(running.store.domain);
    if (token === null) throw new Error('the shop has no token');

    const secrets = [codPrank, cardThief].flatMap(({ customer, shipping, clientIp }) => [
      customer?.email,
      customer?.phone,
      customer?.phone?.replaceAll('-', ''),
      customer?.phone?.replaceAll('-', '').replace(/^0/, '+81'),
      customer?.lastName,
      shipping?.address1,
      shipping?.zip,
      clientIp,
    ]);
    const wanted = [...secrets, note, '山田', token.accessToken, token.refreshToken].filter(
      (secret): secret is string => typeof secret === 'string',
    );
    expect(wanted).toHaveLength(20);
    const files = readdirSync(database.folder).map((name) =>
      readFileSync(path.join(database.folder, name)).toString('utf8'),
    );
    expect(files.length).toBeGreaterThan(1);
    const told = lines.join('');
    expect(told).toContain('work did not succeed');
    for (const secret of wanted) {
      expect(told.includes(secret), `${secret} in the log`).toBe(false);
      for (const file of files) expect(file.includes(secret), `${secret} in a file`).toBe(false);
    }
  } finally {
    await running.stop();
  }
});
