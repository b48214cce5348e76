import { describe, expect, it } from 'vitest';
import { shop } from './memory-tokens.ts';
import { standInBench } from './standin-bench.ts';

const bench = standInBench();

async function load(id: string) {
  const loaded = await bench().shopify.gateway.loadOrder(shop, id, 'staff');
  if (loaded === null) throw new Error(`no order ${id}`);
  return loaded;
}

describe('money', () => {
  const cancel = (orderGid: string) =>
    bench().shopify.gateway.cancelOrder(shop, {
      orderGid,
      reason: 'FRAUD',
      restock: true,
      refund: true,
      notifyCustomer: false,
      staffNote: null,
    });

  it('goes back by a cancellation that is followed to its end, and is refused a second time', async () => {
    const { store, shopify } = bench();
    const placed = store.placeOrder({ payment: { kind: 'card', capture: 'sale' } });
    const answer = await cancel(placed.gid);
    if (!answer.ok) throw new Error(answer.message);
    expect(await cancel(placed.gid)).toMatchObject({ ok: false, code: 'in-progress' });
    const look = () => shopify.gateway.cancelProgress(shop, answer.jobId, placed.gid);
    expect(await look()).toEqual({ done: false });
    expect(await look()).toMatchObject({ done: true, cancelledAt: expect.any(String) });
    expect(store.order(placed.id).money).toMatchObject({ status: 'REFUNDED', refunded: 3000 });
    expect(await cancel(placed.gid)).toMatchObject({ ok: false, code: 'already-cancelled' });
  });

  it('is not given back for what was shipped', async () => {
    const { store } = bench();
    const placed = store.placeOrder({});
    store.fulfill(placed.id);
    expect(await cancel(placed.gid)).toMatchObject({ ok: false, code: 'outstanding-fulfillments' });
  });

  it('is released by a void, once', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const authorization = placed.money.transactions[0]?.gid ?? '';
    const { gateway } = at.shopify;
    expect(await gateway.voidAuthorization(shop, authorization)).toEqual({ ok: true });
    expect((await load(placed.id)).snapshot.financialStatus).toBe('VOIDED');
    expect(await gateway.voidAuthorization(shop, authorization)).toMatchObject({
      ok: false,
      code: 'AUTH_NOT_VOIDABLE',
    });
  });

  it('is captured, and no more than was authorized', async () => {
    const at = bench();
    const placed = at.store.placeOrder({});
    const authorization = placed.money.transactions[0]?.gid ?? '';
    const take = (amount: number) =>
      at.shopify.gateway.capture(shop, placed.gid, authorization, { amount, currency: 'JPY' });
    expect(await take(99_999)).toMatchObject({ ok: false, code: null });
    expect(await take(3000)).toEqual({ ok: true });
    expect((await load(placed.id)).facts.paid).toBe(true);
  });
});
