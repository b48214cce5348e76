import { describe, expect, it } from 'vitest';
import type { LoadedOrder, OrderEffect } from '../../web/usecases/ports/shopify-port.ts';
import { shop } from './memory-tokens.ts';
import { type StandInBench, standInBench } from './standin-bench.ts';

const bench = standInBench();

async function load({ shopify }: StandInBench, id: string): Promise<LoadedOrder> {
  const loaded = await shopify.gateway.loadOrder(shop, id, 'order');
  if (loaded === null) throw new Error(`no order ${id}`);
  return loaded;
}

/** What the app does to a suspicious order. */
const stop = (fulfillmentOrder: string): OrderEffect[] => [
  { kind: 'add-tags', tags: ['sekisho:high', 'sekisho:held'] },
  {
    kind: 'risk-card',
    level: 'HIGH',
    facts: [{ description: 'セキュリティコード不一致', sentiment: 'NEGATIVE' }],
  },
  { kind: 'hold', fulfillmentOrder, reason: 'HIGH_RISK_OF_FRAUD', notes: 'Sekisho' },
];

const shipmentOf = (order: LoadedOrder): string => order.snapshot.fulfillmentOrders[0]?.gid ?? '';

describe('signing in', () => {
  it('gets an expiring token, and refreshes it once for three who ask at once', async () => {
    const { shopify, clock, memory } = bench();
    const first = memory.offline.get(shop);
    expect(first?.expiresAt).toBe(clock.now() + 3_600_000);
    await clock.pass(3_600_000);
    const all = await Promise.all([1, 2, 3].map(() => shopify.tokens.getOfflineToken(shop)));
    expect(new Set(all.map((token) => token.accessToken)).size).toBe(1);
    expect(all[0]?.accessToken).not.toBe(first?.accessToken);
  });

  it('knows staff by name and scopes, from a session token that it verified', async () => {
    const { shopify, standIn, clock } = bench();
    const sessionToken = standIn.sessionToken(shop, '90000002');
    const verified = shopify.verifySessionToken(sessionToken, clock.now());
    expect(verified).toMatchObject({ ok: true, shop, userId: '90000002' });
    const staff = await shopify.tokens.exchangeOnline(shop, sessionToken);
    expect(staff).toMatchObject({ userId: '90000002', name: '見本 太郎', isOwner: false });
    expect(staff.scopes).toContain('read_orders');
    expect(staff.scopes).not.toContain('write_orders');
  });
});

describe('reading', () => {
  it('sees a stolen card as Shopify tells it', async () => {
    const at = bench();
    const placed = at.store.placeOrder({
      payment: { kind: 'card', cvv: 'N', bin: '453201', failedAttempts: ['INCORRECT_CVC'] },
      items: [{ title: '腕時計', price: 250_000 }],
      clientIp: '198.51.100.7',
      shopifyRisk: 'HIGH',
    });
    const { facts, snapshot } = await load(at, placed.id);
    expect(facts).toMatchObject({
      total: 250_000,
      clientIp: '198.51.100.7',
      manualGateway: false,
      paid: false,
      shopifyRisk: 'HIGH',
      card: { cvv: 'N', bin: '453201', failedAttempts: 1, errorCodes: ['INCORRECT_CVC'] },
    });
    expect(snapshot).toMatchObject({ id: placed.id, financialStatus: 'AUTHORIZED' });
    expect(snapshot.fulfillmentOrders[0]?.canHold).toBe(true);
  });

  it('sees cash on delivery under the merchant’s own name for it', async () => {
    const at = bench();
    const placed = at.store.placeOrder({ payment: { kind: 'cod', name: '代引き（ヤマト）' } });
    const { facts, snapshot } = await load(at, placed.id);
    expect(facts).toMatchObject({ gateway: '代引き（ヤマト）', manualGateway: true, card: null });
    expect(snapshot.gatewayNames).toEqual(['代引き（ヤマト）']);
  });

  it('asks for no more than 60 points an order', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    at.standIn.resetMetrics();
    await load(at, placed.id);
    const counted = at.standIn.metrics()[shop]?.ReadOrder;
    expect(counted?.requests).toBe(1);
    expect(counted?.requested).toBeLessThanOrEqual(60);
    expect(counted?.points).toBeLessThanOrEqual(counted?.requested ?? 0);
  });

  it('waits for routing and reads the fulfillment orders of many at once', async () => {
    const at = bench();
    at.store.settings.routingDelayMs = null;
    const [one, two] = [at.store.placeOrder({}), at.store.placeOrder({})];
    expect((await load(at, one.id)).snapshot.fulfillmentOrders).toEqual([]);
    at.store.route(one.id);
    at.standIn.resetMetrics();
    const ids = [one.id, two.id, '999'];
    const found = await at.shopify.gateway.loadFulfillmentOrders(shop, ids, 'order');
    expect(found.get(one.id)).toHaveLength(1);
    expect(found.get(two.id)).toEqual([]);
    expect(found.has('999')).toBe(false);
    expect(at.standIn.metrics()[shop]?.['']?.requests).toBe(1);
  });

  it('goes on without what the app may not see', async () => {
    const at = bench();
    const placed = at.store.placeOrder({ note: '置き配で' });
    at.standIn.faults.add({ fault: { kind: 'half-data', field: 'customer' }, times: 1 });
    const { facts, snapshot } = await load(at, placed.id);
    expect(snapshot.customer).toBeNull();
    expect(facts.note).toBe('置き配で');
  });

  it('lists orders page by page, newest first', async () => {
    const at = bench();
    for (let number = 0; number < 3; number++) {
      at.store.placeOrder({});
      await at.clock.pass(1000);
    }
    const { gateway } = at.shopify;
    const first = await gateway.listOrders(shop, '', null, 2);
    expect(first.orders.map(({ snapshot }) => snapshot.name)).toEqual(['#1003', '#1002']);
    const rest = await gateway.listOrders(shop, '', first.cursor, 2);
    expect(rest.orders.map(({ snapshot }) => snapshot.name)).toEqual(['#1001']);
    expect(rest.cursor).toBeNull();
  });

  it('knows the shop and writes its notice', async () => {
    const { shopify, store } = bench();
    expect(await shopify.gateway.shopInfo(shop)).toMatchObject({ timezone: 'Asia/Tokyo' });
    const notice = { ja: '本人認証を行います', en: 'We verify cards' };
    expect(await shopify.gateway.writeNotice(shop, 'three_ds_notice', notice)).toEqual({
      ok: true,
    });
    expect(JSON.stringify(store.store.state.metafields)).toContain('本人認証を行います');
    expect(await shopify.gateway.writeNotice(shop, 'three_ds_notice', null)).toEqual({ ok: true });
    expect(store.store.state.metafields).toEqual([]);
  });
});

