import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type App, composeApp } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import { backUp } from '../../web/storage/backup.ts';
import { openStorage } from '../../web/storage/open-storage.ts';
import { enqueueMail } from '../../web/usecases/contact/send-mail.ts';
import { apiKey, domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { newMail } from '../support/mail-shop.ts';
import { cardThief, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase, tempFolder } from '../support/temp-database.ts';

const now = Date.parse('2026-11-22T12:00:00+09:00');

it('a copy made while orders come in is whole: it opens with the same key and the watchdog finds nothing', async () => {
  const database = tempDatabase();
  const encryptionKey = randomBytes(32).toString('base64');
  const clock = manualClock();
  const running = await startApp({ databaseUrl: database.url, now: clock.now, encryptionKey });
  const copy = path.join(tempFolder(), 'copy.sqlite3');
  const placed: string[] = [];
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act' });
    await running.settled();
    const coming = (async () => {
      for (let n = 0; n < 8; n += 1) {
        placed.push(running.store.placeOrder(n % 2 === 0 ? cardThief : ordinaryOrder).id);
        await running.settled();
      }
    })();
    await expect.poll(() => placed.length, { interval: 5, timeout: 60_000 }).toBeGreaterThan(3);
    expect(await backUp(database.url, copy, now)).toEqual({ ok: true });
    const before = placed.slice(0, 3);
    await coming;
    expect(existsSync(`${copy}.part`)).toBe(false);
    expect(await backUp(database.url, copy, now)).toEqual({ ok: false, why: 'exists' });
    const restored = openStorage({
      databaseUrl: `sqlite:${copy}`,
      encryptionKey: Buffer.from(encryptionKey, 'base64'),
      now: () => now,
    });
    await restored.migrate();
    for (const id of before) {
      expect((await restored.read.orders.load(domain, id))?.facts.email).toContain('@');
    }
    const none = { flaggedNotHeld: 0, heldWithoutCase: 0 };
    expect(await restored.read.orders.watchdog(null)).toMatchObject(none);
    expect(await restored.read.restores.isRestored()).toBe(true);
    await restored.close();
  } finally {
    await running.stop();
  }
});

/** The app once more, on another database and the same store. */
function appOn(file: string, first: RunningApp, encryptionKey: string, clock: ManualClock): App {
  const parsed = parseConfig({
    PORT: '0',
    SHOPIFY_APP_URL: first.origin,
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: 'sekisho-test-secret',
    DATABASE_URL: `sqlite:${file}`,
    ENCRYPTION_KEY: encryptionKey,
    SHOPIFY_ADMIN_ORIGIN: first.adminOrigin,
    LOG_LEVEL: 'silent',
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return composeApp(parsed.config, { now: clock.now, tickMs: 20 });
}

it('after an old backup nothing is done that a person has taken back since, and no mail goes out twice', async () => {
  const encryptionKey = randomBytes(32).toString('base64');
  const clock = manualClock();
  const database = tempDatabase();
  const first = await startApp({ databaseUrl: database.url, now: clock.now, encryptionKey });
  const copy = path.join(tempFolder(), 'copy.sqlite3');
  try {
    await first.call('GET', '/api/today');
    const { automation } = (await first.call('GET', '/api/settings')).body;
    await first.changeSettings({ mode: 'act', automation: { ...automation, captureNormal: true } });
    await first.settled();
    const { id } = first.store.placeOrder(cardThief);
    await first.settled();
    const { body } = await first.call('POST', `/api/orders/${id}/cancel`, { note: '一度は取消' });
    const mail = newMail('m-1', { orderId: id });
    await first.app.runner.stop();
    await first.app.storage.write((tx) => enqueueMail(tx, mail, clock.now()));
    const url = `sqlite:${path.join(path.dirname(copy), 'none.sqlite3')}`;
    expect(await backUp(url, copy, now)).toEqual({ ok: false, why: 'no-database' });
    expect(await backUp(database.url, copy, clock.now())).toEqual({ ok: true });
    // Since then somebody called it off; the backup does not know.
    await first.call('POST', `/api/orders/${id}/undo`, { actionId: body.action.id });

    const again = appOn(copy, first, encryptionKey, clock);
    await again.storage.migrate();
    const action = () => again.storage.read.actions.load(domain, body.action.id);
    expect((await action())?.state).toBe('scheduled');
    await again.useCases.privacy.afterRestore();
    await again.runner.start();
    clock.advance(60_000);
    await again.runner.idle();
    expect(await action()).toMatchObject({ state: 'failed', failure: { code: 'too_late' } });
    expect(first.store.order(id).cancelledAt).toBeNull();
    expect(first.store.order(id).holds).toHaveLength(1);
    expect((await again.storage.read.mails.load(domain, 'm-1'))?.state).toBe('unknown');
    const settings = await again.storage.read.shops.settings(domain);
    expect([settings.automation.captureNormal, settings.mode]).toEqual([false, 'act']);
    expect(await again.storage.read.restores.isRestored()).toBe(false);
    const none = { flaggedNotHeld: 0, heldWithoutCase: 0 };
    expect(await again.storage.read.orders.watchdog(null)).toMatchObject(none);
    await again.runner.stop();
    await again.storage.close();
  } finally {
    await first.stop();
  }
});
