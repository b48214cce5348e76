import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { neverCompared } from '../../web/usecases/reconcile/reconcile-state.ts';
import { facts, flagged, orderRecord, shop, snapshot } from '../support/order-record.ts';
import { now, other, task, webhook } from '../support/storage-samples.ts';

/** What the comparison with Shopify asks of every storage. */
export function reconcileBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;

  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());

  const read = () => storage.read.reconcile;

  it('remembers how far each shop was compared', async () => {
    expect(await read().load(shop)).toEqual(neverCompared);
    await storage.write((tx) => tx.reconcile.save(shop, { ...neverCompared, mark: 5 }));
    await storage.write((tx) => tx.reconcile.save(shop, { ...neverCompared, mark: now }));
    expect(await read().load(shop)).toEqual({ ...neverCompared, mark: now });
    expect(await read().load(other)).toEqual(neverCompared);
  });

  it('tells what was told of an order last without opening it', async () => {
    const readAsOf = '2026-11-20T01:00:00Z';
    const updatedAt = '2026-11-20T02:00:00Z';
    const record = orderRecord({
      facts: facts({ shopifyRisk: 'HIGH' }),
      snapshot: snapshot({ updatedAt, readAsOf }),
    });
    await storage.write((tx) => tx.orders.insert(record));
    await storage.write((tx) =>
      tx.orders.insert(orderRecord({ id: '1002', snapshot: snapshot({ id: '1002' }) })),
    );
    expect(await read().known(shop, ['1001', '1002', '1003'])).toEqual(
      new Map([
        [
          '1001',
          {
            state: 'open',
            told: {
              arrived: true,
              updatedAt: Date.parse(updatedAt),
              readAt: Date.parse(readAsOf),
              risk: 'HIGH',
            },
          },
        ],
        [
          '1002',
          {
            state: 'open',
            told: {
              arrived: true,
              updatedAt: Date.parse('2026-11-20T01:00:00Z'),
              readAt: null,
              risk: null,
            },
          },
        ],
      ]),
    );
    expect(await read().known(other, ['1001'])).toEqual(new Map());
  });

  it('remembers which orders were erased, and forgets them with the shop', async () => {
    await storage.write((tx) => tx.orders.insert(orderRecord()));
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['1001', '1009']));
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['1001']));
    expect(await read().erased(shop, ['1001', '1002', '1009'])).toEqual(new Set(['1001', '1009']));
    expect(await read().erased(other, ['1001'])).toEqual(new Set());
    await storage.write((tx) => tx.shops.erase(shop));
    expect(await read().erased(shop, ['1001'])).toEqual(new Set());
  });

  it('knows whose webhook waits to be worked', async () => {
    await storage.receive(webhook('w-1'));
    expect(await read().waiting(shop, ['1001', '1002'])).toEqual(new Set(['1001']));
    const [taken] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    expect(await read().waiting(shop, ['1001'])).toEqual(new Set(['1001']));
    if (taken === undefined) throw new Error('no task');
    await storage.write((tx) => tx.tasks.finish(taken));
    expect(await read().waiting(shop, ['1001'])).toEqual(new Set());
  });

  it('gives open holds to look at, the longest ago first', async () => {
    const held = (id: string, change = {}) =>
      flagged({ id, snapshot: snapshot({ id }), holdState: 'held', ...change });
    await storage.write(async (tx) => {
      for (const id of ['1', '2', '3', '4']) await tx.orders.insert(held(id));
      await tx.orders.insert(held('5', { holdState: 'none' }));
      await tx.orders.insert(
        held('6', { snapshot: snapshot({ id: '6', cancelledAt: '2026-11-21T00:00:00Z' }) }),
      );
      await tx.reconcile.looked(shop, ['1', '2'], now);
      await tx.reconcile.looked(shop, ['3'], now - 10);
    });
    expect(await read().toLookAt(shop, now, 10)).toEqual(['4', '3']);
    expect(await read().toLookAt(shop, now + 1, 2)).toEqual(['4', '3']);
    // What is written of an order later does not make it look unseen.
    await storage.write((tx) => tx.orders.update(held('2', { heldSince: 7 })));
    expect(await read().toLookAt(shop, now + 1, 10)).toEqual(['4', '3', '1', '2']);
  });

  it('names what the watchdog counts, and what is on its way with nobody at work', async () => {
    const of = (id: string, holdState: 'none' | 'held' | 'planned') =>
      flagged({ id, snapshot: snapshot({ id }), holdState, judgedAt: 1 });
    await storage.write(async (tx) => {
      await tx.orders.insert(of('1', 'none'));
      await tx.orders.insert(of('2', 'held'));
      await tx.orders.insert(of('3', 'planned'));
      await tx.orders.insert(of('4', 'planned'));
      await tx.tasks.enqueue(shop, task({ key: '4', subject: '4' }), now);
      await tx.orders.insert(of('5', 'held'));
      await tx.cases.open(shop, '5', 'high', now);
    });
    expect((await read().astray(shop, 2, 10)).toSorted()).toEqual(['1', '2', '3']);
    expect((await read().astray(shop, 1, 10)).toSorted()).toEqual(['1', '2']);
    expect(await read().astray(shop, 2, 2)).toHaveLength(2);
    expect(await read().astray(other, 2, 10)).toEqual([]);
  });
}
