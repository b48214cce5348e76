import { describe, expect, it } from 'vitest';
import type { CodRule } from '../../web/contract/checkout-settings.ts';
import type { TriedBuyer } from '../../web/contract/checkout-try.ts';
import { hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody } from '../support/list-bodies.ts';

const clerk = clerkAtWork();

const ordinary: TriedBuyer = {
  email: 'reidai-tanaka@example.jp',
  phone: '090-1234-5678',
  zip: '150-0001',
  province: 'JP-13',
  city: '渋谷区',
  address1: '神宮前99-1-1',
  address2: '',
  company: '',
  orders: 3,
  amount: 3000,
  quantity: 1,
  productTagged: false,
  customerTagged: false,
};

const largeFirst: CodRule = {
  id: 'large-first',
  on: true,
  hide: ['cod', 'bank'],
  match: 'all',
  conditions: [
    { kind: 'first-order', unknown: 'no-match' },
    { kind: 'amount', over: 30_000, under: null },
  ],
};
const off: CodRule = { ...largeFirst, id: 'off', on: false, conditions: [{ kind: 'always' }] };
const rules = withRules(hideFromListed, largeFirst, off);

async function tried(buyer: Partial<TriedBuyer>, change: object = rules) {
  const { body: settings } = await clerk.running.call('GET', '/api/settings');
  return clerk.running.call('POST', '/api/checkout/try', {
    settings: { ...settings, ...change },
    buyer: { ...ordinary, ...buyer },
  });
}

describe('a made-up buyer', () => {
  it('is told apart by the rules in use, before they are saved', async () => {
    expect((await tried({})).body).toEqual({ hidden: [], applying: [], messages: [] });
    expect((await tried({ orders: 0, amount: 30_001 })).body).toEqual({
      hidden: ['cod', 'bank'],
      applying: ['large-first'],
      messages: [],
    });
    expect((await tried({ orders: null, amount: 30_001 })).body).toMatchObject({ hidden: [] });
    const { body: saved } = await clerk.running.call('GET', '/api/settings');
    expect(saved.checkout.rules).toEqual([]);
  });

  it('is known by the lists', async () => {
    await clerk.running.call('POST', '/api/lists', entryBody({ emails: [ordinary.email] }));
    const { body } = await tried({ orders: 0, amount: 50_000 });
    expect(body).toMatchObject({
      hidden: ['cod', 'bank'],
      applying: ['listed', 'large-first'],
    });
    expect((await tried({})).body).toMatchObject({ hidden: ['cod'], applying: ['listed'] });
    expect((await tried({ email: 'mihon@example.jp' })).body).toMatchObject({ hidden: [] });
  });

  it('is asked to correct what the checks do not take', async () => {
    const { checkout } = rules;
    const validation = { ...checkout.validation, quantityLimit: { max: 5 } };
    const change = { checkout: { ...checkout, validation } };
    const { body } = await tried({ quantity: 6 }, change);
    expect(body).toMatchObject({ messages: ['一度にご注文いただけるのは合計5点までです。'] });
    expect((await tried({ quantity: 5 }, change)).body).toMatchObject({ messages: [] });
  });

  it('must have the form of one, and the settings that of settings', async () => {
    const buyer = await tried({ quantity: 0 });
    expect([buyer.status, Object.keys(buyer.body.error.fields)]).toEqual([422, ['buyer.quantity']]);
    const settings = await tried({}, { checkout: {} });
    expect([settings.status, settings.body.error.code]).toEqual([422, 'invalid']);
  });
});
