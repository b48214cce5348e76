import { expect, it } from 'vitest';
import type { Card } from '../../web/standin/state.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { orderOf, unheardShop } from '../support/unheard-shop.ts';

const shop = unheardShop();

const wrongCode: Card = {
  company: 'Visa',
  bin: '411111',
  last4: '0002',
  name: 'ICHIRO TANAKA',
  cvv: 'N',
  avs: null,
  wallet: null,
  expirationMonth: 1,
  expirationYear: 2030,
  threeDS: null,
};

it.each<[string, (id: string) => void, string]>([
  ['cancelled', (id) => shop.store.cancelInAdmin(id, { reason: 'FRAUD' }), 'cancelled'],
  [
    'shipped',
    (id) => {
      shop.store.releaseInAdmin(id);
      shop.store.fulfill(id);
    },
    'shipped',
  ],
  ['released by its hold', (id) => shop.store.releaseInAdmin(id, { only: 'app' }), 'released'],
])(
  'sees within minutes that a held order was %s while nobody told us',
  async (_what, happens, state) => {
    await shop.open();
    const { id } = shop.store.placeOrder(codPrank);
    await shop.running.settled();
    expect((await shop.read(id)).state).toBe('held');
    await shop.minutesPass(5);
    await shop.unheard(() => happens(id));
    await shop.minutesPass(40, 5);
    const order = await shop.read(id);
    expect(order.state).toBe(state);
    expect(order.case?.closedAt ?? null).not.toBeNull();
    if (state === 'released') {
      expect(order.audit.map(({ what }) => what)).toContain('released-in-shopify');
      expect((await shop.found()).holdsReleased).toBe(1);
      await shop.minutesPass(40, 5);
      expect(shop.heldByUs(id)).toEqual([]);
    }
  },
);

it('judges by an address, a card code and an assessment of Shopify that nobody told us', async () => {
  await shop.open();
  const ids = [1, 2, 3].map((n) => shop.store.placeOrder(orderOf(n)).id);
  await shop.running.settled();
  const [edited = '', card = '', risky = ''] = ids;
  await shop.minutesPass(5);
  await shop.unheard(() => {
    shop.store.editAddress(edited, { zip: '060-0001', address1: '神宮前', address2: null });
    shop.store.addTransaction(card, { kind: 'SALE', card: wrongCode });
    shop.store.setRisk(risky, 'HIGH');
  });
  await shop.minutesPass(10);
  const hits = async (id: string) =>
    (await shop.read(id)).signals.filter(({ outcome }) => outcome === 'hit').map((one) => one.id);
  expect(await hits(edited)).toContain('postal-code-mismatch');
  expect(await hits(risky)).toContain('shopify-risk-high');
  expect(await hits(card)).toContain('card-cvv-failed');
  expect((await shop.found()).missedChanges).toBe(3);
});

it.each<[string, (id: string) => void]>([
  ['split', (id) => shop.store.split(id, 1)],
  ['moved in part', (id) => shop.store.move(id, { quantity: 1 })],
  [
    'split and merged',
    (id) => {
      shop.store.split(id, 1);
      shop.store.merge(id);
    },
  ],
])(
  'holds again what was %s while nobody told us, and leaves other holds alone',
  async (_what, happens) => {
    await shop.open();
    const { id } = shop.store.placeOrder(codPrank);
    await shop.running.settled();
    await shop.minutesPass(5);
    await shop.unheard(() => {
      happens(id);
      shop.store.holdByAnotherApp(id);
      shop.store.holdInAdmin(id, '在庫の確認');
    });
    await shop.minutesPass(40, 5);
    const live = shop.store.order(id).fulfillmentOrders.filter((one) => one.status !== 'CLOSED');
    expect(live.length).toBeGreaterThan(0);
    for (const part of live) {
      expect(part.holds.filter(({ byApp }) => byApp)).toHaveLength(1);
      expect(part.holds.filter(({ byApp }) => !byApp)).toHaveLength(2);
    }
    expect((await shop.read(id)).state).toBe('held');
    expect((await shop.found()).holdsReapplied).toBe(1);
  },
);

it('keeps a dispute that nobody told us', async () => {
  await shop.open();
  const { id } = shop.store.placeOrder(ordinaryOrder);
  await shop.running.settled();
  await shop.unheard(() => shop.store.openDispute(id));
  await shop.minutesPass(25 * 60, 60);
  expect((await shop.read(id)).disputes).toHaveLength(1);
  expect((await shop.read(id)).audit.filter(({ what }) => what === 'dispute')).toHaveLength(1);
});

it('sets right what the watchdog counts, and says so', async () => {
  await shop.open();
  const { id } = shop.store.placeOrder(codPrank);
  await shop.running.settled();
  await shop.running.app.storage.write(async (tx) => {
    await tx.cases.close(domain, id, 'by nobody', shop.clock.now());
  });
  expect((await shop.status()).watchdog.heldWithoutCase).toBe(1);
  await shop.minutesPass(5);
  expect((await shop.status()).watchdog).toEqual({ flaggedNotHeld: 0, heldWithoutCase: 0 });
  expect((await shop.found()).setRight).toBe(1);
});
