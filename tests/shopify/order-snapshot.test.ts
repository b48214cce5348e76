import { describe, expect, it } from 'vitest';
import { type OrderNode, orderNode } from '../../web/shopify/operations/order-fields.ts';
import { toOrderSnapshot } from '../../web/shopify/order-snapshot.ts';
import { fulfillmentOrderAnswer, nulledFields, orderAnswer } from './order-node.fixture.ts';

const node = (change: Record<string, unknown> = {}): OrderNode =>
  orderNode.parse(orderAnswer(change));

describe('the snapshot of an order', () => {
  it('holds money, shipment and tags', () => {
    const hold = {
      id: 'gid://shopify/FulfillmentHold/31',
      handle: 'sekisho',
      heldByRequestingApp: true,
    };
    const held = fulfillmentOrderAnswer({
      status: 'ON_HOLD',
      supportedActions: [{ action: 'RELEASE_HOLD' }],
      fulfillmentHolds: [hold],
    });
    expect(toOrderSnapshot(node({ fulfillmentOrders: { nodes: [held] } }))).toMatchObject({
      id: '820982911946154508',
      gid: 'gid://shopify/Order/820982911946154508',
      financialStatus: 'AUTHORIZED',
      tags: ['vip'],
      total: { amount: 12800, currency: 'JPY' },
      gatewayNames: ['Shopify Payments'],
      transactions: [{ kind: 'AUTHORIZATION', parentGid: null, manual: false }],
      fulfillmentOrders: [
        {
          gid: 'gid://shopify/FulfillmentOrder/21',
          status: 'ON_HOLD',
          canHold: false,
          holds: [{ gid: hold.id, handle: 'sekisho', ours: true }],
        },
      ],
      customer: { numberOfOrders: 3 },
    });
  });

  it('survives every null that Shopify allows', () => {
    expect(toOrderSnapshot(node(nulledFields))).toMatchObject({
      sourceName: null,
      financialStatus: null,
      gatewayNames: [],
      transactions: [{ gateway: null, parentGid: null }],
      fulfillmentOrders: [],
      customer: null,
    });
  });

  it('is refused where money or shipment are missing, for that would look like none', () => {
    for (const field of ['transactions', 'fulfillmentOrders', 'tags', 'cancelledAt']) {
      const { [field]: left, ...rest } = orderAnswer();
      expect(left).not.toBeUndefined();
      expect(orderNode.safeParse(rest).success).toBe(false);
    }
  });

  it('does not know a count that no number holds', () => {
    const customer = { id: 'gid://shopify/Customer/1', numberOfOrders: '18446744073709551615' };
    expect(toOrderSnapshot(node({ customer })).customer?.numberOfOrders).toBeNull();
  });
});
