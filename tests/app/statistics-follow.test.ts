import { describe, expect, it } from 'vitest';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const { arrived, click } = clerk;
const settled = () => clerk.running.settled();
const day = 86_400_000;

describe('a shop’s statistics', () => {
  const statistics = async () =>
    (await clerk.running.app.storage.read.shops.find(domain))?.statistics;

  it('know a new order within a minute, once, and a cancelled one no more', async () => {
    clerk.running.store.delivery.duplicate = 1;
    const id = await arrived(ordinaryOrder);
    expect((await statistics())?.n ?? 0).toBe(0);
    clerk.clock.advance(60_000);
    await settled();
    expect(await statistics()).toMatchObject({ n: 1, qtyP99: 2, linesP99: 1, judgedOrders: 1 });
    expect((await statistics())?.hitRates?.['first-order']).toBe(1);
    clerk.running.store.editNote(id, '置き配でお願いします');
    await click(id, 'reassess');
    clerk.clock.advance(61_000);
    await settled();
    expect(await statistics()).toMatchObject({ n: 1 });
    clerk.running.store.cancelInAdmin(id);
    await settled();
    clerk.clock.advance(61_000);
    await settled();
    expect(await statistics()).toMatchObject({ n: 0 });
  });

  it('lose an order that is a year old though nothing else happens', async () => {
    await arrived(ordinaryOrder);
    clerk.clock.advance(61_000);
    await settled();
    expect(await statistics()).toMatchObject({ n: 1 });
    clerk.clock.advance(366 * day);
    await settled();
    expect(await statistics()).toMatchObject({ n: 0 });
  });
});
