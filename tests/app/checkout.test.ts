import { beforeEach, describe, expect, it } from 'vitest';
import { buyer, checkoutOf, hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody } from '../support/list-bodies.ts';

const clerk = clerkAtWork();
let checkout: ReturnType<typeof checkoutOf>;
beforeEach(() => {
  checkout = checkoutOf(clerk.running);
});

const everything = ['クレジットカード', '代金引換', 'コンビニ決済', '銀行振込'];
const withoutCod = everything.filter((name) => name !== '代金引換');
const api = (method: string, path: string, body?: unknown) =>
  clerk.running.call(method, path, body);
const status = async () => (await api('GET', '/api/status')).body.deployment.checkout;
const state = () => clerk.running.store.store.state;

/** What staff changed is gathered for some seconds before Shopify is told. */
async function told() {
  clerk.clock.advance(3_000);
  await clerk.running.settled();
}
const list = (kind: 'fraud' | 'cod' = 'fraud') =>
  api('POST', '/api/lists', entryBody({ emails: [buyer.email] }, { kind, reason: 'other' }));

describe('a buyer on the list', () => {
  it('does not see COD and sees the others, until the entry is removed', async () => {
    await clerk.running.changeSettings(withRules(hideFromListed));
    await told();
    expect((await checkout.look()).methods).toEqual(everything);
    const { body } = await list();
    await told();
    expect((await checkout.look()).methods).toEqual(withoutCod);
    expect((await checkout.look({ email: 'hoka@example.jp' })).methods).toEqual(everything);
    expect(await status()).toMatchObject({
      payment: {
        ...{ state: 'active', standing: 1, refusal: null },
        meter: { chosen: 1, acting: 1, people: 1 },
      },
    });
    await api('DELETE', `/api/lists/${body.entry.id}`, {});
    await told();
    expect((await checkout.look()).methods).toEqual(everything);
  });

  it('is known by another spelling of the same address', async () => {
    await clerk.running.changeSettings(withRules(hideFromListed));
    await list();
    await told();
    expect((await checkout.look({ email: 'Reidai-Tanaka@EXAMPLE.jp' })).methods).toEqual(
      withoutCod,
    );
  });

  it('places an order without COD, which arrives like any other', async () => {
    await clerk.running.changeSettings(withRules(hideFromListed));
    await list();
    await told();
    const cod = 'gid://shopify/PaymentCustomizationPaymentMethod/2';
    const card = 'gid://shopify/PaymentCustomizationPaymentMethod/1';
    expect((await checkout.post('place', { method: cod })).status).toBe(409);
    const placed = await checkout.post('place', { method: card });
    expect(placed.status).toBe(200);
    await clerk.running.settled();
    const { orders } = (await api('GET', '/api/orders')).body;
    expect(orders.map(({ name }) => name)).toEqual(['#1001']);
  });
});

describe('what stands at Shopify', () => {
  it('is made once, however often it is told', async () => {
    await clerk.running.changeSettings(withRules(hideFromListed));
    await told();
    await list();
    await told();
    await clerk.running.changeSettings({ undoSeconds: 5 });
    await told();
    expect(state().paymentCustomizations.size).toBe(1);
    const before = clerk.running.standIn.metrics();
    await clerk.running.changeSettings(withRules({ ...hideFromListed, name: '代引き' }));
    await told();
    expect(state().paymentCustomizations.size).toBe(1);
    expect(JSON.stringify(before)).not.toContain('"CreateValidation"');
  });

  it('is not asked for where no rule is on', async () => {
    await list();
    await told();
    expect(state().paymentCustomizations.size + state().validations.size).toBe(0);
    expect(await status()).toMatchObject({ payment: { state: 'off' }, deployedAt: null });
  });

  it('is taken away with the last rule', async () => {
    await clerk.running.changeSettings(withRules(hideFromListed));
    await told();
    await clerk.running.changeSettings(withRules({ ...hideFromListed, on: false }));
    await told();
    expect(state().paymentCustomizations.size).toBe(0);
    expect(state().metafields.filter(({ owner }) => owner.includes('PaymentCust'))).toEqual([]);
    expect((await status()).payment).toMatchObject({ state: 'off', standing: 0 });
  });

  it('asks for a house number, in the buyer’s language, and takes the order with it', async () => {
    const { checkout: plain } = withRules();
    const validation = { ...plain.validation, addressWithoutBlock: true };
    await clerk.running.changeSettings({ checkout: { ...plain, validation } });
    await told();
    const { errors } = await checkout.look({ address1: '神宮前' });
    expect(errors).toEqual([
      {
        message: plain.validation.messages.ja.addressWithoutBlock,
        target: '$.cart.deliveryGroups[0].deliveryAddress.address1',
      },
    ]);
    expect((await checkout.look({ address1: '神宮前', language: 'en' })).errors[0]?.message).toBe(
      plain.validation.messages.en.addressWithoutBlock,
    );
    expect((await checkout.look()).errors).toEqual([]);
    expect((await status()).validation).toMatchObject({ state: 'active', standing: 1 });
  });
});
