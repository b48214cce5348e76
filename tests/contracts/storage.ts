import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { flagged, orderRecord, shop, snapshot } from '../support/order-record.ts';
import { action, now, other, task, webhook } from '../support/storage-samples.ts';

/** What every storage must do, on whatever database: the use cases know no other. */
export function storageBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  const key = randomBytes(32);

  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: key, now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());

  it('stores a webhook once, however often and however close together it comes', async () => {
    const outcomes = await Promise.all(
      ['w-1', 'w-1', 'w-2', 'w-1', 'w-2'].map((id) => storage.receive(webhook(id))),
    );
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(2);
    expect(await storage.receive(webhook('w-1'))).toBe('duplicate');
    const taken = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    // Both speak of order 1001: the second waits for the first.
    expect(taken).toHaveLength(1);
  });

  it('gives a webhook back whole and clears its body when it is done', async () => {
    await storage.receive(webhook('w-1'));
    const [taken] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    const id = Number(taken?.key);
    expect(await storage.read.inbox.load(shop, id)).toEqual(webhook('w-1').envelope);
    expect(await storage.read.inbox.load(other, id)).toBeNull();
    await storage.write((tx) => tx.inbox.finish(shop, id, 'done'));
    expect(await storage.read.inbox.load(shop, id)).toBeNull();
  });

  it('makes a shop for a webhook that comes before anybody opened the app', async () => {
    const envelope = { ...webhook('w-9').envelope, shop: 'shinki.myshopify.com' };
    expect(await storage.receive(webhook('w-9', { envelope }))).toBe('stored');
    expect((await storage.read.shops.find('shinki.myshopify.com'))?.state).toBe('known');
  });

  it('keeps the same task once, and runs it once more when it comes while it runs', async () => {
    await storage.write(async (tx) => {
      await tx.tasks.enqueue(shop, task(), now);
      await tx.tasks.enqueue(shop, task(), now);
    });
    const [first, ...rest] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    expect(rest).toEqual([]);
    if (first === undefined) throw new Error('no task');
    await storage.write((tx) => tx.tasks.enqueue(shop, task(), now));
    expect(await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()))).toEqual([]);
    await storage.write((tx) => tx.tasks.finish(first));
    const again = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    expect(again).toHaveLength(1);
    await storage.write((tx) => tx.tasks.finish(again[0] ?? first));
    expect(await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()))).toEqual([]);
  });

  it('takes staff clicks first, then holds, and nothing of an order that is being worked on', async () => {
    await storage.write(async (tx) => {
      await tx.tasks.enqueue(shop, task({ key: 'b', subject: 'b', priority: 'background' }), now);
      await tx.tasks.enqueue(shop, task({ key: 'o', subject: 'o' }), now);
      await tx.tasks.enqueue(shop, task({ key: 'h', subject: 'h', priority: 'hold' }), now);
      await tx.tasks.enqueue(shop, task({ key: 's', subject: 's', priority: 'staff' }), now);
      await tx.tasks.enqueue(shop, task({ key: 'x', subject: 'busy', priority: 'staff' }), now);
      await tx.tasks.enqueue(shop, task({ key: 'later', subject: null, runAt: now + 1 }), now);
    });
    const taken = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set(['busy'])));
    expect(taken.map((one) => one.key)).toEqual(['s', 'h', 'o', 'b']);
  });

  it('gives back what a dead process had taken', async () => {
    await storage.write((tx) => tx.tasks.enqueue(shop, task(), now));
    await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    expect((await storage.read.tasks.due(now)).shops).toEqual([]);
    await storage.write((tx) => tx.tasks.releaseAll());
    const [again] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    expect(again?.attempts).toBe(2);
  });

  it('keeps and shows failed work, and runs it again when a token has come', async () => {
    await storage.write((tx) => tx.tasks.enqueue(shop, task(), now));
    const [taken] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    if (taken === undefined) throw new Error('no task');
    await storage.write((tx) =>
      tx.tasks.retry(taken, { runAt: now, error: 'denied', failed: true }),
    );
    expect((await storage.read.tasks.failures(shop, 5)).map((one) => one.error)).toEqual([
      'denied',
    ]);
    expect(await storage.read.tasks.backlog(shop, now)).toMatchObject({ waiting: 0, failed: 1 });
    expect(await storage.write((tx) => tx.tasks.revive(shop, now))).toBe(1);
    expect((await storage.read.tasks.due(now)).shops).toEqual([shop]);
  });

  it('tells since when work has been due, not since when it has been known', async () => {
    await storage.write((tx) => tx.tasks.enqueue(shop, task(), now));
    const [taken] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    if (taken === undefined) throw new Error('no task');
    const later = { runAt: now + 60_000, error: 'throttled', failed: false };
    await storage.write((tx) => tx.tasks.retry(taken, later));
    expect(await storage.read.tasks.backlog(shop, now + 59_999)).toMatchObject({ waiting: 0 });
    expect(await storage.read.tasks.backlog(shop, now + 70_000)).toMatchObject({
      waiting: 1,
      oldestAt: now + 60_000,
    });
  });

  it('tells when the next work falls due', async () => {
    await storage.write((tx) => tx.tasks.enqueue(shop, task({ runAt: now + 5_000 }), now));
    expect(await storage.read.tasks.due(now)).toEqual({ shops: [], nextAt: now + 5_000 });
  });

  it('gives an order back as it was saved, and to its own shop only', async () => {
    const order = orderRecord();
    await storage.write((tx) => tx.orders.save(order));
    expect(await storage.read.orders.load(shop, '1001')).toEqual(order);
    expect(await storage.read.orders.load(other, '1001')).toBeNull();
  });

  it('finds earlier orders by any shared key and none of another shop', async () => {
    const early = orderRecord({ id: '1', snapshot: snapshot({ id: '1' }) });
    await storage.write((tx) => tx.orders.save(early));
    await storage.write((tx) => tx.orders.save({ ...early, shop: other }));
    const before = { createdAt: Date.parse('2026-11-21T00:00:00Z'), id: '9' };
    const found = await storage.read.orders.history(shop, ['ip:192.0.2.11'], before, 10);
    expect(found.map((row) => [row.order.shop, row.order.id])).toEqual([[shop, '1']]);
    const createdAt = Date.parse(early.snapshot.createdAt);
    const ids = async (at: number, id: string) =>
      (await storage.read.orders.history(shop, ['ip:192.0.2.11'], { createdAt: at, id }, 10)).map(
        (row) => row.order.id,
      );
    expect(await ids(createdAt - 1, '9')).toEqual([]);
    // The same second counts, the order itself does not.
    expect(await ids(createdAt, '9')).toEqual(['1']);
    expect(await ids(createdAt, '1')).toEqual([]);
    expect(await storage.read.orders.history(shop, ['ip:192.0.2.12'], before, 10)).toEqual([]);
  });

  it('pages newest first without gaps or repeats, also where orders share a second', async () => {
    await storage.write(async (tx) => {
      for (let n = 1; n <= 7; n += 1) {
        const createdAt = `2026-11-20T01:00:0${Math.floor(n / 2)}Z`;
        await tx.orders.save(
          orderRecord({ id: String(n), snapshot: snapshot({ id: String(n), createdAt }) }),
        );
      }
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await storage.read.orders.list(shop, { limit: 2, cursor });
      seen.push(...page.orders.map((order) => order.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });

  it('filters by level and state, by an order name prefix and by an exact key', async () => {
    await storage.write(async (tx) => {
      await tx.orders.save(orderRecord({ id: '1001' }));
      await tx.orders.save(flagged({ id: '1002', snapshot: snapshot({ id: '1002' }) }));
      await tx.orders.save(flagged({ id: '2001', snapshot: snapshot({ id: '2001' }) }));
    });
    const ids = async (filter: Parameters<typeof storage.read.orders.list>[1]) =>
      (await storage.read.orders.list(shop, filter)).orders.map((order) => order.id).sort();
    expect(await ids({ limit: 10, level: ['high'] })).toEqual(['1002', '2001']);
    expect(await ids({ limit: 10, state: ['open'] })).toEqual(['1001']);
    expect(await ids({ limit: 10, name: '#10' })).toEqual(['1001', '1002']);
    expect(await ids({ limit: 10, name: '%' })).toEqual([]);
    expect(await ids({ limit: 10, keys: ['email:reidai-tanaka@example.jp'] })).toHaveLength(3);
    expect(await ids({ limit: 10, keys: ['email:hoka@example.jp'] })).toEqual([]);
  });

  it('counts what the watchdog must see: flagged and forgotten, held without a case', async () => {
    await storage.write(async (tx) => {
      await tx.orders.save(flagged({ holdState: 'none' }));
      await tx.orders.save(
        flagged({ id: '1002', snapshot: snapshot({ id: '1002' }), holdState: 'held' }),
      );
    });
    expect(await storage.read.orders.watchdog(shop)).toEqual({
      flaggedNotHeld: 1,
      heldWithoutCase: 1,
    });
    await storage.write((tx) => tx.cases.open(shop, '1002', 'high', now));
    await storage.write((tx) => tx.orders.update(flagged({ holdState: 'planned' })));
    expect(await storage.read.orders.watchdog(shop)).toEqual({
      flaggedNotHeld: 0,
      heldWithoutCase: 0,
    });
  });

  it('takes one action of a kind on an order at a time', async () => {
    const made = await storage.write(async (tx) => [
      await tx.actions.insert(action()),
      await tx.actions.insert(action({ id: 'a-2', byId: '8' })),
      await tx.actions.insert(action({ id: 'a-3', kind: 'release', state: 'running' })),
    ]);
    expect(made).toEqual([true, false, true]);
    await storage.write((tx) => tx.actions.update(shop, 'a-1', { state: 'undone' }));
    expect(await storage.write((tx) => tx.actions.insert(action({ id: 'a-4' })))).toBe(true);
    expect((await storage.read.actions.ofOrder(shop, '1001')).map((one) => one.state)).toContain(
      'undone',
    );
  });

  it('opens one case an order and can open the next after it was closed', async () => {
    const open = () => storage.write((tx) => tx.cases.open(shop, '1001', 'high', now));
    expect([await open(), await open()]).toEqual([true, false]);
    await storage.write((tx) => tx.cases.close(shop, '1001', 'release', now));
    expect(await storage.read.cases.openCase(shop, '1001')).toBeNull();
    expect(await open()).toBe(true);
  });

  it('refuses settings of an older revision', async () => {
    const save = (mode: 'observe' | 'act', revision: number) =>
      storage.write((tx) =>
        tx.shops.saveSettings(shop, { ...defaultSettings, mode, revision: revision + 1 }, revision),
      );
    expect(await save('act', 0)).toBe(true);
    expect(await save('observe', 0)).toBe(false);
    expect((await storage.read.shops.settings(shop)).mode).toBe('act');
    expect((await storage.read.shops.settings(other)).mode).toBe('observe');
  });

  it('rolls everything back where a transaction fails', async () => {
    const failing = storage.write(async (tx) => {
      await tx.orders.save(orderRecord());
      await tx.tasks.enqueue(shop, task(), now);
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await storage.read.orders.count(shop)).toBe(0);
    expect((await storage.read.tasks.due(now)).shops).toEqual([]);
  });

  it('erases one shop whole and leaves the other', async () => {
    await storage.write(async (tx) => {
      await tx.orders.save(orderRecord());
      await tx.orders.save(orderRecord({ shop: other }));
      await tx.shops.erase(shop);
    });
    expect(await storage.read.shops.find(shop)).toBeNull();
    expect(await storage.read.orders.count(shop)).toBe(0);
    expect(await storage.read.orders.count(other)).toBe(1);
    expect(await storage.receive(webhook('w-1'))).toBe('stored');
  });

  it('counts payment names by orders', async () => {
    await storage.write(async (tx) => {
      await tx.shops.countPaymentNames(shop, ['代金引換', 'クレジットカード'], now);
      await tx.shops.countPaymentNames(shop, ['代金引換'], now + 1);
    });
    expect(await storage.read.shops.paymentNames(shop)).toEqual([
      { name: '代金引換', orders: 2, lastSeenAt: now + 1 },
      { name: 'クレジットカード', orders: 1, lastSeenAt: now },
    ]);
  });

  it('keeps tokens and identities, sealed, until they are dropped', async () => {
    const token = {
      shop,
      accessToken: 'shpat_reidai',
      expiresAt: now,
      refreshToken: 'shprt_reidai',
      refreshExpiresAt: null,
      scopes: ['read_orders'],
    };
    await storage.tokens.saveOffline(token);
    expect(await storage.tokens.loadOffline(shop)).toEqual(token);
    expect(await storage.tokens.loadOffline(other)).toBeNull();
    await storage.tokens.dropOffline(shop);
    expect(await storage.tokens.loadOffline(shop)).toBeNull();
  });
}
