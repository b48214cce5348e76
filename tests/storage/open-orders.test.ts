import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { orderRecord, shop, snapshot } from '../support/order-record.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { now, other } from '../support/storage-samples.ts';
import { tempDatabase } from '../support/temp-database.ts';

const postgres: FreshPostgres | null = await freshPostgres();
afterAll(() => postgres?.drop());

/** One for the file: its PostgreSQL database is opened again by each test. */
const encryptionKey = randomBytes(32);

/** Shipped, cancelled, archived, open in three seconds, and another shop's. */
const orders = [
  orderRecord({ id: '1', snapshot: snapshot({ id: '1', fulfillmentStatus: 'FULFILLED' }) }),
  orderRecord({ id: '2', snapshot: snapshot({ id: '2', cancelledAt: '2026-11-20T02:00:00Z' }) }),
  orderRecord({ id: '3', snapshot: snapshot({ id: '3', closedAt: '2026-11-20T02:00:00Z' }) }),
  ...['4', '5', '6'].map((id) =>
    orderRecord({ id, snapshot: snapshot({ id, createdAt: `2026-11-20T01:00:0${+id >> 1}Z` }) }),
  ),
  orderRecord({ id: '7', keys: ['email:hoka@example.jp'], snapshot: snapshot({ id: '7' }) }),
  orderRecord({ id: '8', shop: other, snapshot: snapshot({ id: '8' }) }),
];

function battery(url: () => string): void {
  let storage: OpenStorage;
  beforeEach(async () => {
    storage = openStorage({
      databaseUrl: url(),
      encryptionKey,
      now: () => now,
    });
    await storage.migrate();
    await storage.write(async (tx) => {
      for (const name of [shop, other]) await tx.shops.ensure(name, now);
      for (const order of orders) await tx.orders.save(order);
    });
  });
  afterEach(async () => {
    await storage.close();
  });

  it('are found by a key that they share, newest first, none that is over or another shop’s', async () => {
    const { openOrders } = storage.read;
    const keys = ['email:reidai-tanaka@example.jp', 'ip:192.0.2.11'];
    expect(await openOrders.sharing(shop, keys, 10)).toEqual(['6', '5', '4']);
    expect(await openOrders.sharing(shop, keys, 2)).toEqual(['6', '5']);
    expect(await openOrders.sharing(shop, ['email:dare@example.jp'], 10)).toEqual([]);
    expect(await openOrders.sharing(shop, [], 10)).toEqual([]);
    expect(await openOrders.sharing(other, keys, 10)).toEqual(['8']);
  });

  it('are gone through in slices without gaps, and counted', async () => {
    const seen: string[] = [];
    let last: { id: string; createdAt: number } | null = null;
    do {
      const slice: { id: string; createdAt: number }[] = await storage.read.openOrders.before(
        shop,
        last,
        2,
      );
      seen.push(...slice.map(({ id }) => id));
      last = slice.at(-1) ?? null;
    } while (last !== null);
    expect(seen).toEqual(['6', '5', '4', '7']);
    expect(await storage.read.openOrders.count(shop)).toBe(4);
  });
}

describe('open orders on SQLite', () => {
  battery(() => tempDatabase().url);
});

describe.skipIf(postgres === null)('open orders on PostgreSQL', () => {
  battery(() => postgres?.url ?? '');
});
