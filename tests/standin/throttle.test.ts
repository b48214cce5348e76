import { expect, test } from 'vitest';
import { actualCost } from '../../web/standin/graphql/actual-cost.ts';
import { pageWeight } from '../../web/standin/graphql/cost-rules.ts';
import { readDocument } from '../../web/standin/graphql/documents.ts';
import { requestedCost } from '../../web/standin/graphql/requested-cost.ts';
import { loadAdminSchema } from '../../web/standin/schema/load.ts';
import { startStandIn } from './start-stand-in.ts';

function priced(query: string, variables: Record<string, unknown> = {}) {
  const read = readDocument(query);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return { ...read, schema: loadAdminSchema().schema, variables };
}

test.each([
  ['{ shop { name } }', 1],
  ['{ order(id: "x") { id totalPriceSet { shopMoney { amount } } } }', 1],
  ['{ orders(first: 10) { nodes { id } } }', 6],
  ['{ orders(first: 50) { nodes { id customer { id } } } }', 16],
  ['{ orders(first: 250) { edges { node { id } } pageInfo { hasNextPage } } }', 13],
  ['mutation { tagsAdd(id: "x", tags: ["a"]) { node { id } userErrors { message } } }', 10],
  [
    'mutation { a: tagsAdd(id: "x", tags: ["a"]) { userErrors { message } } b: tagsAdd(id: "x", tags: ["b"]) { userErrors { message } } }',
    20,
  ],
  [
    'mutation { orderCapture(input: { id: "x", parentTransactionId: "y", amount: 1 }) { transaction { id } } }',
    20,
  ],
])('%s is priced at %i points, as recorded', (query, points) => {
  expect(requestedCost(priced(query))).toBe(points);
});

test('a page weighs less the longer it is', () => {
  expect([0, 1, 5, 10, 20, 25, 50, 100, 200, 250].map(pageWeight)).toEqual([
    0, 1, 3, 4, 5, 6, 7, 9, 10, 11,
  ]);
});

test('a variable for the page size counts, and a skipped field does not', () => {
  const query =
    'query Q($n: Int!, $no: Boolean!) { orders(first: $n) { nodes { id customer @include(if: $no) { id } } } }';
  expect(requestedCost(priced(query, { n: 50, no: false }))).toBe(9);
  expect(requestedCost(priced(query, { n: 5, no: true }))).toBe(8);
});

test('an answer is charged for what it held', () => {
  const query = priced('{ orders(first: 50) { nodes { id } } }');
  const orders = (n: number) => ({
    orders: { nodes: Array.from({ length: n }, () => ({ id: 'x' })) },
  });
  expect(actualCost(query, orders(50), 9)).toBe(9);
  expect(actualCost(query, orders(3), 9)).toBe(3);
  expect(actualCost(query, { orders: null }, 9)).toBe(1);
});

test('more than a thousand points are refused before anything runs', async () => {
  const { ask } = await startStandIn();
  const { body } = await ask(
    '{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } fulfillmentOrders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } } } }',
  );
  expect(body.errors[0].extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', maxCost: 1000 });
});

test('an empty bucket answers THROTTLED with HTTP 200, and fills again with time', async () => {
  const { ask, clock } = await startStandIn({ bucket: { maximum: 20, restoreRate: 10 } });
  const query =
    'mutation Close { orderClose(input: { id: "gid://shopify/Order/1" }) { userErrors { message } } }';
  const first = await ask(query);
  expect(first.body.extensions.cost).toEqual({
    requestedQueryCost: 10,
    actualQueryCost: 10,
    throttleStatus: { maximumAvailable: 20, currentlyAvailable: 10, restoreRate: 10 },
  });
  await ask(query);
  const refused = await ask(query);
  expect(refused.status).toBe(200);
  expect(refused.body).not.toHaveProperty('data');
  expect(refused.body.errors[0]).toMatchObject({
    message: 'Throttled',
    extensions: { code: 'THROTTLED' },
  });
  expect(refused.body.extensions.cost.throttleStatus.currentlyAvailable).toBe(0);
  clock.advance(1000);
  expect((await ask(query)).body.data.orderClose).toBeDefined();
});

test('what was requested and not used is given back', async () => {
  const { ask } = await startStandIn({ bucket: { maximum: 100, restoreRate: 1 } });
  const { body } = await ask('{ orders(first: 50) { nodes { id } } }');
  expect(body.extensions.cost.requestedQueryCost).toBe(9);
  expect(body.extensions.cost.throttleStatus.currentlyAvailable).toBe(
    100 - body.extensions.cost.actualQueryCost,
  );
});

test('requests and points are counted by store and operation', async () => {
  const { ask, standIn } = await startStandIn();
  await ask('query Who { shop { name } }');
  await ask('query Who { shop { name } }');
  await ask('query Bad { shop { nothing } }');
  const counts = standIn.metrics()['reidai.myshopify.com'];
  expect(counts?.Who).toMatchObject({ requests: 2, points: 2, errors: 0 });
  expect(counts?.Bad).toMatchObject({ requests: 1, points: 0, errors: 1 });
  expect(counts?.['']).toMatchObject({ requests: 3, points: 2 });
  standIn.resetMetrics();
  expect(standIn.metrics()).toEqual({});
});
