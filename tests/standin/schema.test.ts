import { parse, validate, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { loadAdminSchema } from '../../web/standin/schema/load.ts';

test('the kept schema is whole: it validates and holds the operations that the app lives on', () => {
  const { schema } = loadAdminSchema();
  expect(validateSchema(schema)).toEqual([]);
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const name of ['orderCancel', 'fulfillmentOrderHold', 'transactionVoid', 'tagsAdd']) {
    expect(mutations).toHaveProperty(name);
  }
});

test('an invented field is refused as Shopify would refuse it', () => {
  const { schema } = loadAdminSchema();
  const errors = validate(schema, parse('{ shop { favouriteColour } }'));
  expect(errors).toHaveLength(1);
});

test('access scopes and deprecations survive the stripping', () => {
  const { schema, access } = loadAdminSchema();
  expect(access.get('FulfillmentHold.heldByApp')).toEqual({
    text: '`read_apps` access scope.',
    scopes: ['read_apps'],
  });
  const order = schema.getType('Order');
  const fields = order && 'getFields' in order ? order.getFields() : {};
  expect(fields).toHaveProperty('riskLevel.deprecationReason');
});
