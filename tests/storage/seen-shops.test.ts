import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openStorage } from '../../web/storage/open-storage.ts';
import { shop } from '../support/order-record.ts';
import { now } from '../support/storage-samples.ts';
import { tempDatabase } from '../support/temp-database.ts';

it('shows a shop as the running transaction has left it, and as before where that fails', async () => {
  const { url } = tempDatabase();
  const storage = openStorage({ databaseUrl: url, encryptionKey: randomBytes(32), now: () => now });
  await storage.migrate();
  await storage.write((tx) => tx.shops.ensure(shop, now));
  const { read } = storage;
  expect((await read.shops.settings(shop)).mode).toBe('observe');
  const settings = await read.shops.settings(shop);
  const change = { ...settings, mode: 'act' as const, revision: settings.revision + 1 };
  const failing = storage.write(async (tx) => {
    await tx.shops.saveSettings(shop, change, settings.revision);
    await tx.shops.update(shop, { missingScopes: ['write_orders'] });
    expect((await read.shops.settings(shop)).mode).toBe('observe');
    expect((await tx.shops.settings(shop)).mode).toBe('act');
    expect((await tx.shops.find(shop))?.missingScopes).toEqual(['write_orders']);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect((await read.shops.settings(shop)).mode).toBe('observe');
  expect((await read.shops.find(shop))?.missingScopes).toEqual([]);
  await storage.write((tx) => tx.shops.saveSettings(shop, change, settings.revision));
  expect((await read.shops.settings(shop)).mode).toBe('act');
  expect((await storage.write((tx) => tx.shops.settings(shop))).mode).toBe('act');
  await storage.close();
});
