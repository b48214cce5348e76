import { beforeEach, describe, expect, it } from 'vitest';
import { checkoutOf, hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody } from '../support/list-bodies.ts';

const clerk = clerkAtWork();
beforeEach(() => void checkoutOf(clerk.running));

const day = 86_400_000;
const store = () => clerk.running.store.store;
const checkout = async () => (await clerk.running.call('GET', '/api/checkout')).body;
const findings = async () => (await checkout()).check?.findings ?? null;
const wanted = () => clerk.running.changeSettings(withRules(hideFromListed));

async function passes(milliseconds: number) {
  clerk.clock.advance(milliseconds);
  await clerk.running.settled();
}

/** Other apps' customizations, all of them active. */
function fill(count: number) {
  const { state } = store();
  const other = { ...store().app, gid: 'gid://shopify/App/999' };
  state.functions.push({
    ...{ id: 'other', title: 'other', handle: 'other', description: null, app: other },
    apiType: 'payment_customization',
  });
  for (let at = 0; at < count; at += 1) {
    const gid = `gid://shopify/PaymentCustomization/9${at}`;
    const facts = { title: 'other', enabled: true, blockOnFailure: false, functionId: 'other' };
    state.paymentCustomizations.set(gid, { gid, ...facts });
  }
}
const ours = () =>
  [...store().state.paymentCustomizations.values()].filter(
    ({ functionId }) => functionId !== 'other',
  );

describe('what Shopify refuses', () => {
  it('is told as the limit of 25, and tried again daily', async () => {
    fill(25);
    await wanted();
    await passes(3_000);
    expect((await checkout()).payment).toMatchObject({ state: 'limit-reached', standing: 0 });
    store().state.paymentCustomizations.delete('gid://shopify/PaymentCustomization/90');
    await passes(day);
    await passes(3_000);
    expect((await checkout()).payment).toMatchObject({ state: 'active', standing: 1 });
  });

  it('is told as the plan', async () => {
    store().settings.functionsEligible = false;
    await wanted();
    await passes(3_000);
    expect((await checkout()).payment).toMatchObject({ state: 'plan-not-eligible' });
  });

  it('is told as functions that are not released', async () => {
    store().state.functions.length = 0;
    await wanted();
    await passes(3_000);
    expect((await checkout()).payment).toMatchObject({ state: 'not-released' });
  });

  it('is told as a missing scope, and made when the scope is granted', async () => {
    const all = [...store().state.grantedScopes];
    clerk.running.store.setScopes(all.filter((scope) => !scope.includes('payment_custom')));
    await clerk.running.settled();
    await wanted();
    await passes(3_000);
    const status = (await clerk.running.call('GET', '/api/status')).body;
    expect(status.deployment.checkout.payment.state).toBe('missing-scope');
    expect(status.missingScopes.join()).toContain('payment_customizations');
    clerk.running.store.setScopes(all);
    await clerk.running.settled();
    expect((await checkout()).payment).toMatchObject({ state: 'active', standing: 1 });
  });
});

describe('the daily look', () => {
  beforeEach(async () => {
    await wanted();
    const emails = ['reidai-tanaka@example.jp'];
    await clerk.running.call('POST', '/api/lists', entryBody({ emails }));
    await passes(3_000);
  });
  const rules = () =>
    store().state.metafields.find(({ owner, key }) => owner === ours()[0]?.gid && key === 'rules');

  it('finds nothing where all is as it was told', async () => {
    await passes(day);
    expect(await findings()).toEqual([]);
  });

  it('finds a broken metafield, by comparing and by the canary, and repairs it', async () => {
    const broken = rules();
    if (broken) broken.value = '{"v":1';
    await passes(day);
    expect(await findings()).toEqual([
      { guard: 'payment', what: 'changed', detail: '関所（Sekisho）支払い方法 1: rules' },
      { guard: 'payment', what: 'canary-missed', detail: 'listed' },
    ]);
    await passes(3_000);
    await passes(day);
    expect(await findings()).toEqual([]);
  });

  it('finds what somebody switched off at Shopify, says so and leaves it off', async () => {
    for (const each of ours()) each.enabled = false;
    await passes(day);
    expect(await findings()).toEqual([
      { guard: 'payment', what: 'switched-off', detail: '関所（Sekisho）支払い方法 1' },
    ]);
    await passes(3_000);
    expect(ours().map(({ enabled }) => enabled)).toEqual([false]);
    expect((await checkout()).payment.state).toBe('deployed');
  });

  it('finds what is gone, and what Shopify says has failed', async () => {
    for (const each of ours()) each.failingSince = clerk.clock.now();
    await passes(day);
    expect((await findings())?.map(({ what }) => what)).toEqual(['failing']);
    for (const each of ours()) store().state.paymentCustomizations.delete(each.gid);
    await passes(day);
    expect((await findings())?.map(({ what }) => what)).toContain('gone');
    await passes(3_000);
    expect(ours()).toHaveLength(1);
  });
});
