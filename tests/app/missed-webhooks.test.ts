import { afterEach, expect, it } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { orderBody } from '../../web/standin/rest/order-body.ts';
import type { StandInOptions } from '../../web/standin/server.ts';
import type { Card } from '../../web/standin/state.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const minute = 60_000;
let clock: ReturnType<typeof manualClock>;
let running: RunningApp;

afterEach(() => running.stop());

/** A shop in act mode. The clock stands still between steps, so the bucket would never fill again. */
async function openShop(standIn: Partial<StandInOptions> = {}): Promise<void> {
  clock = manualClock();
  running = await startApp({
    databaseUrl: tempDatabase().url,
    now: clock.now,
    standIn: { bucket: { maximum: 1_000_000, restoreRate: 1_000 }, ...standIn },
  });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  await running.settled();
}

async function minutesPass(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    clock.advance(minute);
    await running.settled();
  }
}

/** Nothing is delivered until the function has ended. */
async function unheard(happens: () => void): Promise<void> {
  const { delivery } = running.store;
  delivery.lose = 1;
  happens();
  await running.settled();
  delivery.lose = 0;
}

const read = async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body;
const status = async () => (await running.call('GET', '/api/status')).body;
const heldByUs = (id: string) => running.store.order(id).holds.filter(({ byApp }) => byApp);

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

/** Every order has a buyer, a place and an address of its own: none is another's reason. */
function orderOf(n: number): PlaceOrderInput {
  const isPrank = n % 4 === 0;
  const base = isPrank ? codPrank : ordinaryOrder;
  const digits = String(n).padStart(4, '0');
  const phone = isPrank ? `090-1${digits.slice(1)}-5${digits.slice(1)}` : `03-1234-${digits}`;
  const address1 = isPrank ? `架空町${n}` : `神宮前99-${n + 1}-1`;
  const email = `reidai-${digits}@${isPrank ? 'gmail.com' : 'example.jp'}`;
  return {
    ...base,
    customer: { ...base.customer, email, phone, firstName: `例${n}` },
    phone,
    ...(isPrank ? {} : { payment: { kind: 'card', capture: 'sale', cvv: 'M', last4: digits } }),
    shipping: { ...base.shipping, address1, phone, firstName: `例${n}` },
    clientIp: `198.51.${100 + Math.floor(n / 250)}.${(n % 250) + 1}`,
  };
}

it('judges, tags and holds all of 200 orders within ten minutes though 30 % of all webhooks are lost', async () => {
  await openShop({ seed: 7, delivery: { lose: 0.3, duplicate: 0.1, shuffle: true } });
  const placed: string[] = [];
  for (let n = 0; n < 200; n += 1) {
    placed.push(running.store.placeOrder(orderOf(n)).id);
    if (n % 50 === 49) await running.standIn.deliveriesIdle();
  }
  await running.settled();
  const early = await running.app.storage.read.orders.count(domain);
  await minutesPass(10);
  expect(early).toBeLessThan(200);
  expect(await running.app.storage.read.orders.count(domain)).toBe(200);
  for (const [n, id] of placed.entries()) {
    const order = running.store.order(id);
    expect(heldByUs(id), order.name).toHaveLength(n % 4 === 0 ? 1 : 0);
    expect(order.tags, order.name).toHaveLength(n % 4 === 0 ? 2 : 0);
    expect(order.risk.filter((card) => card.ours)).toHaveLength(n % 4 === 0 ? 1 : 0);
  }
  expect(await running.app.storage.read.orders.watchdog(domain)).toEqual({
    flaggedNotHeld: 0,
    heldWithoutCase: 0,
  });
}, 120_000);

it('acts on an order whose webhook comes after all only once', async () => {
  await openShop();
  let id = '';
  await unheard(() => {
    id = running.store.placeOrder(codPrank).id;
  });
  await minutesPass(10);
  expect(heldByUs(id)).toHaveLength(1);
  expect((await read(id)).audit.map(({ what }) => what)).toContain('missed-order');
  const order = running.store.store.state.orders.get(`gid://shopify/Order/${id}`);
  if (order === undefined) throw new Error('no order');
  running.store.store.emit('orders/create', orderBody(running.store.store, order));
  running.store.store.emit('orders/updated', orderBody(running.store.store, order));
  await running.settled();
  await minutesPass(5);
  const { audit } = await read(id);
  const told = audit.map(({ what }) => what);
  for (const once of ['judged', 'held', 'tagged', 'case-opened', 'missed-order']) {
    expect(told.filter((what) => what === once)).toHaveLength(1);
  }
  expect((await status()).reconciliation.week.missedOrders).toBe(1);
});

