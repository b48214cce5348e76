import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Level } from '../../web/contract/level.ts';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import type { RowFilter } from '../../web/usecases/ports/queue-port.ts';
import type { Tables } from '../../web/usecases/ports/storage-port.ts';
import { closeInQueue, openInQueue } from '../../web/usecases/queue/case-ends.ts';
import { mergeCases, splitCase } from '../../web/usecases/queue/change-rows.ts';
import { touchCase } from '../../web/usecases/queue/touch-case.ts';
import { staffCaller } from '../support/queue-caller.ts';
import { type QueueOrder, queueOrder } from '../support/queue-orders.ts';
import { now } from '../support/storage-samples.ts';

/** One thing that happens to an order of the shop, or to its row. */
type Event =
  | { do: 'open'; id: number; buyer: number | null; ip: number | null; level: Level; total: number }
  | { do: 'close' | 'split' | 'erase'; id: number }
  | { do: 'merge'; id: number; other: number }
  | { do: 'change'; id: number; level: Level; total: number };

const id = fc.integer({ min: 1, max: 6 });
const level = fc.constantFrom<Level>('high', 'caution', 'normal');
const total = fc.integer({ min: 0, max: 90_000 });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('open' as const), id, level, total },
      buyer: fc.option(fc.integer({ min: 1, max: 2 })),
      ip: fc.option(fc.integer({ min: 1, max: 2 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), id, level, total }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), id, other: id }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('split' as const, 'erase' as const), id }),
  },
);

