import { expect, it } from 'vitest';
import { orderBody } from '../../web/standin/rest/order-body.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { dieAtWrite, startStore } from '../support/dying-process.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { orderOf, unheardShop } from '../support/unheard-shop.ts';

const minute = 60_000;
/** `MISSED_ORDERS=250` is the long form. */
const many = Number(process.env.MISSED_ORDERS ?? 60);
const shop = unheardShop();

it('judges, tags and holds every order within ten minutes though 30 % of all webhooks are lost', async () => {
  await shop.open({ seed: 7, delivery: { lose: 0.3, duplicate: 0.1, shuffle: true } });
  const placed: string[] = [];
  for (let n = 0; n < many; n += 1) {
    placed.push(shop.store.placeOrder(orderOf(n)).id);
    if (n % 50 === 49) await shop.running.standIn.deliveriesIdle();
  }
  await shop.running.settled();
  const early = await shop.running.app.storage.read.orders.count(domain);
  await shop.minutesPass(10);
  expect(early).toBeLessThan(many);
  expect(await shop.running.app.storage.read.orders.count(domain)).toBe(many);
  for (const [n, id] of placed.entries()) {
    const order = shop.store.order(id);
    expect(shop.heldByUs(id), order.name).toHaveLength(n % 4 === 0 ? 1 : 0);
    expect(order.tags, order.name).toHaveLength(n % 4 === 0 ? 2 : 0);
    expect(order.risk.filter((card) => card.ours)).toHaveLength(n % 4 === 0 ? 1 : 0);
  }
  expect(await shop.running.app.storage.read.orders.watchdog(domain)).toEqual({
    flaggedNotHeld: 0,
    heldWithoutCase: 0,
  });
});

it('acts on an order whose webhook comes after all only once', async () => {
  await shop.open();
  let id = '';
  await shop.unheard(() => {
    id = shop.store.placeOrder(codPrank).id;
  });
  await shop.minutesPass(10);
  expect(shop.heldByUs(id)).toHaveLength(1);
  expect((await shop.read(id)).audit.map(({ what }) => what)).toContain('missed-order');
  const order = shop.store.store.state.orders.get(`gid://shopify/Order/${id}`);
  if (order === undefined) throw new Error('no order');
  shop.store.store.emit('orders/create', orderBody(shop.store.store, order));
  shop.store.store.emit('orders/updated', orderBody(shop.store.store, order));
  await shop.running.settled();
  await shop.minutesPass(5);
  const { audit } = await shop.read(id);
  const told = audit.map(({ what }) => what);
  for (const once of ['judged', 'held', 'tagged', 'case-opened', 'missed-order']) {
    expect(told.filter((what) => what === once)).toHaveLength(1);
  }
  expect((await shop.found()).missedOrders).toBe(1);
});

it('finds an order that the search of Shopify learns of five minutes late', async () => {
  await shop.open({ settings: { searchLagMs: 5 * minute } });
  let id = '';
  await shop.unheard(() => {
    id = shop.store.placeOrder(codPrank).id;
  });
  await shop.minutesPass(10);
  expect(shop.heldByUs(id)).toHaveLength(1);
});

it('asks again what Shopify gave by halves', async () => {
  await shop.open();
  let id = '';
  await shop.unheard(() => {
    id = shop.store.placeOrder(codPrank).id;
  });
  const fault = { kind: 'half-data', field: 'transactions' } as const;
  shop.running.standIn.faults.add({ fault, times: 2, operation: 'ReadOrders' });
  await shop.minutesPass(10);
  expect(shop.heldByUs(id)).toHaveLength(1);
  expect(await shop.found()).toMatchObject({ missedOrders: 1, unreadable: 0 });
});

it('leaves alone what was placed before the app was installed, and what was erased', async () => {
  await shop.open();
  let id = '';
  await shop.unheard(() => {
    const createdAt = shop.clock.now() - 5 * 86_400_000;
    id = shop.store.placeOrder({ ...codPrank, createdAt }).id;
    shop.store.tag(id, ['vip']);
  });
  const { id: forgotten } = shop.store.placeOrder(ordinaryOrder);
  await shop.running.settled();
  await shop.running.app.storage.write((tx) => tx.orders.eraseOrders(domain, [forgotten]));
  await shop.unheard(() => shop.store.editNote(forgotten, '至急'));
  await shop.minutesPass(10);
  expect(shop.heldByUs(id)).toEqual([]);
  expect((await shop.running.call('GET', `/api/orders/${forgotten}`)).status).toBe(404);
});

