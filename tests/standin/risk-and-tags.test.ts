import { expect, test } from 'vitest';
import { startStandIn } from './start-stand-in.ts';

const assess = (gid: string, facts: number, level = 'HIGH') => {
  const list = Array.from(
    { length: facts },
    (_, n) => `{ description: "理由${n}", sentiment: NEGATIVE }`,
  );
  return `mutation { orderRiskAssessmentCreate(orderRiskAssessmentInput: { orderId: "${gid}", riskLevel: ${level}, facts: [${list}] }) { orderRiskAssessment { riskLevel provider { title } } userErrors { code } } }`;
};

test("an app has one assessment: a new one takes the old one's place, Shopify's stays", async () => {
  const { shop, ask } = await startStandIn();
  const { gid } = shop.placeOrder({ shopifyRisk: 'MEDIUM' });
  const made = (await ask(assess(gid, 2))).body.data.orderRiskAssessmentCreate;
  expect(made.orderRiskAssessment).toEqual({ riskLevel: 'HIGH', provider: { title: 'Sekisho' } });
  await ask(assess(gid, 1, 'LOW'));
  expect(shop.order(gid).risk).toMatchObject([
    { by: 'Shopify', ours: false, level: 'MEDIUM' },
    { by: 'Sekisho', ours: true, level: 'LOW', facts: [{ description: '理由0' }] },
  ]);
});

test('too many facts, an unknown order and a shipped order are refused', async () => {
  const { shop, ask } = await startStandIn();
  const { gid } = shop.placeOrder();
  const codes = async (query: string) =>
    (await ask(query)).body.data.orderRiskAssessmentCreate.userErrors.map(
      ({ code }: { code: string }) => code,
    );
  expect(await codes(assess(gid, 21))).toEqual(['TOO_MANY_FACTS']);
  expect(await codes(assess('gid://shopify/Order/1', 1))).toEqual(['NOT_FOUND']);
  shop.fulfill(gid);
  expect(await codes(assess(gid, 1))).toEqual(['ORDER_ALREADY_FULFILLED']);
});

test('more than 250 tags at once are refused as a whole, a tag over 40 characters by name', async () => {
  const { shop, ask } = await startStandIn();
  const { gid } = shop.placeOrder();
  const add = (tags: string[]) =>
    ask(
      'mutation Add($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }',
      {
        id: gid,
        tags,
      },
    );
  const many = await add(Array.from({ length: 251 }, (_, n) => `t${n}`));
  expect(many.body.errors[0].extensions.code).toBe('MAX_INPUT_SIZE_EXCEEDED');
  const long = await add(['x'.repeat(41)]);
  expect(long.body.data.tagsAdd.userErrors[0].message).toContain('maximum length of 40');
  expect(shop.order(gid).tags).toEqual([]);
});

test('metafields are written together or not at all, and read back under the app', async () => {
  const { shop, ask } = await startStandIn();
  const owner = shop.store.state.gid;
  const set = (key: string, value: string) =>
    ask(
      `mutation { metafieldsSet(metafields: [{ ownerId: "${owner}", namespace: "$app", key: "notice", type: "json", value: "{}" }, { ownerId: "${owner}", namespace: "$app", key: "${key}", type: "json", value: "${value}" }]) { metafields { namespace } userErrors { field code } } }`,
    );
  const wrong = (await set('other', 'no json')).body.data.metafieldsSet;
  expect(wrong.userErrors).toEqual([
    { field: ['metafields', '1', 'value'], code: 'INVALID_VALUE' },
  ]);
  expect(shop.store.state.metafields).toEqual([]);
  const right = (await set('other', '[1]')).body.data.metafieldsSet;
  expect(right.metafields[0].namespace).toMatch(/^app--\d+$/);
  const { body } = await ask(
    '{ shop { metafield(namespace: "$app", key: "other") { jsonValue compareDigest } } }',
  );
  expect(body.data.shop.metafield.jsonValue).toEqual([1]);
  await ask(
    `mutation { metafieldsDelete(metafields: [{ ownerId: "${owner}", namespace: "$app", key: "other" }]) { deletedMetafields { key } } }`,
  );
  expect(shop.store.state.metafields).toHaveLength(1);
});

test('what staff do in admin is told as an update', async () => {
  const { shop, clock } = await startStandIn();
  const { name } = shop.placeOrder({ shipping: { city: '渋谷区', address1: '神宮前99-1' } });
  clock.advance(1000);
  shop.editAddress(name, { address1: '神宮前99-2' });
  shop.editNote(name, '電話済み');
  shop.tag(name, ['確認済み']);
  shop.addTransaction(name, {
    kind: 'SALE',
    status: 'FAILURE',
    errorCode: 'CARD_DECLINED',
    amount: 500,
  });
  const order = shop.order(name);
  expect(order).toMatchObject({
    note: '電話済み',
    tags: ['確認済み'],
    updatedAt: '2026-11-22T03:00:01.000Z',
  });
  expect(order.shippingAddress).toMatchObject({ city: '渋谷区', address1: '神宮前99-2' });
  expect(order.money.transactions.at(-1)).toMatchObject({ status: 'FAILURE', amount: 500 });
});
