import { describe, expect, it } from 'vitest';
import { done, gatewayBench, order } from './gateway-bench.ts';
import { cost } from './loopback-shopify.ts';
import { shop } from './memory-tokens.ts';
import { fulfillmentOrderAnswer, orderAnswer } from './order-node.fixture.ts';

const { gateway, answers, answer, sent, requests } = gatewayBench();

describe('an order', () => {
  it('is read in one request, with facts and snapshot', async () => {
    answers({ order: orderAnswer() });
    const loaded = await gateway().loadOrder(shop, '820982911946154508', 'order');
    expect(loaded?.facts.gateway).toBe('Shopify Payments');
    expect(loaded?.snapshot.fulfillmentOrders).toHaveLength(1);
    expect(sent().variables).toEqual({ id: order });
  });

  it('is read without what is denied to the app, and names the scope', async () => {
    const access = '`read_customers` access scope.';
    const error = {
      message: `Access denied for customer field. Required access: ${access}`,
      path: ['order', 'customer'],
      extensions: { code: 'ACCESS_DENIED', requiredAccess: access },
    };
    const data = { order: orderAnswer({ customer: null }) };
    answer({ body: { data, errors: [error], extensions: cost(33) } });
    const loaded = await gateway().loadOrder(shop, '820982911946154508', 'order');
    expect(loaded?.missingScopes).toEqual(['read_customers']);
    expect(loaded?.snapshot.customer).toBeNull();
    expect(loaded?.facts.email).toBe('reidai.hanako@example.jp');
  });

  it('is null where Shopify does not have it', async () => {
    answers({ order: null });
    expect(await gateway().loadOrder(shop, '1', 'order')).toBeNull();
  });

  it('is listed with a cursor while there are more, at most 25 a page', async () => {
    const page = (hasNextPage: boolean) => ({
      orders: { nodes: [orderAnswer()], pageInfo: { hasNextPage, endCursor: 'abc' } },
    });
    answers(page(true), page(false));
    const port = gateway();
    const first = await port.listOrders(shop, 'created_at:>2026-11-01', null, 250);
    expect(first.orders[0]?.snapshot.name).toBe('#1001');
    expect(first.cursor).toBe('abc');
    expect((await port.listOrders(shop, '', first.cursor, 10)).cursor).toBeNull();
    expect(sent().variables).toMatchObject({ first: 25, after: null });
    expect(sent(1).variables).toMatchObject({ first: 10, after: 'abc' });
  });
});

describe('fulfillment orders of several orders', () => {
  it('are read in one request; an order that is gone is absent', async () => {
    const node = (id: string) => ({
      id: `gid://shopify/Order/${id}`,
      fulfillmentOrders: { nodes: [fulfillmentOrderAnswer({ status: 'SCHEDULED' })] },
    });
    answers({ nodes: [node('1'), null, node('3')] });
    const found = await gateway().loadFulfillmentOrders(shop, ['1', '2', '3'], 'order');
    expect([...found.keys()]).toEqual(['1', '3']);
    expect(found.get('3')).toMatchObject([{ status: 'SCHEDULED', canHold: true, holds: [] }]);
    expect(requests()).toBe(1);
  });

  it('cost no request where there is none to ask for', async () => {
    expect((await gateway().loadFulfillmentOrders(shop, [], 'order')).size).toBe(0);
    expect(requests()).toBe(0);
  });
});

describe('the shop', () => {
  const shopAnswer = {
    shop: {
      id: 'gid://shopify/Shop/5',
      name: '例題珈琲',
      ianaTimezone: 'Asia/Tokyo',
      currencyCode: 'JPY',
      plan: { shopifyPlus: false },
    },
    currentAppInstallation: { accessScopes: [{ handle: 'read_orders' }] },
  };

  it('tells its name, clock, currency and what it granted', async () => {
    answers(shopAnswer);
    expect(await gateway().shopInfo(shop)).toEqual({
      gid: 'gid://shopify/Shop/5',
      name: '例題珈琲',
      timezone: 'Asia/Tokyo',
      currency: 'JPY',
      shopifyPlus: false,
      scopes: ['read_orders'],
    });
  });

  it('keeps the notice in its own metafield, asking for its id once', async () => {
    answers(shopAnswer, { metafieldsSet: done }, { metafieldsDelete: done });
    const port = gateway();
    expect(
      await port.writeNotice(shop, 'three_ds_notice', { ja: 'お知らせ', en: 'Notice' }),
    ).toEqual({ ok: true });
    expect(await port.writeNotice(shop, 'three_ds_notice', null)).toEqual({ ok: true });
    const where = {
      ownerId: 'gid://shopify/Shop/5',
      namespace: '$app',
      key: 'three_ds_notice',
    };
    const value = '{"ja":"お知らせ","en":"Notice"}';
    expect(sent(1).variables).toEqual({ metafields: [{ ...where, type: 'json', value }] });
    expect(sent(2).variables).toEqual({ metafields: [where] });
    expect(requests()).toBe(3);
  });
});
