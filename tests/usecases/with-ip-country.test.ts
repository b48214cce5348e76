import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import { withIpCountry } from '../../web/usecases/judging/with-ip-country.ts';
import type { ShopifyPort } from '../../web/usecases/ports/shopify-port.ts';
import { facts, snapshot } from '../support/order-record.ts';

type Reads = Pick<ShopifyPort, 'loadOrder' | 'listOrders'>;

/** Two orders' reads only: whatever else is asked of it is a mistake of the test. */
function shopifyWith(change: Partial<OrderSnapshot>): ShopifyPort {
  const order = { facts: facts({ clientIp: '203.0.114.1' }), snapshot: snapshot(change) };
  const reads: Reads = {
    loadOrder: async (_shop, id) => (id === '1001' ? order : null),
    listOrders: async () => ({ orders: [order, order], cursor: 'next' }),
  };
  return reads as ShopifyPort;
}

function asked() {
  const addresses: unknown[] = [];
  const countryOf = (ip: unknown) => {
    addresses.push(ip);
    return 'AU';
  };
  return { addresses, port: { countryOf, data: () => null } };
}

describe('an order that is read', () => {
  it('brings the country of the buyer’s network, asked once', async () => {
    const { port, addresses } = asked();
    const shopify = withIpCountry(shopifyWith({}), port);
    const order = await shopify.loadOrder('shop', '1001', 'order');
    expect(order?.facts).toEqual({ ...facts({ clientIp: '203.0.114.1' }), ipCountry: 'AU' });
    expect(addresses).toEqual(['203.0.114.1']);
  });

  it('in the look-back too', async () => {
    const { port } = asked();
    const page = await withIpCountry(shopifyWith({}), port).listOrders('shop', '', null, 25);
    expect(page.orders.map((order) => order.facts.ipCountry)).toEqual(['AU', 'AU']);
    expect(page.cursor).toBe('next');
  });

  it.each(['pos', 'shopify_draft_order', 'iphone', 'android', null])(
    'from %s has the network of the staff: nothing is looked up',
    async (sourceName) => {
      const { port, addresses } = asked();
      const order = await withIpCountry(shopifyWith({ sourceName }), port).loadOrder(
        's',
        '1001',
        'order',
      );
      expect(order?.facts.ipCountry).toBeUndefined();
      expect(addresses).toEqual([]);
    },
  );

  it('by a sales channel with a number has the buyer’s', async () => {
    const { port } = asked();
    const shopify = withIpCountry(shopifyWith({ sourceName: '3890849' }), port);
    expect((await shopify.loadOrder('s', '1001', 'order'))?.facts.ipCountry).toBe('AU');
  });

  it('of an unknown country is handed on as it is', async () => {
    const port = { countryOf: () => undefined, data: () => null };
    const order = await withIpCountry(shopifyWith({}), port).loadOrder('s', '1001', 'order');
    expect(order?.facts).toEqual(facts({ clientIp: '203.0.114.1' }));
  });

  it('that does not exist stays so', async () => {
    const shopify = withIpCountry(shopifyWith({}), asked().port);
    expect(await shopify.loadOrder('s', '9', 'order')).toBeNull();
  });
});
