import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { WrongEncryptionKey } from '../../web/storage/key-rotation.ts';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { orderRecord, shop } from '../support/order-record.ts';
import { storedRows } from '../support/stored-rows.ts';

const now = 1_795_000_000_000;
const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const shops = Array.from({ length: 220 }, (_, n) => `mise-${n}.myshopify.com`);

/** What a change of ENCRYPTION_KEY must do, on whatever database. */
export function keyRotationBattery(freshUrl: () => Promise<string>): void {
  async function open<T>(
    databaseUrl: string,
    keys: { encryptionKey: Buffer; previousEncryptionKey?: Buffer },
    work: (storage: OpenStorage) => Promise<T>,
  ): Promise<T> {
    const storage = openStorage({ databaseUrl, ...keys, now: () => now });
    try {
      return await work(storage);
    } finally {
      await storage.close();
    }
  }
  async function filled(): Promise<string> {
    const url = await freshUrl();
    await open(url, { encryptionKey: first }, async (storage) => {
      await storage.migrate();
      await storage.write(async (tx) => {
        for (const one of [shop, ...shops]) await tx.shops.ensure(one, now);
        await tx.orders.save(orderRecord());
      });
    });
    return url;
  }
  async function wrapped(url: string): Promise<string> {
    const rows = storedRows(url);
    const all = await rows.db('shops').orderBy('shop').select('shop', 'keys');
    await rows.close();
    return JSON.stringify(all.map(({ keys }) => Buffer.from(keys).toString('hex')));
  }
  const all = shops.length + 1;

  it('wraps every key anew, once; then the previous key can go and opens nothing', async () => {
    const url = await filled();
    const rotated = { encryptionKey: second, previousEncryptionKey: first };
    expect(await open(url, rotated, (storage) => storage.migrate())).toEqual({
      rewrapped: all,
      all,
    });
    const after = await wrapped(url);
    expect(await open(url, rotated, (storage) => storage.migrate())).toEqual({ rewrapped: 0, all });
    expect(await wrapped(url)).toBe(after);
    const read = await open(url, { encryptionKey: second }, async (storage) => {
      await storage.migrate();
      return storage.read.orders.load(shop, '1001');
    });
    expect(read).toEqual(orderRecord());
    await expect(open(url, { encryptionKey: first }, (old) => old.migrate())).rejects.toThrow(
      WrongEncryptionKey,
    );
  });

  it('refuses a wrong key in one line that quotes none, and touches nothing', async () => {
    const url = await filled();
    const before = await wrapped(url);
    for (const keys of [
      { encryptionKey: third },
      { encryptionKey: third, previousEncryptionKey: second },
    ]) {
      const refused = open(url, keys, (storage) => storage.migrate());
      await expect(refused).rejects.toThrow(`the keys of ${all} of ${all} shops`);
      const message = await refused.catch((error: Error) => error.message);
      expect(message).not.toContain('\n');
      expect(message).not.toContain(third.toString('base64'));
    }
    expect(await wrapped(url)).toBe(before);
  });

  it('goes on where a process died in the middle, and refuses to lose the other half', async () => {
    const url = await filled();
    const rows = storedRows(url);
    const old = await rows.db('shops').orderBy('shop').limit(215).select('shop', 'keys');
    const rotated = { encryptionKey: second, previousEncryptionKey: first };
    await open(url, rotated, (storage) => storage.migrate());
    // As it stands where the first 200 were committed and the rest were not.
    for (const row of old.slice(200)) {
      await rows.db('shops').where({ shop: row.shop }).update({ keys: row.keys });
    }
    await rows.close();
    const tooSoon = open(url, { encryptionKey: second }, (storage) => storage.migrate());
    await expect(tooSoon).rejects.toThrow(`the keys of 15 of ${all} shops`);
    expect(await open(url, rotated, (storage) => storage.migrate())).toEqual({
      rewrapped: 15,
      all,
    });
  });

  it('lets processes with both keys in either order work side by side while it rotates', async () => {
    const url = await filled();
    const late = { encryptionKey: first, previousEncryptionKey: second };
    const early = { encryptionKey: second, previousEncryptionKey: first };
    await open(url, late, async (still) => {
      await still.migrate();
      await open(url, early, (storage) => storage.migrate());
      expect(await still.read.orders.load(shop, '1001')).toEqual(orderRecord());
    });
  });
}
