import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import {
  figuresText,
  type Histogram,
  readFigures,
} from '../../web/usecases/judging/shop-histogram.ts';
import type { OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { assessment, facts, orderRecord, snapshot } from '../support/order-record.ts';
import { now, other } from '../support/storage-samples.ts';

const day = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** One thing that happens in a shop; `id` of the order that it happens to. */
type Event =
  | { do: 'save'; id: number; total: number; quantity: number; age: number; currency: string }
  | { do: 'cancel' | 'again' | 'erase'; id: number }
  | { do: 'pass'; days: number }
  | { do: 'fold'; limit: number };

const id = fc.integer({ min: 1, max: 4 });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    do: fc.constant('save' as const),
    id,
    total: fc.integer({ min: 0, max: 90_000 }),
    quantity: fc.integer({ min: 1, max: 9 }),
    age: fc.integer({ min: 0, max: 400 }),
    currency: fc.constantFrom('JPY', 'JPY', 'USD'),
  }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'again' as const, 'erase' as const), id }),
  fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ do: fc.constant('fold' as const), limit: fc.integer({ min: 1, max: 3 }) }),
);

/** Statistics and endings, on whatever database. */
export function statisticsBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  const key = randomBytes(32);
  let shops = 0;

  beforeEach(async () => {
    storage = openStorage({ databaseUrl: await freshUrl(), encryptionKey: key, now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());

  const fold = (shop: string, at: number, limit = 100) =>
    storage.write((tx) => tx.statistics.fold(shop, at - 365 * day, limit));
  const foldAll = async (shop: string, at: number) => {
    while ((await fold(shop, at)) > 0);
  };
  const newShop = async () => {
    shops += 1;
    const name = `mise-${shops}.myshopify.com`;
    await storage.write((tx) => tx.shops.ensure(name, now));
    return name;
  };
  const order = (shop: string, orderId: string, change: Partial<OrderRecord['snapshot']> = {}) =>
    orderRecord({ shop, id: orderId, snapshot: snapshot({ id: orderId, ...change }) });
  const total = (amount: number, currency = 'JPY') => ({ amount, currency });

  it('comes to the same figures in whatever order things happen as when all is counted at once', async () => {
    const run = async (events: readonly Event[]) => {
      const shop = await newShop();
      const stored = new Map<number, OrderRecord>();
      let at = now;
      const keep = async (n: number, record: OrderRecord) => {
        await storage.write((tx) =>
          stored.has(n) ? tx.orders.update(record) : tx.orders.save(record),
        );
        stored.set(n, record);
      };
      for (const one of events) {
        if (one.do === 'pass') at += one.days * day;
        else if (one.do === 'fold') await fold(shop, at, one.limit);
        else if (one.do === 'erase') {
          await storage.write((tx) => tx.orders.eraseOrders(shop, [String(one.id)]));
          stored.delete(one.id);
        } else if (one.do === 'save') {
          const known = stored.get(one.id)?.snapshot.createdAt;
          const record = order(shop, String(one.id), {
            createdAt: known ?? iso(at - one.age * day),
            total: total(one.total, one.currency),
          });
          const items = [{ title: '例', quantity: one.quantity }];
          await keep(one.id, { ...record, facts: facts({ items }) });
        } else {
          const known = stored.get(one.id);
          if (known === undefined) continue;
          const cancelledAt = one.do === 'cancel' ? iso(at) : null;
          await keep(one.id, { ...known, snapshot: { ...known.snapshot, cancelledAt } });
        }
      }
      await foldAll(shop, at);
      for (const currency of ['JPY', 'USD']) {
        const counted = await storage.read.statistics.histogram(shop, currency);
        expect(plain(counted)).toEqual(plain(batch([...stored.values()], at, currency)));
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 30 }), run), {
      numRuns: 40,
    });
  });

  it('has nothing to do after it did it, and not for a change that is none of its own', async () => {
    const shop = await newShop();
    const record = order(shop, '1', { createdAt: iso(now) });
    await storage.write((tx) => tx.orders.save(record));
    expect(await fold(shop, now)).toBe(1);
    expect(await fold(shop, now)).toBe(0);
    await storage.write(async (tx) => {
      await tx.orders.save(record);
      await tx.orders.update({ ...record, holdState: 'held' });
    });
    expect(await fold(shop, now)).toBe(0);
  });

  it('loses an erased order whole, counted or not', async () => {
    const shop = await newShop();
    const createdAt = iso(now);
    await storage.write((tx) => tx.orders.save(order(shop, '1', { createdAt })));
    await foldAll(shop, now);
    await storage.write((tx) => tx.orders.save(order(shop, '2', { createdAt })));
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['1', '2', '3']));
    expect(plain(await storage.read.statistics.histogram(shop, 'JPY'))).toEqual([[], [], []]);
    expect(await fold(shop, now)).toBe(0);
  });

  it('gives the shop’s own currency, or that of most orders', async () => {
    const shop = await newShop();
    await storage.write(async (tx) => {
      const createdAt = iso(now);
      await tx.orders.save(order(shop, '1', { createdAt, total: total(10, 'USD') }));
      await tx.orders.save(order(shop, '2', { createdAt, total: total(20, 'USD') }));
      await tx.orders.save(order(shop, '3', { createdAt, total: total(5_000) }));
    });
    await foldAll(shop, now);
    const size = async (currency: string | null) =>
      [...(await storage.read.statistics.histogram(shop, currency)).totals.values()].length;
    expect([await size('JPY'), await size('USD'), await size(null), await size('EUR')]).toEqual([
      1, 2, 2, 0,
    ]);
  });

  it('tells how often each signal hit among the newest orders, of one shop', async () => {
    const shop = await newShop();
    const hit = (signal: string) => ({ id: signal, outcome: 'hit' as const, points: 1 });
    const signals = (...ids: string[]) =>
      assessment({
        signals: ids.map((s) => ({ ...hit(s), counted: true, checkItem: s, facts: {} })),
      });
    await storage.write(async (tx) => {
      for (const [n, ids] of [['a'], ['a', 'b'], ['a'], []].entries()) {
        const record = order(shop, String(n), { createdAt: iso(now + n) });
        await tx.orders.save({ ...record, assessment: signals(...ids) });
      }
      await tx.orders.save({ ...order(other, '9'), assessment: signals('z') });
    });
    const rates = (window: number) => storage.read.statistics.hitRates(shop, window);
    expect(await rates(500)).toEqual({ orders: 4, rates: { a: 3 / 4, b: 1 / 4 } });
    expect(await rates(2)).toEqual({ orders: 2, rates: { a: 1 / 2 } });
    expect(await storage.read.statistics.hitRates('nobody.myshopify.com', 9)).toEqual({
      orders: 0,
      rates: {},
    });
  });

  it('tells how the orders ended that a signal hit', async () => {
    const shop = await newShop();
    const old = iso(now - 20 * day);
    const shipped = { financialStatus: 'PAID', fulfillmentStatus: 'FULFILLED' };
    const outcome = { at: now, byId: null, by: null, note: null, loss: null };
    const records: OrderRecord[] = [
      order(shop, '1', { createdAt: old, ...shipped }),
      order(shop, '2', { createdAt: iso(now), ...shipped }),
      {
        ...order(shop, '3', { createdAt: old, ...shipped }),
        outcome: { ...outcome, kind: 'refused' },
      },
      order(shop, '4', { createdAt: old, cancelledAt: iso(now), cancelReason: 'FRAUD' }),
      order(shop, '5', { createdAt: old, cancelledAt: iso(now), cancelReason: 'CUSTOMER' }),
      order(shop, '6', {
        createdAt: old,
        ...shipped,
        disputes: [
          {
            gid: 'd',
            type: 'CHARGEBACK',
            status: 'LOST',
            at: null,
            evidenceDueBy: null,
            amount: null,
            reason: null,
          },
        ],
      }),
      order(shop, '7', {
        createdAt: iso(now - 30 * day),
        cancelledAt: iso(now),
        cancelReason: 'FRAUD',
      }),
    ];
    await storage.write(async (tx) => {
      for (const record of records) await tx.orders.save(record);
      await tx.orders.save({ ...order(other, '1'), outcome: { ...outcome, kind: 'fraud' } });
    });
    expect(await storage.read.orders.signalOutcomes(shop, 6, now)).toEqual({
      orders: 6,
      signals: {
        'cod-requested': {
          hits: 6,
          ended: { fraud: 1, refused: 1, dispute: 1, good: 1, open: 1 },
        },
      },
    });
    const later = await storage.read.orders.signalOutcomes(shop, 6, now + 15 * day);
    expect(later.signals['cod-requested']?.ended).toMatchObject({ good: 2, open: 0 });
  });

  it('remembers what ended badly however many orders share the network since', async () => {
    const shop = await newShop();
    const outcome = {
      kind: 'refused',
      at: now,
      byId: null,
      by: null,
      note: null,
      loss: null,
    } as const;
    await storage.write(async (tx) => {
      await tx.orders.save({ ...order(shop, '1', { createdAt: iso(now) }), outcome });
      for (let n = 2; n <= 9; n += 1) {
        await tx.orders.save(order(shop, String(n), { createdAt: iso(now + n * 1_000) }));
      }
    });
    const before = { createdAt: now + day, id: '99' };
    const ids = async (keys: string[]) =>
      (await storage.read.orders.history(shop, keys, before, 3)).map((row) => row.order.id);
    expect(await ids(['ip:192.0.2.11'])).toEqual(['9', '8', '7', '1']);
    expect(await ids(['ip:192.0.2.12'])).toEqual([]);
  });

  it('finds an order by its whole name, the newest where two have it', async () => {
    const shop = await newShop();
    await storage.write(async (tx) => {
      await tx.orders.save(order(shop, '1', { name: '#1001', createdAt: iso(now) }));
      await tx.orders.save(order(shop, '2', { name: '#1001', createdAt: iso(now + 1) }));
      await tx.orders.save(order(other, '3', { name: '#1002' }));
    });
    expect(await storage.read.orders.idByName(shop, '#1001')).toBe('2');
    expect(await storage.read.orders.idByName(shop, '#100')).toBeNull();
    expect(await storage.read.orders.idByName(shop, '#1002')).toBeNull();
  });
}

/** Every stored order counted at once. */
function batch(records: readonly OrderRecord[], at: number, currency: string): Histogram {
  const histogram: Histogram = { totals: new Map(), quantities: new Map(), lines: new Map() };
  const bump = (counts: Map<number, number>, value: number) =>
    counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const record of records) {
    if (Date.parse(record.snapshot.createdAt) < at - 365 * day) continue;
    const figures = readFigures(figuresText(record));
    if (figures?.currency !== currency) continue;
    bump(histogram.totals, Math.round(Math.log(figures.total) / 0.001));
    bump(histogram.quantities, figures.maxQuantity);
    bump(histogram.lines, figures.lines);
  }
  return histogram;
}

const plain = ({ totals, quantities, lines }: Histogram) =>
  [totals, quantities, lines].map((counts) => [...counts].sort(([a], [b]) => a - b));
