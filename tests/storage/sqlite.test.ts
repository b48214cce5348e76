import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStorage } from '../../web/storage/open-storage.ts';
import { inboxBattery } from '../contracts/inbox.ts';
import { standingTasksBattery } from '../contracts/standing-tasks.ts';
import { storageBattery } from '../contracts/storage.ts';
import { facts, orderRecord, shop } from '../support/order-record.ts';
import { tempDatabase } from '../support/temp-database.ts';

describe('storage on SQLite', () => {
  storageBattery(async () => tempDatabase().url);
  inboxBattery(async () => tempDatabase().url);
  standingTasksBattery(async () => tempDatabase().url);

  it('leaves no personal datum and no token in the file', async () => {
    const { url, file } = tempDatabase();
    const storage = openStorage({ databaseUrl: url, encryptionKey: randomBytes(32), now: () => 1 });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, 1));
    await storage.tokens.saveOffline({
      shop,
      accessToken: 'shpat_himitsu',
      expiresAt: null,
      refreshToken: 'shprt_himitsu',
      refreshExpiresAt: null,
      scopes: [],
    });
    await storage.write((tx) => tx.orders.save(orderRecord()));
    await storage.close();
    const bytes = readFileSync(file).toString('utf8');
    const { email, phone, clientIp, shipping } = facts();
    const secrets = [email, phone, clientIp, shipping?.lastName, shipping?.address1, '3-1234-5601'];
    for (const secret of [...secrets, 'shpat_himitsu', 'shprt_himitsu']) {
      expect(bytes).not.toContain(secret);
    }
    expect(bytes).toContain('cod-requested');
  });

  it('opens with the new master key after a rotation, and not without the old one before', async () => {
    const { url } = tempDatabase();
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const open = (encryptionKey: Buffer, previousEncryptionKey: Buffer | null = null) =>
      openStorage({ databaseUrl: url, encryptionKey, previousEncryptionKey, now: () => 1 });
    const use = async (storage: ReturnType<typeof open>) => {
      try {
        await storage.migrate();
        return (await storage.read.orders.load(shop, '1001'))?.facts.email;
      } finally {
        await storage.close();
      }
    };
    const writer = open(first);
    await writer.migrate();
    await writer.write((tx) => tx.shops.ensure(shop, 1));
    await writer.write((tx) => tx.orders.save(orderRecord()));
    await writer.close();
    await expect(use(open(second))).rejects.toThrow();
    expect(await use(open(second, first))).toBe(facts().email);
    expect(await use(open(second))).toBe(facts().email);
  });
});