/** What the test remembers of an order by itself. */
interface Remembered {
  readonly order: QueueOrder;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

const everything = { sort: 'urgency', limit: 100 } as const satisfies Partial<RowFilter>;
const urgency: readonly Level[] = ['high', 'caution', 'normal'];

/** What holds in whatever order cases are opened, closed, joined and parted. */
export function queueLaws(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  const key = randomBytes(32);
  let shops = 0;

  beforeEach(async () => {
    storage = openStorage({ databaseUrl: await freshUrl(), encryptionKey: key, now: () => now });
    await storage.migrate();
  });
  afterEach(() => storage.close());

  const newShop = async () => {
    shops += 1;
    const name = `mise-${shops}.myshopify.com`;
    await storage.write((tx) => tx.shops.ensure(name, now));
    return name;
  };
  const rowsOf = async (shop: string) => {
    const { queue } = storage.read;
    const [open, closed] = [
      await queue.page(shop, { ...everything, closed: false }),
      await queue.page(shop, { ...everything, closed: true }),
    ];
    return [...open.rows, ...closed.rows].map(({ row }) => row);
  };

  /** Does it to the app and to what the test remembers. */
  async function happens(
    shop: string,
    known: Map<string, Remembered>,
    one: Event,
    at: number,
  ): Promise<void> {
    const orderId = String(one.id);
    const was = known.get(orderId);
    const save = async (tx: Tables, order: QueueOrder) => {
      const record = queueOrder(order);
      await (was === undefined ? tx.orders.insert(record) : tx.orders.save(record));
      return record;
    };
    if (one.do === 'open') {
      if (was !== undefined && was.closedAt === null) return;
      const { buyer, ip, ...rest } = one;
      const order: QueueOrder = {
        ...{ id: orderId, shop, ip, level: rest.level, total: rest.total },
        ...(buyer === null ? {} : { buyer }),
      };
      await storage.write(async (tx) => openInQueue(tx, await save(tx, order), 'high', at));
      known.set(orderId, { order, openedAt: at, closedAt: null });
      return;
    }
    if (was === undefined) return;
    if (one.do === 'erase') {
      await storage.write(async (tx) => {
        await tx.queue.raise(shop);
        await tx.orders.eraseOrders(shop, [orderId]);
      });
      known.delete(orderId);
      return;
    }
    if (one.do === 'change') {
      const order = { ...was.order, level: one.level, total: one.total };
      if (was.closedAt !== null) return;
      await storage.write(async (tx) => {
        await save(tx, order);
        await touchCase(tx, shop, orderId, at);
      });
      known.set(orderId, { ...was, order });
      return;
    }
    if (one.do === 'close') {
      const closed = await storage.write((tx) => closeInQueue(tx, shop, orderId, 'release', at));
      expect(closed).toBe(was.closedAt === null);
      if (closed) known.set(orderId, { ...was, closedAt: at });
      return;
    }
    const deps = { storage, now: () => at };
    const row = await rowOf(shop, orderId);
    if (one.do !== 'merge') {
      await splitCase(deps, staffCaller(shop), row, orderId);
      return;
    }
    const other = await rowOf(shop, String(one.other));
    await mergeCases(deps, staffCaller(shop), row, other);
  }

  const rowOf = async (shop: string, orderId: string) =>
    (await storage.read.queue.caseOf(shop, orderId))?.groupId ?? 0;

  it('each case is in exactly one row, whose figures are those of its cases', async () => {
    const run = async (events: readonly Event[]) => {
      const shop = await newShop();
      const known = new Map<string, Remembered>();
      for (const [at, one] of events.entries()) await happens(shop, known, one, at + 1);
      const rows = await rowsOf(shop);
      const placed: string[] = [];
      for (const row of rows) {
        const cases = await storage.read.queue.casesOf(shop, row.id);
        const orders = [...new Set(cases.map(({ orderId }) => orderId))];
        placed.push(...orders);
        expect(row).toMatchObject(told(orders.flatMap((one) => known.get(one) ?? [])));
        expect(orders).toContain(row.orderId);
        if (row.orders === 1) expect(row.links).toEqual([]);
      }
      expect(placed.toSorted()).toEqual([...known.keys()].toSorted());
      const open = [...known.values()].filter(({ closedAt }) => closedAt === null);
      const shown = rows.filter(({ closedAt }) => closedAt === null);
      expect(shown.reduce((sum, row) => sum + row.orders, 0)).toBe(open.length);
      const counts = await storage.read.queue.counts(shop, { from: now, until: now });
      expect(counts).toMatchObject({
        open: shown.length,
        high: shown.filter((row) => row.level === 'high').length,
      });
    };
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 14 }), run), { numRuns: 30 });
  });

  it('the version rises with everything that somebody can see, and with nothing in another shop', async () => {
    const run = async (events: readonly Event[]) => {
      const [shop, quiet] = [await newShop(), await newShop()];
      const known = new Map<string, Remembered>();
      for (const [at, one] of events.entries()) {
        const before = { seen: JSON.stringify(await rowsOf(shop)), version: await version(shop) };
        await happens(shop, known, one, at + 1);
        const after = JSON.stringify(await rowsOf(shop));
        if (after !== before.seen) expect(await version(shop)).toBeGreaterThan(before.version);
        else expect(await version(shop)).toBeGreaterThanOrEqual(before.version);
      }
      expect(await version(quiet)).toBe(0);
    };
    const version = (shop: string) => storage.read.queue.version(shop);
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 10 }), run), { numRuns: 20 });
  });

  it('open cases of one buyer end in one row, in whatever order they came', async () => {
    const run = async (buyers: readonly { buyer: number; ip: number }[]) => {
      const shop = await newShop();
      const known = new Map<string, Remembered>();
      for (const [at, { buyer, ip }] of buyers.entries()) {
        const one = { do: 'open', id: at + 1, buyer, ip, level: 'high', total: 1 } as const;
        await happens(shop, known, one, at + 1);
      }
      const groups = await Promise.all(buyers.map((_, at) => rowOf(shop, String(at + 1))));
      expect(groups.map((group) => groups.indexOf(group))).toEqual(components(buyers));
    };
    const buyer = fc.record({
      buyer: fc.integer({ min: 1, max: 4 }),
      ip: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(fc.asyncProperty(fc.array(buyer, { maxLength: 7 }), run), { numRuns: 20 });
  });
}

/** Computed from scratch: what a row of these orders says. */
function told(orders: readonly Remembered[]) {
  const open = orders.filter(({ closedAt }) => closedAt === null);
  const shown = open.length > 0 ? open : orders;
  const levels = shown.map(({ order }) => order.level ?? 'high');
  return {
    orders: shown.length,
    level: urgency.find((one) => levels.includes(one)),
    amount: shown.reduce((sum, { order }) => sum + (order.total ?? 0), 0),
    openedAt: Math.min(...shown.map(({ openedAt }) => openedAt)),
    closedAt: open.length > 0 ? null : Math.max(...shown.map(({ closedAt }) => closedAt ?? 0)),
  };
}

/** For each, the first that it is connected with, by whichever chain of equal values. */
function components(orders: readonly { buyer: number; ip: number }[]): number[] {
  const group = orders.map((_, at) => at);
  for (let round = 0; round < orders.length; round += 1) {
    for (const [a, one] of orders.entries()) {
      for (const [b, other] of orders.entries()) {
        if (one.buyer !== other.buyer && one.ip !== other.ip) continue;
        const least = Math.min(group[a] ?? a, group[b] ?? b);
        group[a] = least;
        group[b] = least;
      }
    }
  }
  return group;
}
