import { afterAll, beforeAll, expect, it } from 'vitest';
import { canariesOf, canaryOrder, formsOf } from '../security/support/canaries.ts';
import { startTwoShops, type TwoShops } from '../security/support/two-shops.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { type StoredRows, storedRows } from '../support/stored-rows.ts';

/**
 * A shop with a busy day behind it, and Shopify's three requests about personal data; on whatever database.
 * One shop for all, in the order in which it happens to a shop: it takes seconds to fill.
 */
export function privacyBattery(freshUrl: () => Promise<string>): void {
  let world: TwoShops;
  let rows: StoredRows;

  beforeAll(async () => {
    const url = await freshUrl();
    world = await startTwoShops(url);
    rows = storedRows(url);
  }, 180_000);
  afterAll(async () => {
    await rows.close();
    await world.stop();
  });

  const store = () => world.running.standIn.shop(domain);
  const settles = () => world.running.settled();
  const call = (method: string, path: string, body?: unknown) =>
    world.running.call(method, path, body);
  const left = async (order: string) => {
    const counts = await rows.countsOf('order_id', order);
    // Its number alone stays, so that no late webhook brings it back.
    return Object.keys(counts).filter((table) => table !== 'erased_orders');
  };
  /** Nothing that the sealed values of those rows were is anywhere, in any column of any table. */
  async function areGone(seals: readonly Buffer[]): Promise<void> {
    expect(seals.length).toBeGreaterThan(5);
    const cells = await world.database.cells();
    const all = Buffer.concat(cells.map(({ bytes }) => bytes));
    expect(seals.filter((seal) => all.includes(seal))).toHaveLength(0);
  }
  /** Every third write fails before its commit, as it would for a process that dies there. */
  async function throughDeaths(): Promise<void> {
    const { storage } = world.running.app;
    const { write } = storage;
    let [n, died] = [0, 0];
    storage.write = (work) => {
      n += 1;
      if (n % 3 !== 0) return write(work);
      return write(async (tx) => {
        await work(tx);
        died += 1;
        throw new Error('died before the commit');
      });
    };
    await settlesFor(4, 30_000);
    storage.write = write;
    expect(died).toBeGreaterThan(2);
    await settlesFor(3, 3_600_000);
  }
  async function settlesFor(steps: number, ms: number): Promise<void> {
    for (let n = 0; n < steps; n += 1) {
      world.clock.advance(ms);
      await settles();
    }
  }

  it('customers/data_request gives the merchant one file with all that is held, and tells them', async () => {
    const { order } = world.theirs;
    const { body } = await call('GET', '/api/privacy');
    const { requests } = JSON.parse(JSON.stringify(body));
    expect(requests).toMatchObject([{ kind: 'data-request', state: 'open', orders: 1 }]);
    const [{ id }] = requests;
    const sent = await fetch(`${world.running.origin}/api/privacy/requests/${id}/file`, {
      headers: { authorization: `Bearer ${world.running.standIn.sessionToken(domain)}` },
    });
    expect(sent.headers.get('content-disposition')).toContain('.json');
    const file = await sent.text();
    const held = JSON.parse(file);
    expect(held.orders).toMatchObject([{ id: order }]);
    const { email, phone, lastName, address1, zip, ip, orderNote, staffNote, title } =
      world.canaries;
    for (const value of [email, phone, lastName, address1, zip, ip, orderNote, staffNote, title]) {
      expect(file).toContain(value);
    }
    expect(held.orders[0].mails.length).toBeGreaterThan(1);
    expect(held.orders[0].calls).toHaveLength(1);
    expect(held.signalsNotJudged).toHaveLength(1);
    expect(file).not.toContain('hokamise');
    const [alert] = await rows.db('alerts').where({ shop: domain, kind: 'data-request' });
    const sends = await rows.db('alert_sends').where({ shop: domain, alert_id: alert.id });
    expect(sends).toMatchObject([{ channel: 'webhook', state: 'sent' }]);
    expect(alert.details).not.toContain(email);
  });

  it('customers/redact leaves no row and no sealed value of the buyer, though processes die in it', async () => {
    const { order, cancelled } = world.theirs;
    const second = store().placeOrder(canaryOrder(world.canaries)).id;
    await settles();
    const seals = await rows.sealsOf('order_id', order);
    seals.push(...(await rows.sealsOf('order_id', second)));
    expect(await left(order)).toEqual(
      expect.arrayContaining(['audit', 'calls', 'cases', 'contacts', 'mails', 'orders']),
    );
    const others = await rows.countsOf('order_id', cancelled);
    store().sendCompliance('customers/redact', order);
    await throughDeaths();
    expect([await left(order), await left(second)]).toEqual([[], []]);
    await areGone(seals);
    expect(await rows.countsOf('order_id', cancelled)).toMatchObject({ orders: others.orders });
    expect(await rows.db('snoozes').where({ shop: domain })).toEqual([]);
    const { body } = await call('GET', '/api/privacy');
    expect(JSON.parse(JSON.stringify(body)).requests).toMatchObject([
      { kind: 'customer-redact', state: 'done', orders: 2 },
      { kind: 'data-request', state: 'done', hasFile: false },
    ]);
    const told = JSON.stringify((await call('GET', '/api/audit?limit=100')).body);
    expect(told).toContain('data-erased');
    expect(told).not.toContain(world.canaries.phone);
  });

  it('shop/redact, two days after the app was removed, leaves no row in any table, though processes die', async () => {
    const seals = await rows.sealsOf('shop', domain);
    const tables = await rows.tablesWith('shop');
    expect(tables.length).toBeGreaterThan(30);
    const { orders, list_batches } = await rows.countsOf('shop', world.own.shop);
    store().uninstall();
    await settles();
    world.clock.advance(48 * 3_600_000);
    expect(await world.running.app.storage.tokens.loadOffline(domain)).toBeNull();
    store().sendCompliance('shop/redact');
    await throughDeaths();
    // Tables are asked of the schema: one that is added and not erased fails here.
    expect(await rows.countsOf('shop', domain)).toEqual({});
    await areGone(seals);
    expect(await ofNoList(rows)).toEqual([0, 0, 0, 0, 0]);
    expect(await rows.countsOf('shop', world.own.shop)).toMatchObject({ orders, list_batches });

    store().sendCompliance('shop/redact');
    await settles();
    expect(await rows.countsOf('shop', domain), 'a repetition').toEqual({});
  });

  it('a shop that comes back after it was erased begins anew', async () => {
    store().reinstall();
    await call('GET', '/api/today');
    await settles();
    const fresh = canariesOf('mezame', '目覚', 3);
    const { id } = store().placeOrder(canaryOrder(fresh));
    await settles();
    const told = JSON.stringify((await call('GET', `/api/orders/${id}`)).body);
    expect(told).toContain(fresh.email);
    expect(formsOf(world.canaries).some((form) => told.includes(form))).toBe(false);
  });
}

/** Rows of lists that belong to nobody any more: those tables have no shop of their own. */
async function ofNoList({ db }: StoredRows): Promise<number[]> {
  const count = async (query: ReturnType<typeof db>) =>
    Number((await query.count({ n: '*' }).first())?.n);
  const lost: number[] = [await count(db('list_batches').where({ shop: '' }))];
  for (const [table, column, parent] of [
    ['list_entries', 'batch', 'list_batches'],
    ['list_keys', 'segment', 'list_segments'],
    ['list_prints', 'segment', 'list_segments'],
    ['list_import_chunks', 'import_id', 'list_imports'],
  ] as const) {
    lost.push(await count(db(table).whereNotIn(column, db(parent).select('id'))));
  }
  return lost;
}
