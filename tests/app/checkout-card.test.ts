import { describe, expect, it } from 'vitest';
import type { Settings } from '../../web/contract/settings.ts';
import { hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';

const clerk = clerkAtWork();

const settings = async (): Promise<Settings> =>
  (await clerk.running.call('GET', '/api/settings')).body;

async function demandCodes(change: Partial<Settings['cvv']> = {}) {
  const { cvv } = await settings();
  await clerk.running.changeSettings({ cvv: { ...cvv, mandatory: true, ...change } });
}
const paidBy = (cvv: string, wallet: string | null = null) =>
  clerk.arrived({ payment: { kind: 'card', capture: 'authorization', cvv, wallet } });
const cardOf = async (id: string) => (await clerk.read(id)).card;

async function record(change: Partial<Settings['checkout']['shopify']>) {
  const { checkout } = await settings();
  const shopify = { ...checkout.shopify, ...change };
  await clerk.running.changeSettings({ checkout: { ...checkout, shopify } });
}

describe('the security code on an order', () => {
  it('says what was done because of it, and by which setting', async () => {
    await demandCodes();
    const wrong = await paidBy('N');
    expect(await cardOf(wrong)).toMatchObject({
      ...{ code: 'failed', wallet: false, acted: true },
      rule: { setting: 'failed', reaction: 'hold' },
    });
    expect((await clerk.read(wrong)).state).toBe('held');
    // The packer reads it on the hold itself.
    expect(JSON.stringify(clerk.store(wrong).fulfillmentOrders)).toContain(
      '出荷前に確認が必要です（セキュリティコードが合わない',
    );
    const unasked = await paidBy('', 'APPLE_PAY');
    expect(await cardOf(unasked)).toMatchObject({
      ...{ code: 'unknown', wallet: true },
      rule: { setting: 'walletsAndSavedCards', reaction: 'nothing' },
    });
    expect(await cardOf(await paidBy('M'))).toMatchObject({ code: 'matched', rule: null });
  });

  it('keeps what was decided then, whatever the settings say now', async () => {
    const before = await paidBy('N');
    await demandCodes({ failed: 'tag' });
    expect(await cardOf(before)).toMatchObject({ code: 'failed', rule: null });
    await clerk.click(before, 'reassess');
    await clerk.running.settled();
    expect(await cardOf(before)).toMatchObject({ rule: { setting: 'failed', reaction: 'tag' } });
  });

  it('is nothing to an order without a card', async () => {
    expect(await cardOf(await clerk.arrived({ payment: { kind: 'cod' } }))).toBeNull();
  });
});

describe('what the merchant has set at Shopify', () => {
  it('is kept as recorded, and told where an order asks for it', async () => {
    const id = await paidBy('N');
    const unknown = { cvvDecline: 'unknown', manualCapture: 'unknown' };
    expect(await cardOf(id)).toMatchObject({ shopify: unknown });
    await record({ cvvDecline: 'on', manualCapture: 'off' });
    expect(await cardOf(id)).toMatchObject({ shopify: { cvvDecline: 'on', manualCapture: 'off' } });
    const { checkout, ...rest } = await settings();
    const odd = { ...checkout, shopify: { ...checkout.shopify, cvvDecline: 'maybe' } };
    const refused = await clerk.running.call('PUT', '/api/settings', { ...rest, checkout: odd });
    expect([refused.status, Object.keys(refused.body.error.fields)]).toEqual([
      422,
      ['checkout.shopify.cvvDecline'],
    ]);
  });

  it('is told to nobody: nothing is deployed anew', async () => {
    await clerk.running.changeSettings(withRules(hideFromListed));
    clerk.clock.advance(3_000);
    await clerk.running.settled();
    const deployedAt = async () =>
      (await clerk.running.call('GET', '/api/checkout')).body.deployedAt;
    const first = await deployedAt();
    await record({ threeDsAutomatic: 'on' });
    clerk.clock.advance(3_000);
    await clerk.running.settled();
    expect(first).not.toBeNull();
    expect(await deployedAt()).toBe(first);
  });
});
