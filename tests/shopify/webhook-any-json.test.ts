import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownTopic, parseWebhook } from '../../web/shopify/webhook-payload.ts';
import { orderText } from './webhook-bodies.fixture.ts';

const knownTopics = [
  ...['create', 'updated', 'cancelled', 'paid', 'risk_assessment_changed'].map(
    (t) => `orders/${t}`,
  ),
  ...['create', 'update'].map((t) => `disputes/${t}`),
  ...['order_routing_complete', 'split', 'moved', 'merged'].map((t) => `fulfillment_orders/${t}`),
  'order_transactions/create',
  'shop/update',
  'app/scopes_update',
  'app/uninstalled',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
];

describe('any JSON', () => {
  it.each(knownTopics)('never makes %s throw', (topic) => {
    expect(isKnownTopic(topic)).toBe(true);
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(typeof parseWebhook(topic, text).kind).toBe('string');
      }),
      { numRuns: 150 },
    );
  });

  it('never makes an order webhook throw, whatever stands in its own fields', () => {
    const fields = Object.keys(JSON.parse(orderText)).map((key) =>
      fc.tuple(fc.constant(key), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.tuple(...fields), (entries) => {
        const body = { ...Object.fromEntries(entries), id: 7, admin_graphql_api_id: null };
        const payload = parseWebhook('orders/create', JSON.stringify(body));
        expect(payload).toMatchObject({ kind: 'order', orderId: '7' });
      }),
      { numRuns: 300 },
    );
  });

  it('never makes a deeply nested body throw', () => {
    const deep = `{"id":1234567890123456789,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(() => parseWebhook('fulfillment_orders/split', deep)).not.toThrow();
  });
});
