import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrder } from '../../web/shopify/operations/read-order.ts';
import { type BuiltClient, buildClient, faultOf } from './built-client.ts';
import { cost, type LoopbackShopify, startLoopbackShopify } from './loopback-shopify.ts';
import { shop } from './memory-tokens.ts';
import { addressAnswer, orderAnswer } from './order-node.fixture.ts';

let shopify: LoopbackShopify;
beforeEach(async () => {
  shopify = await startLoopbackShopify();
});
afterEach(() => shopify.close());

const query = readOrder('gid://shopify/Order/820982911946154508');
const build = () => buildClient({ origin: shopify.origin });

const denied = (path: (string | number)[], access = '`read_customers` access scope.') => ({
  message: `Access denied for ${path.at(-1)} field. Required access: ${access}`,
  path,
  extensions: { code: 'ACCESS_DENIED', requiredAccess: access },
});

describe('half an answer', () => {
  const load = async (
    built: BuiltClient,
    order: Record<string, unknown> | null,
    errors: unknown[],
  ) => {
    shopify.answer({ body: { data: { order }, errors, extensions: cost(33) } });
    return built.client.run(shop, query, 'order');
  };

  it('makes denied fields unknown and keeps the rest', async () => {
    const order = orderAnswer({
      customer: null,
      email: null,
      shippingAddress: addressAnswer({ phone: null, company: null }),
    });
    const errors = [
      denied(['order', 'customer']),
      denied(['order', 'email']),
      denied(['order', 'shippingAddress', 'phone']),
    ];
    const built = build();
    const { data } = await load(built, order, errors);
    expect(data.order).not.toHaveProperty('customer');
    expect(data.order).not.toHaveProperty('email');
    expect(data.order?.shippingAddress).not.toHaveProperty('phone');
    expect(data.order?.shippingAddress?.company).toBeNull();
    expect(data.order?.tags).toEqual(['vip']);
    expect(built.lines.join()).not.toContain('霞が関');
  });

  it('is refused where a field that may not be null took the order along', async () => {
    const error = denied(
      ['order', 'fulfillmentOrders'],
      '`read_merchant_managed_fulfillment_orders` access scope',
    );
    const fault = await faultOf(load(build(), null, [error]));
    expect(fault).toMatchObject({
      kind: 'denied',
      scope: 'read_merchant_managed_fulfillment_orders',
    });
  });

  it('is tried again where money or shipment failed inside Shopify', async () => {
    const error = {
      message: 'Internal error',
      path: ['order', 'transactions'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
    const fault = await faultOf(load(build(), null, [error]));
    expect(fault.kind).toBe('transient');
  });

  const lost = (field: string) => ({
    message: 'Internal error',
    path: ['order', field],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });

  it('is asked for again where a part failed inside Shopify, and is whole then', async () => {
    const { client } = build();
    const half = { ...orderAnswer({}), customer: null };
    shopify.answer(
      { body: { data: { order: half }, errors: [lost('customer')], extensions: cost(33) } },
      { body: { data: { order: orderAnswer({}) }, extensions: cost(33) } },
    );
    const { data } = await client.run(shop, query, 'order');
    expect(data.order?.customer).toMatchObject({ id: expect.any(String) });
    expect(shopify.seen).toHaveLength(2);
  });

  it('is taken as it is where the same part fails each time: the order is judged all the same', async () => {
    const half = { ...orderAnswer({}), customer: null };
    const { data } = await load(build(), half, [lost('customer')]);
    expect(data.order).not.toHaveProperty('customer');
    expect(shopify.seen).toHaveLength(3);
  });

  it('is asked for once where a part is denied: it will be denied again', async () => {
    const built = build();
    await load(built, { ...orderAnswer({}), customer: null }, [denied(['order', 'customer'])]);
    expect(shopify.seen).toHaveLength(1);
  });

  it('is an answer where it says that there is no such order', async () => {
    const error = {
      message: 'Invalid id',
      path: ['order'],
      extensions: { code: 'RESOURCE_NOT_FOUND' },
    };
    expect((await load(build(), null, [error])).data).toEqual({ order: null });
  });
});