describe('acting', () => {
  it('tags, marks and holds in one request, and holds once however often it is asked', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const order = await load(at, placed.id);
    at.standIn.resetMetrics();
    const { gateway } = at.shopify;
    const act = () =>
      gateway.applyEffects(shop, order.snapshot.gid, stop(shipmentOf(order)), 'order');
    expect(await act()).toEqual([
      { ok: true },
      { ok: true },
      { ok: true, holdId: expect.stringContaining('gid://shopify/FulfillmentHold/') },
    ]);
    expect(at.standIn.metrics()[shop]?.['']?.requests).toBe(1);
    expect((await act())[2]).toEqual({ ok: true, holdId: null });
    const seen = at.store.order(placed.id);
    expect(seen.tags).toEqual(['sekisho:held', 'sekisho:high']);
    expect(seen.holds).toHaveLength(1);
    expect((await load(at, placed.id)).snapshot.fulfillmentOrders[0]?.holds).toMatchObject([
      { handle: 'sekisho', ours: true },
    ]);
  });

  it('releases its own hold and leaves the merchant’s', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const order = await load(at, placed.id);
    const fulfillmentOrder = shipmentOf(order);
    const { gateway } = at.shopify;
    const [, , held] = await gateway.applyEffects(
      shop,
      order.snapshot.gid,
      stop(fulfillmentOrder),
      'order',
    );
    at.store.holdInAdmin(placed.id, '棚卸し');
    const holdIds = held?.ok === true && held.holdId ? [held.holdId] : [];
    expect(holdIds).toHaveLength(1);
    const release: OrderEffect = { kind: 'release', fulfillmentOrder, holdIds };
    for (let turn = 0; turn < 2; turn++) {
      const results = await gateway.applyEffects(shop, order.snapshot.gid, [release], 'staff');
      expect(results).toEqual([{ ok: true }]);
    }
    const left = (await load(at, placed.id)).snapshot.fulfillmentOrders[0]?.holds;
    expect(left).toMatchObject([{ ours: false }]);
  });

  it('cannot hold or mark what was shipped, and says so', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const order = await load(at, placed.id);
    at.store.fulfill(placed.id);
    const effects = stop(shipmentOf(order));
    const [tags, card, hold] = await at.shopify.gateway.applyEffects(
      shop,
      order.snapshot.gid,
      effects,
      'order',
    );
    expect(tags).toEqual({ ok: true });
    expect(card).toMatchObject({ ok: false, reason: 'shipped' });
    expect(hold).toMatchObject({ ok: false, reason: 'shipped' });
  });

  it('names the scope that a hold lacks and does the rest', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const order = await load(at, placed.id);
    at.store.setScopes(['read_orders', 'write_orders', 'read_merchant_managed_fulfillment_orders']);
    const sessionToken = at.standIn.sessionToken(shop);
    await at.memory.port.saveOffline(await at.shopify.tokens.exchangeOffline(shop, sessionToken));
    const effects = stop(shipmentOf(order));
    const results = await at.shopify.gateway.applyEffects(
      shop,
      order.snapshot.gid,
      effects,
      'order',
    );
    expect(results[0]).toEqual({ ok: true });
    expect(results[2]).toMatchObject({
      ok: false,
      reason: 'missing-scope',
      scope: 'write_merchant_managed_fulfillment_orders',
    });
  });

  it('does not know what became of a mutation whose answer was lost; a second try finds it done', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const order = await load(at, placed.id);
    at.standIn.faults.add({ fault: { kind: 'reset-after' }, times: 1, only: 'mutation' });
    const { gateway } = at.shopify;
    const act = () =>
      gateway.applyEffects(shop, order.snapshot.gid, stop(shipmentOf(order)), 'order');
    await expect(act()).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(at.store.order(placed.id).holds).toHaveLength(1);
    expect((await act())[2]).toEqual({ ok: true, holdId: null });
  });

  it('is served after a throttled turn and after a revoked token', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    at.standIn.faults.add({ fault: { kind: 'unauthorized' }, times: 1 });
    expect((await load(at, placed.id)).snapshot.id).toBe(placed.id);
    at.standIn.faults.add({ fault: { kind: 'throttled' }, times: 1 });
    expect((await load(at, placed.id)).snapshot.id).toBe(placed.id);
  });

  it('has no token any more once the app was uninstalled', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    at.store.uninstall();
    await expect(load(at, placed.id)).rejects.toMatchObject({ kind: 'no-token' });
    expect(at.memory.offline.size).toBe(0);
  });
});