it('catches up after a day without the app, newest first, while new orders go before', async () => {
  await shop.open();
  await shop.minutesPass(5);
  const missed: string[] = [];
  const judged: string[] = [];
  let fresh = '';
  afterInserts(judged, () => {
    if (judged.length === 5) fresh = shop.store.placeOrder(orderOf(400)).id;
  });
  shop.store.delivery.lose = 1;
  for (let n = 0; n < 40; n += 1) {
    shop.clock.advance(36 * minute);
    missed.push(shop.store.placeOrder(orderOf(n * 4)).id);
  }
  shop.store.delivery.lose = 0;
  await shop.minutesPass(2);
  const caughtUp = judged.filter((id) => id !== fresh);
  expect(caughtUp).toHaveLength(40);
  expect(new Set(caughtUp.slice(0, 25))).toEqual(new Set(missed.slice(-25)));
  expect(judged.indexOf(fresh)).toBeGreaterThan(0);
  expect(judged.indexOf(fresh)).toBeLessThan(40);
  for (const id of missed) expect(shop.heldByUs(id)).toHaveLength(1);
  const { reconciliation } = await shop.status();
  expect(reconciliation).toMatchObject({ catchingUp: null, week: { missedOrders: 40 } });
});

/** Follows in which order new orders are kept. */
function afterInserts(judged: string[], then: () => void): void {
  const { write } = shop.running.app.storage;
  shop.running.app.storage.write = (work) =>
    write((tx) => {
      const { insert } = tx.orders;
      tx.orders.insert = async (order) => {
        await insert(order);
        judged.push(order.id);
        then();
      };
      return work(tx);
    });
}

it.each([3, 6, 10])('loses nothing when it dies at its write %i while it catches up', async (n) => {
  const { clock, store, standIn, startProcess } = await startStore();
  const first = await startProcess();
  await first.call('GET', '/api/today');
  await first.call('PUT', '/api/settings', {
    ...(await first.call<object>('GET', '/api/settings')),
    mode: 'act',
  });
  await first.settle();
  store.delivery.lose = 1;
  const ids = [0, 4, 8].map((each) => store.placeOrder(orderOf(each)).id);
  await first.settle();
  store.delivery.lose = 0;
  const died = dieAtWrite(first, n);
  for (let passed = 0; passed < 6; passed += 1) {
    clock.advance(minute);
    first.app.runner.wake(domain);
    await Promise.race([died, first.settle()]);
  }
  await died;
  await first.server.stop();
  const second = await startProcess();
  for (let passed = 0; passed < 6; passed += 1) {
    clock.advance(minute);
    await second.settle();
  }
  for (const id of ids) {
    expect(store.order(id).holds).toHaveLength(1);
    const { audit } = await second.call<{ audit: { what: string }[] }>('GET', `/api/orders/${id}`);
    expect(audit.filter(({ what }) => what === 'missed-order')).toHaveLength(1);
  }
  await second.server.stop();
  await second.app.runner.stop();
  await second.app.storage.close();
  await standIn.close();
});

it('asks nothing for a shop without a token, and finds what was missed once it has one', async () => {
  await shop.open();
  await shop.minutesPass(5);
  await shop.running.app.storage.tokens.dropOffline(domain);
  let id = '';
  await shop.unheard(() => {
    id = shop.store.placeOrder(codPrank).id;
  });
  shop.running.standIn.resetMetrics();
  await shop.minutesPass(10);
  expect(shop.running.standIn.metrics()[domain]).toBeUndefined();
  await shop.running.call('GET', '/api/today');
  await shop.minutesPass(5);
  expect(shop.heldByUs(id)).toHaveLength(1);
});

it.each([[0, 13], [1, 60], [50, 120], ...(many > 200 ? [[250, 400]] : [])])(
  'costs with %i orders missed at most %i points',
  async (missed, most) => {
    await shop.open();
    await shop.minutesPass(5);
    await shop.unheard(() => {
      for (let n = 0; n < missed; n += 1) shop.store.placeOrder(orderOf(n * 4 + 1));
    });
    shop.running.standIn.resetMetrics();
    await shop.minutesPass(5);
    const byOperation = shop.running.standIn.metrics()[domain] ?? {};
    const points = ['ListChanges', 'ReadOrders', 'ReadFulfillmentOrders', 'ListDisputes']
      .map((name) => byOperation[name]?.points ?? 0)
      .reduce((all, one) => all + one, 0);
    console.info(`${missed} missed: ${points} points`);
    expect(points).toBeLessThanOrEqual(most);
  },
  120_000,
);
