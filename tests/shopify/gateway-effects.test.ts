import { describe, expect, it } from 'vitest';
import type { OrderEffect } from '../../web/usecases/ports/shopify-port.ts';
import { done, gatewayBench, order, refusal } from './gateway-bench.ts';
import { cost } from './loopback-shopify.ts';
import { shop } from './memory-tokens.ts';

const { gateway, answers, answer, sent, requests } = gatewayBench();

const fulfillmentOrder = 'gid://shopify/FulfillmentOrder/21';
const otherFulfillmentOrder = 'gid://shopify/FulfillmentOrder/22';
const hold = 'gid://shopify/FulfillmentHold/31';

const holdEffect: OrderEffect = {
  kind: 'hold',
  fulfillmentOrder,
  reason: 'HIGH_RISK_OF_FRAUD',
  notes: 'Sekisho: 危険',
};
const releaseEffect: OrderEffect = { kind: 'release', fulfillmentOrder, holdIds: [hold] };

describe('the effects of an order', () => {
  it('leave as one mutation document', async () => {
    answers({
      e0: done,
      e1: done,
      e2: done,
      e3: { fulfillmentHold: { id: hold }, userErrors: [] },
      e4: { fulfillmentHold: { id: `${hold}2` }, userErrors: [] },
      e5: done,
    });
    const facts = Array.from({ length: 25 }, (_, index) => ({
      description: `${index} ${'長'.repeat(300)}`,
      sentiment: 'NEGATIVE' as const,
    }));
    const results = await gateway().applyEffects(
      shop,
      order,
      [
        { kind: 'add-tags', tags: ['sekisho:high', 'sekisho:held'] },
        { kind: 'remove-tags', tags: ['sekisho:caution'] },
        { kind: 'risk-card', level: 'HIGH', facts },
        { ...holdEffect, notes: '𠮷'.repeat(200) },
        { ...holdEffect, fulfillmentOrder: otherFulfillmentOrder },
        releaseEffect,
      ],
      'order',
    );
    expect(results).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
      { ok: true, holdId: hold },
      { ok: true, holdId: `${hold}2` },
      { ok: true },
    ]);
    expect(requests()).toBe(1);
    expect(sent().variables).toMatchObject({
      order,
      e0: ['sekisho:high', 'sekisho:held'],
      e2: { orderId: order, riskLevel: 'HIGH' },
      e3Id: fulfillmentOrder,
      e3: { reason: 'HIGH_RISK_OF_FRAUD', handle: 'sekisho', notifyMerchant: false },
      e5Id: fulfillmentOrder,
      e5: [hold],
    });
  });

  it('keep to Shopify’s lengths and never cut a character in two', async () => {
    answers({ e0: done, e1: { fulfillmentHold: { id: hold }, userErrors: [] } });
    const facts = Array.from({ length: 25 }, () => ({
      description: '長'.repeat(300),
      sentiment: 'NEUTRAL' as const,
    }));
    const effects: OrderEffect[] = [
      { kind: 'risk-card', level: 'MEDIUM', facts },
      { ...holdEffect, notes: '𠮷'.repeat(200) },
    ];
    await gateway().applyEffects(shop, order, effects, 'order');
    const { e0, e1 } = Object(sent().variables);
    expect(e0.facts).toHaveLength(20);
    expect(e0.facts[0].description).toBe(`${'長'.repeat(255)}…`);
    expect(e1.reasonNotes.length).toBeLessThanOrEqual(255);
    expect(e1.reasonNotes).toBe(`${'𠮷'.repeat(127)}…`);
  });

  it('never release without hold ids, which would release everybody’s holds', async () => {
    const nothing: OrderEffect[] = [
      { ...releaseEffect, holdIds: [] },
      { kind: 'add-tags', tags: [] },
    ];
    expect(await gateway().applyEffects(shop, order, nothing, 'staff')).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(requests()).toBe(0);
    answers({ e0: done });
    const mixed: OrderEffect[] = [...nothing, { kind: 'remove-tags', tags: ['sekisho:held'] }];
    expect(await gateway().applyEffects(shop, order, mixed, 'staff')).toHaveLength(3);
    expect(sent().document).not.toContain('fulfillmentOrderReleaseHold');
  });

  it.each([
    [
      holdEffect,
      'already in use by this app',
      'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
      { ok: true, holdId: null },
    ],
    [
      holdEffect,
      'maximum',
      'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
      { ok: false, reason: 'hold-limit' },
    ],
    [holdEffect, 'x', 'FULFILLMENT_ORDER_NOT_FOUND', { ok: false, reason: 'nothing-to-ship' }],
    [
      holdEffect,
      'Fulfillment order does not exist.',
      undefined,
      { ok: false, reason: 'nothing-to-ship' },
    ],
    [holdEffect, 'The fulfillment order is closed.', undefined, { ok: false, reason: 'shipped' }],
    [
      holdEffect,
      'Fulfillment order has been cancelled.',
      undefined,
      { ok: false, reason: 'nothing-to-ship' },
    ],
    [
      holdEffect,
      'The fulfillment order is in progress.',
      undefined,
      { ok: false, reason: 'in-progress' },
    ],
    [holdEffect, 'Something new.', 'SOMETHING_NEW', { ok: false, reason: 'refused' }],
    [
      releaseEffect,
      'Fulfillment order does not exist.',
      'FULFILLMENT_ORDER_NOT_FOUND',
      { ok: true },
    ],
    [releaseEffect, 'The fulfillment order is not on hold.', undefined, { ok: true }],
    [releaseEffect, 'Invalid access', 'INVALID_ACCESS', { ok: false, reason: 'missing-scope' }],
    [
      { kind: 'risk-card', level: 'HIGH', facts: [] } satisfies OrderEffect,
      'Order already fulfilled',
      'ORDER_ALREADY_FULFILLED',
      { ok: false, reason: 'shipped' },
    ],
    [
      { kind: 'add-tags', tags: ['x'] } satisfies OrderEffect,
      'Tag is too long',
      undefined,
      { ok: false, reason: 'refused', message: 'Tag is too long' },
    ],
  ])('tell by name why one was refused (%#: %j %s %s)', async (effect, message, code, expected) => {
    answers({ e0: refusal(message, code) });
    const [result] = await gateway().applyEffects(shop, order, [effect], 'order');
    expect(result).toMatchObject(expected);
  });

  it('name the missing scope of one and do the others', async () => {
    const access = '`write_third_party_fulfillment_orders` access scope.';
    const error = {
      message: `Access denied for fulfillmentOrderHold field. Required access: ${access}`,
      path: ['e1'],
      extensions: { code: 'ACCESS_DENIED', requiredAccess: access },
    };
    const body = { data: { e0: done, e1: null }, errors: [error], extensions: cost(20) };
    answer({ body });
    const effects: OrderEffect[] = [{ kind: 'add-tags', tags: ['sekisho:high'] }, holdEffect];
    expect(await gateway().applyEffects(shop, order, effects, 'order')).toEqual([
      { ok: true },
      {
        ok: false,
        reason: 'missing-scope',
        message: error.message,
        scope: 'write_third_party_fulfillment_orders',
      },
    ]);
  });

  it('take an id that Shopify does not know for a fulfillment order that is gone', async () => {
    const errors = [
      { message: 'invalid id', path: ['e0'], extensions: { code: 'RESOURCE_NOT_FOUND' } },
    ];
    answer({ body: { data: { e0: null }, errors, extensions: cost(10) } });
    expect(await gateway().applyEffects(shop, order, [holdEffect], 'order')).toMatchObject([
      { ok: false, reason: 'nothing-to-ship' },
    ]);
  });

  it('are unknown where one of them failed inside Shopify', async () => {
    const errors = [
      { message: 'Internal', path: ['e0'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ];
    answer({ body: { data: { e0: null }, errors, extensions: cost(10) } });
    const work = gateway().applyEffects(shop, order, [holdEffect], 'order');
    await expect(work).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });
});
