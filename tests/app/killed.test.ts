import { expect, it } from 'vitest';
import type { OrderDetail } from '../../web/contract/orders.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { dieAtWrite, startStore } from '../support/dying-process.ts';
import { cardThief } from '../support/suspicious-orders.ts';

const runs = ['hold', 'void', 'cancel'].flatMap((what) =>
  [1, 2, 3, 4, 5, 6].map((n) => [what, n] as const),
);

it.each(runs)(
  '%s: a process killed at its write %i loses nothing and does nothing twice',
  async (what, n) => {
    const { clock, standIn, store, startProcess } = await startStore();
    const first = await startProcess();
    await first.call('GET', '/api/today');
    const settings = await first.call<Settings>('GET', '/api/settings');
    await first.call('PUT', '/api/settings', { ...settings, mode: 'act' });
    await first.settle();
    let id = '';
    if (what !== 'hold') {
      id = store.placeOrder(cardThief).id;
      await first.settle();
      await first.call('POST', `/api/orders/${id}/${what}`, {});
      await first.settle();
      clock.advance(10_100);
    }
    const killed = dieAtWrite(first, n);
    if (what === 'hold') id = store.placeOrder(cardThief).id;
    standIn.advance();
    // A task that was written off together with the next one's start makes fewer writes.
    await Promise.race([killed, first.settle()]);
    await first.server.stop();
    void first.app.runner.stop();

    const second = await startProcess();
    // A webhook that met a closed door is sent again by the store's clock.
    clock.advance(1_000);
    for (let step = 0; step < 8; step += 1) {
      await second.settle();
      clock.advance(5_000);
    }
    await second.settle();
    const order = store.order(id);
    const shown = await second.call<OrderDetail>('GET', `/api/orders/${id}`);
    const voids = order.money.transactions.filter(({ kind }) => kind === 'VOID');
    const expected = { hold: 'held', void: 'voided', cancel: 'cancelled' }[what];
    expect(shown.state).toBe(expected);
    expect(voids).toHaveLength(what === 'hold' ? 0 : 1);
    expect(order.holds).toHaveLength(what === 'cancel' ? 0 : 1);
    expect(order.risk.filter((card) => card.ours)).toHaveLength(1);
    expect(shown.hasOpenCase).toBe(what !== 'cancel');
    expect(shown.actions.map(({ state }) => state)).toEqual(what === 'hold' ? [] : ['done']);
    await second.server.stop();
    await second.app.runner.stop();
    await second.app.storage.close();
    await first.app.storage.close();
    await standIn.close();
  },
);