it('finds an order that the search of Shopify learns of five minutes late', async () => {
  await openShop({ settings: { searchLagMs: 5 * minute } });
  let id = '';
  await unheard(() => {
    id = running.store.placeOrder(codPrank).id;
  });
  await minutesPass(10);
  expect(heldByUs(id)).toHaveLength(1);
});

it('leaves alone what was placed before the app was installed, and what was erased', async () => {
  await openShop();
  let id = '';
  await unheard(() => {
    const createdAt = clock.now() - 5 * 86_400_000;
    id = running.store.placeOrder({ ...codPrank, createdAt }).id;
    running.store.tag(id, ['vip']);
  });
  const { id: forgotten } = running.store.placeOrder(ordinaryOrder);
  await running.settled();
  await running.app.storage.write((tx) => tx.orders.eraseOrders(domain, [forgotten]));
  await unheard(() => running.store.editNote(forgotten, '至急'));
  await minutesPass(10);
  expect(heldByUs(id)).toEqual([]);
  expect((await running.call('GET', `/api/orders/${forgotten}`)).status).toBe(404);
});

it('catches up after a day without the app, newest first, while new orders go before', async () => {
  await openShop();
  await minutesPass(5);
  const missed: string[] = [];
  const judged: string[] = [];
  let fresh = '';
  afterInserts(judged, () => {
    if (judged.length === 5) fresh = running.store.placeOrder(orderOf(400)).id;
  });
  running.store.delivery.lose = 1;
  for (let n = 0; n < 60; n += 1) {
    clock.advance(24 * minute);
    missed.push(running.store.placeOrder(orderOf(n * 4)).id);
  }
  running.store.delivery.lose = 0;
  await minutesPass(2);
  const caughtUp = judged.filter((id) => id !== fresh);
  expect(caughtUp).toHaveLength(60);
  expect(new Set(caughtUp.slice(0, 25))).toEqual(new Set(missed.slice(-25)));
  expect(judged.indexOf(fresh)).toBeGreaterThan(0);
  expect(judged.indexOf(fresh)).toBeLessThan(59);
  for (const id of missed) expect(heldByUs(id)).toHaveLength(1);
  const { reconciliation } = await status();
  expect(reconciliation).toMatchObject({ catchingUp: null, week: { missedOrders: 60 } });
});

