import { expect, test } from 'vitest';
import { startStandIn } from './start-stand-in.ts';

test('a token that nobody issued is refused with 401', async () => {
  const { ask } = await startStandIn();
  const answer = await ask('{ shop { name } }', {}, 'shpat_unknown');
  expect(answer.status).toBe(401);
  expect(answer.body.errors).toContain('Invalid API key or access token');
});

test('a field that Shopify does not have is refused in its words', async () => {
  const { ask } = await startStandIn();
  const { body } = await ask('query Bad { shop { favouriteColour } }');
  expect(body).not.toHaveProperty('data');
  expect(body.errors[0]).toMatchObject({
    message: "Field 'favouriteColour' doesn't exist on type 'Shop'",
    extensions: { code: 'undefinedField' },
  });
});

test('a variable of a wrong shape is refused with what is wrong', async () => {
  const { ask } = await startStandIn();
  const { body } = await ask(
    'mutation Add($i: OrderInput!) { orderUpdate(input: $i) { order { id } } }',
    {
      i: { id: 'gid://shopify/Order/1', colour: 'red' },
    },
  );
  expect(body.errors[0].message).toBe(
    'Variable $i of type OrderInput! was provided invalid value for colour (Field is not defined on OrderInput)',
  );
  expect(body.errors[0].extensions.code).toBe('INVALID_VARIABLE');
});

test('what is not modelled is an error and never an empty answer', async () => {
  const { ask, shop } = await startStandIn({}, { scopes: ['read_orders', 'read_products'] });
  const { gid } = shop.placeOrder();
  const root = await ask('{ products(first: 1) { nodes { id } } }');
  expect(root.body.errors[0].message).toContain('QueryRoot.products is not modelled');
  const field = await ask(`{ order(id: "${gid}") { events(first: 1) { nodes { id } } } }`);
  expect(field.body.errors[0].message).toContain('Order.events is not modelled');
});

test('a scope that was not granted is denied as Shopify denies it, and the rest is answered', async () => {
  const { ask, shop } = await startStandIn({}, { scopes: ['read_orders'] });
  const { gid } = shop.placeOrder({ customer: { email: 'reidai@example.com' } });
  const { body } = await ask(`query Read { order(id: "${gid}") { name customer { id } } }`);
  expect(body.data.order).toEqual({ name: '#1001', customer: null });
  expect(body.errors[0]).toMatchObject({
    message: 'Access denied for customer field. Required access: `read_customers` access scope.',
    path: ['order', 'customer'],
    extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_customers` access scope.' },
  });
  const write = await ask(`mutation { orderClose(input: { id: "${gid}" }) { order { id } } }`);
  expect(write.body.errors[0].extensions.code).toBe('ACCESS_DENIED');
  expect(shop.order(gid).closedAt).toBeNull();
});

test('a write scope reads too', async () => {
  const { ask, shop } = await startStandIn({}, { scopes: ['write_orders'] });
  const { gid } = shop.placeOrder();
  const { body } = await ask(`{ order(id: "${gid}") { name } }`);
  expect(body.data.order.name).toBe('#1001');
});

test('orders older than sixty days are invisible without read_all_orders', async () => {
  const { ask, shop, clock } = await startStandIn();
  const old = shop.placeOrder({ createdAt: clock.now() - 61 * 86_400_000, silent: true });
  shop.placeOrder();
  const query = `{ order(id: "${old.gid}") { id } orders(first: 5) { nodes { name } } }`;
  const { body } = await ask(query);
  expect(body.data).toEqual({ order: null, orders: { nodes: [{ name: '#1002' }] } });
});

test('orders are found by time and tag, in pages, newest first where asked', async () => {
  const { ask, shop, clock } = await startStandIn();
  for (let n = 0; n < 5; n += 1) {
    shop.placeOrder({ tags: n % 2 === 0 ? ['even'] : [] });
    clock.advance(60_000);
  }
  const since = new Date(clock.now() - 200_000).toISOString();
  const search =
    'query S($q: String, $after: String) { orders(first: 2, query: $q, after: $after, sortKey: CREATED_AT, reverse: true) { nodes { name } pageInfo { hasNextPage endCursor } } }';
  const first = (await ask(search, { q: `created_at:>='${since}'` })).body.data.orders;
  expect(first.nodes).toEqual([{ name: '#1005' }, { name: '#1004' }]);
  const next = await ask(search, { q: `created_at:>='${since}'`, after: first.pageInfo.endCursor });
  expect(next.body.data.orders.nodes).toEqual([{ name: '#1003' }]);
  const tagged = (await ask(search, { q: 'tag:even' })).body.data.orders;
  expect(tagged.nodes).toEqual([{ name: '#1005' }, { name: '#1003' }]);
  expect(tagged.pageInfo.hasNextPage).toBe(true);
});

test('a customer is one record for one mail address, and counts the order itself', async () => {
  const { ask, shop } = await startStandIn();
  shop.placeOrder({ customer: { email: 'reidai@example.com' } });
  const { gid } = shop.placeOrder({ customer: { email: 'reidai@example.com' } });
  const { body } = await ask(`{ order(id: "${gid}") { customer { numberOfOrders } } }`);
  expect(body.data.order.customer.numberOfOrders).toBe('2');
});

test('yen are told as Shopify tells them: a decimal in MoneyV2', async () => {
  const { ask, shop } = await startStandIn();
  const { gid } = shop.placeOrder({
    items: [{ title: '茶', price: 1200, quantity: 2 }],
    shippingFee: 660,
  });
  const { body } = await ask(
    `{ order(id: "${gid}") { totalPriceSet { shopMoney { amount currencyCode } } } }`,
  );
  expect(body.data.order.totalPriceSet.shopMoney).toEqual({
    amount: '3060.0',
    currencyCode: 'JPY',
  });
});

test('payment details are a union, null where the gateway tells nothing', async () => {
  const { ask, shop } = await startStandIn();
  const read = async (gid: string) =>
    (
      await ask(
        `{ order(id: "${gid}") { transactions { kind status manualPaymentGateway paymentDetails { __typename ... on CardPaymentDetails { cvvResultCode bin } } } } }`,
      )
    ).body.data.order.transactions;
  const card = shop.placeOrder({
    payment: { kind: 'card', cvv: 'N', failedAttempts: ['CARD_DECLINED'] },
  });
  expect(await read(card.gid)).toMatchObject([
    { status: 'FAILURE' },
    {
      kind: 'AUTHORIZATION',
      paymentDetails: { __typename: 'CardPaymentDetails', cvvResultCode: 'N', bin: '424242' },
    },
  ]);
  const cod = shop.placeOrder({ payment: { kind: 'cod' } });
  expect(await read(cod.gid)).toEqual([
    { kind: 'SALE', status: 'PENDING', manualPaymentGateway: true, paymentDetails: null },
  ]);
  const konbini = shop.placeOrder({ payment: { kind: 'konbini' } });
  expect((await read(konbini.gid))[0].paymentDetails.__typename).toBe(
    'LocalPaymentMethodsPaymentDetails',
  );
  expect(await read(shop.placeOrder({ payment: { kind: 'free' } }).gid)).toEqual([]);
});
