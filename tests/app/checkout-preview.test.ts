import { describe, expect, it } from 'vitest';
import type { CheckoutCondition, CodRule } from '../../web/contract/checkout-settings.ts';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody } from '../support/list-bodies.ts';

const clerk = clerkAtWork();

const when = (id: string, ...conditions: CheckoutCondition[]): CodRule => ({
  ...hideFromListed,
  id,
  conditions,
});
const email = 'reidai-tanaka@example.jp';
const item = (price: number) => [{ title: '煎茶', price, quantity: 1 }];

async function preview(change: object) {
  const { body: settings } = await clerk.running.call('GET', '/api/settings');
  return clerk.running.call('POST', '/api/checkout/preview', {
    settings: { ...settings, ...change },
  });
}
const order = (input: PlaceOrderInput) => clerk.arrived({ sourceName: 'web', ...input });

describe('rules and past orders', () => {
  it('says for each rule whom it would have touched, and how they paid', async () => {
    await order({ items: item(50_000), payment: { kind: 'cod' } });
    await order({ items: item(50_000), payment: { kind: 'card' } });
    await order({ items: item(1_000), payment: { kind: 'cod' } });
    const large = when('large', { kind: 'amount', over: 30_000, under: null });
    const tagged = when('tagged', { kind: 'product-tag', tags: ['x'] });
    const { body } = await preview(withRules(large, { ...tagged, on: false }));
    expect(body).toEqual({
      ...{ orders: 3, elsewhere: 0 },
      rules: [
        { id: 'large', touched: 2, paid: 1, unsure: 0, untold: [] },
        { id: 'tagged', touched: 0, paid: 0, unsure: 3, untold: ['product-tag'] },
      ],
    });
    const { body: saved } = await clerk.running.call('GET', '/api/settings');
    expect(saved.checkout.rules).toEqual([]);
  });

  it('knows buyers by the lists of now', async () => {
    await order({ email, payment: { kind: 'cod' } });
    await order({ email: 'mihon@example.jp', payment: { kind: 'cod' } });
    const expectTouched = async (touched: number) => {
      const { body } = await preview(withRules(hideFromListed));
      expect(body).toMatchObject({ orders: 2, rules: [{ id: 'listed', touched }] });
    };
    await expectTouched(0);
    const { body } = await clerk.running.call('POST', '/api/lists', entryBody({ emails: [email] }));
    await expectTouched(1);
    await clerk.running.call('DELETE', `/api/lists/${body.entry.id}`, {});
    await expectTouched(0);
    const watched = entryBody({ emails: [email] }, { kind: 'watch' });
    await clerk.running.call('POST', '/api/lists', watched);
    await expectTouched(0);
  });

  it('leaves out what no rule reaches', async () => {
    await order({ sourceName: 'pos' });
    await order({ sourceName: 'shopify_draft_order' });
    await order({ sourceName: '580111' });
    const { body } = await preview(withRules(when('always', { kind: 'always' })));
    expect(body).toMatchObject({ orders: 1, elsewhere: 2, rules: [{ touched: 1 }] });
  });

  it('refuses settings that could not be saved, by their fields', async () => {
    const { status, body } = await preview({ undoSeconds: 31 });
    expect([status, body.error.code, Object.keys(body.error.fields)]).toEqual([
      422,
      'invalid',
      ['undoSeconds'],
    ]);
  });
});