/** Follows in which order new orders are kept. */
function afterInserts(judged: string[], then: () => void): void {
  const { write } = running.app.storage;
  running.app.storage.write = (work) =>
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

it.each<[string, (id: string) => void, string]>([
  ['cancelled', (id) => running.store.cancelInAdmin(id, { reason: 'FRAUD' }), 'cancelled'],
  [
    'shipped',
    (id) => {
      running.store.releaseInAdmin(id);
      running.store.fulfill(id);
    },
    'shipped',
  ],
  ['released by its hold', (id) => running.store.releaseInAdmin(id, { only: 'app' }), 'released'],
])(
  'sees within minutes that a held order was %s while nobody told us',
  async (_what, happens, state) => {
    await openShop();
    const { id } = running.store.placeOrder(codPrank);
    await running.settled();
    expect((await read(id)).state).toBe('held');
    await minutesPass(5);
    await unheard(() => happens(id));
    await minutesPass(40);
    const order = await read(id);
    expect(order.state).toBe(state);
    expect(order.case?.closedAt ?? null).not.toBeNull();
    if (state === 'released') {
      expect(order.audit.map(({ what }) => what)).toContain('released-in-shopify');
      expect((await status()).reconciliation.week.holdsReleased).toBe(1);
      await minutesPass(40);
      expect(heldByUs(id)).toEqual([]);
    }
  },
);

it('judges by an address, a card code and an assessment of Shopify that nobody told us', async () => {
  await openShop();
  const ids = [1, 2, 3].map((n) => running.store.placeOrder(orderOf(n)).id);
  await running.settled();
  const [edited = '', card = '', risky = ''] = ids;
  await minutesPass(5);
  await unheard(() => {
    running.store.editAddress(edited, { zip: '060-0001', address1: '神宮前', address2: null });
    running.store.addTransaction(card, { kind: 'SALE', card: wrongCode });
    running.store.setRisk(risky, 'HIGH');
  });
  await minutesPass(10);
  const hits = async (id: string) =>
    (await read(id)).signals.filter(({ outcome }) => outcome === 'hit').map((one) => one.id);
  expect(await hits(edited)).toContain('postal-code-mismatch');
  expect(await hits(risky)).toContain('shopify-risk-high');
  expect(await hits(card)).toContain('card-cvv-failed');
  expect((await status()).reconciliation.week.missedChanges).toBe(3);
});

it.each<[string, (id: string) => void]>([
  ['split', (id) => running.store.split(id, 1)],
  ['moved in part', (id) => running.store.move(id, { quantity: 1 })],
  [
    'split and merged',
    (id) => {
      running.store.split(id, 1);
      running.store.merge(id);
    },
  ],
])(
  'holds again what was %s while nobody told us, and leaves other holds alone',
  async (_what, happens) => {
    await openShop();
    const { id } = running.store.placeOrder(codPrank);
    await running.settled();
    await minutesPass(5);
    await unheard(() => {
      happens(id);
      running.store.holdByAnotherApp(id);
      running.store.holdInAdmin(id, '在庫の確認');
    });
    await minutesPass(40);
    const live = running.store.order(id).fulfillmentOrders.filter((one) => one.status !== 'CLOSED');
    expect(live.length).toBeGreaterThan(0);
    for (const part of live) {
      expect(part.holds.filter(({ byApp }) => byApp)).toHaveLength(1);
      expect(part.holds.filter(({ byApp }) => !byApp)).toHaveLength(2);
    }
    expect((await read(id)).state).toBe('held');
    expect((await status()).reconciliation.week.holdsReapplied).toBe(1);
  },
);

it('loses nothing when it dies in the middle of a page', async () => {
  await openShop();
  const ids: string[] = [];
  await unheard(() => {
    for (let n = 0; n < 8; n += 1) ids.push(running.store.placeOrder(orderOf(n * 4)).id);
  });
  const { write } = running.app.storage;
  for (const dies of [3, 5, 9]) {
    let writes = 0;
    running.app.storage.write = (work) => {
      writes += 1;
      return writes === dies ? Promise.reject(new Error('killed')) : write(work);
    };
    await minutesPass(2);
    running.app.storage.write = write;
  }
  await minutesPass(6);
  for (const id of ids) expect(heldByUs(id)).toHaveLength(1);
  expect((await status()).failures).toEqual([]);
});

it('asks nothing for a shop without a token, and finds what was missed once it has one', async () => {
  await openShop();
  await minutesPass(5);
  await running.app.storage.tokens.dropOffline(domain);
  let id = '';
  await unheard(() => {
    id = running.store.placeOrder(codPrank).id;
  });
  running.standIn.resetMetrics();
  await minutesPass(10);
  expect(running.standIn.metrics()[domain]).toBeUndefined();
  await running.call('GET', '/api/today');
  await minutesPass(5);
  expect(heldByUs(id)).toHaveLength(1);
});

it('keeps a dispute that nobody told us', async () => {
  await openShop();
  const { id } = running.store.placeOrder(ordinaryOrder);
  await running.settled();
  await unheard(() => running.store.openDispute(id));
  for (let hour = 0; hour < 25; hour += 1) {
    clock.advance(60 * minute);
    await running.settled();
  }
  expect((await read(id)).disputes).toHaveLength(1);
  expect((await read(id)).audit.filter(({ what }) => what === 'dispute')).toHaveLength(1);
});

it('sets right what the watchdog counts, and says so', async () => {
  await openShop();
  const { id } = running.store.placeOrder(codPrank);
  await running.settled();
  await running.app.storage.write(async (tx) => {
    await tx.cases.close(domain, id, 'by nobody', clock.now());
  });
  expect((await status()).watchdog.heldWithoutCase).toBe(1);
  await minutesPass(5);
  expect((await status()).watchdog).toEqual({ flaggedNotHeld: 0, heldWithoutCase: 0 });
  expect((await status()).reconciliation.week.setRight).toBe(1);
});

it.each([
  [0, 13],
  [1, 60],
  [250, 700],
])(
  'costs with %i orders missed at most %i points',
  async (missed, most) => {
    await openShop();
    await minutesPass(5);
    await unheard(() => {
      for (let n = 0; n < missed; n += 1) running.store.placeOrder(orderOf(n * 4 + 1));
    });
    running.standIn.resetMetrics();
    await minutesPass(5);
    const byOperation = running.standIn.metrics()[domain] ?? {};
    const points = ['ListChanges', 'ReadOrders', 'ReadFulfillmentOrders', 'ListDisputes']
      .map((name) => byOperation[name]?.points ?? 0)
      .reduce((all, one) => all + one, 0);
    console.info(`${missed} missed: ${points} points`);
    expect(points).toBeLessThanOrEqual(most);
  },
  120_000,
);
